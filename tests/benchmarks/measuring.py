"""What was measured, raw and ours side by side, and how it is printed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, TypeVar

T = TypeVar("T")
A_PIECE = 1_000_000
HEAD = ("job", "unit", "rounds", "raw p50", "raw p95", "ours p50", "ours p95", "ratio")


@dataclass(frozen=True, slots=True)
class Row:
    """One job: what the bare engine (or bare Qt) needs for it and what we need, in the same run."""

    job: str
    unit: str
    raw: Sequence[float]
    ours: Sequence[float]

    @property
    def ratio(self) -> float:
        """Our median in terms of the raw one."""
        return median(self.ours) / median(self.raw)

    def as_dict(self) -> dict[str, Any]:
        """Return the row as JSON has it."""
        figures = (len(self.ours), median(self.raw), p95(self.raw), median(self.ours), p95(self.ours), self.ratio)
        return dict(zip(HEAD, (self.job, self.unit, *(round(figure, 4) for figure in figures)), strict=True))


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def pace() -> float:
    """Return the milliseconds a fixed piece of Python takes just now: how fast a shared machine is varies by two."""
    return min(milliseconds(lambda: sum(range(A_PIECE))) for _ in range(5))


def compare(
    job: str,
    raw: Callable[[T], object],
    ours: Callable[[T], object],
    inputs: Iterable[T],
    warm_up: int = 3,
    between: Callable[[], object] = lambda: None,
) -> Row:
    """Run both on each input in turn, so that what else the machine does falls on both alike.

    `between` runs after each pair, outside the time: it waits for what goes on in the background.
    """
    all_raw, all_ours = [], []
    for number, given in enumerate(inputs):
        one = (lambda g=given: raw(g)), (lambda g=given: ours(g))
        pair = {turn: milliseconds(one[turn]) for turn in ((0, 1) if number % 2 else (1, 0))}
        all_raw.append(pair[0])
        all_ours.append(pair[1])
        between()
    skip = min(warm_up, len(all_raw) - 1)
    return Row(job, "ms", all_raw[skip:], all_ours[skip:])
