"""Puts a backup into a data folder: built beside what is there, checked, and only then in its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from filelock import FileLock
from sqlalchemy import Connection, func, select, text, update
from sqlalchemy.exc import DatabaseError

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.progress import Progress, part
from app.storage import backup_errors as errors
from app.storage import key_facts, keys, references, swap
from app.storage.backup_file import (
    DATABASES,
    DESK,
    FACTS,
    FORMAT,
    SETTINGS,
    BrokenPackError,
    Contents,
    Manifest,
    NotABackupError,
    check_bytes,
    extract,
    read_contents,
    read_manifest,
    read_text,
)
from app.storage.engine import open_file
from app.storage.folder import LOCK, NEW_FOLDER_WAIT_SECONDS, OUTBOX, STORE, DataFolder
from app.storage.in_use import InUse
from app.storage.integrity import check_file
from app.storage.key_facts import KeyFacts
from app.storage.keys import FolderKey
from models.base import utc_now, uuid7
from models.migrations import HEADS
from models.operation import DEVICE, OP_LOG, OPERATION

T = TypeVar("T")
ROOM_TO_SPARE = 16_000_000
HAS_PREFIX = text('SELECT 1 FROM "case" WHERE reference >= :first AND reference < :last LIMIT 1')
LAST_COUNT = text(
    'SELECT max(CAST(substr(reference, 4, length(reference) - 5) AS INTEGER)) FROM "case" '
    "WHERE reference >= :first AND reference < :last"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was looked at: what it says about itself and its key. Whether it is whole, `check` tells."""

    contents: Contents
    manifest: Manifest
    facts: KeyFacts

    @property
    def path(self) -> Path:
        return self.contents.path

    @property
    def is_desk(self) -> bool:
        """Whether it is of a desk of a shared store: of its outbox, as its cache is filled anew."""
        return DESK in self.contents.members

    @property
    def databases(self) -> tuple[str, ...]:
        return tuple(name for name in DATABASES if name in self.contents.members)

    @property
    def size(self) -> int:
        """Return how many bytes it takes in a data folder."""
        return sum(size for _, size in self.contents.members.values())


def look_at(path: Path) -> Backup:
    """Return what a backup says about itself; raises KnownError when it cannot be read or is of a newer Ringbook."""
    return _known(path, lambda: _look_at(path))


def check(backup: Backup, progress: Progress = lambda done, total: None) -> None:
    """Read every byte; raises KnownError when one is not as it was written."""
    _known(backup.path, lambda: check_bytes(backup.path, progress))


def needs_recovery_key(backup: Backup, folder: Path) -> bool:
    """Whether this computer lacks the key of the backup; `folder` is where it shall go."""
    return keys.at_hand(folder, backup.facts) is None


def holds_data(folder: Path) -> bool:
    """Whether a restore would replace anything."""
    return any((folder / name).exists() for name in (*DATABASES, FACTS))


def restore(
    backup: Backup, folder: Path, recovery_key: str | None = None, progress: Progress = lambda done, total: None
) -> Path | None:
    """Replace what `folder` holds by the backup; return where that is kept, None where there was nothing.

    The recovery key is needed where this computer lacks the key. `progress` is told of thousandths and stops it by
    CancelledError. Raises KnownError; then, as after a kill at any moment, the folder is as it was or restored.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        alone = InUse(folder, alone=True)
    except OSError as error:
        raise errors.cannot_restore(folder, error) from error
    try:
        with FileLock(folder / LOCK, timeout=NEW_FOLDER_WAIT_SECONDS):
            swap.finish(folder)  # of an earlier restore
        free = shutil.disk_usage(folder).free
        if free < backup.size + ROOM_TO_SPARE:
            raise errors.no_room(folder, backup.size + ROOM_TO_SPARE, free)
        _build(backup, folder, recovery_key, progress)
        with FileLock(folder / LOCK, timeout=NEW_FOLDER_WAIT_SECONDS):
            return swap.commit(folder, utc_now().astimezone())
    except OSError as error:
        raise errors.cannot_restore(folder, error) from error
    except DatabaseError as error:  # the disk is full, as SQLite tells it
        raise errors.cannot_restore(folder, error.orig) from error
    finally:
        shutil.rmtree(folder / swap.RESTORING, ignore_errors=True)
        alone.release()


def _look_at(path: Path) -> Backup:
    contents = read_contents(path)
    manifest = read_manifest(contents)
    if manifest.format > FORMAT or any(manifest.schema.get(kind, "") > head for kind, head in HEADS.items()):
        raise errors.newer(path, manifest.version)
    try:
        facts = key_facts.from_json(json.loads(read_text(contents, FACTS)))
    except (ValueError, KeyError, TypeError) as error:
        unread = QT_TRANSLATE_NOOP("AppError", "the facts about its key cannot be read")
        raise BrokenPackError(Phrase(unread)) from error
    return Backup(contents, manifest, facts)


def _known(path: Path, read: Callable[[], T]) -> T:
    try:
        return read()
    except NotABackupError:
        raise errors.not_a_backup(path) from None
    except BrokenPackError as error:
        raise errors.backup_damaged(path, error.problem) from error
    except OSError as error:
        raise errors.cannot_read(path, error) from error


def _build(backup: Backup, folder: Path, recovery_key: str | None, progress: Progress) -> None:
    """Make a whole data folder of the backup, ready to take the place of the one there."""
    check(backup, part(progress, 0, 250))
    master = keys.at_hand(folder, backup.facts)
    if master is None:
        if recovery_key is None:
            raise errors.needs_recovery_key(backup.path)
        master = keys.unwrap(recovery_key, backup.facts)
    building = swap.begin(folder)
    _extract(backup, building, part(progress, 250, 500))
    key = keys.adopt(building, master)
    _check_pages(backup, building, key, part(progress, 500, 900))
    with closing(DataFolder(building)) as restored:  # brings it to the schema of this version
        restored.start_writer()  # applies what the outbox held beyond the store
    progress(950, 1000)
    if not backup.is_desk:  # whose store says itself that it knows more of this device, and lets it go on as another
        _begin_as_another_desk(building, key, _used_prefixes(folder, key))
    for name in backup.databases:
        _empty_log(building, key, name)
    for path in building.iterdir():
        if path.name not in swap.DATA:
            path.unlink()
    progress(1000, 1000)


def _empty_log(building: Path, key: FolderKey, name: str) -> None:
    """Bring what is in the write-ahead log into the file, so that the file is all there is."""
    engine = open_file(building / name, key.for_file(name), write=True, full=True)
    raw = engine.raw_connection()
    busy, *_ = cast(Any, raw.driver_connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    raw.close()
    engine.dispose()
    if busy:
        raise errors.cannot_restore(
            building.parent, Phrase(QT_TRANSLATE_NOOP("AppError", "{file} is in use"), file=name)
        )


def _extract(backup: Backup, building: Path, progress: Progress) -> None:
    done = 0

    def tell(part: int, _: int) -> None:
        progress(done + part, backup.size)

    for name, (_, size) in backup.contents.members.items():
        if name in (*DATABASES, FACTS, SETTINGS, DESK):
            sha256 = str(backup.manifest.files.get(name, {}).get("sha256"))
            try:
                extract(backup.contents, name, building / name, sha256, tell)
            except BrokenPackError as error:
                raise errors.backup_damaged(backup.path, error.problem) from error
        done += size


def _check_pages(backup: Backup, building: Path, key: FolderKey, progress: Progress) -> None:
    for place, name in enumerate(backup.databases):
        half = part(progress, 500 * place, 500 * place + 500)
        if problems := check_file(building / name, key.for_file(name), half, in_use=False):
            raise errors.backup_damaged(backup.path, problems[0])


def _begin_as_another_desk(building: Path, key: FolderKey, used: set[str]) -> None:
    """Go on under a new device and prefix: the desk the backup is of may live on and give the same numbers.

    The operations went into the store, which knows them by the old device; they lie in the backup too.
    """
    with _reading(building, key, STORE) as store, _reading(building, key, OUTBOX) as outbox:
        device = outbox.execute(select(DEVICE.c.id, DEVICE.c.prefix)).one()
        last = outbox.execute(select(func.max(OPERATION.c.n))).scalar() or 0
        taken = store.execute(select(func.max(OP_LOG.c.n)).where(OP_LOG.c.device == device.id)).scalar()
        if last > (taken or 0):
            raise errors.cannot_restore(
                building.parent,
                Phrase(QT_TRANSLATE_NOOP("AppError", "the store did not take all operations of the backup")),
            )
        used = used | {device.prefix}
        prefix = references.free_prefix(lambda prefix: prefix in used or _has_prefix(store, prefix))
        given = store.execute(LAST_COUNT, _range(prefix)).scalar() or 0
    engine = open_file(building / OUTBOX, key.for_file(OUTBOX), write=True, full=True)
    with engine.begin() as connection:
        connection.execute(OPERATION.delete())
        connection.execute(update(DEVICE).values(id=uuid7(), prefix=prefix, next_n=1, next_reference=given + 1))
    engine.dispose()


def _used_prefixes(folder: Path, key: FolderKey) -> set[str]:
    """Return under which prefixes the data that is replaced gave references, as far as it can be read."""
    try:
        with _reading(folder, key, OUTBOX) as outbox, _reading(folder, key, STORE) as store:
            given = {prefix for prefix in references.all_prefixes() if _has_prefix(store, prefix)}
            return given | set(outbox.execute(select(DEVICE.c.prefix)).scalars())
    except (DatabaseError, OSError):
        return set()


def _has_prefix(store: Connection, prefix: str) -> bool:
    return store.execute(HAS_PREFIX, _range(prefix)).first() is not None


def _range(prefix: str) -> dict[str, str]:
    return {"first": f"{prefix}-", "last": f"{prefix}."}


@contextmanager
def _reading(folder: Path, key: FolderKey, name: str) -> Iterator[Connection]:
    if not (folder / name).exists():
        raise FileNotFoundError(name)
    engine = open_file(folder / name, key.for_file(name))
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
