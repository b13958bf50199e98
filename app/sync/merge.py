"""What a page of changes means for a desk; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from app.sync.records import Row

T = TypeVar("T")


def to_fetch(touched: Mapping[UUID, int], held: Mapping[UUID, int]) -> list[UUID]:
    """Return the held customers of whom something changed that is not here yet.

    `held` is {customer: sequence up to which they are whole, 0 for not yet}.
    """
    return [of for of, seq in touched.items() if of in held and (held[of] == 0 or held[of] < seq)]


def to_hold(rows: Iterable[Row], teams: Collection[int], held: Collection[UUID]) -> list[UUID]:
    """Return the customers that work of the desk's teams is about and that it does not hold yet."""
    about = (
        row.customer_id
        for row in rows
        if row.values is not None and row.customer_id is not None and row.values.get("team") in teams
    )
    return [of for of in dict.fromkeys(about) if of not in held]


def newest(rows: Iterable[Row]) -> dict[UUID, int]:
    """Return {customer: the last sequence among their rows}."""
    found: dict[UUID, int] = {}
    for row in rows:
        if row.customer_id is not None:
            found[row.customer_id] = max(row.seq, found.get(row.customer_id, 0))
    return found


def slices(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Yield parts of up to `size`, at least one, which may be empty."""
    for first in range(0, max(len(items), 1), size):
        yield items[first : first + size]
