"""The shared store in one SQLite file: every desk opens it itself, and SQLite's locks keep them apart."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from app.storage.engine import open_file
from app.storage.heaps import Heap, heaps_of
from app.storage.local_store import Result
from app.storage.operations import Operation
from app.storage.references import free_prefix
from app.sync.digest import digest
from app.sync.records import AuditRow, Cursor, Desk, Digest, Identity, Page, Row, Welcome
from app.sync.shared_store import MOST_FETCHED
from app.sync.sqlite import auditing, editing, lookups, people, reading
from app.sync.sqlite.errors import calling, cannot_lock, gone, put_back
from app.sync.sqlite.ledger import SEQ
from app.sync.sqlite.push import push
from app.sync.sqlite.wire import check_wire
from models.base import utc_now
from models.operation import OP_LOG
from models.shared import BACKUP, KNOWN_DEVICE, LOOKUP, SHARED_STORE

WRITE_BUSY_MS = 5_000  # a push waits so long for those of other desks
READ_BUSY_MS = 2_500  # less than a heartbeat may take
POLL_S = 1.0
MOST_LINES = 5_000


class SqliteSharedStore:
    """A `SharedStore` for a login; `key` opens the file, `clock` is its time."""

    def __init__(self, path: Path, key: bytes, login: str, clock: Callable[[], datetime] = utc_now) -> None:
        self.path = path
        self.login = login
        self._clock = clock
        self._is_interrupted = threading.Event()
        with calling(path):
            self._writer = _connect(path, key, write=True)
            self._reader = _connect(path, key, write=False)
            self._seen = self._version()
        opened = path.stat()
        self._is_file = opened.st_dev, opened.st_ino

    def hello(self, desk: Desk, cursor: Cursor | None) -> Welcome:
        with self._write() as connection:
            by = people.who(connection, self.login)
            store = connection.execute(select(SHARED_STORE)).one()
            check_wire(desk.wire, store, self.path)
            known = people.device_of(connection, self.login, desk.device)
            now = self._clock()
            prefix = (known and known.prefix) or _prefix(connection, desk)
            people.keep_device(
                connection, desk.device, self.login, prefix=prefix, machine=desk.machine, program=desk.program,
                wire=desk.wire, offset_ms=(desk.clock - now) // timedelta(milliseconds=1),
            )  # fmt: skip
            stands = _stands(connection)
            backed_up = select(func.max(BACKUP.c.seq)).where(BACKUP.c.verified_at.is_not(None))
            return Welcome(
                store=store.id,
                prefix=prefix,
                identity=by,
                team_names=dict(people.TEAMS.all(connection, {})),
                clock=now,
                cursor=stands,
                is_restored=cursor is not None and _is_of_another_life(connection, cursor, stands.seq),
                last_n=known.last_n if known else 0,
                wire=(store.wire_oldest, store.wire_newest),
                backup_seq=connection.execute(backed_up).scalar() or 0,
                most_held=store.most_held,
            )

    def last_n(self, device: UUID) -> int:
        with self._read() as connection:
            known = people.device_of(connection, self.login, device)
            return known.last_n if known else 0

    def begin_after(self, device: UUID, n: int) -> None:
        with self._write() as connection:
            people.who(connection, self.login)
            people.begin_after(connection, self.login, device, n)

    def push(self, device: UUID, operations: Sequence[Operation]) -> list[Result]:
        with self._write() as connection:
            by = people.who(connection, self.login)
            known = people.device_of(connection, self.login, device)
            if known is None:  # it said hello, to a store that was put back since
                raise put_back(self.path)
            return push(connection, by, known, operations, self._clock())

    def answers(self, device: UUID, after_n: int, most: int) -> list[tuple[int, Result]]:
        columns = (OP_LOG.c[name] for name in ("n", "op_id", "result", "reason", "seq", "taken_at"))
        behind = (OP_LOG.c.device == device, OP_LOG.c.login == self.login, OP_LOG.c.n > after_n)
        found = select(*columns).where(*behind).order_by(OP_LOG.c.n).limit(min(most, MOST_LINES))
        with self._reading() as (connection, _):
            return [(n, Result(*line)) for n, *line in connection.execute(found).all()]

    def pull(self, cursor: Cursor, most: int) -> Page:
        with self._reading() as (connection, by):
            stands = SEQ.all(connection, {})[0]
            return reading.pull(connection, by, stands, cursor, max(1, min(most, MOST_LINES)))

    def team_rows(self, after: UUID | None, most: int) -> list[Row]:
        with self._reading() as (connection, by):
            return reading.team_rows(connection, by, after, most)

    def working_set(self) -> list[UUID]:
        with self._reading() as (connection, by):
            most = connection.execute(select(SHARED_STORE.c.most_held)).scalar_one()
            return reading.working_set(connection, by, most)

    def customers(self, ids: Sequence[UUID], after_seq: int = 0) -> list[Row]:
        _check_count(ids)
        with self._reading() as (connection, _):
            return reading.customers(connection, ids, after_seq)

    def whole(self, ids: Sequence[UUID], meanwhile: Callable[[], None] | None = None) -> list[Heap]:
        return heaps_of(self.customers(ids), ids)

    def rows(self, entities: Sequence[UUID]) -> list[Row]:
        _check_count(entities)
        with self._reading() as (connection, _):
            return reading.rows(connection, entities)

    def whose(self, e164: str | None, suffix_key: str | None) -> list[UUID]:
        with self._reading() as (connection, _):
            found = lookups.whose(connection, e164, suffix_key)
        self._log_lookup("whose", len(found))
        return found

    def find(self, text: str) -> list[UUID]:
        with self._reading() as (connection, _):
            found = lookups.find(connection, text)
        self._log_lookup("find", len(found))
        return found

    def open_digest(self) -> Digest:
        with self._reading() as (connection, by):
            return digest(reading.open_work(connection, by))

    def customer_digests(self, ids: Sequence[UUID]) -> dict[UUID, Digest]:
        _check_count(ids)
        with self._reading() as (connection, _):
            return {id_: digest(reading.revisions_of(connection, id_)) for id_ in ids}

    def audit(self, before_seq: int | None, most: int, login: str = "", entity: UUID | None = None) -> list[AuditRow]:
        with self._reading() as (connection, by):
            return auditing.audit(connection, by, before_seq, min(most, MOST_LINES), login, entity)

    def editing(self, case: UUID | None) -> list[str]:
        now = self._clock()
        with self._reading() as (connection, _):
            is_said = editing.is_said(connection, self.login, case, now)
        if not is_said:
            with self._write() as connection:
                editing.say(connection, self.login, case, now)
        with self._read() as connection:
            return [] if case is None else editing.others(connection, self.login, case, now)

    def heartbeat(self) -> None:
        with self._read() as connection:
            _stands(connection)

    def wait(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not self._is_interrupted.is_set():
            with calling(self.path):
                version = self._version()
            if version != self._seen:
                self._seen = version
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            self._is_interrupted.wait(min(left, POLL_S))
        self._is_interrupted.clear()
        return False

    def interrupt(self) -> None:
        self._is_interrupted.set()

    def close(self) -> None:
        for connection in (self._reader, self._writer):
            connection.close()
            connection.engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with calling(self.path), self._reader.begin():
            self._check_same_file()
            yield self._reader

    @contextmanager
    def _reading(self) -> Iterator[tuple[Connection, Identity]]:
        with self._read() as connection:
            yield connection, people.who(connection, self.login)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """One transaction that nobody else writes beside; what it read still holds when it writes."""
        with calling(self.path), self._writer.begin():
            self._check_same_file()
            yield self._writer

    def _check_same_file(self) -> None:
        """A file that was put in its place would never get what is written to the one that is open."""
        try:
            now = self.path.stat()
        except OSError as error:
            raise gone(self.path) from error
        if (now.st_dev, now.st_ino) != self._is_file:
            raise put_back(self.path)

    def _log_lookup(self, what: str, count: int) -> None:
        with self._write() as connection:
            values = {"login": self.login, "at": self._clock(), "what": what, "count": count}
            connection.execute(insert(LOOKUP).values(values))

    def _version(self) -> int:
        """Return what changes whenever anybody, but for this connection, has written the file."""
        driver: Any = self._reader.connection.driver_connection
        return int(driver.execute("PRAGMA data_version").fetchone()[0])


def _connect(path: Path, key: bytes, *, write: bool) -> Connection:
    busy_ms = WRITE_BUSY_MS if write else READ_BUSY_MS
    engine = open_file(path, key, write=write, full=True, journal="DELETE", busy_ms=busy_ms)
    connection = engine.connect()
    driver: Any = connection.connection.driver_connection
    if driver.execute("PRAGMA journal_mode").fetchone()[0] != "delete":  # another program has the file open with a WAL
        connection.close()
        engine.dispose()
        raise cannot_lock(path, "WAL")
    return connection


def _stands(connection: Connection) -> Cursor:
    seq = SEQ.all(connection, {})[0]
    return Cursor(seq, reading.op_at(connection, seq))


def _is_of_another_life(connection: Connection, cursor: Cursor, stands: int) -> bool:
    """Whether a cursor tells of a future this store has not lived: it was put back from a backup."""
    return cursor.seq > stands or reading.op_at(connection, cursor.seq) != cursor.op_id


def _prefix(connection: Connection, desk: Desk) -> str:
    """Return what the desk asks for, or a prefix no other desk has."""
    given = select(KNOWN_DEVICE.c.prefix).where(KNOWN_DEVICE.c.id != desk.device)
    taken = set(connection.execute(given).scalars())
    return desk.prefix if desk.prefix not in taken else free_prefix(taken.__contains__)


def _check_count(ids: Sequence[UUID]) -> None:
    if len(ids) > MOST_FETCHED:
        raise ValueError(f"at most {MOST_FETCHED} at once")
