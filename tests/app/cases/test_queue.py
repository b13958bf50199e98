"""The queue: every page under every filter is what looking at all open cases gives, and reads no more than a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection

from app.cases import categories, queue
from app.cases.records import CaseRow, QueueFilter
from app.errors import KnownError
from app.storage.folder import DataFolder
from app.storage.unit_of_work import UnitOfWork
from models.enums import CaseKind, CaseStatus, Severity

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PATHS = ("billing", "billing/charge", "billing/charge/double", "orders/returns/pickup", None)
OWNERS = ("Marta", "Pere", None)
STATUSES = (CaseStatus.RECEIVED, CaseStatus.WAITING)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFolder]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        opened = DataFolder(tmp_path_factory.mktemp("queue") / "data")
        opened.start_writer().submit(_fill).result()
        yield opened
        opened.close()


def _fill(unit: UnitOfWork) -> None:
    random = Random(3)
    for n in range(240):
        opened_at = NOW - timedelta(minutes=random.randrange(120))  # many at the same minute
        values = {"reference": unit.take_reference(), "summary": f"case {n}", "opened_at": opened_at}
        values |= {"kind": random.choice(list(CaseKind)), "severity": random.choice(list(Severity))}
        values |= {"status": random.choice(STATUSES), "owner": random.choice(OWNERS)}
        values |= {"category": random.choice(PATHS), "closed_at": NOW if n % 6 == 0 else None}
        unit.create("case", values | {"deleted_at": NOW if n % 11 == 0 else None})


def ask(folder: DataFolder, wanted: QueueFilter, after: CaseRow | None = None, most: int = 1000) -> list[CaseRow]:
    position = (after.opened_at, after.id) if after else None
    return folder.reader.run(lambda connection: queue.page(connection, wanted, position, most))


@pytest.fixture(scope="module")
def everything(folder: DataFolder) -> list[CaseRow]:
    found = ask(folder, QueueFilter())
    assert len(found) == sum(n % 6 != 0 and n % 11 != 0 for n in range(240))
    assert all(case.closed_at is None for case in found)
    assert found == sorted(found, key=lambda case: (case.opened_at, case.id))
    return found


def passes(wanted: QueueFilter, case: CaseRow) -> bool:
    return (
        wanted.kind in (None, case.kind)
        and wanted.severity in (None, case.severity)
        and wanted.status in (None, case.status)
        and wanted.owner in (None, case.owner)
        and not (wanted.is_unassigned and case.owner is not None)
        and (not wanted.categories or case.category in wanted.categories)
    )


def filters() -> Iterator[QueueFilter]:
    below = (("billing/charge/double",), categories.below("billing"), categories.below("orders"))
    for kind, severity, status in product(
        (None, CaseKind.COMPLAINT), (None, Severity.URGENT), (None, CaseStatus.WAITING)
    ):
        for owner, paths in product(("Marta", None, ""), ((), *below)):
            yield QueueFilter(kind, severity, status, owner or None, owner == "", paths)


@pytest.mark.parametrize("wanted", list(filters()), ids=repr)
def test_pages_follow_one_another_under_every_filter(
    folder: DataFolder, everything: list[CaseRow], wanted: QueueFilter
) -> None:
    expected = [case for case in everything if passes(wanted, case)]
    assert ask(folder, wanted) == expected
    seen: list[CaseRow] = []
    while page := ask(folder, wanted, seen[-1] if seen else None, most=7):
        assert len(page) == min(7, len(expected) - len(seen))
        seen += page
    assert seen == expected


@pytest.mark.parametrize("has_after", [False, True])
@pytest.mark.parametrize("wanted", list(filters()), ids=repr)
def test_a_page_is_read_along_an_index_whatever_the_filters(
    folder: DataFolder, wanted: QueueFilter, has_after: bool
) -> None:
    """No index but those on what is open, and no sort but for the categories, whose firsts are merged."""
    values = {name: getattr(wanted, name) for name in ("kind", "severity", "status", "owner")}
    given = tuple(name for name in queue.FILTERS if values.get(name) is not None)
    read = queue._page(given, wanted.is_unassigned, len(wanted.categories), has_after, 50)
    plan = folder.reader.run(lambda connection: explain(connection, read))
    along = [line for line in plan if "ix_case_" in line]
    assert along and all("ix_case_open_" in line and "counts" not in line for line in along)
    by_category = wanted.categories and wanted.owner is None and not wanted.is_unassigned
    assert by_category or not [line for line in plan if "TEMP B-TREE" in line]
    assert not has_after or all("opened_at" in line.partition("(")[2] for line in along), along


def test_the_counts_are_those_of_all_open_cases_in_one_pass_over_an_index(
    folder: DataFolder, everything: list[CaseRow]
) -> None:
    counts = folder.reader.run(queue.counts)
    assert counts.open == len(everything)
    assert counts.kinds == Counter(case.kind for case in everything)
    assert counts.severities == Counter(case.severity for case in everything)
    assert counts.statuses == Counter(case.status for case in everything)
    assert counts.owners == Counter(case.owner for case in everything if case.owner)
    assert counts.unassigned == sum(case.owner is None for case in everything) > 0
    plan = folder.reader.run(lambda connection: explain(connection, queue.COUNTS))
    assert len(plan) == 1 and "ix_case_open_counts" in plan[0]


def test_a_position_is_that_of_a_case_open_or_not(folder: DataFolder, everything: list[CaseRow]) -> None:
    at = folder.reader.run(lambda connection: queue.position(connection, everything[9].reference))
    assert at == (everything[9].opened_at, everything[9].id)
    assert folder.reader.run(lambda connection: queue.position(connection, "K7-99999-X")) is None


def test_what_is_below_a_category() -> None:
    below = categories.below("billing/charge")
    assert below[0] == "billing/charge" and "billing/charge/double" in below
    assert all(path.startswith("billing/charge/") for path in below[1:])
    assert set(below) < set(categories.below("billing"))
    with pytest.raises(KnownError):
        categories.below("billing/wings")


def explain(connection: Connection, read: Any) -> list[str]:
    compiled = read._statement.compiled(connection.dialect)
    values = [default if isinstance(default, int) else None for _, default, _ in compiled.binds]
    driver = connection.connection.driver_connection
    assert driver is not None
    rows = driver.execute(f"EXPLAIN QUERY PLAN {compiled.text}", values)
    return [row[3] for row in rows]
