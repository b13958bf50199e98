"""A data folder: its key, its two encrypted files, the writer and the reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DatabaseError

from app.errors import QT_TRANSLATE_NOOP, KnownError, Phrase
from app.events import DataTrouble, RowsChanged
from app.storage import faults, key_facts, keys, shared_folder, swap
from app.storage.engine import CACHE, open_file
from app.storage.in_use import InUse
from app.storage.local_store import LocalStore
from app.storage.migrate import migrate
from app.storage.outbox import Outbox
from app.storage.projection import rebuild_search
from app.storage.reader import Reader
from app.storage.search_index import LAST
from app.storage.sqlite_store import SqliteStore
from app.storage.unfinished import check_unfinished
from app.storage.writer import Writer
from models.base import utc_now
from models.case import CASE

if TYPE_CHECKING:
    from app.storage.shared_outbox import SharedOutbox

OUTBOX, STORE, CACHE_FILE, LOCK = "outbox.db", "store.db", "cache.db", ".lock"
# KiB: an end that grows; the tops of the store's trees at a million customers.
OUTBOX_CACHE, WRITER_CACHE = 2_000, 8_000
NEW_FOLDER_WAIT_SECONDS = 60
EMPTY = Phrase(QT_TRANSLATE_NOOP("AppError", "it is empty"))


class DataFolder:
    """Opens the files of one folder, making them the first time; several processes may do so at once.

    A folder with `store.json` is the desk of a shared store (`is_shared`): it has a cache in the place of the store.
    Only who fills a store in bulk opens an `unfinished` one; anybody else gets a KnownError.
    """

    def __init__(self, path: Path, *, unfinished: bool = False) -> None:
        _make(path)
        self.path = path
        self._in_use = self._take()
        try:
            self._open(unfinished)
        except BaseException:
            self._in_use.release()
            raise

    def _take(self) -> InUse:
        """Hold the folder, before that finishing a restore that was killed after its decision."""
        try:
            with FileLock(self.path / LOCK, timeout=NEW_FOLDER_WAIT_SECONDS):
                swap.finish(self.path)
                return InUse(self.path)
        except OSError as error:
            raise _unusable(self.path, error) from error

    def _open(self, unfinished: bool) -> None:
        path = self.path
        self.is_shared = is_shared(path)
        self.shown = path / databases(path)[1]  # the file that is read
        with FileLock(path / LOCK, timeout=NEW_FOLDER_WAIT_SECONDS):
            self.key = keys.open_folder(path)
            if self.is_shared:
                self._prepare_cache()
            else:
                self._prepare_store(unfinished)
        self.reader = Reader(open_file(self.shown, self.key.for_file(self.shown.name)))
        self.outbox_reader = Reader(open_file(path / OUTBOX, self.key.for_file(OUTBOX), cache=OUTBOX_CACHE))
        self.writer: Writer | None = None

    def _prepare_cache(self) -> None:
        migrate(self._write_engine(OUTBOX), "outbox")
        from app.storage import cache_file  # one seat has none

        outbox = self._shared_outbox(OUTBOX_CACHE)
        shown, last_n = outbox.shown_from(), outbox.me().next_n - 1
        outbox.close()
        key, alone = self.key.for_file(CACHE_FILE), self._in_use.is_only()
        cache_file.prepare(self.shown, key, shown, last_n, utc_now(), alone=alone)

    def _shared_outbox(self, cache: int) -> SharedOutbox:
        from app.storage.shared_outbox import SharedOutbox

        return SharedOutbox(self._write_engine(OUTBOX, cache))

    def _prepare_store(self, unfinished: bool) -> None:
        self._check_both()
        migrate(self._write_engine(OUTBOX), "outbox")
        # Before the migration, which would wait for who fills it, and look for indexes that are away.
        check_unfinished(self.shown, self.key.for_file(STORE), filling=unfinished)
        migrate(self._write_engine(STORE), "store", rebuild_search)

    def _check_both(self) -> None:
        """A file that is gone or empty is no first start while the other one has something: raises DamagedError."""
        for name, other, table in ((STORE, OUTBOX, "operation"), (OUTBOX, STORE, "op_log")):
            if _is_empty(self.path / name) and self._holds(other, table):
                raise faults.damaged(self.path / name, EMPTY if (self.path / name).exists() else key_facts.MISSING)

    def _holds(self, name: str, table: str) -> bool:
        if _is_empty(self.path / name):
            return False
        engine = self._write_engine(name)
        try:
            with engine.connect() as connection:
                return connection.execute(text(f"SELECT 1 FROM {table} LIMIT 1")).first() is not None  # noqa: S608
        except DatabaseError:  # a first start that was killed, or a file of which `migrate` will say what it is
            return False
        finally:
            engine.dispose()

    def start_writer(self, on_change: Callable[[RowsChanged | DataTrouble], None] = lambda _: None) -> Writer:
        """Start the writer; what a crash left in the outbox is applied before this returns."""
        self.on_change = on_change
        self.writer = Writer(self._open_outbox, self._open_shown, lambda event: self.on_change(event))
        self.writer.start()
        return self.writer

    def _open_outbox(self) -> Outbox:
        if self.is_shared:
            return self._shared_outbox(OUTBOX_CACHE)
        return Outbox(self._write_engine(OUTBOX, OUTBOX_CACHE), self._has_references)

    def _open_shown(self) -> LocalStore:
        engine = self._write_engine(self.shown.name, WRITER_CACHE)
        if not self.is_shared:
            return SqliteStore(engine)
        from app.storage.cache_store import CacheStore

        return CacheStore(engine)

    def store_engine(self) -> Engine:
        """Return a writing engine on the store, for bulk loading of sample data, which goes around operations."""
        return self._write_engine(STORE)

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
        self.reader.close()
        self.outbox_reader.close()
        self._in_use.release()

    def _has_references(self, prefix: str) -> bool:
        """Whether references with this prefix were given, by whichever desk."""
        given = select(CASE.c.id).where(CASE.c.reference.between(f"{prefix}-", f"{prefix}-{LAST}")).limit(1)
        return self.reader.run(lambda connection: connection.execute(given).first()) is not None

    def _write_engine(self, name: str, cache: int = CACHE) -> Engine:
        return open_file(self.path / name, self.key.for_file(name), write=True, full=name == OUTBOX, cache=cache)


def is_shared(path: Path) -> bool:
    """Whether a data folder is the desk of a shared store; raises DamagedError where that cannot be read."""
    return shared_folder.read(path) is not None


def databases(path: Path) -> tuple[str, str]:
    """Return the names of the two files of a data folder, the outbox first."""
    return OUTBOX, CACHE_FILE if is_shared(path) else STORE


def finish_restore(path: Path) -> None:
    """Bring a restore to its end that was killed after it had decided; quick when there is none."""
    if any((path / name).exists() for name in (swap.READY, swap.MOVING)):
        with FileLock(path / LOCK, timeout=NEW_FOLDER_WAIT_SECONDS):
            swap.finish(path)


def _is_empty(path: Path) -> bool:
    """Whether there is no such file, or nothing in it or in its log."""
    return not any(part.exists() and part.stat().st_size for part in (path, path.with_name(f"{path.name}-wal")))


def _make(path: Path) -> None:
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        (path / LOCK).touch()
    except OSError as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: OSError) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The data folder cannot be used"),
        QT_TRANSLATE_NOOP("AppError", "{path}: {reason}. Choose another folder with --data."),
        path=path, reason=error.strerror or error,
    )  # fmt: skip
