"""Looks after a store in a file: how it stands, whether it is whole, and its copies."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.progress import Progress, part
from app.storage import backup_errors
from app.storage.engine import open_file
from app.storage.integrity import check_file
from app.storage.operations import ENTITIES
from app.storage.snapshot import take_snapshot
from app.storage.swap import sync
from app.sync import backup_target
from app.sync.admin_records import StoreBackup, Verified
from app.sync.sqlite import key, people
from app.sync.sqlite.errors import calling, damaged
from models.base import utc_now
from models.operation import CONFLICT, OP_LOG
from models.shared import BACKUP, CHANGE, COUNTER, KNOWN_DEVICE, LOGIN, SHARED_STORE

STORE, KEY = "store.db", "store.db.key.json"  # the members of a backup
OWNER_ONLY = 0o600
RECENT = timedelta(days=7)
BEST_SEATS = 5  # with more desks than these a file on a drive is slow, and a server is not


@dataclass(frozen=True, slots=True)
class FileStore:
    """A store in a file, and the key that its password opens."""

    path: Path
    key: bytes

    @contextmanager
    def connection(self, *, write: bool = False) -> Iterator[Connection]:
        engine = open_file(self.path, self.key, write=write, full=write, journal="DELETE")
        try:
            with calling(self.path), engine.connect() as connection, connection.begin():
                yield connection
        finally:
            engine.dispose()


def unlock(path: Path, password: str) -> FileStore:
    """Open a store by its password; raises KnownError where there is none or the password is another."""
    if not path.is_file():
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no store"),
            QT_TRANSLATE_NOOP("AppError", "{place} is no store of Ringbook. Make it one with “store create”."),
            place=path,
        )
    return FileStore(path, key.open_with(path, password))


def status(store: FileStore) -> dict[str, object]:
    """Return how the store stands, as names and values for JSON."""
    with store.connection() as connection:
        facts = connection.execute(select(SHARED_STORE)).one()
        newest = select(BACKUP).where(BACKUP.c.verified_at.is_not(None)).order_by(BACKUP.c.seq.desc()).limit(1)
        backup = connection.execute(newest).first()
        results = select(OP_LOG.c.result, func.count()).group_by(OP_LOG.c.result)
        operations = {str(of): count for of, count in connection.execute(results)}
        logins = select(LOGIN.c.role, func.count()).where(LOGIN.c.is_active).group_by(LOGIN.c.role)
        unsettled = (CONFLICT.c.settled_at.is_(None), CONFLICT.c.deleted_at.is_(None))
        open_conflicts = select(func.count()).select_from(CONFLICT).where(*unsettled)
        return {
            "store": facts.id, "wire_oldest": facts.wire_oldest, "wire_newest": facts.wire_newest,
            "seq": _seq(connection), "bytes": store.path.stat().st_size,
            "logins": {str(role): count for role, count in connection.execute(logins)},
            "devices": [row | {"device": row.pop("id")} for row in _lines(connection, KNOWN_DEVICE)],
            "rows": _counts(connection), "operations": operations, "parked": operations.get("parked", 0),
            "conflicts": connection.execute(open_conflicts).scalar_one(),
            "last_backup": dict(backup._mapping) if backup is not None else None,
        }  # fmt: skip


def advice(connection: Connection, path: Path, now: datetime) -> KnownError | None:
    """Return what to tell an administrator when more desks were here within a week than a file serves well."""
    seats = people.seats(connection, now - RECENT)
    if seats <= BEST_SEATS:
        return None
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "Many desks share one file"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "{seats} desks have used {file} within a week. With more than {most} a PostgreSQL server is quicker, "
            "and keeps teams apart.",
        ),
        seats=seats, file=path, most=BEST_SEATS,
    )  # fmt: skip


def verify(store: FileStore, progress: Progress) -> Verified:
    """Read every page, and compare the rows with the lines that place them and the desks' numbers."""
    problems = check_file(store.path, store.key, progress)
    if problems:
        return Verified(problems, [], {})
    with store.connection() as connection:
        counts = _counts(connection)
        for name, table in ENTITIES.items():
            placed = select(func.count()).where(CHANGE.c.table == name, CHANGE.c.entity == table.c.id)
            right = connection.execute(placed.where(CHANGE.c.revision == table.c.revision)).scalar_one()
            lines = connection.execute(select(func.count()).where(CHANGE.c.table == name)).scalar_one()
            if not counts[name] == right == lines:
                problems.append(f"{name} has {counts[name]} rows, {lines} lines that place them, and {right} pairs")
        last = max(connection.execute(select(func.max(t.c.seq))).scalar() or 0 for t in (CHANGE, OP_LOG))
        if last > _seq(connection):
            problems.append("lines stand at a sequence the counter has not given")
        sent = select(func.max(OP_LOG.c.n)).where(OP_LOG.c.device == KNOWN_DEVICE.c.id).scalar_subquery()
        behind = select(func.count()).select_from(KNOWN_DEVICE).where(KNOWN_DEVICE.c.last_n < sent)
        if count := connection.execute(behind).scalar_one():
            problems.append(f"{count} desks have sent more than their last number says")
    return Verified(problems, [], counts)


def back_up(store: FileStore, target: Path, progress: Progress, *, force: bool) -> StoreBackup:
    """Copy the store and its wrapped key into one file while desks work; read back, then noted in the store.

    The copy is encrypted as the store is: the store's password or its recovery key opens it. Raises KnownError.
    """
    target = target.absolute()
    backup_target.check(target, force)
    made_at = utc_now()
    try:
        with tempfile.TemporaryDirectory(prefix=".", dir=target.parent) as work:
            copy, packed = Path(work, STORE), Path(work, "backup")
            take_snapshot(store.path, store.key, copy, part(progress, 0, 500))
            if problems := check_file(copy, store.key, part(progress, 500, 900), in_use=False):
                raise damaged(store.path, problems[0])
            with FileStore(copy, store.key).connection() as connection:
                seq, rows = _seq(connection), _counts(connection)
            packed.touch(OWNER_ONLY)
            with zipfile.ZipFile(packed, "w") as archive:
                archive.write(copy, STORE)
                archive.write(key.beside(store.path), KEY)
            _check(packed)
            sync(packed)
            packed.replace(target)
            sync(target.parent)
    except (OSError, sqlcipher.Error) as error:
        raise backup_errors.cannot_write(target, error) from error
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    noted = {"made_at": made_at, "seq": seq, "file": target.name, "sha256": digest, "verified_at": utc_now()}
    with store.connection(write=True) as connection:
        connection.execute(insert(BACKUP).values(noted))
    return StoreBackup(target, made_at, seq, target.stat().st_size, digest, rows)


def restore(backup: Path, path: Path, password: str) -> FileStore:
    """Make a store of a backup where there is none; raises KnownError, and then nothing is there."""
    if path.exists() or key.beside(path).exists():
        raise backup_errors.cannot_restore(path, FileExistsError(17, "it is there already"))
    made = (path, key.beside(path))
    try:
        _check(backup)
        with zipfile.ZipFile(backup) as archive:
            for name, target in zip((STORE, KEY), made, strict=True):
                target.touch(OWNER_ONLY)
                with archive.open(name) as content, target.open("wb") as file:
                    while chunk := content.read(1 << 20):
                        file.write(chunk)
                sync(target)
        store = unlock(path, password)
        if problems := check_file(path, store.key, in_use=False):
            raise backup_errors.backup_damaged(backup, problems[0])
    except BaseException as error:
        for target in made:
            target.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise backup_errors.cannot_restore(path, error) from error
        raise
    return store


def _check(path: Path) -> None:
    """Read a backup to its last byte; raises KnownError."""
    try:
        with zipfile.ZipFile(path) as archive:
            if set(archive.namelist()) != {STORE, KEY}:
                raise backup_errors.not_a_backup(path)
            if archive.testzip() is not None:
                raise backup_errors.backup_damaged(path, archive.testzip())
    except zipfile.BadZipFile as error:
        raise backup_errors.not_a_backup(path) from error


def _counts(connection: Connection) -> dict[str, int]:
    count = {name: select(func.count()).select_from(table) for name, table in ENTITIES.items()}
    return {name: int(connection.execute(query).scalar_one()) for name, query in count.items()}


def _seq(connection: Connection) -> int:
    return int(connection.execute(select(COUNTER.c.seq)).scalar_one())


def _lines(connection: Connection, table: Any) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(select(table))]
