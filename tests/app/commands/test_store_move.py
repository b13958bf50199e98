"""`store move` brings one seat's data into a new store; its folder goes on as a desk: nothing is lost or doubled."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.bootstrap import open_backend
from app.storage.folder import DataFolder
from app.sync.credentials import VARIABLE
from app.sync.desk_sync import DeskSync
from app.sync.postgres import moving
from app.sync.postgres.store import connect
from models.customer import CUSTOMER
from tests import laid_out
from tests.app.commands.running import Ran, run
from tests.factories import add_customer
from tests.made_store import PASSWORD, MadeStore


@pytest.fixture(autouse=True)
def _password(no_store: MadeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, no_store.password)


@pytest.fixture
def seat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """One seat's data: three customers, of whom one has a name no PostgreSQL can hold, and two cases."""
    data = laid_out.folder(tmp_path / "data")
    backend = open_backend(data)
    for name, phone in (("Núria \\ Puig\t\n", "934125580"), ("王小明", "934125581"), ("Zero\0Byte", "934125582")):
        add_customer(backend, name, phone)
    backend.close()
    for number in ("934125580", "999"):
        assert run(
            capsys, "case", "add", "--data", data, "--number", number, "--kind", "complaint", "--summary", "x"
        ).rows
    return data


def move(capsys: pytest.CaptureFixture[str], store: MadeStore, data: Path) -> Ran:
    return run(capsys, "store", "move", store.url, "--data", data, "--login", store.login("anna"))


def test_all_rows_come_over_and_the_store_is_whole(
    made_store: MadeStore, seat: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = move(capsys, made_store, seat)
    assert (ran.code, ran.error) == (0, "")
    rows = ran.rows[0]["rows"]
    assert (rows["customer"], rows["contact_point"], rows["case"]) == (3, 3, 2)
    assert run(capsys, "store", "verify", made_store.url).rows[0]["problems"] == []
    names = {name for (name,) in made_store.ask("SELECT name FROM app.customer")}
    assert names == {"Núria \\ Puig\t\n", "王小明", "Zero?Byte"}
    assert made_store.ask('SELECT DISTINCT team FROM app."case"') == [(1,)]
    assert (Path(ran.rows[0]["kept"]) / "store.db").is_file() and not (seat / "store.db").exists()
    desk = made_store.desk(made_store.login("anna"))
    assert len(desk.store.find("王")) == 1 and len(desk.store.find("nuria")) == 1


def test_the_folder_goes_on_as_a_desk_and_nothing_is_doubled(
    made_store: MadeStore, seat: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert move(capsys, made_store, seat).code == 0
    before = made_store.ask("SELECT count(*), max(n) FROM sync.op_log")
    folder = DataFolder(seat)
    writer = folder.start_writer()
    address = made_store.address.with_login(made_store.login("anna"))
    link = DeskSync(folder, lambda: connect(address, PASSWORD))
    assert link.sync_once().waiting == 0
    assert made_store.ask("SELECT count(*), max(n) FROM sync.op_log") == before
    assert folder.reader.run(lambda c: c.execute(select(func.count()).select_from(CUSTOMER)).scalar()) == 3
    add_customer(folder, "Eva", "934125599")
    assert link.sync_once().waiting == 0
    link.stop()
    assert writer is folder.writer
    folder.close()
    ((count, last),) = made_store.ask("SELECT count(*), max(n) FROM sync.op_log")
    assert (count, last) == (before[0][0] + 2, before[0][1] + 2)
    assert run(capsys, "store", "verify", made_store.url).rows[0]["problems"] == []


def test_a_move_that_is_stopped_leaves_both_as_they_were(
    made_store: MadeStore, seat: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    files = sorted(path.name for path in seat.iterdir())
    with monkeypatch.context() as patched:
        patched.setattr(moving, "_compare", stopped)
        assert move(capsys, made_store, seat).code == 130
    assert made_store.ask("SELECT count(*) FROM app.customer") == [(0,)]
    assert made_store.ask("SELECT count(*) FROM sync.device") == [(0,)]
    assert sorted(path.name for path in seat.iterdir()) == files
    assert len(run(capsys, "case", "list", "--data", seat).rows) == 2


def test_what_came_over_before_a_crash_is_not_copied_again(
    made_store: MadeStore, seat: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The store was given all, and the folder was not told any more: the same command ends it."""
    kept = Path(move(capsys, made_store, seat).rows[0]["kept"])
    (seat / "store.json").unlink()
    for path in kept.iterdir():
        path.replace(seat / path.name)
    kept.rmdir()
    ran = move(capsys, made_store, seat)
    assert (ran.code, ran.error) == (0, "")
    assert made_store.ask("SELECT count(*) FROM app.customer") == [(3,)]


def test_only_a_new_store_a_known_login_and_ones_own_data_will_do(
    made_store: MadeStore, seat: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "store", "move", made_store.url, "--data", seat, "--login", "nobody")
    assert ran.code == 2 and "No login of this store" in ran.error
    ran = run(capsys, "store", "move", made_store.url, "--data", seat.parent / "no", "--login", "x")
    assert ran.code == 2 and "There is no data" in ran.error
    desk = made_store.desk(made_store.login("anna"))
    desk.make("customer")
    ran = move(capsys, made_store, seat)
    assert ran.code == 2 and "holds data already" in ran.error
    assert (seat / "store.db").is_file()


def test_a_folder_that_is_a_desk_has_nothing_to_move(
    made_store: MadeStore, seat: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert move(capsys, made_store, seat).code == 0
    ran = move(capsys, made_store, seat)
    assert ran.code == 2 and "a shared store" in ran.error
