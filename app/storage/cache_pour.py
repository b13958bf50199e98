"""Rows of customers this desk did not hold into the cache, as they came: no row becomes an object on its way.

What is here already of such a customer (work of the desk's teams, what this desk wrote) is left to `Taking`, which
compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table

from app.storage import projection
from app.storage.cache_tables import Driver
from app.storage.cache_take import Taking
from app.storage.heaps import Grid, Heap, row_of
from app.storage.local_store import Pushed
from app.storage.operations import ENTITIES
from app.storage.store_rows import Row
from app.storage.timeline_lines import call_lines
from models.base import Key, microseconds, utc_now
from models.interaction import INTERACTION

HOLD = """
INSERT INTO held (customer_id, seq, used_at) SELECT unhex(value, '-'), ?, ? FROM json_each(?) WHERE true
ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)
"""
# What was here before a table was written to up to a row.
HERE = """
SELECT t.id, t.revision FROM json_each(?) j CROSS JOIN "{table}" t ON t.id = unhex(j.value, '-') AND t.rowid <= ?
"""
# The timeline's rows of what was written behind a row of a table; of calls it is `timeline_lines` that makes them.
ADD_LINES = {
    table: f"""
INSERT OR REPLACE INTO interaction (customer_id, id, {", ".join(fields)})
SELECT customer_id, id, {", ".join(fields.values())} FROM "{table}"
WHERE rowid > ? AND customer_id IS NOT NULL AND deleted_at IS NULL
"""  # noqa: S608 - names of our own
    for table, fields in (
        ("case", projection.OF_CASE),
        ("follow_up", {"kind": f"'{projection.FOLLOW_UP_KIND}'"} | projection.OF_FOLLOW_UP),
    )
}
WITH_LEGS = "SELECT l.call_id FROM call c CROSS JOIN call_leg l ON l.call_id = c.id WHERE c.rowid > ?"


@dataclass(frozen=True, slots=True)
class Lot:
    """Some customers, all rows about them and their timelines, made ready before the writer's turn.

    `grids` are what is written of the `heaps`, one of each; `calls` are the calls' rows of the timeline.
    """

    customers: Sequence[UUID]
    heaps: Sequence[Heap]
    grids: Sequence[Grid]
    calls: Grid

    @classmethod
    def of(cls, customers: Sequence[UUID], heaps: Iterable[Heap]) -> Lot:
        order = {name: n for n, name in enumerate(ENTITIES)}  # what others hang on comes first; the unknown not at all
        known = sorted((heap for heap in heaps if heap.table in order), key=lambda heap: order[heap.table])
        return cls(customers, known, [heap.grid() for heap in known], call_lines(known))

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(heap.size for heap in self.heaps)

    def merged(self) -> set[UUID]:
        """Return the customers who were merged into others."""
        rows = (row for heap in self.heaps if heap.table == "customer" for row in heap.some("id", "merged_into"))
        return {UUID(of) for of, into in rows if into is not None}


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
    calls: set[bytes] = set()  # those of whose legs some are here, which no heap may have
    for heap, grid in zip(lot.heaps, lot.grids, strict=True):
        (last,) = driver.execute(f'SELECT coalesce(max(rowid), 0) FROM "{heap.table}"').fetchone()  # noqa: S608 - our own
        found = _write(driver, heap, grid, last)
        later += _newer(heap, found)
        here.update(found)
        left_out.update(UUID(bytes=of) for of, (ours, theirs) in found.items() if theirs <= ours)
        if heap.table == "customer":
            pushed.customers.update(UUID(bytes=of) for of in found)
        elif heap.table == "call":
            calls = {of for (of,) in driver.execute(WITH_LEGS, (last,))}
        elif heap.table in ADD_LINES:
            driver.execute(ADD_LINES[heap.table], (last,))
    _add_calls(driver, lot.calls, here | calls)
    if pushed.customers:
        pushed.tables.add("customer")
    taking = Taking(connection, (), pushed)
    if later:
        taking.take(later)
    taking.refresh_calls(calls | here)
    return left_out


def _write(driver: Driver, heap: Heap, grid: Grid, last: int) -> dict[bytes, tuple[int, int]]:
    """Write rows but those here up to a `last` row; return {id: revision here, revision that came} of these."""
    statement = f"INSERT {_into(ENTITIES[heap.table], tuple(grid.columns))} ON CONFLICT (id) DO NOTHING"
    if driver.executemany(statement, grid.rows).rowcount == len(grid.rows):
        return {}
    came = dict(heap.some("id", "revision"))
    here = driver.execute(HERE.format(table=heap.table), (json.dumps(list(came)), last))
    return {of: (ours, came[str(UUID(bytes=of))]) for of, ours in here}


def _newer(heap: Heap, found: dict[bytes, tuple[int, int]]) -> list[Row]:
    """Return the rows that are here and that the store has written since."""
    newer = {str(UUID(bytes=of)) for of, (ours, theirs) in found.items() if theirs > ours}
    return [row_of(heap, row) for row in heap.dicts() if row["id"] in newer] if newer else []


def _add_calls(driver: Driver, calls: Grid, but: set[bytes]) -> None:
    """Write rows of the timeline but those of what was here before: it may have something of ours on top."""
    without = {str(UUID(bytes=of)) for of in but}
    place = calls.columns.index("id")
    some = [line for line in calls.rows if line[place] not in without] if without else calls.rows
    driver.executemany(f"INSERT OR REPLACE {_into(INTERACTION, tuple(calls.columns))}", some)


@lru_cache
def _into(table: Table, columns: tuple[str, ...]) -> str:
    """Return where values in these columns go, keys of which are text."""
    values = ", ".join("unhex(?, '-')" if isinstance(table.c[name].type, Key) else "?" for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INTO "{table.name}" ({names}) VALUES ({values})'
