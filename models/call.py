"""A call, logged once whoever it rang at, and its leg at each extension."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from models.base import Entity, StoreBase


class Call(Entity, StoreBase):
    """One call; its key is derived from the PBX's own name for it, so three desks write one row."""

    __tablename__ = "call"

    direction: Mapped[str]
    number: Mapped[str | None]
    e164: Mapped[str | None]
    name: Mapped[str | None]  # what the PBX sent, never trusted as an identity
    dialled: Mapped[str | None]
    queue: Mapped[str | None]
    customer_id: Mapped[UUID | None]
    began_at: Mapped[datetime]


class CallLeg(Entity, StoreBase):
    """What one extension saw of a call; legs merge in any order."""

    __tablename__ = "call_leg"
    __table_args__ = (Index(None, "call_id"),)

    call_id: Mapped[UUID]
    extension: Mapped[str]
    agent: Mapped[str | None]
    began_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    transferred_from: Mapped[str | None]
