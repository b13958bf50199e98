"""What is damaged is set aside, what is whole goes on, and what cannot be vouched for is said."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from app import settings
from app.bootstrap import open_backend
from app.errors import KnownError
from app.settings import Settings
from app.storage import keys
from app.storage.engine import open_file
from app.storage.folder import OUTBOX, STORE, DataFolder
from app.storage.integrity import PAGE
from app.storage.repair import Report, repair
from app.storage.verify import verify_folder
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from tests.factories import add_customer
from tests.faults import worlds


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("whole") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        worlds.make(data)
    return data


@pytest.fixture
def data(whole: Path, tmp_path: Path) -> Path:
    return worlds.copy(whole, tmp_path / "data")


def flip(path: Path, bits: int, seed: int = 1) -> None:
    content, chance = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(bits):
        content[chance.randrange(len(content))] ^= 1
    path.write_bytes(content)


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 100])


def garble(path: Path) -> None:
    path.write_bytes(random.Random(2).randbytes(50_000))


def spoil_first_page(path: Path) -> None:
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])


def remove(path: Path) -> None:
    for part in path.parent.glob(f"{path.name}*"):
        part.unlink()


HARMS: list[Callable[[Path], None]] = [
    lambda path: flip(path, 1), lambda path: flip(path, 5, 3), lambda path: flip(path, 30, 4),
    halve, garble, spoil_first_page, remove,
]  # fmt: skip


def goes_on_as(data: Path, whole: Path, tmp_path: Path) -> None:
    """The mended folder shows every case, customer, promise and timeline the whole one shows, and takes a new save."""
    true = open_backend(worlds.copy(whole, tmp_path / "true"))
    mended = open_backend(data)
    assert worlds.cases(mended) == worlds.cases(true)
    assert worlds.customers(mended) == worlds.customers(true)
    for customer_id in worlds.customers(true):
        mine, theirs = mended.reads.customer(customer_id), true.reads.customer(customer_id)
        assert mine == theirs
    assert [hit.name for hit in mended.reads.search("puig").customers]
    before = set(worlds.cases(mended))
    add_customer(mended, "After", "0933000111")
    reference = worlds.save(mended, "after")
    assert reference not in before and reference in worlds.cases(mended)
    mended.close()
    true.close()
    assert verify_folder(data) == []


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_store_is_made_anew_from_itself_and_the_outbox(
    harm: Callable[[Path], None], data: Path, whole: Path, tmp_path: Path
) -> None:
    harm(data / STORE)
    damaged = (data / STORE).read_bytes() if (data / STORE).exists() else None
    report = repair(data)
    assert list(report.problems) == [STORE] and report.not_applied == 0 and report.aside is not None
    if damaged is not None:
        assert (report.aside / STORE).read_bytes() == damaged
    assert not (report.aside / OUTBOX).exists()
    goes_on_as(data, whole, tmp_path)


def test_rows_that_never_were_operations_are_read_from_the_damaged_store(data: Path) -> None:
    """Sample data goes around operations: it is in no outbox."""
    folder = DataFolder(data)
    with folder.store_engine().begin() as connection:
        for n in range(300):
            values = (n.to_bytes(16), 1, f"bulk {n}", "person")
            connection.exec_driver_sql("INSERT INTO customer (id, revision, name, kind) VALUES (?, ?, ?, ?)", values)
    folder.close()
    flip(data / STORE, 1, 12)
    report = repair(data)
    backend = open_backend(data)
    bulk = [name for name in worlds.customers(backend).values() if name.startswith("bulk")]
    found = backend.reads.search("bulk").customers
    backend.close()
    assert report.rows["customer"] >= 300 and len(bulk) == 300 and found


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_outbox_is_begun_anew_by_another_desk(
    harm: Callable[[Path], None], data: Path, whole: Path, tmp_path: Path
) -> None:
    harm(data / OUTBOX)
    report = repair(data)
    assert list(report.problems) == [OUTBOX] and report.aside is not None
    assert report.after is not None and report.after > 200
    assert report.lost in ([], None)
    goes_on_as(data, whole, tmp_path)


def root_of_index(data: Path) -> int:
    """Return a page of the outbox on which no operation lies."""
    engine = open_file(data / OUTBOX, worlds.key_of(data, OUTBOX))
    with engine.connect() as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'operation'"
        page = connection.exec_driver_sql(query).scalar()
    engine.dispose()
    assert isinstance(page, int)
    return page


def test_what_the_store_had_not_taken_is_read_from_the_damaged_outbox(data: Path) -> None:
    store = (data / STORE).read_bytes()
    backend = open_backend(data)
    reference = worlds.save(backend, "only in the outbox")
    backend.close()
    for part in data.glob(f"{STORE}-*"):
        part.unlink()
    (data / STORE).write_bytes(store)
    content = bytearray((data / OUTBOX).read_bytes())
    content[PAGE * (root_of_index(data) - 1) + 50] ^= 1
    (data / OUTBOX).write_bytes(content)
    report = repair(data)
    backend = open_backend(data)
    assert worlds.cases(backend)[reference][0] == "only in the outbox"
    backend.close()
    assert report.lost == []


def test_both_damaged_give_what_can_be_read_of_both(data: Path) -> None:
    flip(data / STORE, 3, 5)
    flip(data / OUTBOX, 2, 6)
    report = repair(data)
    assert set(report.problems) == {STORE, OUTBOX}
    backend = open_backend(data)
    assert len(worlds.cases(backend)) > worlds.CASES // 2
    backend.close()
    assert verify_folder(data) == []


def test_drafts_that_can_be_read_come_back(data: Path) -> None:
    spoil = bytearray((data / OUTBOX).read_bytes())
    spoil[-100] ^= 1  # the last page belongs to the newest draft
    (data / OUTBOX).write_bytes(spoil)
    report = repair(data)
    backend = open_backend(data)
    drafts = backend.drafts.all().result()
    backend.close()
    assert report.drafts == len(drafts) == 4
    assert all(draft.body["description"] == worlds.LONG for draft in drafts)


def test_damaged_settings_give_way_to_the_defaults(data: Path) -> None:
    (data / "settings.json").write_text("{")
    report = repair(data)
    assert settings.load(data) == Settings()
    assert report.aside is not None and (report.aside / "settings.json").read_text() == "{"


@pytest.mark.parametrize("harm", [garble, remove])
def test_a_key_is_known_by_what_it_opens_where_its_facts_are_gone(harm: Callable[[Path], None], data: Path) -> None:
    harm(data / "ringbook.json")
    with pytest.raises(KnownError, match=r"ringbook\.json"):
        open_backend(data)
    report = repair(data)
    assert report.new_recovery_key is not None
    backend = open_backend(data)
    assert len(worlds.cases(backend)) == worlds.CASES
    backend.close()
    assert keys.recover(data, report.new_recovery_key).master == bytes.fromhex("ab" * 32)


def test_a_key_in_the_keyring_is_found_by_the_folder_named_in_damaged_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RINGBOOK_KEY")
    with use_keyring(MemoryKeyring()):
        open_backend(tmp_path).close()
        facts = (tmp_path / "ringbook.json").read_text()
        (tmp_path / "ringbook.json").write_text(facts.replace('"check"', '"chekc"'))
        assert list(repair(tmp_path).problems) == ["ringbook.json"]
        open_backend(tmp_path).close()


def test_without_the_key_nothing_is_touched_and_it_is_said(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    garble(data / "ringbook.json")
    before = {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()}
    monkeypatch.setenv("RINGBOOK_KEY", "cd" * 32)
    with pytest.raises(KnownError, match="RINGBOOK_RECOVERY_KEY"):
        repair(data)
    assert {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()} == before


def test_whole_data_is_left_alone(data: Path) -> None:
    report = repair(data)
    assert report == Report({}) and not list(data.glob("replaced-*"))


def test_data_in_use_is_left_alone(data: Path) -> None:
    backend = open_backend(data)
    with pytest.raises(KnownError, match="Close it first"):
        repair(data)
    backend.close()


def test_a_second_repair_finds_nothing_and_the_first_lies_aside(data: Path) -> None:
    flip(data / STORE, 4)
    first = repair(data)
    assert repair(data).problems == {} and first.aside is not None and first.aside.exists()


def test_a_damaged_store_of_a_newer_ringbook_is_left_alone(data: Path) -> None:
    """This one would not take over what it does not know."""
    engine = open_file(data / STORE, worlds.key_of(data, STORE), write=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    content = bytearray((data / STORE).read_bytes())
    content[-100] ^= 1
    (data / STORE).write_bytes(content)
    with pytest.raises(KnownError, match="newer Ringbook"):
        repair(data)
    assert (data / STORE).read_bytes() == content and not (data / "restore.new").exists()
