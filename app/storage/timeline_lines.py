"""Rows of the timeline as the driver takes them, made of rows that never were objects of SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from app.storage import projection
from app.storage.heaps import Heap
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


def lines_of(heaps: Iterable[Heap]) -> Iterator[list[Any]]:
    """Yield the rows of the timeline of whole customers, keys as text."""
    of = {heap.table: heap for heap in heaps}
    yield from _shown(of.get("case"), projection.OF_CASE, None)
    yield from _shown(of.get("follow_up"), projection.OF_FOLLOW_UP, InteractionKind.FOLLOW_UP)
    yield from _calls(of)


def _shown(heap: Heap | None, fields: Mapping[str, str], kind: str | None) -> Iterator[list[Any]]:
    """Yield the rows of what has a row of its own, by which of its fields the timeline shows; `kind` if none tells."""
    if heap is None:
        return
    sources = {"id": "id", "customer_id": "customer_id"} | dict(fields)
    none, of_kind = len(heap.columns), len(heap.columns) + 1  # places behind what came
    places = [heap.place(sources[name]) if name in sources else none for name in TIMELINE]
    if "kind" not in sources:
        places[TIMELINE.index("kind")] = of_kind
    shown, behind = itemgetter(*places), [None, kind]
    customer, deleted = heap.place("customer_id"), heap.place("deleted_at")
    for row in heap.rows:
        if row[customer] is not None and row[deleted] is None:
            yield list(shown(row + behind))


def _calls(of: dict[str, Heap]) -> Iterator[list[Any]]:
    legs: dict[str, list[HeapLeg]] = {}
    for leg in map(HeapLeg._make, _of(of, "call_leg", HeapLeg._fields)):
        legs.setdefault(leg.call_id, []).append(leg)
    for call, customer, deleted_at, *told in _of(of, "call", CALL):
        if customer is not None and deleted_at is None:
            found = sorted(legs.get(call, ()))
            yield line(call, customer, projection.merged_call(CallFields._make(told), found))


def _of(of: dict[str, Heap], table: str, names: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    return of[table].some(*names) if table in of else ()
