"""Moves one seat's own data into a shared store that is new: rows, log and desk, so that nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb
from sqlalchemy import JSON, Connection, Table, func, select

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.progress import Progress
from app.storage.operations import ENTITIES
from app.sync.address import StoreAddress
from app.sync.postgres import creating, loading, upkeep
from app.sync.postgres.admin_link import Raw, owner_of, session, value
from app.sync.postgres.wire import without_nul
from models.operation import OP_LOG

ROWS = 2_000  # read from the file at a time; so many customers are made findable between two words of progress
_PLACES = """
SELECT id AS entity, 'customer' AS "table", NULL::integer AS team, id AS customer_id, revision FROM app.customer
UNION ALL SELECT id, 'contact_point', NULL, customer_id, revision FROM app.contact_point
UNION ALL SELECT id, 'number_choice', NULL, customer_id, revision FROM app.number_choice
UNION ALL SELECT id, 'call', NULL, customer_id, revision FROM app.call
UNION ALL SELECT l.id, 'call_leg', NULL, k.customer_id, l.revision
    FROM app.call_leg l LEFT JOIN app.call k ON k.id = l.call_id
UNION ALL SELECT id, 'case', team, customer_id, revision FROM app."case"
UNION ALL SELECT e.id, 'case_event', k.team, k.customer_id, e.revision
    FROM app.case_event e LEFT JOIN app."case" k ON k.id = e.case_id
UNION ALL SELECT id, 'follow_up', team, customer_id, revision FROM app.follow_up"""
# What was changed by operations stands where the last of them does; what was loaded in bulk before all of them.
_CHANGES = f"""
INSERT INTO sync.change (entity, "table", seq, team, customer_id, revision)
SELECT p.entity, p."table", coalesce(l.seq, row_number() OVER (PARTITION BY l.seq IS NULL ORDER BY p.entity)),
    p.team, p.customer_id, p.revision
FROM ({_PLACES}) p LEFT JOIN (
    SELECT entity, max(seq) AS seq FROM sync.op_log WHERE result IN ('applied', 'conflict') GROUP BY entity
) l ON l.entity = p.entity"""  # noqa: S608
_PREFIXES = """
INSERT INTO sync.device (id, login, prefix, program)
SELECT gen_random_uuid(), %s, p.prefix, 'moved' FROM (
    SELECT DISTINCT split_part(reference, '-', 1) AS prefix FROM app."case" WHERE reference ~ '^[A-Z]{1,2}[0-9]-'
) p WHERE p.prefix <> %s"""
_BATCH = """
SELECT coalesce(cardinality(m.ids), 0), m.ids[1], sync.refresh_searches(m.ids)
FROM (
    SELECT array_agg(c.id ORDER BY c.id DESC) AS ids
    FROM (SELECT id FROM app.customer WHERE %s::uuid IS NULL OR id > %s::uuid ORDER BY id LIMIT %s) c
) m"""


@dataclass(frozen=True, slots=True)
class Seat:
    """The desk whose data it is: its device, the prefix of its references, and the last operation it made."""

    device: UUID
    prefix: str
    last_n: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What a store was given: its id, and how many rows of each table."""

    store: UUID
    rows: dict[str, int]

    @property
    def ahead(self) -> int:
        """How far ahead of the file's the sequences of the log are in the store."""
        return sum(self.rows.values())


def move(
    address: StoreAddress, password: str | None, login: str, source: Connection, seat: Seat, progress: Progress
) -> Moved:
    """Copy all rows and the log of `source`, an open store.db, to a new store for `login`, and compare the counts.

    One transaction: KnownError and an interruption leave the store as it was. A store that has this very desk and the
    same counts was moved to before; then nothing is done.
    """
    counts = {table: _count(source, ENTITIES[table]) for table in ENTITIES}
    with session(address, password) as at:
        upkeep.check_store(at)
        store = UUID(str(value(at.raw, "SELECT id FROM sync.store")))
        if value(at.raw, "SELECT true FROM sync.device WHERE id = %s AND login = %s", (seat.device, login)):
            _compare(at.raw, counts)
            return Moved(store, counts)
        home = _home(at.raw, address, login)
        owner = owner_of(at.raw)
        total = 2 * counts["customer"] + sum(counts.values()) + _count(source, OP_LOG)
        with creating.as_owner(at.raw, owner):
            with loading.without_indexes(at.raw):
                done = _copy(at.raw, source, login, home, progress, total)
                at.raw.execute(_CHANGES.encode())
                _know(at.raw, login, seat, sum(counts.values()))
            with loading.without_indexes(at.raw, "sync.search"):
                _make_findable(at.raw, progress, done, total)
            _compare(at.raw, counts)
    return Moved(store, counts)


def _home(raw: Raw, address: StoreAddress, login: str) -> int:
    """Return the team of who takes the desk over; raises KnownError for nobody, and for a store in use."""
    home = value(raw, "SELECT home FROM sync.login WHERE login = %s AND is_active", (login,))
    if home is None:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no such login"),
            QT_TRANSLATE_NOOP("AppError", "No login of this store is “{login}”. “store users” lists them."),
            login=login,
        )
    if value(raw, "SELECT true FROM sync.counter WHERE seq > 0") or value(raw, "SELECT true FROM sync.change LIMIT 1"):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The store is in use"),
            QT_TRANSLATE_NOOP("AppError", "{place} holds data already. Move into a new store: “store create”."),
            place=address.shown(),
        )
    return int(str(home))


def _copy(raw: Raw, source: Connection, login: str, home: int, progress: Progress, total: int) -> int:
    """Copy the tables and the log; return how many rows that was."""
    done = 0
    for name, table in ENTITIES.items():
        given = {"team": home} if name in ("case", "follow_up", "conflict") else {}
        done += _copy_table(raw, f"app.{name}", table, _rows(source, table, given), progress, done, total)
    log = _rows(source, OP_LOG, {"login": login}, ahead=done)
    return done + _copy_table(raw, "sync.op_log", OP_LOG, log, progress, done, total)


def _copy_table(
    raw: Raw, name: str, table: Table, rows: Iterator[tuple[Any, ...]], progress: Progress, done: int, total: int
) -> int:
    columns = [column.name for column in table.columns]
    with raw.cursor() as cursor:
        with cursor.copy(loading.copying(name, columns)) as copy:
            for count, row in enumerate(rows, 1):
                copy.write_row(row)
                if count % ROWS == 0:
                    progress(done + count, total)
        return cursor.rowcount


def _rows(source: Connection, table: Table, given: dict[str, Any], ahead: int = 0) -> Iterator[tuple[Any, ...]]:
    """Yield rows as COPY takes them: `given` fills columns that are empty, the log's sequence goes on `ahead`."""
    columns = list(table.columns)
    makers = [_maker(column.type, given.get(column.name), ahead if column.name == "seq" else 0) for column in columns]
    found = source.execution_options(yield_per=ROWS).execute(select(*columns))
    for row in found:
        yield tuple(make(value) for make, value in zip(makers, row, strict=True))


def _maker(kind: object, given: Any, ahead: int) -> Any:
    if isinstance(kind, JSON):
        return lambda value: Jsonb(without_nul(value))
    if ahead:
        return lambda value: value + ahead
    return lambda value: given if value is None else value.replace("\0", "?") if isinstance(value, str) else value


def _know(raw: Raw, login: str, seat: Seat, rows: int) -> None:
    """Let the store know the desk, those of its references' other prefixes, and where its counter stands."""
    raw.execute(
        "INSERT INTO sync.device (id, login, prefix, last_n) VALUES (%s, %s, %s, %s)",
        (seat.device, login, seat.prefix, seat.last_n),
    )
    raw.execute(
        "INSERT INTO sync.device (id, login, last_n) SELECT device, %s, max(n) FROM sync.op_log GROUP BY device "
        "ON CONFLICT DO NOTHING", (login,),
    )  # fmt: skip
    raw.execute(_PREFIXES.encode(), (login, seat.prefix))
    raw.execute("UPDATE sync.counter SET seq = greatest(%s, (SELECT max(seq) FROM sync.op_log))", (rows,))


def _compare(raw: Raw, counts: dict[str, int]) -> None:
    for table, count in counts.items():
        found = value(raw, f'SELECT count(*) FROM app."{table}"')  # noqa: S608
        if found != count:
            raise KnownError(
                QT_TRANSLATE_NOOP("AppError", "Not everything came over"),
                QT_TRANSLATE_NOOP("AppError", "Of {count} rows of {table} the store has {found}. Nothing was changed."),
                count=count, table=table, found=found,
            )  # fmt: skip


def _make_findable(raw: Raw, progress: Progress, done: int, total: int) -> None:
    last = None
    while True:
        made, last, _ = raw.execute(_BATCH.encode(), (last, last, ROWS)).fetchone() or (0, None, None)
        done += 2 * made
        progress(min(done, total), total)
        if made < ROWS:
            return


def _count(source: Connection, table: Table) -> int:
    return int(source.execute(select(func.count()).select_from(table)).scalar_one())
