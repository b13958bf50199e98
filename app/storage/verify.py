"""Whether a backup, or a data folder, is whole: every byte or page, and what the tables say of one another."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.progress import Progress
from app.storage import keys
from app.storage.backup_file import DATABASES
from app.storage.engine import open_file
from app.storage.folder import CACHE_FILE, OUTBOX, STORE, databases, is_shared
from app.storage.integrity import check_copy, check_file
from app.storage.keys import FolderKey
from app.storage.restore import Backup, check
from models.migrations import HEADS

VERSION = text("SELECT version_num FROM alembic_version")
GAPS = text("SELECT count(*) FROM (SELECT device FROM op_log GROUP BY device HAVING max(n) - min(n) + 1 <> count(*))")
DEVICE = text("SELECT id, next_n FROM device")
OPERATIONS = text("SELECT n, op_id FROM operation ORDER BY n")
TAKEN = text("SELECT op_id, n FROM op_log WHERE device = :device")
LAST = text("SELECT coalesce(max(n), 0) FROM op_log WHERE device = :device")


def verify_backup(
    backup: Backup, master: bytes | None = None, progress: Progress = lambda done, total: None
) -> list[str]:
    """Return what is wrong within a backup of which every byte is as it was written.

    With its key (32 bytes), every page of both files is opened too. Raises KnownError where a byte is another.
    """
    check(backup, progress)
    if master is None:
        return []
    key = FolderKey(master, "")
    problems: list[str] = []
    with backup.path.open("rb", buffering=0) as file:
        for name in (name for name in DATABASES if name in backup.contents.members):
            start, size = backup.contents.members[name]
            problems += check_copy(file.fileno(), start, size, name, key.for_file(name), progress)
    return problems


def verify_folder(folder: Path, progress: Progress = lambda done, total: None) -> list[str]:
    """Return what is wrong with a data folder, which may be in use; raises KnownError when its key is not there."""
    key = keys.open_folder(folder)
    problems: list[str] = []
    for name in databases(folder):
        if (folder / name).exists():
            problems += check_file(folder / name, key.for_file(name), progress)
        elif name != CACHE_FILE:  # which is filled anew where it is gone
            problems.append(Phrase(QT_TRANSLATE_NOOP("AppError", "{file} is missing"), file=name))
    return problems or ([] if is_shared(folder) else _check_rows(folder, key))


def _check_rows(folder: Path, key: FolderKey) -> list[str]:
    """Compare the outbox with what the store has taken from it."""
    outbox_engine, store_engine = (open_file(folder / name, key.for_file(name)) for name in (OUTBOX, STORE))
    problems: list[str] = []
    # The outbox first: what it holds then, the store may meanwhile have taken, never the other way round.
    with outbox_engine.connect() as outbox, store_engine.connect() as store:
        for kind, connection in (("outbox", outbox), ("store", store)):
            if (found := connection.execute(VERSION).scalar()) != HEADS[kind]:
                other = QT_TRANSLATE_NOOP("AppError", "{file} has the schema {version} and not {needed}")
                problems.append(Phrase(other, file=f"{kind}.db", version=found, needed=HEADS[kind]))
        device = outbox.execute(DEVICE).first()
        operations = outbox.execute(OPERATIONS).all()
        if gaps := store.execute(GAPS).scalar():
            lacks = QT_TRANSLATE_NOOP("AppError", "{file} lacks operations of {number} desks")
            problems.append(Phrase(lacks, file=STORE, number=gaps))
        if device is not None:
            taken = {bytes(row.op_id): row.n for row in store.execute(TAKEN, {"device": device.id})}
            last = store.execute(LAST, {"device": device.id}).scalar() or 0
            wrong = sum(row.n <= last and taken.get(bytes(row.op_id)) != row.n for row in operations)
            if wrong:
                behind = QT_TRANSLATE_NOOP("AppError", "{number} operations of the outbox are not in {file}")
                problems.append(Phrase(behind, number=wrong, file=STORE))
    for engine in (outbox_engine, store_engine):
        engine.dispose()
    return problems
