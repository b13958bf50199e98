"""A call, logged once whoever it rang at, and its leg at each extension."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, Named, Table

from models.base import STORE, EntityColumns, Key, UtcTime


class CallColumns(EntityColumns):
    """One call; its key is derived from the PBX's own name for it, so three desks write one row."""

    direction: Named[str]
    number: Named[str | None]
    e164: Named[str | None]
    name: Named[str | None]  # what the PBX sent, never trusted as an identity
    dialled: Named[str | None]
    queue: Named[str | None]
    customer_id: Named[UUID | None] = Column(Key)
    began_at: Named[datetime] = Column(UtcTime)


CALL = Table("call", STORE, CallColumns)


class CallLegColumns(EntityColumns):
    """What one extension saw of a call; legs merge in any order."""

    call_id: Named[UUID] = Column(Key)
    extension: Named[str]
    agent: Named[str | None]
    began_at: Named[datetime] = Column(UtcTime)
    answered_at: Named[datetime | None] = Column(UtcTime)
    ended_at: Named[datetime | None] = Column(UtcTime)
    outcome: Named[str | None]
    transferred_from: Named[str | None]


CALL_LEG = Table("call_leg", STORE, CallLegColumns, Index(None, "call_id"))
