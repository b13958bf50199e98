"""Rows of the timeline as the driver takes them, made of rows that never were objects of SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from app.storage import projection
from app.storage.heaps import Grid, Heap
from models.interaction import INTERACTION

TIMELINE = INTERACTION.columns.keys()
CALL = ("id", "customer_id", "deleted_at", "began_at", "direction", "queue", "dialled")


class CallFields(NamedTuple):
    """What the timeline tells of a call, as the file has it."""

    began_at: Any
    direction: str
    queue: str | None
    dialled: str | None


class LegFields(NamedTuple):
    """What the timeline tells of a leg; times are microseconds."""

    agent: str | None
    extension: str
    answered_at: int | None
    ended_at: int | None
    outcome: str | None


class HeapLeg(NamedTuple):
    """The same of a leg as it came, with what it is found by; in order as they began."""

    call_id: str
    began_at: int
    id: str
    agent: str | None
    extension: str
    answered_at: int | None
    ended_at: int | None
    outcome: str | None


def line(of: Any, customer: Any, shown: dict[str, Any]) -> list[Any]:
    """Return a row of the timeline in the order of TIMELINE; `at` is in microseconds."""
    shown["id"], shown["customer_id"] = of, customer
    return list(map(shown.get, TIMELINE))


def call_lines(heaps: Iterable[Heap]) -> Grid:
    """Return the rows of the timeline of whole customers' calls, keys as text."""
    of = {heap.table: heap for heap in heaps}
    return Grid(("customer_id", "id", *projection.CallShown._fields), list(_calls(of)) if "call" in of else [])


def _calls(of: Mapping[str, Heap]) -> Iterator[tuple[Any, ...]]:
    legs: dict[str, list[HeapLeg]] = {}
    for leg in map(HeapLeg._make, sorted(_of(of, "call_leg", HeapLeg._fields))):
        legs.setdefault(leg.call_id, []).append(leg)
    for call, customer, deleted_at, *told in of["call"].some(*CALL):
        if customer is not None and deleted_at is None:
            shown = projection.merged_call(CallFields._make(told), legs.get(call, ()))
            yield (customer, call, *shown)


def _of(of: Mapping[str, Heap], table: str, names: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    return of[table].some(*names) if table in of else ()
