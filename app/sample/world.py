"""The sample world: seeded, so that the same seed at the same moment makes the same rows, ids included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from app.sample.calls import CallMaker, Clock
from app.sample.cases import Brought, CaseMaker
from app.sample.customers import CustomerMaker, Made
from app.sample.rows import Ids, Rows
from app.storage.references import LETTERS, reference

CHUNK = 10_000  # customers; large enough for sorted inserts, small enough for any memory
HISTORY = timedelta(days=8 * 365)
BUSY = (0, 0, 0.2, 0.4, 0.5, 0.8, 1, 1.4, 2.2, 3.5)  # how unequal customers are; their mean is 1
# Prefixes `references.new_prefix` never gives; K1 is the heroes'.
DESKS = [f"{letter}{digit}" for digit in "10" for letter in LETTERS if letter != "K"]
DESKS_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Size:
    """How much of what a world shall hold."""

    customers: int
    interactions: int
    cases: int


class World:
    """Makes rows in chunks of whole customers; memory does not grow with the world."""

    def __init__(self, seed: int, region: str, now: datetime) -> None:
        self._random = random = Random(seed)  # noqa: S311 - a world to play with, no secret
        self._now = now.replace(microsecond=0)
        ids, clock = Ids(random), Clock(random, region, self._now)
        self._customers = CustomerMaker(random, ids, region)
        self._calls = CallMaker(random, ids, clock)
        self._cases = CaseMaker(random, ids, clock)
        self._references: Counter[str] = Counter()

    def chunks(self, size: Size, chunk: int = CHUNK) -> Iterator[Rows]:
        """Yield the rows of the world, customers in the order in which they came."""
        calls_left, cases_left = size.interactions, size.cases
        rows, waiting = Rows(), list[tuple[Made, Brought]]()
        for n in range(size.customers):
            to_come = size.customers - n
            made = self._customers.make(n + 1, self._since(n, size.customers))
            rows.customer(made.values, made.points)
            calls, cases = self._share(calls_left, to_come), self._share(cases_left, to_come)
            calls_left, cases_left = calls_left - calls, cases_left - cases
            heard = self._calls.make(rows, made, calls)
            waiting += [(made, brought) for brought in self._cases.make(made, heard, cases)]
            if (n + 1) % chunk == 0 or to_come == 1:
                self._add_cases(rows, waiting)
                yield rows
                rows, waiting = Rows(), []

    def _share(self, left: int, customers: int) -> int:
        """Return how many of what is left one of the customers to come gets; the last gets the rest."""
        if customers == 1:
            return left
        mean = left / customers * self._random.choice(BUSY)
        return min(left, int(mean + self._random.random()))

    def _since(self, n: int, customers: int) -> datetime:
        """Return when the customer came: later than the one before."""
        moment = self._now - HISTORY + HISTORY * (n + self._random.random()) / (customers + 1)
        return moment.replace(microsecond=0)

    def _add_cases(self, rows: Rows, waiting: list[tuple[Made, Brought]]) -> None:
        """Add cases in the order in which they were opened, so that the count in a reference grows with time."""
        waiting.sort(key=lambda pair: (pair[1].values["opened_at"], pair[1].values["id"]))
        desks = self._random.sample(DESKS, DESKS_AT_ONCE)
        for made, brought in waiting:
            desk = self._random.choice(desks)
            self._references[desk] += 1
            self._cases.add(rows, made, brought, reference(desk, self._references[desk]))
