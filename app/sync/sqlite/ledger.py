"""The counter, and where each row stands: what orders all changes and tells desks of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.storage.apply import Fields
from app.storage.prepared import PreparedRead, PreparedWrite, row_of
from models.call import CALL_LEG
from models.case import CASE_EVENT
from models.operation import CONFLICT
from models.shared import CHANGE, COUNTER, GONE

SEQ = PreparedRead(select(COUNTER.c.seq), int)
COUNT = PreparedWrite(update(COUNTER).values(seq=bindparam("to")))
LEAVE = PreparedWrite(GONE.insert())
MOVED: dict[str, Any] = {name: bindparam(name) for name in ("seq", "team", "customer_id", "revision")}
NOTE = PreparedWrite(
    upsert(CHANGE)
    .values({name: bindparam(name) for name in ("entity", "table", *MOVED)})
    .on_conflict_do_update(index_elements=["entity"], set_=MOVED)
)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose work a row is and whom it is about."""

    team: int | None = None
    customer_id: UUID | None = None


NOWHERE = Place()
PLACE = PreparedRead(select(CHANGE.c.team, CHANGE.c.customer_id).where(CHANGE.c.entity == bindparam("of")), Place)
HANGING = {  # what a row takes along when it moves
    "case": (
        "case_event",
        PreparedRead(select(CASE_EVENT).where(CASE_EVENT.c.case_id == bindparam("of")), row_of(CASE_EVENT)),
    ),
    "call": (
        "call_leg",
        PreparedRead(select(CALL_LEG).where(CALL_LEG.c.call_id == bindparam("of")), row_of(CALL_LEG)),
    ),
}
CONFLICTS = PreparedRead(
    select(CONFLICT).where(CONFLICT.c.entity == bindparam("of")).order_by(CONFLICT.c.id), row_of(CONFLICT)
)


class Ledger:
    """The changes of one transaction, which holds the file; `seq` is the last sequence given."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._began = self.seq = SEQ.all(connection, {})[0]

    def next(self) -> int:
        """Return a sequence for what is written next."""
        self.seq += 1
        return self.seq

    def place(self, entity: UUID) -> Place:
        """Return where a row stands."""
        return PLACE.first(self._connection, {"of": entity}) or NOWHERE

    def note(self, table: str, row: Fields) -> int:
        """Give a row that was written its sequence. One that left a team or a customer leaves a line there."""
        before = PLACE.first(self._connection, {"of": row.id})
        was, now = before or NOWHERE, self._place_of(table, row)
        self._leave(table, row.id, was, now)
        given = self.next()
        change = {
            "entity": row.id, "table": table, "seq": given, "team": now.team, "customer_id": now.customer_id,
            "revision": row.revision,
        }  # fmt: skip
        NOTE.run(self._connection, change)
        if was != now and table in HANGING:
            self.take_along(table, row.id)
        if before is not None and was != now:
            for one in CONFLICTS.all(self._connection, {"of": row.id}):
                self.note("conflict", one)
        return given

    def take_along(self, table: str, of: UUID) -> None:
        """Give all that hangs on a row a sequence behind its own."""
        hanging, rows = HANGING[table]
        for one in sorted(rows.all(self._connection, {"of": of}), key=lambda one: one.id):
            self.note(hanging, one)

    def keep(self) -> None:
        """Write how far the counter has come."""
        if self.seq != self._began:
            COUNT.run(self._connection, {"to": self.seq})

    def _place_of(self, table: str, row: Any) -> Place:
        if table == "customer":
            return Place(None, row.id)
        if table == "call_leg":
            return Place(None, self.place(row.call_id).customer_id)
        if table == "case_event":
            return self.place(row.case_id)
        if table == "conflict":
            return Place(row.team, self.place(row.entity).customer_id)
        return Place(getattr(row, "team", None), row.customer_id)

    def _leave(self, table: str, entity: UUID, was: Place, now: Place) -> None:
        team = was.team if was.team != now.team else None
        customer_id = was.customer_id if was.customer_id != now.customer_id else None
        if team is not None or customer_id is not None:
            gone = {"entity": entity, "table": table, "team": team, "customer_id": customer_id}
            LEAVE.run(self._connection, gone | {"seq": self.next()})
