"""Rows of the timeline as the driver takes them, made of rows that never were objects of SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from types import SimpleNamespace
from typing import Any, NamedTuple

from app.storage import projection
from app.storage.heaps import Heap
from models.base import moment
from models.interaction import INTERACTION

TIMELINE = INTERACTION.columns.keys()
LEG = ("call_id", "began_at", "id", "agent", "extension", "answered_at", "ended_at", "outcome")
CALL = ("id", "customer_id", "deleted_at", "began_at", "direction", "queue", "dialled")


class CallFields(NamedTuple):
    """What the timeline tells of a call, as the file has it."""

    began_at: Any
    direction: str
    queue: str | None
    dialled: str | None


class LegFields(NamedTuple):
    """What the timeline tells of a leg; moments are microseconds that know their difference as a `timedelta`."""

    agent: str | None
    extension: str
    answered: int | None
    ended: int | None
    outcome: str | None

    @property
    def answered_at(self) -> datetime | None:
        return None if self.answered is None else moment(self.answered)

    @property
    def ended_at(self) -> datetime | None:
        return None if self.ended is None else moment(self.ended)


def line(of: Any, customer: Any, shown: dict[str, Any]) -> list[Any]:
    """Return a row of the timeline in the order of TIMELINE; `at` is in microseconds."""
    given = shown | {"id": of, "customer_id": customer}
    return [given.get(name) for name in TIMELINE]


def lines_of(heaps: Iterable[Heap]) -> Iterator[list[Any]]:
    """Yield the rows of the timeline of whole customers, keys as text."""
    of = {heap.table: heap for heap in heaps}
    for name, make in (("case", projection.case_interaction), ("follow_up", projection.follow_up_interaction)):
        for row in of[name].dicts() if name in of else ():
            if row["customer_id"] is not None and row["deleted_at"] is None:
                yield line(row["id"], row["customer_id"], make(SimpleNamespace(**row)))
    yield from _calls(of)


def _calls(of: dict[str, Heap]) -> Iterator[list[Any]]:
    legs: dict[str, list[tuple[int, str, LegFields]]] = {}
    for call, began_at, leg, *fields in _of(of, "call_leg", LEG):
        legs.setdefault(call, []).append((began_at, leg, LegFields(*fields)))
    for call, customer, deleted_at, *told in _of(of, "call", CALL):
        if customer is not None and deleted_at is None:
            found = [leg for _, _, leg in sorted(legs.get(call, ()))]
            yield line(call, customer, projection.merged_call(CallFields(*told), found))


def _of(of: dict[str, Heap], table: str, names: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    return of[table].some(*names) if table in of else ()
