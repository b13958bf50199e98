"""A promise: what, to whom, by when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from models.base import Entity, StoreBase

# Of SQLite; for PostgreSQL the migration has it, as naming that dialect here imports it at every start.
IS_OPEN = text("status = 'open' AND deleted_at IS NULL")


class FollowUp(Entity, StoreBase):
    """A promise to a customer; `time_zone` is the one in which its hour was spoken."""

    __tablename__ = "follow_up"
    __table_args__ = (
        Index(
            "ix_follow_up_open_customer_id",
            "customer_id",
            "due_at",
            sqlite_where=IS_OPEN,
        ),
        Index("ix_follow_up_open_due_at", "due_at", "id", sqlite_where=IS_OPEN),
    )

    customer_id: Mapped[UUID | None]
    case_id: Mapped[UUID | None]
    call_id: Mapped[UUID | None]
    number: Mapped[str | None]
    what: Mapped[str]
    channel: Mapped[str]
    due_at: Mapped[datetime]
    time_zone: Mapped[str]
    owner: Mapped[str | None]
    team: Mapped[int | None]  # as of a case
    status: Mapped[str]
    settled_at: Mapped[datetime | None]
