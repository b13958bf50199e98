"""A promise: what, to whom, by when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, Named, Table, text

from models.base import STORE, EntityColumns, Key, UtcTime

# Of SQLite; for PostgreSQL the migration has it, as naming that dialect here imports it at every start.
IS_OPEN = text("status = 'open' AND deleted_at IS NULL")


class FollowUpColumns(EntityColumns):
    """A promise to a customer; `time_zone` is the one in which its hour was spoken."""

    customer_id: Named[UUID | None] = Column(Key)
    case_id: Named[UUID | None] = Column(Key)
    call_id: Named[UUID | None] = Column(Key)
    number: Named[str | None]
    what: Named[str]
    channel: Named[str]
    due_at: Named[datetime] = Column(UtcTime)
    time_zone: Named[str]
    owner: Named[str | None]
    team: Named[int | None]  # as of a case
    status: Named[str]
    settled_at: Named[datetime | None] = Column(UtcTime)


FOLLOW_UP = Table(
    "follow_up",
    STORE,
    FollowUpColumns,
    Index("ix_follow_up_open_customer_id", "customer_id", "due_at", sqlite_where=IS_OPEN),
    Index("ix_follow_up_open_due_at", "due_at", "id", sqlite_where=IS_OPEN),
)
