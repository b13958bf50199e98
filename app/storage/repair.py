"""Sets aside what is damaged in a data folder and lets what is whole go on.

The mended state is built beside what is there and takes its place in one step, as after a restore (`swap`). Nothing is
deleted: the damaged files stay in a folder with the date in its name.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from filelock import FileLock
from sqlalchemy import select, update
from sqlcipher3 import dbapi2 as sqlcipher

from app import settings
from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError, Phrase
from app.progress import Progress
from app.storage import backup_record, cache_file, faults, in_use, key_facts, key_search, rebuild, swap
from app.storage.engine import open_file
from app.storage.folder import (
    CACHE_FILE,
    LOCK,
    NEW_FOLDER_WAIT_SECONDS,
    OUTBOX,
    STORE,
    DataFolder,
    databases,
    is_shared,
)
from app.storage.in_use import InUse
from app.storage.integrity import check_file
from app.storage.keys import FolderKey
from app.storage.migrate import migrate
from app.storage.operations import Operation
from app.storage.projection import rebuild_search
from app.storage.salvage import Salvage
from models.base import utc_now
from models.migrations import HEADS
from models.operation import DEVICE, OP_LOG

SETTINGS, FACTS = settings.FILE_NAME, key_facts.FILE_NAME
FILES = (STORE, OUTBOX, FACTS)
OPERATION = ["n", "op_id", "kind", "entity", "at", "body"]
DRAFT = ["key", "body", "updated_at"]
Problems = dict[str, list[str]]  # sentences by file
Silent: Progress = lambda done, total: None  # noqa: E731


@dataclass(slots=True)
class Report:
    """What a repair found and did: `problems` {file: sentences}, counts by table, operations nobody vouches for.

    `lost` are sequence numbers of the device that the damaged outbox had given and nobody has, None when it cannot be
    said; `after` is the last one that is known.
    """

    problems: Problems
    aside: Path | None = None
    rows: dict[str, int] = field(default_factory=dict)
    holes: dict[str, int] = field(default_factory=dict)
    replayed: int = 0
    not_applied: int = 0
    drafts: int | None = None
    device: UUID | None = None
    after: int | None = None
    lost: list[int] | None = None
    new_recovery_key: str | None = field(default=None, repr=False)
    last_backup: str | None = None


def look(folder: Path, key: FolderKey, progress: Progress = Silent) -> Problems:
    """Return what is wrong, {file: sentences}, nothing when all is whole; nobody has the folder open."""
    problems: Problems = {}
    for name in _databases(folder):
        found = _problems(folder / name, key.for_file(name), progress)
        if found:
            problems[name] = found
    try:
        settings.load(folder)
    except AppError as error:
        problems[SETTINGS] = [str(error)]
    return problems


def repair(
    folder: Path, recovery_key: str | None = None, progress: Progress = Silent,
    agree: Callable[[Problems], None] = lambda _: None,
) -> Report:  # fmt: skip
    """Mend a data folder; returns what was found and done, with nothing set aside where all was whole.

    `agree` is told what is damaged before anything is done, and raises to prevent it. The recovery key is needed only
    where the facts about the key are damaged and this computer lacks the key. Raises KnownError; then, as after a kill
    at any moment, the folder is as it was or mended.
    """
    with _alone(folder):
        key, mended_facts = key_search.find(folder, recovery_key)
        problems = look(folder, key, progress)
        if mended_facts is not None:
            problems[FACTS] = [Phrase(QT_TRANSLATE_NOOP("AppError", "the facts about the key cannot be read"))]
        report = Report(problems, new_recovery_key=key.new_recovery_key)
        if not problems:
            return report
        agree(problems)
        record = backup_record.read(folder)
        report.last_backup = record.path if record is not None else None
        building = swap.begin(folder)
        _keep_whole(folder, building, key, problems)
        if mended_facts is not None:
            key_facts.write(building, mended_facts)
        if is_shared(folder):
            _mend_desk(folder, building, key, report)
        elif {STORE, OUTBOX} & problems.keys():
            _mend(folder, building, key, report)
        for name in (LOCK, in_use.LOCK):
            (building / name).unlink(missing_ok=True)
        with FileLock(folder / LOCK, timeout=NEW_FOLDER_WAIT_SECONDS):
            report.aside = swap.commit(folder, utc_now().astimezone())
        _leave_only_damaged(report)
    return report


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        alone = InUse(folder, alone=True)
    except OSError as error:
        raise _not_mended(folder, error) from error
    try:
        with FileLock(folder / LOCK, timeout=NEW_FOLDER_WAIT_SECONDS):
            swap.finish(folder)
        yield
    except OSError as error:
        raise _not_mended(folder, error) from error
    finally:
        shutil.rmtree(folder / swap.RESTORING, ignore_errors=True)
        alone.release()


def _not_mended(folder: Path, error: OSError) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "Not mended"),
        QT_TRANSLATE_NOOP("AppError", "{folder}: {reason}. All is as it was. Make room or allow writing first."),
        folder=folder, reason=error.strerror or error,
    )  # fmt: skip


def _problems(path: Path, key: bytes, progress: Progress) -> list[str]:
    if not path.exists() or not path.stat().st_size:
        return [f"{path.name} is {'empty' if path.exists() else 'missing'}"]
    return check_file(path, key, progress, in_use=False)


def _keep_whole(folder: Path, building: Path, key: FolderKey, problems: Problems) -> None:
    """Put what is whole into the new state: the same files under a second name, for they may be large."""
    for name in swap.DATA:
        source = folder / name
        if name in problems or not source.exists():
            continue
        if name in (STORE, OUTBOX):
            _settle(source, key.for_file(name))
            _link(source, building / name)
        else:
            shutil.copy2(source, building / name)


def _settle(path: Path, key: bytes) -> None:
    """Bring the log of a whole file over into it; the last connection to close does so."""
    with suppress(sqlcipher.DatabaseError):
        engine = open_file(path, key, write=True)
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        engine.dispose()


def _link(source: Path, target: Path) -> None:
    logs = [""] + [log for log in ("-wal",) if source.with_name(source.name + log).exists()]
    for log in logs:
        try:
            os.link(source.with_name(source.name + log), target.with_name(target.name + log))
        except OSError:  # a file system without second names
            shutil.copy2(source.with_name(source.name + log), target.with_name(target.name + log))


def _mend(folder: Path, building: Path, key: FolderKey, report: Report) -> None:
    """Make the files anew that are damaged, from what can be read of both."""
    outbox = Salvage(folder / OUTBOX, key.for_file(OUTBOX))
    store = Salvage(folder / STORE, key.for_file(STORE)) if STORE in report.problems else None
    operations = list(rebuild.operations_of(outbox.rows("operation", OPERATION))) if _has(outbox, "operation") else []
    desk = _first(outbox.rows("device", ["id", "next_n"])) if _has(outbox, "device") else None
    device = UUID(bytes=desk[0]) if desk is not None else None
    _mend_store(building, key, report, store, device, operations)
    if OUTBOX in report.problems:
        drafts = list(outbox.rows("draft", DRAFT)) if _has(outbox, "draft") else []
        _mend_outbox(building, key, drafts)
        report.drafts = len(drafts)
        _vouch(building, key, report, device, operations, desk[1] if desk is not None else None)
    report.holes |= outbox.holes | (store.holes if store is not None else {})
    with _finished(building) as made:  # the new outbox gets a device and a prefix nobody has
        made.start_writer()


def _databases(folder: Path) -> tuple[str, ...]:
    """Return the files to look at; a cache that is not there yet is nothing wrong."""
    return tuple(name for name in databases(folder) if name != CACHE_FILE or (folder / name).exists())


def _mend_desk(folder: Path, building: Path, key: FolderKey, report: Report) -> None:
    """Mend the desk of a shared store: a cache is filled anew, of a damaged outbox all that can be read is sent.

    It is sent as another device's, in the order in which it was saved; the store knows what it has.
    """
    if {CACHE_FILE, OUTBOX} & report.problems.keys():
        cache_file.drop(folder / CACHE_FILE)
    if OUTBOX not in report.problems:
        return
    outbox = Salvage(folder / OUTBOX, key.for_file(OUTBOX))
    operations = list(outbox.rows("operation", OPERATION)) if _has(outbox, "operation") else []
    desk = _first(outbox.rows("device", ["id", "next_n"])) if _has(outbox, "device") else None
    drafts = list(outbox.rows("draft", DRAFT)) if _has(outbox, "draft") else []
    _mend_outbox(building, key, drafts)
    with _finished(building) as made:
        made.start_writer()
    engine = open_file(building / OUTBOX, key.for_file(OUTBOX), write=True, full=True)
    with faults.told(faults.writing, building / OUTBOX), engine.begin() as connection:
        renumbered = ((n, *row[1:]) for n, row in enumerate(sorted(operations, key=lambda row: row[0]), start=1))
        rebuild.insert_all(connection, "operation", OPERATION, renumbered)
        connection.execute(update(DEVICE).values(next_n=len(operations) + 1))
    engine.dispose()
    (building / CACHE_FILE).unlink(missing_ok=True)
    known = {int(row[0]) for row in operations}
    report.drafts, report.replayed, report.holes = len(drafts), len(operations), report.holes | outbox.holes
    if desk is not None:
        report.device, report.after = UUID(bytes=desk[0]), max(known, default=0)
        report.lost = [n for n in range(min(known, default=desk[1]), desk[1]) if n not in known]


def _mend_store(
    building: Path, key: FolderKey, report: Report, damaged: Salvage | None, device: UUID | None,
    operations: list[Operation],
) -> None:  # fmt: skip
    engine = open_file(building / STORE, key.for_file(STORE), write=True)
    try:
        if damaged is not None:
            refuse_newer(damaged)
        migrate(engine, "store", rebuild_search)
        with faults.told(faults.writing, building / STORE), engine.connect() as connection, connection.begin():
            if damaged is not None:
                report.rows = rebuild.take_rows(connection, damaged)
                for other, op in rebuild.others(connection, device):
                    rebuild.heal(connection, other, [op])
            if device is None and operations:
                device = connection.execute(LAST_DEVICE).scalar()
            if device is not None:
                counts = rebuild.heal(connection, device, operations, only_new=damaged is None)
                report.replayed, report.not_applied = counts
            if damaged is not None:
                rebuild.derive(connection)
    finally:
        engine.dispose()


LAST_DEVICE = select(OP_LOG.c.device).order_by(OP_LOG.c.seq.desc()).limit(1)


def refuse_newer(damaged: Salvage) -> None:
    """Raise KnownError for a store of a newer Ringbook: this one would not take over what it does not know."""
    version = _first(damaged.rows("alembic_version", ["version_num"])) if _has(damaged, "alembic_version") else None
    if version is not None and str(version[0]) > HEADS["store"]:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The data is newer than this program"),
            QT_TRANSLATE_NOOP("AppError", "{file} is of a newer Ringbook (schema {version}). Update this one."),
            file=damaged.path, version=version[0],
        )  # fmt: skip


def _mend_outbox(building: Path, key: FolderKey, drafts: list[Any]) -> None:
    engine = open_file(building / OUTBOX, key.for_file(OUTBOX), write=True, full=True)
    migrate(engine, "outbox")
    with faults.told(faults.writing, building / OUTBOX), engine.begin() as connection:
        rebuild.insert_all(connection, "draft", DRAFT, iter(drafts))
    engine.dispose()


def _vouch(
    building: Path, key: FolderKey, report: Report, device: UUID | None, operations: list[Operation], next_n: int | None
) -> None:
    """Say which operations of the device that ends here nobody has."""
    engine = open_file(building / STORE, key.for_file(STORE))
    with engine.connect() as connection:
        device = device or connection.execute(LAST_DEVICE).scalar()
        known = set(connection.execute(select(OP_LOG.c.n).where(OP_LOG.c.device == device)).scalars())
    engine.dispose()
    known |= {op.n for op in operations}
    report.device, report.after = device, max(known, default=0)
    report.lost = [n for n in range(1, next_n) if n not in known] if next_n is not None else None


@contextmanager
def _finished(building: Path) -> Iterator[DataFolder]:
    folder = DataFolder(building)
    try:
        yield folder
    finally:
        folder.close()


def _has(salvage: Salvage, table: str) -> bool:
    return bool(salvage.columns(table))


def _first(rows: Iterator[Any]) -> Any:
    return next(rows, None)


def _leave_only_damaged(report: Report) -> None:
    """What is whole went on under its own name; its second name would change with it."""
    for path in report.aside.iterdir() if report.aside is not None else ():
        if path.name.removesuffix("-wal").removesuffix("-shm") not in report.problems:
            path.unlink()
