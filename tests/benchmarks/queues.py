"""Pages of the queue, first and deep, under filters and without, and the counts of its chips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any
from uuid import UUID

from app.bootstrap import Backend
from app.cases import queue
from app.cases.records import QueueFilter
from models.base import EPOCH, MICROSECOND
from models.case import FILTERS
from models.enums import CaseKind, CaseStatus, Severity
from tests.benchmarks import raw
from tests.benchmarks.measuring import Row, compare

OPEN = """
    SELECT opened_at, id, owner, category, status, severity, kind FROM "case"
    WHERE closed_at IS NULL AND deleted_at IS NULL ORDER BY opened_at, id"""
BEGIN = (0, b"")


@dataclass(frozen=True, slots=True)
class Asked:
    """A page somebody asks for: behind which position (microseconds and key; BEGIN is the first) and of what."""

    after: tuple[int, bytes]
    filters: Mapping[str, str]

    def raw(self, connection: Any) -> list[Any]:
        return raw.queue_page(connection, self.filters, self.after)

    def ours(self, backend: Backend) -> list[Any]:
        position = (EPOCH + self.after[0] * MICROSECOND, UUID(bytes=self.after[1])) if self.after != BEGIN else None
        return backend.folder.reader.run(partial(queue.page, wanted=_wanted(self.filters), after=position))


def rows(backend: Backend, connection: Any, rounds: int, random: Random) -> Iterator[Row]:
    """Yield the rows of the queue; filters and positions are those of cases that are open."""
    cases = connection.execute(OPEN).fetchall()
    anywhere = [random.choice(cases) for _ in range(rounds)]
    jobs = {
        "first page": [Asked(BEGIN, {}) for _ in anywhere],
        "page anywhere": [Asked(case[:2], {}) for case in anywhere],
        "page, one filter": [Asked(case[:2], _filters(case, [random.choice(FILTERS)])) for case in anywhere],
        "page, three filters": [Asked(case[:2], _filters(case, random.sample(FILTERS, 3))) for case in anywhere],
    }
    for job, asked in jobs.items():
        yield compare(f"queue: {job}", lambda page: page.raw(connection), lambda page: page.ours(backend), asked)
    yield compare(
        "queue: counts of all chips",
        lambda _: raw.queue_counts(connection),
        lambda _: backend.folder.reader.run(queue.counts),
        range(max(rounds // 4, 5)),
    )


def _filters(case: Any, names: list[str]) -> dict[str, str]:
    """Return {filter: what the case has}, the filter that leaves the fewest first."""
    values = dict(zip(FILTERS, case[2:], strict=True))
    return {name: values[name] for name in FILTERS if name in names and values[name] is not None}


def _wanted(filters: Mapping[str, str]) -> QueueFilter:
    return QueueFilter(
        CaseKind(filters["kind"]) if "kind" in filters else None,
        Severity(filters["severity"]) if "severity" in filters else None,
        CaseStatus(filters["status"]) if "status" in filters else None,
        filters.get("owner"),
        categories=(filters["category"],) if "category" in filters else (),
    )
