"""Reads of cases."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from app.cases.records import CaseEntry, CaseRow, CaseStory
from app.storage.prepared import PreparedRead
from app.storage.search_index import LAST
from models.case import CASE, CASE_EVENT
from models.enums import CaseKind, CaseStatus, Severity

COLUMNS = [CASE.c[name] for name in CaseRow._fields]
MOST_OPEN = 50


def case_row(
    id_: UUID, reference: str, kind: str, customer_id: UUID | None, category: str | None, severity: str,
    summary: str, status: str, *rest: Any,
) -> CaseRow:  # fmt: skip
    """Return a case from its columns, which are in the order of `CaseRow`."""
    words = (CaseKind(kind), customer_id, category, Severity(severity), summary, CaseStatus(status))
    return CaseRow(id_, reference, *words, *rest)


OPEN_OF = PreparedRead(
    select(*COLUMNS)
    .where(CASE.c.customer_id == bindparam("customer_id"), CASE.c.closed_at.is_(None), CASE.c.deleted_at.is_(None))
    .order_by(CASE.c.opened_at.desc())
    .limit(MOST_OPEN),
    case_row,
)


def open_cases(connection: Connection, customer_id: UUID) -> list[CaseRow]:
    """Return a customer's open cases, newest first."""
    return OPEN_OF.all(connection, {"customer_id": customer_id})


ONE = PreparedRead(select(*COLUMNS).where(CASE.c.id == bindparam("of"), CASE.c.deleted_at.is_(None)), case_row)
ENTRIES = PreparedRead(
    select(*(CASE_EVENT.c[name] for name in CaseEntry._fields))
    .where(CASE_EVENT.c.case_id == bindparam("of"))
    .order_by(CASE_EVENT.c.at.desc(), CASE_EVENT.c.id.desc())
    .limit(MOST_OPEN),
    CaseEntry,
)


def story(connection: Connection, case_id: UUID) -> CaseStory | None:
    """Return a case as it stands with its last entries, None where it is not there or was taken away."""
    row = ONE.first(connection, {"of": case_id})
    return None if row is None else CaseStory(row, tuple(ENTRIES.all(connection, {"of": case_id})))


def newest(connection: Connection, most: int, before: UUID | None = None) -> list[CaseRow]:
    """Return the newest cases of all customers, newest first; a page of those older than the case `before`."""
    return _newest(before is not None, most).all(connection, {"before": before})


@cache
def _newest(has_before: bool, most: int) -> PreparedRead[CaseRow]:
    query = select(*COLUMNS).where(CASE.c.deleted_at.is_(None)).order_by(CASE.c.id.desc()).limit(most)
    return PreparedRead(query.where(CASE.c.id < bindparam("before")) if has_before else query, case_row)


def by_reference(connection: Connection, beginning: str, most: int) -> list[CaseRow]:
    """Return the cases whose reference begins so, in order."""
    beginning = beginning.upper()
    return _by_reference(most).all(connection, {"from": beginning, "to": beginning + LAST})


@cache
def _by_reference(most: int) -> PreparedRead[CaseRow]:
    begins = CASE.c.reference.between(bindparam("from"), bindparam("to"))
    query = select(*COLUMNS).where(begins, CASE.c.deleted_at.is_(None))
    return PreparedRead(query.order_by(CASE.c.reference).limit(most), case_row)
