"""A complaint, suggestion or enquiry, and its append-only story."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, StoreBase

IS_OPEN = text("closed_at IS NULL AND deleted_at IS NULL")
FILTERS = ("owner", "category", "status", "severity", "kind")  # of the queue, the one that leaves the fewest first


def _of_open(name: str, *columns: str) -> Index:
    """An index on the cases that are open: a few of a hundred of all there were.

    The migration says the condition for PostgreSQL too; said here, it would have every start import that dialect.
    """
    return Index(f"ix_case_open_{name}", *columns, sqlite_where=IS_OPEN)


class Case(Entity, StoreBase):
    """What a customer brought; `reference` was read out on the phone and never changes."""

    __tablename__ = "case"
    __table_args__ = (
        _of_open("customer_id", "customer_id", "opened_at"),
        _of_open("opened_at", "opened_at", "id"),
        # A page of the queue under any filters is read from the index of one of them, which tells the others too.
        *(_of_open(name, name, "opened_at", "id", *(other for other in FILTERS if other != name)) for name in FILTERS),
        _of_open("counts", "kind", "severity", "status", "owner"),  # in the order of the groups that are counted
    )

    reference: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    customer_id: Mapped[UUID | None]
    call_id: Mapped[UUID | None]
    number: Mapped[str | None]  # the number it came from when nobody could be named yet
    category: Mapped[str | None]  # path of ids, e.g. "billing/charge/double"
    severity: Mapped[str]
    summary: Mapped[str]
    description: Mapped[str | None]
    status: Mapped[str]
    owner: Mapped[str | None]
    team: Mapped[int | None]  # whose work it is; NULL on one seat, which has no teams
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class CaseEvent(Entity, StoreBase):
    """One thing that happened to a case; appended, never edited."""

    __tablename__ = "case_event"
    __table_args__ = (Index(None, "case_id", "at"),)

    case_id: Mapped[UUID]
    call_id: Mapped[UUID | None]
    at: Mapped[datetime]
    actor: Mapped[str | None]
    kind: Mapped[str]
    note: Mapped[str | None]
