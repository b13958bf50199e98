"""What a page of changes means for a desk; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from app.sync.records import Row


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


def strangers(touched: Iterable[UUID], held: Collection[UUID], fresh: Collection[UUID]) -> list[UUID]:
    """Return the customers this desk neither holds nor is about to: while there is room it takes them, too."""
    return [of for of in touched if of not in held and of not in fresh]
