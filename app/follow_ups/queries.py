"""Reads of promises."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from app.follow_ups.records import FollowUpRow
from models.customer import ContactPoint, Customer
from models.enums import ContactKind, FollowUpChannel, FollowUpStatus
from models.follow_up import FollowUp

OPEN = FollowUp.status == FollowUpStatus.OPEN
MOST = 200


def due_before(connection: Connection, moment: datetime, most: int = MOST) -> list[FollowUpRow]:
    """Return the open promises due before `moment`, the latest first to be kept first."""
    query = _select().where(OPEN, FollowUp.due_at < moment, FollowUp.deleted_at.is_(None))
    return _rows(connection, query.order_by(FollowUp.due_at, FollowUp.id).limit(most))


def open_for(connection: Connection, customer_id: UUID) -> list[FollowUpRow]:
    """Return a customer's open promises, soonest first."""
    query = _select().where(FollowUp.customer_id == customer_id, FollowUp.status == "open")
    return _rows(connection, query.where(FollowUp.deleted_at.is_(None)).order_by(FollowUp.due_at).limit(MOST))


def _select() -> Select[Any]:
    phone = (
        select(func.min(ContactPoint.value))
        .where(ContactPoint.customer_id == FollowUp.customer_id, ContactPoint.kind == ContactKind.PHONE)
        .correlate(FollowUp)
    ).scalar_subquery()
    own = ("id", "customer_id", "case_id", "what", "channel", "due_at", "time_zone", "status")
    return select(
        *(getattr(FollowUp, name) for name in own),
        Customer.name.label("customer_name"),
        func.coalesce(FollowUp.number, phone).label("number"),
    ).join(Customer, Customer.id == FollowUp.customer_id, isouter=True)


def _rows(connection: Connection, query: Select[Any]) -> list[FollowUpRow]:
    return [
        FollowUpRow(**row._asdict() | {"channel": FollowUpChannel(row.channel), "status": FollowUpStatus(row.status)})
        for row in connection.execute(query)
    ]
