"""Promises as the form holds them and as the readers return them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from models.enums import FollowUpChannel, FollowUpStatus


class NewFollowUp(NamedTuple):
    """A promise as the agent made it; `time_zone` is the one in which its hour was spoken."""

    what: str
    due_at: datetime
    time_zone: str
    channel: FollowUpChannel = FollowUpChannel.CALL
    customer_id: UUID | None = None
    case_id: UUID | None = None
    call_id: UUID | None = None
    number: str | None = None


class FollowUpRow(NamedTuple):
    """A promise in a list, with whom it was made to."""

    id: UUID
    customer_id: UUID | None
    customer_name: str | None
    case_id: UUID | None
    number: str | None
    what: str
    channel: FollowUpChannel
    due_at: datetime
    time_zone: str
    status: FollowUpStatus
