"""The sample world: seeded, so that the same seed at the same moment makes the same rows, ids included.

It is made in chunks of whole customers. Each has a seed of its own and needs nothing of those before it, so that a
loading that was stopped goes on at any of them, and several processes can make them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from app.sample.calls import DAY, SECOND, CallMaker, Clock
from app.sample.cases import Brought, CaseMaker
from app.sample.customers import CustomerMaker, Made
from app.sample.rows import Ids, Rows
from app.storage.references import LETTERS, reference
from models.base import microseconds

CHUNK = 2_000  # customers at most; a few megabytes, and large enough for sorted inserts
CHUNK_EVENTS = 25_000  # calls, notes and cases of a chunk, about: some hundred bytes and three rows each
HISTORY = 8 * 365 * DAY
BUSY = (0, 0, 0.2, 0.4, 0.5, 0.8, 1, 1.4, 2.2, 3.5)  # how unequal customers are; their mean is 1
# Prefixes `references.free_prefix` never gives; K1 is the heroes'.
DESKS = [f"{letter}{digit}" for digit in "10" for letter in LETTERS if letter != "K"]
DESKS_AT_ONCE = 4  # at work in a chunk; the next chunk's are the next ones
SHIFTS = len(DESKS) // DESKS_AT_ONCE
IDS_OF_A_CHUNK = 1 << 28


@dataclass(frozen=True, slots=True)
class Size:
    """How much of what a world shall hold."""

    customers: int
    interactions: int
    cases: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides what a world holds; `now` is in microseconds, `chunk` customers are made at a time."""

    seed: int
    region: str
    now: int
    size: Size
    chunk: int

    @classmethod
    def of(cls, seed: int, region: str, now: datetime, size: Size, chunk: int = 0) -> Recipe:
        """Return the recipe of a world as it is at `now`; memory for a chunk stays the same however busy people are."""
        events = (size.interactions + size.cases) / max(size.customers, 1)
        chunk = chunk or max(1, min(CHUNK, int(CHUNK_EVENTS / max(events, 1))))
        return cls(seed, region, microseconds(now) // SECOND * SECOND, size, chunk)

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.size.customers // self.chunk)

    def before(self, n: int) -> Size:
        """Return how much the chunks before chunk `n` hold."""
        size, customers = self.size, min(n * self.chunk, self.size.customers)
        most = max(size.customers, 1)
        return Size(customers, size.interactions * customers // most, size.cases * customers // most)

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Recipe:
        """Return it from what `asdict` made."""
        return cls(**raw | {"size": Size(**raw["size"])})


class World:
    """Makes the chunks of a recipe, in any order; memory does not grow with the world."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def chunks(self, first: int = 0, step: int = 1) -> Iterator[Rows]:
        """Yield the rows of the world, customers in the order in which they came; from chunk `first` on."""
        for n in range(first, self.recipe.chunks, step):
            yield _Chunk(self.recipe, n).rows


class _Chunk:
    """The rows of chunk `n`."""

    def __init__(self, recipe: Recipe, n: int) -> None:
        self._recipe, self._n = recipe, n
        self._random = random = Random(f"{recipe.seed}/{n}")  # noqa: S311 - a world to play with, no secret
        ids, clock = Ids(random, n * IDS_OF_A_CHUNK), Clock(random, recipe.region, recipe.now)
        self._customers = CustomerMaker(random, ids, recipe.region)
        self._calls = CallMaker(random, ids, clock)
        self._cases = CaseMaker(random, ids, clock)
        self.rows = Rows()
        self._add_cases(self._add_people())

    def _add_people(self) -> list[tuple[Made, Brought]]:
        """Add customers with their calls and notes; return the cases they brought."""
        begin, end, rows = self._recipe.before(self._n), self._recipe.before(self._n + 1), self.rows
        calls_left, cases_left = end.interactions - begin.interactions, end.cases - begin.cases
        brought: list[tuple[Made, Brought]] = []
        for n in range(begin.customers, end.customers):
            to_come = end.customers - n
            made = self._customers.make(n + 1, self._since(n))
            rows.customer(made.values, made.points)
            calls, cases = self._share(calls_left, to_come), self._share(cases_left, to_come)
            calls_left, cases_left = calls_left - calls, cases_left - cases
            heard = self._calls.make(rows, made, calls)
            brought += [(made, case) for case in self._cases.make(made, heard, cases)]
        return brought

    def _share(self, left: int, customers: int) -> int:
        """Return how many of what is left one of the customers to come gets; the last gets the rest."""
        if customers == 1:
            return left
        mean = left / customers * self._random.choice(BUSY)
        return min(left, int(mean + self._random.random()))

    def _since(self, n: int) -> int:
        """Return when the customer came: later than the one before."""
        share = (n + self._random.random()) / (self._recipe.size.customers + 1)
        return (self._recipe.now - HISTORY + int(HISTORY * share)) // SECOND * SECOND

    def _add_cases(self, brought: list[tuple[Made, Brought]]) -> None:
        """Add cases in the order in which they were opened, so that the count in a reference grows with time.

        The desks of a chunk go on counting where the last chunk of the same desks ended.
        """
        brought.sort(key=lambda pair: (pair[1].values["opened_at"], pair[1].values["id"]))
        shift, before = self._n % SHIFTS, self._recipe.before
        counted = sum(before(n + 1).cases - before(n).cases for n in range(shift, self._n, SHIFTS))
        desks = DESKS[shift * DESKS_AT_ONCE :][:DESKS_AT_ONCE]
        for count, (made, case) in enumerate(brought, counted + 1):
            self._cases.add(self.rows, made, case, reference(self._random.choice(desks), count))
