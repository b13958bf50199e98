"""Makes a backup of a data folder while it is in use; it gets its name once it has been read back whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from filelock import FileLock, Timeout
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.progress import Progress, part
from app.storage import backup_errors as errors
from app.storage import backup_record, key_facts
from app.storage.backup_file import (
    DATABASES,
    DESK,
    FACTS,
    FORMAT,
    SETTINGS,
    BrokenPackError,
    Manifest,
    Pack,
    check_bytes,
)
from app.storage.backup_record import BackupRecord, covered
from app.storage.engine import open_file
from app.storage.integrity import check_file
from app.storage.keys import FolderKey
from app.storage.snapshot import take_snapshot
from app.storage.swap import sync
from app.version import version
from models.base import utc_now

__all__ = ["covered", "make_backup"]

LOCK = ".backup.lock"
PART = ".part"
ROOM_TO_SPARE = 16_000_000
STORE, OUTBOX = DATABASES
COUNTED = {
    "customers": "SELECT count(*) FROM customer",
    "interactions": "SELECT count(*) FROM interaction",
    "cases": 'SELECT count(*) FROM "case"',
    "follow_ups": "SELECT count(*) FROM follow_up",
}
DEVICE = "SELECT id, next_n - 1 FROM device"
SCHEMA = "SELECT version_num FROM alembic_version"


def make_backup(
    folder: Path, key: FolderKey, target: Path,
    progress: Progress = lambda done, total: None, *, force: bool = False,
) -> BackupRecord:  # fmt: skip
    """Back `folder` up into the file `target`, and note it in the folder once it was read back whole.

    `progress` is told of thousandths; it may sleep, and stops the backup by CancelledError. Raises KnownError; then
    `target` is not there, or is the one before.
    """
    target = target.absolute()
    _check_target(folder, target, force)
    try:
        with _alone(folder), _work_folder(target) as work:
            made = _Making(folder, key, work, progress)
            manifest = made.build()
            _check_target(folder, target, force)
            made.pack.replace(target)
            sync(target.parent)
    except BrokenPackError as error:
        raise errors.cannot_write(target, error.problem) from error
    except (OSError, sqlcipher.Error) as error:
        raise errors.cannot_write(target, error) from error
    except DatabaseError as error:
        raise errors.cannot_write(target, error.orig) from error
    record = BackupRecord(str(target), manifest.made_at, manifest.device, manifest.last_n, target.stat().st_size)
    backup_record.write(folder, record)
    return record


class _Making:
    """One backup on its way: copies of both files, checked; the pack of them, read back."""

    def __init__(self, folder: Path, key: FolderKey, work: Path, progress: Progress) -> None:
        self._folder, self._key, self._work, self._progress = folder, key, work, progress
        self.pack = work / "backup"
        self._is_desk = (folder / DESK).exists()
        self._databases = (OUTBOX,) if self._is_desk else DATABASES

    def build(self) -> Manifest:
        # The store first: what the outbox, copied later, holds beyond it is applied when it is restored. A cache of
        # a shared store is filled anew from that.
        if not self._is_desk:
            self._copy(STORE, 0, 600)
        made_at = utc_now()
        self._copy(OUTBOX, 600, 650)
        manifest = self._pack(made_at)
        check_bytes(self.pack, self._part(850, 1000))
        return manifest

    def _copy(self, name: str, first: int, last: int) -> None:
        middle, key = (first + last) // 2, self._key.for_file(name)
        original, copy = self._folder / name, self._work / name
        try:
            take_snapshot(original, key, copy, self._part(first, middle))
            problems = check_file(copy, key, self._part(middle, last), in_use=False)
        except sqlcipher.Error:
            if not (problems := check_file(original, key)):
                raise  # the copy could not be written
        if problems:
            raise errors.data_damaged(self._folder, problems[0])

    def _pack(self, made_at: datetime) -> Manifest:
        total = sum((self._work / name).stat().st_size for name in self._databases)
        device, last_n, schema, counts = self._describe()
        tell = self._part(650, 850)
        pack = Pack(self.pack, lambda done, _: tell(min(done, total), total))
        try:
            beside = (self._folder / name for name in (FACTS, SETTINGS, DESK))
            for path in (*(self._work / name for name in self._databases), *beside):
                if path.exists():
                    with path.open("rb") as content:
                        pack.add(path.name, content, os.fstat(content.fileno()).st_size)
            facts = key_facts.read(self._folder)
            folder_id = facts.id if facts is not None else ""
            manifest = Manifest(FORMAT, version(), made_at, folder_id, device, last_n, schema, counts, dict(pack.files))
            pack.close(manifest)
        finally:
            pack.abandon()
        return manifest

    def _describe(self) -> tuple[str, int, dict[str, str], dict[str, int]]:
        """Return the device and its last operation, the schemas, and how many rows of each kind there are."""
        desk, schema = self._read(OUTBOX, DEVICE, SCHEMA)
        device, last_n = (str(UUID(bytes=desk[0])), int(desk[1])) if desk else ("", 0)  # nobody has opened it yet
        if self._is_desk:
            return device, last_n, {"outbox": str(schema[0])}, {}
        store_schema, *rows = self._read(STORE, SCHEMA, *COUNTED.values())
        counts = {name: int(row[0]) for name, row in zip(COUNTED, rows, strict=True)}
        return device, last_n, {"outbox": str(schema[0]), "store": str(store_schema[0])}, counts

    def _read(self, name: str, *queries: str) -> list[Any]:
        engine = open_file(self._work / name, self._key.for_file(name))
        try:
            with engine.connect() as connection:
                return [connection.execute(text(query)).first() for query in queries]
        finally:
            engine.dispose()

    def _part(self, first: int, last: int) -> Progress:
        return part(self._progress, first, last)


def _check_target(folder: Path, target: Path, force: bool) -> None:
    if target.parent == folder.absolute():
        raise errors.cannot_write(
            target, Phrase(QT_TRANSLATE_NOOP("AppError", "it would lie among the files of the data"))
        )
    if target.is_dir():
        raise errors.cannot_write(target, Phrase(QT_TRANSLATE_NOOP("AppError", "it is a folder")))
    if target.exists() and not force:
        raise errors.exists(target)
    if not target.parent.is_dir():
        raise errors.cannot_write(target, Phrase(QT_TRANSLATE_NOOP("AppError", "there is no such folder")))
    needed = 2 * sum(path.stat().st_size for path in folder.glob("*.db*")) + ROOM_TO_SPARE  # the copies, then the pack
    free = shutil.disk_usage(target.parent).free
    if free < needed:
        raise errors.no_room(target.parent, needed, free)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let nobody else back the same folder up meanwhile; a process that dies lets go."""
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise errors.is_busy(folder) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _work_folder(target: Path) -> Iterator[Path]:
    """Make a folder beside the target for what is half made; one that a killed backup left goes first."""
    work = target.with_name(f".{target.name}{PART}")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
