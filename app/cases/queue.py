"""The queue: open cases, the one longest open first, page by page under any filters; and how many there are of each."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, or_, select, tuple_, union_all

from app.cases.queries import COLUMNS, case_row
from app.cases.records import CaseRow, QueueCounts, QueueFilter
from app.storage.prepared import PreparedRead
from models.base import Key, UtcTime
from models.case import CASE, FILTERS
from models.enums import CaseKind, CaseStatus, Severity

Position = tuple[datetime, UUID]
PAGE = 50
POSITION: PreparedRead[Position] = PreparedRead(
    select(CASE.c.opened_at, CASE.c.id).where(CASE.c.reference == bindparam("reference")), lambda at, id_: (at, id_)
)


def page(connection: Connection, wanted: QueueFilter, after: Position | None = None, most: int = PAGE) -> list[CaseRow]:
    """Return a page of the open cases behind the position `after`, which is when a case was opened and its id."""
    values: dict[str, Any] = {name: getattr(wanted, name) for name in ("kind", "severity", "status", "owner")}
    values |= {f"category{n}": path for n, path in enumerate(wanted.categories)}
    if after is not None:
        values |= {"opened_at": after[0], "id": after[1]}
    given = tuple(name for name in FILTERS if name != "category" and values[name] is not None)
    read = _page(given, wanted.is_unassigned, len(wanted.categories), after is not None, most)
    return read.all(connection, values)


def position(connection: Connection, reference: str) -> Position | None:
    """Return where in the queue a case stands, or stood; None where there is no such case."""
    return POSITION.first(connection, {"reference": reference})


def counts(connection: Connection) -> QueueCounts:
    """Count the open cases of each kind, severity, status and owner in one pass over one index."""
    kinds, severities, statuses = Counter[CaseKind](), Counter[Severity](), Counter[CaseStatus]()
    owners, unassigned = Counter[str](), 0
    for kind, severity, status, owner, count in COUNTS.all(connection, {}):
        kinds[CaseKind(kind)] += count
        severities[Severity(severity)] += count
        statuses[CaseStatus(status)] += count
        if owner is None:
            unassigned += count
        else:
            owners[owner] += count
    return QueueCounts(kinds.total(), kinds, severities, statuses, unassigned, owners)


@cache
def _page(
    given: tuple[str, ...], is_unassigned: bool, categories: int, has_after: bool, most: int
) -> PreparedRead[CaseRow]:
    """The read of a page under filters of these names: along the index of the one that leaves the fewest."""
    index = "owner" if is_unassigned or "owner" in given else "category" if categories else (*given, "opened_at")[0]
    conditions = [_column(name, index) == bindparam(name) for name in given]
    conditions += [CASE.c.owner.is_(None)] if is_unassigned else []
    paths = [_column("category", index) == bindparam(f"category{n}") for n in range(categories)]
    if has_after:
        after = tuple_(bindparam("opened_at", type_=UtcTime), bindparam("id", type_=Key))
        conditions.append(tuple_(CASE.c.opened_at, CASE.c.id) > after)
    if index == "category":  # a category with all below it: the first of each, of which the page are the first
        parts = [_longest_open(most, CASE.c.opened_at, CASE.c.id).where(*conditions, path).subquery() for path in paths]
        firsts = union_all(*(select(part) for part in parts)).subquery()
        wanted = select(firsts.c.id).order_by(firsts.c.opened_at, firsts.c.id).limit(most)
        return PreparedRead(
            select(*COLUMNS).where(CASE.c.id.in_(wanted)).order_by(CASE.c.opened_at, CASE.c.id), case_row
        )
    if paths:
        conditions.append(or_(*paths))
    return PreparedRead(_longest_open(most, *COLUMNS).where(*conditions), case_row)


def _longest_open(most: int, *columns: Any) -> Select[*tuple[Any, ...]]:
    open_ = select(*columns).where(CASE.c.closed_at.is_(None), CASE.c.deleted_at.is_(None))
    return open_.order_by(CASE.c.opened_at, CASE.c.id).limit(most)


def _column(name: str, index: str) -> Any:
    """Return a column to be compared; one that is no more than a test of the rows of an index must not look like
    the beginning of another, or SQLite might take that and sort all it finds."""
    column = CASE.c[name]
    return column if name == index else column.concat("")


_GROUPS = (CASE.c.kind, CASE.c.severity, CASE.c.status, CASE.c.owner)
COUNTS = PreparedRead(
    select(*_GROUPS, func.count()).where(CASE.c.closed_at.is_(None), CASE.c.deleted_at.is_(None)).group_by(*_GROUPS),
    lambda *columns: columns,
)
