"""A backup is made while the folder is in use, and whatever is in its way is a sentence and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import tarfile
import threading
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest

from app.errors import KnownError
from app.progress import CancelledError
from app.storage import backup_record
from app.storage.backup import covered, make_backup
from app.storage.backup_file import read_contents, read_manifest
from app.storage.folder import OUTBOX, STORE, DataFolder
from tests.factories import add_customer


def title_of(folder: DataFolder, target: Path, **options: Any) -> str:
    with pytest.raises(KnownError) as caught:
        make_backup(folder.path, folder.key, target, **options)
    return caught.value.title


def test_a_backup_says_what_it_holds_and_is_noted_in_the_folder(folder: DataFolder, tmp_path: Path) -> None:
    add_customer(folder, "Maria", "934125580")
    record = make_backup(folder.path, folder.key, tmp_path / "one.ringbook")
    manifest = read_manifest(read_contents(tmp_path / "one.ringbook"))
    assert manifest.counts["customers"] == 1 and manifest.last_n == record.last_n == 2
    assert backup_record.read(folder.path) == record
    assert covered(folder.path) == (manifest.made_at, 2)
    assert covered(folder.path, manifest.device) == (manifest.made_at, 2)


def test_nothing_is_covered_without_a_backup_by_another_desk_or_once_the_file_is_gone(
    folder: DataFolder, tmp_path: Path
) -> None:
    assert covered(folder.path) is None
    make_backup(folder.path, folder.key, tmp_path / "one.ringbook")
    assert covered(folder.path) is not None and covered(folder.path, "another desk") is None
    (tmp_path / "one.ringbook").unlink()
    assert covered(folder.path) is None
    (folder.path / "backup.json").write_text("{")
    assert covered(folder.path) is None


def test_it_is_a_tar_that_shows_no_name_and_is_for_its_owner_only(folder: DataFolder, tmp_path: Path) -> None:
    add_customer(folder, "Unmistakable Name", "934125580")
    target = tmp_path / "one.ringbook"
    make_backup(folder.path, folder.key, target)
    with tarfile.open(target) as tar:
        assert {STORE, OUTBOX, "ringbook.json", "manifest.json"} <= set(tar.getnames())
        assert "key" not in tar.getnames()
    content = target.read_bytes()
    assert b"Unmistakable" not in content and folder.key.master.hex().encode() not in content
    assert os.name != "posix" or target.stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_replaced_only_by_force(folder: DataFolder, tmp_path: Path) -> None:
    target = tmp_path / "one.ringbook"
    target.write_text("precious")
    assert title_of(folder, target) == "No backup was made" and target.read_text() == "precious"
    make_backup(folder.path, folder.key, target, force=True)
    assert read_manifest(read_contents(target)).format == 1


def test_a_place_that_does_not_do_is_refused(folder: DataFolder, tmp_path: Path) -> None:
    assert title_of(folder, tmp_path / "nowhere" / "one.ringbook") == "No backup was made"
    assert title_of(folder, tmp_path, force=True) == "No backup was made"
    assert title_of(folder, folder.path / STORE, force=True) == "No backup was made"
    assert title_of(folder, Path("/proc/one.ringbook")) in ("No backup was made", "Not enough room")


def test_a_disk_without_room_is_found_before_anything_is_written(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1))
    assert title_of(folder, tmp_path / "one.ringbook") == "Not enough room"
    assert list(tmp_path.glob("*ringbook*")) == []


def test_a_disk_that_fills_up_meanwhile_leaves_nothing_behind(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.storage.backup_file.os.fsync", full)
    assert title_of(folder, tmp_path / "one.ringbook") == "No backup was made"
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_cancelled_backup_leaves_the_one_before(folder: DataFolder, tmp_path: Path) -> None:
    target = tmp_path / "one.ringbook"
    make_backup(folder.path, folder.key, target)
    before = target.read_bytes()
    seen: list[int] = []

    def stop_after(part: int) -> Any:
        def progress(done: int, total: int) -> None:
            seen.append(done)
            if done >= part:
                raise CancelledError

        return progress

    for part in (0, 300, 600, 640, 700, 860):
        with pytest.raises(CancelledError):
            make_backup(folder.path, folder.key, target, stop_after(part), force=True)
    assert target.read_bytes() == before and {path.name for path in tmp_path.iterdir()} == {"data", target.name}
    make_backup(folder.path, folder.key, target, force=True)


def test_two_backups_at_once_are_one_backup_and_a_sentence(folder: DataFolder, tmp_path: Path) -> None:
    titles: list[str] = []

    def progress(done: int, total: int) -> None:
        if not titles:
            thread = threading.Thread(target=lambda: titles.append(title_of(folder, tmp_path / "two.ringbook")))
            thread.start()
            thread.join()

    make_backup(folder.path, folder.key, tmp_path / "one.ringbook", progress)
    assert titles == ["No backup was made"] and (tmp_path / "one.ringbook").exists()


def test_what_a_killed_backup_left_is_cleared_by_the_next(folder: DataFolder, tmp_path: Path) -> None:
    left = tmp_path / ".one.ringbook.part"
    left.mkdir()
    (left / "store.db").write_bytes(b"half")
    make_backup(folder.path, folder.key, tmp_path / "one.ringbook")
    assert not left.exists()


def test_damaged_data_gives_no_backup_that_looks_whole(folder: DataFolder, tmp_path: Path) -> None:
    for n in range(50):
        add_customer(folder, f"Customer {n}", "934125580")
    folder.close()
    store = folder.path / STORE
    content = bytearray(store.read_bytes())
    content[len(content) // 2] ^= 1
    store.write_bytes(content)
    assert title_of(folder, tmp_path / "one.ringbook") == "The data is damaged"
    assert not (tmp_path / "one.ringbook").exists()
