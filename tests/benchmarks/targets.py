"""The figures to reach (design/performance.md), each in one place."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from tests.benchmarks.measuring import Row, p95


@dataclass(frozen=True, slots=True)
class Target:
    """The most a figure of a row may be: "ratio" (of the medians), "p50" or "p95" (in the row's unit)."""

    figure: str
    most: float

    def text(self, unit: str) -> str:
        return f"≤ {self.most:g} × raw" if self.figure == "ratio" else f"{self.figure} ≤ {self.most:g} {unit}"

    def holds(self, row: Row) -> bool:
        figure = row.ratio if self.figure == "ratio" else median(row.ours) if self.figure == "p50" else p95(row.ours)
        return figure <= self.most


# The job of a row begins so; the longest beginning counts.
TARGETS = {
    "pop": Target("ratio", 2.5),
    "search": Target("p95", 2),
    "search: key": Target("p95", 100),
    "save: until the agent is told": Target("ratio", 3),
    "queue": Target("p95", 5),
    "queue: counts": Target("p95", 20),
    "start: to the first paint": Target("ratio", 1.5),
    "start: until usable": Target("p50", 1000),
    "memory: idle": Target("p95", 180),
    "ring": Target("p95", 50),
}


def target(job: str) -> Target | None:
    """Return what a job is to reach, None where nothing is set."""
    found = [beginning for beginning in TARGETS if job.startswith(beginning)]
    return TARGETS[max(found, key=len)] if found else None


def verdict(row: Row) -> str:
    """Return "ok", "over", or "" where there is no target."""
    wanted = target(row.job)
    return "" if wanted is None else "ok" if wanted.holds(row) else "over"
