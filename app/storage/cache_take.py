"""One batch of the store's rows into the cache, with what is derived from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from app.storage import projection
from app.storage.cache_tables import MOST_ASKED, Before, CacheTable, Driver, ask, bytes_of, key, moment_of, table
from app.storage.local_store import Pushed
from app.storage.operations import ENTITIES
from app.storage.slices import slices
from app.storage.store_rows import Row
from app.storage.timeline_lines import TIMELINE, CallFields, LegFields, line

ADD = f"INSERT OR REPLACE INTO interaction ({', '.join(TIMELINE)}) VALUES ({', '.join('?' * len(TIMELINE))})"  # noqa: S608 - names of our own
AWAY = "DELETE FROM interaction WHERE customer_id = ? AND at = ? AND id = ?"
CALLS = (
    "SELECT id, customer_id, began_at, direction, queue, dialled FROM call "
    "WHERE customer_id IS NOT NULL AND deleted_at IS NULL AND id IN ({})"
)
LEGS = (
    "SELECT call_id, agent, extension, answered_at, ended_at, outcome FROM call_leg "
    "WHERE call_id IN ({}) ORDER BY began_at, id"
)
HELD = "SELECT customer_id, seq FROM held WHERE customer_id IN ({})"


class Taking:
    """Writes rows within one transaction and notes in `pushed` what they changed.

    What hangs on nothing that is kept here is not taken: rows about customers this desk does not hold, unless they are
    work of `teams`. A row that is older than the one here is left out, as what a look-up brought may be newer:
    `left_out` are those, which have all of this desk's operations on top already.
    """

    def __init__(self, connection: Connection, teams: Collection[int], pushed: Pushed) -> None:
        self._connection = connection
        self._driver: Any = connection.connection.driver_connection
        self._teams, self._pushed = teams, pushed
        self._calls: set[bytes] = set()
        self.left_out: set[UUID] = set()

    def take(self, rows: Iterable[Row]) -> None:
        newest = {(row.table, row.id): row for row in sorted(rows, key=lambda row: row.seq)}
        by_table: dict[str, list[Row]] = {}
        for row in newest.values():
            by_table.setdefault(row.table, []).append(row)
        held = held_of(self._driver, {row.customer_id for row in newest.values() if row.customer_id})
        for name in ENTITIES:  # what others hang on comes first
            if found := by_table.get(name):
                self._write(table(name), found, held)
        self.refresh_calls(self._calls)

    def _write(self, to: CacheTable, rows: Sequence[Row], held: dict[UUID, int]) -> None:
        before = to.before(self._driver, [row.id.bytes for row in rows])
        parents = self._parents(to, rows)
        kept, gone = [], []
        for row in rows:
            was = before.get(row.id.bytes)
            if row.values is None:
                if was is not None and _has_left(row, was, held):
                    gone.append(row)
                else:
                    self.left_out.add(row.id)
            elif was is not None and row.values["revision"] < was.revision:
                self.left_out.add(row.id)
            elif self._is_ours(to, row, held, parents):
                kept.append(row)
            elif was is not None:
                gone.append(row)
        if kept or gone:
            self._pushed.tables.add(to.name)
        self._driver.executemany(to.drop, [(row.id.bytes,) for row in gone])
        self._driver.executemany(to.write, [to.values(row) for row in kept])
        self._derive(to, kept, gone, before)

    def _is_ours(self, to: CacheTable, row: Row, held: dict[UUID, int], parents: set[bytes]) -> bool:
        if row.customer_id is None or row.customer_id in held:
            return True
        values = row.values or {}
        return values.get("team") in self._teams or bool(to.parent and bytes_of(values[to.parent]) in parents)

    def _parents(self, to: CacheTable, rows: Sequence[Row]) -> set[bytes]:
        """Return which of what these rows hang on is here."""
        if to.parent is None:
            return set()
        named = {bytes_of(row.values[to.parent]) for row in rows if row.values is not None}
        query = f'SELECT id FROM "{to.parent.removesuffix("_id")}" WHERE id IN ({{}})'  # noqa: S608 - our own names
        return {row[0] for row in ask(self._driver, query, named)}

    def _derive(self, to: CacheTable, kept: Sequence[Row], gone: Sequence[Row], before: dict[bytes, Before]) -> None:
        """Bring the timeline up to date and note whom it is about; calls wait for their legs."""
        was = [before[row.id.bytes] for row in (*kept, *gone) if row.id.bytes in before]
        self._pushed.customers.update(key(one.customer_id) for one in was if one.customer_id is not None)
        self._pushed.customers.update(row.customer_id for row in kept if row.customer_id is not None)
        if to.name == "call_leg":
            self._calls.update(one.parent for one in was if one.parent is not None)
            self._calls.update(bytes_of(row.values["call_id"]) for row in kept if row.values is not None)
        elif to.name in projection.MOMENT:
            away = [
                (old.customer_id, old.moment, row.id.bytes)
                for row in (*kept, *gone)
                if (old := before.get(row.id.bytes)) is not None and old.customer_id is not None
            ]
            self._driver.executemany(AWAY, away)
            if to.name == "call":
                self._calls.update(row.id.bytes for row in kept)
            else:
                self._add(filter(None, (_interaction(to.name, row) for row in kept)))

    def refresh_calls(self, calls: Collection[bytes]) -> None:
        """Write the timeline's rows of calls of which anything came."""
        for some in slices(list(calls), MOST_ASKED):
            legs: dict[bytes, list[Any]] = {}
            for leg in ask(self._driver, LEGS, some):
                legs.setdefault(leg[0], []).append(LegFields(*leg[1:]))
            found = []
            for of, customer, *told in ask(self._driver, CALLS, some):
                shown = projection.merged_call(CallFields._make(told), legs.get(of, ()))
                found.append(line(of, customer, shown._asdict()))
                self._pushed.customers.add(key(customer))
            self._add(found)

    def _add(self, lines: Iterable[list[Any]]) -> None:
        self._driver.executemany(ADD, sorted(lines, key=lambda line: line[:3]))


def held_of(driver: Driver, ids: Iterable[UUID]) -> dict[UUID, int]:
    """Return {customer: up to which sequence they are whole} of those that are held."""
    return {key(customer_id): seq for customer_id, seq in ask(driver, HELD, [of.bytes for of in ids])}


def _has_left(row: Row, was: Before, held: dict[UUID, int]) -> bool:
    """Whether what is here is still what went: a row that has moved on to another customer stays.

    So does one that a later look at its customer has brought.
    """
    if row.customer_id is None:
        return True
    return was.customer_id in (None, row.customer_id.bytes) and held.get(row.customer_id, 0) < row.seq


def _interaction(name: str, row: Row) -> list[Any] | None:
    """Return the timeline's row of a case or promise."""
    values = row.values
    if values is None or values["customer_id"] is None or values["deleted_at"] is not None:
        return None
    fields = SimpleNamespace(**values)
    shown = projection.case_interaction(fields) if name == "case" else projection.follow_up_interaction(fields)
    return line(row.id.bytes, bytes_of(values["customer_id"]), shown | {"at": moment_of(shown["at"])})
