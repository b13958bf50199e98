"""The outbox: one row an operation, on the disk before anybody is told "saved"; and the drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.storage import references
from app.storage.operations import Operation
from app.storage.unit_of_work import UnitOfWork
from models.base import utc_now, uuid7
from models.operation import Device, Draft, OutboxOperation

# Built once, and on tables rather than entities: to build a statement takes longer than SQLite needs for it.
OPERATION, DEVICE = cast(Table, OutboxOperation.__table__), cast(Table, Device.__table__)
COUNTERS = select(DEVICE.c.next_n, DEVICE.c.next_reference, DEVICE.c.prefix)
ADD = insert(OPERATION)
COUNT = update(DEVICE).values(next_n=bindparam("n"), next_reference=bindparam("reference"))
AFTER = select(OPERATION).where(OPERATION.c.n > bindparam("last")).order_by(OPERATION.c.n).limit(bindparam("most"))

MOST_TRIES = 1000


class Outbox:
    """The write side of `outbox.db`; one thread uses it at a time."""

    def __init__(self, engine: Engine, is_taken: Callable[[str], bool] = lambda _: False) -> None:
        """Open the outbox; `is_taken` tells whether the store knows references with a prefix already."""
        self._connection = engine.connect()
        self._is_taken = is_taken
        with self._connection.begin():
            self.device = _device(self._connection, is_taken)

    @contextmanager
    def unit_of_work(self) -> Iterator[UnitOfWork]:
        """Collect operations; all are on the disk when the block ends, none when it raises.

        The sequence and the references are taken inside this transaction, which other processes on the same
        folder wait for, so no two operations share one.
        """
        with self._connection.begin():
            next_n, next_reference, prefix = self._connection.execute(COUNTERS).one()
            unit = UnitOfWork(next_n, prefix, next_reference)
            yield unit
            if unit.operations:
                self._connection.execute(ADD, [_row(op) for op in unit.operations])
                self._connection.execute(COUNT, {"n": unit.next_n, "reference": unit.next_reference})
            if unit.dropped_drafts:
                self._connection.execute(delete(Draft).where(Draft.key.in_(unit.dropped_drafts)))

    def catch_up(self, last_n: int) -> None:
        """Go on behind `last_n`, the last operation the store has of this desk.

        An outbox that is behind its store was put back from an older copy: numbers it would take were taken, and
        references it would give were read out. So it skips the former and begins another prefix.
        """
        with self._connection.begin():
            if self._connection.execute(COUNTERS).one().next_n <= last_n:
                values = {"next_n": last_n + 1, "prefix": _free_prefix(self._is_taken), "next_reference": 1}
                self._connection.execute(update(DEVICE).values(values))

    def after(self, n: int, most: int) -> list[Operation]:
        """Return up to `most` operations after sequence `n`, in order."""
        with self._connection.begin():
            rows = self._connection.execute(AFTER, {"last": n, "most": most})
            return [Operation(r.op_id, r.n, r.kind, r.entity, r.at, r.body) for r in rows]

    def save_draft(self, key: str, body: Mapping[str, Any]) -> datetime:
        """Keep a draft; return when."""
        now = utc_now()
        values = {"body": dict(body), "updated_at": now}
        query = upsert(Draft).values(key=key, **values).on_conflict_do_update(index_elements=["key"], set_=values)
        with self._connection.begin():
            self._connection.execute(query)
        return now

    def drop_draft(self, key: str) -> None:
        """Forget a draft that was saved or thrown away."""
        with self._connection.begin():
            self._connection.execute(delete(Draft).where(Draft.key == key))

    def drafts(self) -> dict[str, tuple[dict[str, Any], datetime]]:
        """Return {key: (body, when it was last saved)}."""
        with self._connection.begin():
            rows = self._connection.execute(select(Draft.key, Draft.body, Draft.updated_at))
            return {row.key: (row.body, row.updated_at) for row in rows}

    def close(self) -> None:
        self._connection.close()
        self._connection.engine.dispose()


def _device(connection: Connection, is_taken: Callable[[str], bool]) -> UUID:
    """Return this desk's id; a new outbox gets one, and for its references a prefix of its own."""
    known = connection.execute(select(Device.id)).scalar()
    if known is None:
        known = uuid7()
        values = {"id": known, "prefix": _free_prefix(is_taken), "next_n": 1, "next_reference": 1}
        connection.execute(insert(Device).values(values))
    return known


def _free_prefix(is_taken: Callable[[str], bool]) -> str:
    """Draw one nobody has; should all be in use, references still differ by their count."""
    for _ in range(MOST_TRIES):
        if not is_taken(prefix := references.new_prefix()):
            break
    return prefix


def _row(op: Operation) -> dict[str, Any]:
    names = ("n", "op_id", "kind", "entity", "at", "body")
    return {name: getattr(op, name) for name in names}
