"""Reads of cases."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, select

from app.cases.records import CaseRow
from app.storage.search_index import LAST
from models.case import Case
from models.enums import CaseKind, CaseStatus, Severity

COLUMNS = [getattr(Case, name) for name in CaseRow.__slots__]
MOST_OPEN = 50
OPEN_OF = (  # built once: to build a statement takes longer than SQLite needs to answer it
    select(*COLUMNS)
    .where(Case.customer_id == bindparam("customer_id"), Case.closed_at.is_(None), Case.deleted_at.is_(None))
    .order_by(Case.opened_at.desc())
    .limit(MOST_OPEN)
)

REFERENCE_BEGINS = (
    select(*COLUMNS)
    .where(Case.reference.between(bindparam("from"), bindparam("to")), Case.deleted_at.is_(None))
    .order_by(Case.reference)
    .limit(bindparam("most"))
)


def open_cases(connection: Connection, customer_id: UUID) -> list[CaseRow]:
    """Return a customer's open cases, newest first."""
    return [_row(row) for row in connection.execute(OPEN_OF, {"customer_id": customer_id})]


def newest(connection: Connection, most: int, before: UUID | None = None) -> list[CaseRow]:
    """Return the newest cases of all customers, newest first; a page of those older than the case `before`."""
    query = select(*COLUMNS).where(Case.deleted_at.is_(None)).order_by(Case.id.desc()).limit(most)
    if before is not None:
        query = query.where(Case.id < before)
    return [_row(row) for row in connection.execute(query)]


def by_reference(connection: Connection, beginning: str, most: int) -> list[CaseRow]:
    """Return the cases whose reference begins so, in order."""
    beginning = beginning.upper()
    values = {"from": beginning, "to": beginning + LAST, "most": most}
    return [_row(row) for row in connection.execute(REFERENCE_BEGINS, values)]


def _row(row: Row[Any]) -> CaseRow:
    kinds = {"kind": CaseKind(row.kind), "severity": Severity(row.severity), "status": CaseStatus(row.status)}
    return CaseRow(**row._asdict() | kinds)
