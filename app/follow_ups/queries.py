"""Reads of promises."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, select

from app.follow_ups.records import FollowUpRow
from app.storage.prepared import PreparedRead
from models.customer import CONTACT_POINT, CUSTOMER
from models.enums import ContactKind, FollowUpChannel, FollowUpStatus
from models.follow_up import FOLLOW_UP

OPEN = (FOLLOW_UP.c.status == FollowUpStatus.OPEN, FOLLOW_UP.c.deleted_at.is_(None))
MOST = 200


def _select() -> Select[Any]:
    phone = (
        select(func.min(CONTACT_POINT.c.value))
        .where(CONTACT_POINT.c.customer_id == FOLLOW_UP.c.customer_id, CONTACT_POINT.c.kind == ContactKind.PHONE)
        .where(CONTACT_POINT.c.deleted_at.is_(None))
        .correlate(FOLLOW_UP)
    ).scalar_subquery()
    columns: tuple[Any, ...] = (
        FOLLOW_UP.c.id, FOLLOW_UP.c.customer_id, CUSTOMER.c.name, FOLLOW_UP.c.case_id,
        func.coalesce(FOLLOW_UP.c.number, phone),
        FOLLOW_UP.c.what, FOLLOW_UP.c.channel, FOLLOW_UP.c.due_at, FOLLOW_UP.c.time_zone, FOLLOW_UP.c.status,
    )  # fmt: skip
    return select(*columns).join(CUSTOMER, CUSTOMER.c.id == FOLLOW_UP.c.customer_id, isouter=True).where(*OPEN)


def _row(*row: Any) -> FollowUpRow:
    columns = (*row[:6], FollowUpChannel(row[6]), *row[7:9], FollowUpStatus(row[9]))
    return FollowUpRow(*columns)


OPEN_OF = PreparedRead(
    _select().where(FOLLOW_UP.c.customer_id == bindparam("customer_id")).order_by(FOLLOW_UP.c.due_at).limit(MOST), _row
)


@cache
def _due_before(most: int) -> PreparedRead[FollowUpRow]:
    query = _select().where(FOLLOW_UP.c.due_at < bindparam("moment"))
    return PreparedRead(query.order_by(FOLLOW_UP.c.due_at, FOLLOW_UP.c.id).limit(most), _row)


def due_before(connection: Connection, moment: datetime, most: int = MOST) -> list[FollowUpRow]:
    """Return the open promises due before `moment`, the latest first to be kept first."""
    return _due_before(most).all(connection, {"moment": moment})


def open_for(connection: Connection, customer_id: UUID) -> list[FollowUpRow]:
    """Return a customer's open promises, soonest first."""
    return OPEN_OF.all(connection, {"customer_id": customer_id})
