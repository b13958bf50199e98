"""The outbox: one row an operation, on the disk before anybody is told "saved"; and the drafts."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.storage import faults, references
from app.storage.engine import checkpoint
from app.storage.operations import Operation
from app.storage.prepared import PreparedRead, PreparedWrite, row_of
from app.storage.unit_of_work import UnitOfWork
from models.base import utc_now, uuid7
from models.operation import DEVICE, DISMISSED, DRAFT, OPERATION

log = logging.getLogger(__name__)
COUNTERS = PreparedRead(select(DEVICE.c.next_n, DEVICE.c.prefix, DEVICE.c.next_reference), UnitOfWork)
ADD = PreparedWrite(insert(OPERATION))
COUNT = PreparedWrite(update(DEVICE).values(next_n=bindparam("n"), next_reference=bindparam("reference")))
AFTER = PreparedRead(
    select(OPERATION).where(OPERATION.c.n > bindparam("last")).order_by(OPERATION.c.n).limit(bindparam("most")),
    row_of(OPERATION),
)
KEEP = PreparedWrite(
    upsert(DRAFT)
    .values({name: bindparam(name) for name in ("key", "body", "updated_at")})
    .on_conflict_do_update(
        index_elements=["key"], set_={"body": bindparam("body"), "updated_at": bindparam("updated_at")}
    )
)
DROP = PreparedWrite(delete(DRAFT).where(DRAFT.c.key == bindparam("of")))
DRAFTS = PreparedRead(select(DRAFT), row_of(DRAFT))
DISMISS = PreparedWrite(
    upsert(DISMISSED).values({name: bindparam(name) for name in ("op_id", "at")}).on_conflict_do_nothing()
)
RECALL = PreparedWrite(delete(DISMISSED).where(DISMISSED.c.op_id == bindparam("of")))


Work = Callable[[UnitOfWork], Any]


class Saved(NamedTuple):
    """What became of one unit of work: its result and operations, or the error that it raised, and no operations."""

    result: Any = None
    operations: Sequence[Operation] = ()
    error: Exception | None = None


class Outbox:
    """The write side of `outbox.db`; one thread uses it at a time."""

    _add = ADD

    def __init__(self, engine: Engine, is_taken: Callable[[str], bool] = lambda _: False) -> None:
        """Open the outbox; `is_taken` tells whether the store knows references with a prefix already."""
        self.path = Path(str(engine.url.database))
        self._is_taken = is_taken
        with faults.told(faults.writing, self.path):
            self._connection = engine.connect()
            with self._connection.begin():
                self.device = _device(self._connection, is_taken)

    def save(self, works: Sequence[Work]) -> list[Saved]:
        """Run units of work in one transaction; what they collected is on the disk when this returns.

        One that raises saves nothing and does not keep the others from it. Should the disk refuse, this raises and
        nothing of any is saved. The sequence and the references are taken inside the transaction, which other
        processes on the same folder wait for, so no two operations share one.
        """
        with self._connection.begin():
            (unit,) = COUNTERS.all(self._connection, {})
            done = [_run(work, unit) for work in works]
            self._write(unit)
        return done

    def _write(self, unit: UnitOfWork) -> None:
        if unit.operations:
            self._add.run(self._connection, *map(_row, unit.operations))
            COUNT.run(self._connection, {"n": unit.next_n, "reference": unit.next_reference})
        DROP.run(self._connection, *({"of": key} for key in unit.dropped_drafts))
        if unit.dismissed:
            now = utc_now()
            DISMISS.run(self._connection, *({"op_id": op_id, "at": now} for op_id in unit.dismissed))

    def catch_up(self, last_n: int) -> None:
        """Go on behind `last_n`, the last operation the store has of this desk.

        An outbox that is behind its store was put back from an older copy: numbers it would take were taken, and
        references it would give were read out. So it skips the former and begins another prefix.
        """
        with faults.told(faults.writing, self.path), self._connection.begin():
            next_n = self._connection.execute(select(DEVICE.c.next_n)).scalar_one()
            if next_n <= last_n:
                log.warning("the outbox lacks what the store took: operations %s to %s", next_n, last_n)
                values = {"next_n": last_n + 1, "prefix": references.free_prefix(self._is_taken), "next_reference": 1}
                self._connection.execute(update(DEVICE).values(values))

    def after(self, n: int, most: int) -> list[Operation]:
        """Return up to `most` operations after sequence `n`, in order."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            rows = AFTER.all(self._connection, {"last": n, "most": most})
        return [Operation(r.op_id, r.n, r.kind, r.entity, r.at, r.body) for r in rows]

    def save_draft(self, key: str, body: Mapping[str, Any]) -> datetime:
        """Keep a draft; return when."""
        now = utc_now()
        with self._connection.begin():
            KEEP.run(self._connection, {"key": key, "body": dict(body), "updated_at": now})
        return now

    def drop_draft(self, key: str) -> None:
        """Forget a draft that was saved or thrown away."""
        with self._connection.begin():
            DROP.run(self._connection, {"of": key})

    def drafts(self) -> dict[str, tuple[dict[str, Any], datetime]]:
        """Return {key: (body, when it was last saved)}."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            return {row.key: (row.body, row.updated_at) for row in DRAFTS.all(self._connection, {})}

    def recall(self, op_id: UUID) -> None:
        """Undo the dismissal of a refused operation."""
        with self._connection.begin():
            RECALL.run(self._connection, {"of": op_id})

    def checkpoint(self) -> None:
        """Bring the log of the file over, so that no save has to."""
        checkpoint(self._connection)

    def close(self) -> None:
        self._connection.close()
        self._connection.engine.dispose()


def _run(work: Work, unit: UnitOfWork) -> Saved:
    mark = unit.mark()
    try:
        result = work(unit)
    except Exception as error:
        unit.go_back_to(mark)
        return Saved(error=error)
    return Saved(result, unit.since(mark))


def _device(connection: Connection, is_taken: Callable[[str], bool]) -> UUID:
    """Return this desk's id; a new outbox gets one, and for its references a prefix of its own."""
    known = connection.execute(select(DEVICE.c.id)).scalar()
    if known is None:
        known = uuid7()
        values = {"id": known, "prefix": references.free_prefix(is_taken), "next_n": 1, "next_reference": 1}
        connection.execute(insert(DEVICE).values(values))
    return known


def _row(op: Operation) -> dict[str, Any]:
    names = ("n", "op_id", "kind", "entity", "at", "body")
    return {name: getattr(op, name) for name in names}
