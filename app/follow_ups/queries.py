"""Reads of promises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, select

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
    return _rows(connection, _open_of(), {"customer_id": customer_id})


@cache
def _open_of() -> Select[Any]:
    """Built once: to build a statement takes longer than SQLite needs to answer it."""
    mine = (FollowUp.customer_id == bindparam("customer_id"), OPEN, FollowUp.deleted_at.is_(None))
    return _select().where(*mine).order_by(FollowUp.due_at).limit(MOST)


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


def _rows(connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None) -> list[FollowUpRow]:
    return [
        FollowUpRow(**row._asdict() | {"channel": FollowUpChannel(row.channel), "status": FollowUpStatus(row.status)})
        for row in connection.execute(query, values)
    ]
