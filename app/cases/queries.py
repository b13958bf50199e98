"""Reads of cases."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from app.cases.records import CaseRow
from app.storage.search_index import LAST
from models.case import Case
from models.enums import CaseKind, CaseStatus, Severity

COLUMNS = [getattr(Case, name) for name in CaseRow.__slots__]
MOST_OPEN = 50


def open_cases(connection: Connection, customer_id: UUID) -> list[CaseRow]:
    """Return a customer's open cases, newest first."""
    mine = (Case.customer_id == customer_id, Case.closed_at.is_(None), Case.deleted_at.is_(None))
    query = select(*COLUMNS).where(*mine).order_by(Case.opened_at.desc()).limit(MOST_OPEN)
    return [_row(row) for row in connection.execute(query)]


def newest(connection: Connection, most: int, before: UUID | None = None) -> list[CaseRow]:
    """Return the newest cases of all customers, newest first; a page of those older than the case `before`."""
    query = select(*COLUMNS).where(Case.deleted_at.is_(None)).order_by(Case.id.desc()).limit(most)
    if before is not None:
        query = query.where(Case.id < before)
    return [_row(row) for row in connection.execute(query)]


def by_reference(connection: Connection, beginning: str, most: int) -> list[CaseRow]:
    """Return the cases whose reference begins so, in order."""
    beginning = beginning.upper()
    query = select(*COLUMNS).where(Case.reference.between(beginning, beginning + LAST), Case.deleted_at.is_(None))
    return [_row(row) for row in connection.execute(query.order_by(Case.reference).limit(most))]


def _row(row: Row[Any]) -> CaseRow:
    kinds = {"kind": CaseKind(row.kind), "severity": Severity(row.severity), "status": CaseStatus(row.status)}
    return CaseRow(**row._asdict() | kinds)
