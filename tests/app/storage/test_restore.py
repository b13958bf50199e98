"""A backup opens on another computer with the recovery key alone; whatever is wrong leaves the folder as it was."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.errors import KnownError
from app.progress import CancelledError
from app.storage import restore as restoring
from app.storage.backup import covered, make_backup
from app.storage.folder import DataFolder
from app.storage.verify import verify_backup, verify_folder
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.app.fake_keyring import use_keyring
from tests.factories import add_customer

FLIPS = 60


@pytest.fixture(autouse=True)
def _bare_computer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither a keyring nor RINGBOOK_KEY."""
    monkeypatch.delenv("RINGBOOK_KEY")
    with use_keyring():
        yield


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Backend]:
    opened = open_backend(tmp_path / "here")
    add_customer(opened, "Maria Roig", "934125580")
    yield opened
    opened.close()


def save_case(backend: Backend, summary: str) -> str:
    return str(backend.wrap_up.save(WrapUp(NewCase(CaseKind.COMPLAINT, summary))).result().reference)


def back_up(backend: Backend, target: Path) -> str:
    """Back up and return the recovery key."""
    make_backup(backend.folder.path, backend.folder.key, target)
    return str(backend.folder.key.new_recovery_key)


def restore(file: Path, folder: Path, key: str | None = None) -> Path | None:
    return restoring.restore(restoring.look_at(file), folder, key)


def title_of(file: Path, folder: Path, key: str | None = None) -> str:
    with pytest.raises(KnownError) as caught:
        restore(file, folder, key)
    return caught.value.title


def found(folder: Path, *words: str) -> list[int]:
    backend = open_backend(folder)
    counts = [len(backend.reads.search(word).cases) + len(backend.reads.search(word).customers) for word in words]
    backend.close()
    return counts


def test_a_backup_made_here_opens_on_a_clean_folder_with_the_recovery_key_alone(here: Backend, tmp_path: Path) -> None:
    reference = save_case(here, "Charged twice")
    key = back_up(here, tmp_path / "one.ringbook")
    there = tmp_path / "there"
    assert restoring.needs_recovery_key(restoring.look_at(tmp_path / "one.ringbook"), there)
    assert restore(tmp_path / "one.ringbook", there, key.lower().replace("-", " ")) is None
    assert sorted(path.name for path in there.iterdir() if not path.name.startswith(".")) == [
        "key", "outbox.db", "ringbook.json", "store.db",
    ]  # fmt: skip
    assert found(there, reference, "Maria") == [1, 1]
    assert verify_folder(there) == []


def test_where_the_key_is_at_hand_no_recovery_key_is_asked_for(here: Backend, tmp_path: Path) -> None:
    back_up(here, tmp_path / "one.ringbook")
    here.close()
    assert not restoring.needs_recovery_key(restoring.look_at(tmp_path / "one.ringbook"), here.folder.path)
    assert restore(tmp_path / "one.ringbook", here.folder.path) is not None


def test_a_restored_desk_and_the_one_it_was_copied_from_give_different_references(
    here: Backend, tmp_path: Path
) -> None:
    before = save_case(here, "Before")
    key = back_up(here, tmp_path / "one.ringbook")
    here_after = save_case(here, "After, here")
    restore(tmp_path / "one.ringbook", tmp_path / "there", key)
    there = open_backend(tmp_path / "there")
    there_after = [save_case(there, "After, there") for _ in range(3)]
    there.close()
    assert len({before, here_after, *there_after}) == 5
    assert {reference[:2] for reference in there_after}.isdisjoint({before[:2]})
    assert verify_folder(tmp_path / "there") == []


def test_what_the_outbox_held_beyond_the_store_is_applied(
    here: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when something is saved between the copies of the two files."""
    taken = restoring.DATABASES
    assert taken == ("store.db", "outbox.db")
    from app.storage import backup

    saved: list[str] = []
    snapshot = backup.take_snapshot

    def and_then_save(source: Path, *rest: Any) -> None:
        snapshot(source, *rest)
        if source.name == "store.db":
            saved.append(save_case(here, "Between the copies"))

    monkeypatch.setattr(backup, "take_snapshot", and_then_save)
    key = back_up(here, tmp_path / "one.ringbook")
    restore(tmp_path / "one.ringbook", tmp_path / "there", key)
    assert saved and found(tmp_path / "there", *saved) == [1]


def test_what_is_replaced_is_kept_and_still_opens(here: Backend, tmp_path: Path) -> None:
    key = back_up(here, tmp_path / "one.ringbook")
    there = DataFolder(tmp_path / "there")
    there.start_writer()
    add_customer(there, "Only There")
    (there.path / "backups").mkdir()
    there.close()
    aside = restore(tmp_path / "one.ringbook", there.path, key)
    assert aside is not None and aside.parent == there.path and aside.name.startswith("replaced-")
    assert found(there.path, "Maria", "Only There") == [1, 0]
    assert found(aside, "Maria", "Only There") == [0, 1]
    assert (there.path / "backups").is_dir() and covered(there.path) is None


def test_references_of_the_state_that_was_replaced_are_not_given_again(
    here: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two restores of one backup, one after the other, on one folder."""
    monkeypatch.setattr("app.storage.references.LETTERS", "AB")
    monkeypatch.setattr("app.storage.references.DIGITS", "23")
    here.close()
    path = here.folder.path
    given: list[str] = []
    backend = open_backend(path)
    make_backup(path, backend.folder.key, tmp_path / "one.ringbook")
    for _ in range(3):
        given.append(save_case(backend, "After the backup"))
        backend.close()
        restore(tmp_path / "one.ringbook", path)
        backend = open_backend(path)
    given.append(save_case(backend, "At the end"))
    backend.close()
    assert all(one[:2] != following[:2] for one, following in pairwise(given))


def test_a_wrong_recovery_key_and_none_are_sentences_and_change_nothing(here: Backend, tmp_path: Path) -> None:
    back_up(here, tmp_path / "one.ringbook")
    wrong = "0000-" * 7 + "0000"
    assert title_of(tmp_path / "one.ringbook", tmp_path / "there", wrong) == "The recovery key does not fit"
    assert title_of(tmp_path / "one.ringbook", tmp_path / "there") == "The recovery key is needed"
    assert not restoring.holds_data(tmp_path / "there")


def test_a_folder_in_use_is_not_replaced(here: Backend, tmp_path: Path) -> None:
    back_up(here, tmp_path / "one.ringbook")
    assert title_of(tmp_path / "one.ringbook", here.folder.path) == "The data is in use"
    assert here.reads.search("Maria").customers


def test_every_flipped_bit_of_a_backup_is_found_and_nothing_is_restored(here: Backend, tmp_path: Path) -> None:
    file = tmp_path / "one.ringbook"
    key = back_up(here, file)
    whole = file.read_bytes()
    chance = random.Random(4)
    ends = [0, 31, len(whole) * 8 - 1, (len(whole) - 32) * 8, (len(whole) - 200) * 8]
    for bit in ends + [chance.randrange(len(whole) * 8) for _ in range(FLIPS)]:
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        file.write_bytes(damaged)
        with pytest.raises(KnownError):
            verify_backup(restoring.look_at(file), here.folder.key.master)
        with pytest.raises(KnownError):
            restore(file, tmp_path / "there", key)
    assert not restoring.holds_data(tmp_path / "there")
    file.write_bytes(whole)
    assert verify_backup(restoring.look_at(file), here.folder.key.master) == []


@pytest.mark.parametrize("left", [0, 1, 31, 600, 5000, -1, -32, -600])
def test_a_backup_that_was_cut_off_is_found(here: Backend, tmp_path: Path, left: int) -> None:
    file = tmp_path / "one.ringbook"
    key = back_up(here, file)
    file.write_bytes(file.read_bytes()[:left])
    assert title_of(file, tmp_path / "there", key) in ("The backup is damaged", "This is no backup")


def test_another_file_is_no_backup_and_none_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir" * 1000)
    assert title_of(tmp_path / "letter.txt", tmp_path / "there") == "This is no backup"
    assert title_of(tmp_path / "nowhere", tmp_path / "there") == "The backup cannot be read"
    assert title_of(tmp_path, tmp_path / "there") == "The backup cannot be read"


def test_a_backup_of_a_newer_version_is_refused(here: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(here, tmp_path / "one.ringbook")
    monkeypatch.setitem(restoring.HEADS, "store", "0000")
    assert title_of(tmp_path / "one.ringbook", tmp_path / "there") == "The backup is newer than this program"


def test_a_disk_that_fills_up_is_a_sentence_and_changes_nothing(
    here: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = back_up(here, tmp_path / "one.ringbook")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    for place in ("app.storage.backup_file.os.fsync", "app.private_file.os.fsync", "app.storage.swap.sync"):
        with monkeypatch.context() as filling:
            filling.setattr(place, full)
            with pytest.raises(KnownError) as caught:
                restore(tmp_path / "one.ringbook", tmp_path / "there", key)
        assert "No space left" in str(caught.value)
        assert [path.name for path in (tmp_path / "there").iterdir() if not path.name.startswith(".")] == []
    with monkeypatch.context() as filling:
        filling.setattr(restoring, "_begin_as_another_desk", lambda *_: fill_a_file(tmp_path / "full.db"))
        assert title_of(tmp_path / "one.ringbook", tmp_path / "there", key) == "Not restored"
    restore(tmp_path / "one.ringbook", tmp_path / "there", key)


def fill_a_file(path: Path) -> None:
    """Have SQLite say that the disk is full."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
        connection.exec_driver_sql("PRAGMA max_page_count = 2")
        connection.exec_driver_sql("INSERT INTO t VALUES (zeroblob(100000))")


def test_a_cancelled_restore_leaves_the_folder_as_it_was(here: Backend, tmp_path: Path) -> None:
    key = back_up(here, tmp_path / "one.ringbook")
    there = DataFolder(tmp_path / "there")
    there.start_writer()
    add_customer(there, "Only There")
    there.close()
    for part in (0, 250, 500, 900, 950, 1000):

        def progress(done: int, total: int, part: int = part) -> None:
            if done >= part:
                raise CancelledError

        with pytest.raises(CancelledError):
            restoring.restore(restoring.look_at(tmp_path / "one.ringbook"), there.path, key, progress)
        assert found(there.path, "Maria", "Only There") == [0, 1]
    assert not [path for path in there.path.iterdir() if path.name.startswith(("restore", "replaced"))]


def test_verify_finds_an_operation_that_the_store_has_lost(here: Backend) -> None:
    assert verify_folder(here.folder.path) == []
    engine = here.folder.store_engine()
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM op_log WHERE n = 1")
    engine.dispose()
    assert any("1 operations" in problem for problem in verify_folder(here.folder.path))
