"""Rows of the timeline as the driver takes them, made of rows that never were objects of SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from app.storage import projection
from app.storage.heaps import Grid, Heap
from models.enums import InteractionKind
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


def lines_of(heaps: Iterable[Heap]) -> Iterator[Grid]:
    """Yield the rows of the timeline of whole customers, keys as text."""
    of = {heap.table: heap for heap in heaps}
    if "case" in of:
        yield _shown(of["case"], projection.OF_CASE, None)
    if "follow_up" in of:
        yield _shown(of["follow_up"], projection.OF_FOLLOW_UP, InteractionKind.FOLLOW_UP.value)
    if "call" in of:
        yield Grid(("customer_id", "id", *projection.CallShown._fields), list(_calls(of)))


def _shown(heap: Heap, fields: Mapping[str, str], kind: str | None) -> Grid:
    """Return the rows of what has a row of its own, by which of its fields the timeline shows; `kind` if none tells."""
    sources = {"customer_id": "customer_id", "id": "id"} | dict(fields)
    places, behind = [heap.place(source) for source in sources.values()], []
    if kind is not None:
        sources["kind"], behind = "kind", [kind]
        places.append(len(heap.columns))
    shown, customer, deleted = itemgetter(*places), heap.place("customer_id"), heap.place("deleted_at")
    rows = [shown(row + behind) for row in heap.rows if row[customer] is not None and row[deleted] is None]
    return Grid(tuple(sources), rows)


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
