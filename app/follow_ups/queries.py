"""Reads of promises."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, select

from app.follow_ups.records import FollowUpRow
from app.storage.prepared import PreparedRead
from models.customer import ContactPoint, Customer
from models.enums import ContactKind, FollowUpChannel, FollowUpStatus
from models.follow_up import FollowUp

OPEN = (FollowUp.status == FollowUpStatus.OPEN, FollowUp.deleted_at.is_(None))
MOST = 200


def _select() -> Select[Any]:
    phone = (
        select(func.min(ContactPoint.value))
        .where(ContactPoint.customer_id == FollowUp.customer_id, ContactPoint.kind == ContactKind.PHONE)
        .where(ContactPoint.deleted_at.is_(None))
        .correlate(FollowUp)
    ).scalar_subquery()
    columns: tuple[Any, ...] = (
        FollowUp.id, FollowUp.customer_id, Customer.name, FollowUp.case_id, func.coalesce(FollowUp.number, phone),
        FollowUp.what, FollowUp.channel, FollowUp.due_at, FollowUp.time_zone, FollowUp.status,
    )  # fmt: skip
    return select(*columns).join(Customer, Customer.id == FollowUp.customer_id, isouter=True).where(*OPEN)


def _row(*row: Any) -> FollowUpRow:
    columns = (*row[:6], FollowUpChannel(row[6]), *row[7:9], FollowUpStatus(row[9]))
    return FollowUpRow(*columns)


OPEN_OF = PreparedRead(
    _select().where(FollowUp.customer_id == bindparam("customer_id")).order_by(FollowUp.due_at).limit(MOST), _row
)


@cache
def _due_before(most: int) -> PreparedRead[FollowUpRow]:
    query = _select().where(FollowUp.due_at < bindparam("moment"))
    return PreparedRead(query.order_by(FollowUp.due_at, FollowUp.id).limit(most), _row)


def due_before(connection: Connection, moment: datetime, most: int = MOST) -> list[FollowUpRow]:
    """Return the open promises due before `moment`, the latest first to be kept first."""
    return _due_before(most).all(connection, {"moment": moment})


def open_for(connection: Connection, customer_id: UUID) -> list[FollowUpRow]:
    """Return a customer's open promises, soonest first."""
    return OPEN_OF.all(connection, {"customer_id": customer_id})
