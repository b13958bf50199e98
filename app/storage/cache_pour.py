"""Rows of customers this desk did not hold into the cache: SQLite itself reads them out of the JSON they came in.

So no row goes through Python on its way, the writer holds up nobody else while it works, and readers keep theirs. What
is here already of such a customer (work of the desk's teams, what this desk wrote) is left to `Taking`, which compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from app.storage.cache_tables import Driver
from app.storage.cache_take import Taking
from app.storage.heaps import Heap, row_of
from app.storage.local_store import Pushed
from app.storage.operations import ENTITIES
from app.storage.store_rows import Row
from app.storage.timeline_lines import TIMELINE, lines_of
from models.base import Key, microseconds, utc_now

HOLD = """
INSERT INTO held (customer_id, seq, used_at) SELECT unhex(value, '-'), ?, ? FROM json_each(?) WHERE true
ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)
"""
# Each row once as text: `json_each` makes that anew for each value that is read out of it, two thirds more by the row.
ROWS = "(WITH v AS MATERIALIZED (SELECT value FROM json_each(?)) SELECT value FROM v)"
_MARKS = ", ".join(f"unhex(value->>{n}, '-')" if n in (0, 2) else f"value->>{n}" for n in range(len(TIMELINE)))
ADD = f"INSERT OR REPLACE INTO interaction ({', '.join(TIMELINE)}) SELECT {_MARKS} FROM {ROWS}"  # noqa: S608 - names of our own
WITH_LEGS = "SELECT DISTINCT call_id FROM call_leg WHERE call_id IN (SELECT unhex(value, '-') FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Lot:
    """Some customers, all rows about them and their timelines, made ready before the writer's turn."""

    customers: Sequence[UUID]
    heaps: Sequence[Heap]
    lines: Sequence[list[Any]]
    lines_text: str

    @classmethod
    def of(cls, customers: Sequence[UUID], heaps: Iterable[Heap]) -> Lot:
        order = {name: n for n, name in enumerate(ENTITIES)}  # what others hang on comes first; the unknown not at all
        known = sorted((heap for heap in heaps if heap.table in order), key=lambda heap: order[heap.table])
        lines = sorted(lines_of(known), key=itemgetter(0, 1, 2))  # in the order of the table
        return cls(customers, known, lines, json.dumps(lines, ensure_ascii=False))

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(len(heap.rows) for heap in self.heaps)

    def merged(self) -> set[UUID]:
        """Return the customers who were merged into others."""
        rows = (row for heap in self.heaps if heap.table == "customer" for row in heap.dicts())
        return {UUID(row["id"]) for row in rows if row["merged_into"] is not None}


def pour(connection: Connection, lot: Lot, seq: int, pushed: Pushed) -> set[UUID]:
    """Write a lot, whose customers are held and whole up to `seq` then; their search texts are not made here.

    `pushed` gets those of whom something was here before: their search texts are the caller's to refresh. Returns the
    rows that stay as they were here, with all of this desk's operations on top already.
    """
    driver: Any = connection.connection.driver_connection
    keys = json.dumps([str(of) for of in lot.customers])
    driver.execute(HOLD, (seq, microseconds(utc_now()), keys))
    here: set[bytes] = set()
    left_out: set[UUID] = set()
    later: list[Row] = []
    calls = _calls_with_legs(driver, lot.heaps)
    for heap in lot.heaps:
        found = _write(driver, heap)
        later += _newer(heap, found)
        here.update(found)
        left_out.update(UUID(bytes=of) for of, (ours, theirs) in found.items() if theirs <= ours)
        if heap.table == "customer":
            pushed.customers.update(UUID(bytes=of) for of in found)
    _add_lines(driver, lot, here | calls)
    if pushed.customers:
        pushed.tables.add("customer")
    taking = Taking(connection, (), pushed)
    if later:
        taking.take(later)
    taking.refresh_calls(calls | here)
    return left_out


def _write(driver: Driver, heap: Heap) -> dict[bytes, tuple[int, int]]:
    """Write rows but those that are here; return {id: revision here, revision that came} of these."""
    shape = _shape(heap.table, tuple(heap.columns))
    (last,) = driver.execute(shape.last).fetchone()
    if driver.execute(shape.write, (heap.text,)).rowcount == len(heap.rows):
        return {}
    return {of: (ours, theirs) for of, ours, theirs in driver.execute(shape.here, (heap.text, last))}


def _newer(heap: Heap, found: dict[bytes, tuple[int, int]]) -> list[Row]:
    """Return the rows that are here and that the store has written since."""
    newer = {str(UUID(bytes=of)) for of, (ours, theirs) in found.items() if theirs > ours}
    return [row_of(heap, row) for row in heap.dicts() if row["id"] in newer] if newer else []


def _add_lines(driver: Driver, lot: Lot, but: set[bytes]) -> None:
    """Write rows of the timeline but those of what was here before: it may have something of ours on top."""
    without = {str(UUID(bytes=of)) for of in but}
    lines = [line for line in lot.lines if line[2] not in without] if but else lot.lines
    text = lot.lines_text if len(lines) == len(lot.lines) else json.dumps(lines, ensure_ascii=False)
    driver.execute(ADD, (text,))


def _calls_with_legs(driver: Driver, heaps: Sequence[Heap]) -> set[bytes]:
    """Return the calls of whose legs some are here, which no heap may have."""
    calls = {of for heap in heaps for of in heap.column({"call": "id", "call_leg": "call_id"}.get(heap.table))}
    return {row[0] for row in driver.execute(WITH_LEGS, (json.dumps(list(calls)),))}


@dataclass(frozen=True, slots=True)
class _Shape:
    """How rows of a table are written out of JSON in which they have these columns, and found that were here before.

    `here` takes the `last` row of the table before it was written to.
    """

    last: str
    here: str
    write: str


@cache
def _shape(table: str, columns: tuple[str, ...]) -> _Shape:
    places = {name: place for place, name in enumerate(columns)}
    rows = ENTITIES[table].columns
    names = [column.name for column in rows if column.name in places]
    values = ", ".join(
        f"unhex(value->>{places[name]}, '-')" if isinstance(rows[name].type, Key) else f"value->>{places[name]}"
        for name in names
    )
    quoted = ", ".join(f'"{name}"' for name in names)
    of = f"unhex(j.value->>{places['id']}, '-')"
    known = f"t.id, t.revision, j.value->>{places['revision']}"
    return _Shape(
        f'SELECT coalesce(max(rowid), 0) FROM "{table}"',  # noqa: S608 - names of our own
        f'SELECT {known} FROM json_each(?) j CROSS JOIN "{table}" t ON t.id = {of} AND t.rowid <= ?',  # noqa: S608
        f'INSERT INTO "{table}" ({quoted}) SELECT {values} FROM {ROWS} WHERE true ON CONFLICT (id) DO NOTHING',  # noqa: S608
    )
