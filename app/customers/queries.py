"""Reads of customers: Core selects of columns, in the calling thread, on the connection given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select, tuple_

from app.customers.records import Candidate, Contact, CustomerCard, TimelineRow
from app.customers.rules import LAST_SEVEN, choose, prefixes, rank
from app.phone_numbers import PhoneNumber
from app.storage.search_index import LAST
from models.customer import ContactPoint, Customer, NumberChoice
from models.enums import ContactKind, CustomerKind, InteractionKind, MatchReason
from models.interaction import Interaction

MOST_CANDIDATES = 50
PAGE = 20


def _who_has(condition: ColumnElement[bool], kind: ContactKind = ContactKind.PHONE) -> Select[Any]:
    """Customers with a contact point for which `condition` holds, and when they last had to do with us."""
    last_contact = (
        select(func.max(Interaction.at))
        .where(Interaction.customer_id == Customer.id, Interaction.kind != InteractionKind.FOLLOW_UP)
        .correlate(Customer)
    ).scalar_subquery()
    columns: tuple[Any, ...] = (
        Customer.id, Customer.name, Customer.kind, Customer.company, Customer.city, last_contact,
    )  # fmt: skip
    return (
        select(*columns)
        .join(ContactPoint, ContactPoint.customer_id == Customer.id)
        .where(condition, ContactPoint.kind == kind, ContactPoint.deleted_at.is_(None))
        .where(Customer.deleted_at.is_(None), Customer.merged_into.is_(None))
        .limit(MOST_CANDIDATES)
    )


# Built once: to build a statement takes longer than SQLite needs to answer it.
SAME_E164 = _who_has(ContactPoint.e164 == bindparam("e164"))
SAME_SUFFIX = _who_has(ContactPoint.suffix_key == bindparam("suffix_key"))
SAME_LAST = _who_has(ContactPoint.suffix_key.between(bindparam("from"), bindparam("to")))
IN_BLOCK = _who_has(ContactPoint.e164.in_(bindparam("prefixes", expanding=True)), ContactKind.PREFIX)
CHOICE = select(NumberChoice.customer_id).where(NumberChoice.number == bindparam("number"))
CARD = select(
    Customer.id, Customer.kind, Customer.name, Customer.number, Customer.company, Customer.city,
    Customer.language, Customer.time_zone, Customer.segment, Customer.since, Customer.merged_into,
).where(Customer.id == bindparam("customer_id"))  # fmt: skip
CONTACTS = (
    select(ContactPoint.id, ContactPoint.kind, ContactPoint.value, ContactPoint.label, ContactPoint.e164)
    .where(ContactPoint.customer_id == bindparam("customer_id"), ContactPoint.deleted_at.is_(None))
    .order_by(ContactPoint.id)
)
TIMELINE = (
    select(*(getattr(Interaction, name) for name in TimelineRow.__slots__))
    .where(Interaction.customer_id == bindparam("customer_id"))
    .order_by(Interaction.at.desc(), Interaction.id.desc())
    .limit(bindparam("most"))
)
CALLS_SINCE = select(func.count()).where(
    Interaction.customer_id == bindparam("customer_id"),
    Interaction.at >= bindparam("since"),
    Interaction.kind == InteractionKind.CALL,
)


def candidates(connection: Connection, number: PhoneNumber) -> list[Candidate]:
    """Return who may be calling from `number`, ranked, each with its reason."""
    found = rank(_matches(connection, number))
    if len(found) < 2:
        return found
    chosen = connection.execute(CHOICE, {"number": number.e164 or number.digits}).scalar()
    return rank(choose(found, chosen))


def card(connection: Connection, customer_id: UUID) -> CustomerCard | None:
    """Return a customer with their contact points; a merged one is followed to the one it became."""
    row = connection.execute(CARD, {"customer_id": customer_id}).one_or_none()
    if row is None:
        return None
    if row.merged_into is not None:
        return card(connection, row.merged_into)
    values = row._asdict() | {"kind": CustomerKind(row.kind), "contacts": _contacts(connection, customer_id)}
    del values["merged_into"]
    return CustomerCard(**values)


def timeline(
    connection: Connection,
    customer_id: UUID,
    kinds: Sequence[InteractionKind] = (),
    before: TimelineRow | None = None,
    most: int = PAGE,
) -> list[TimelineRow]:
    """Return a page of a customer's timeline, newest first, after the row `before`; `kinds` empty means all."""
    query, values = TIMELINE, {"customer_id": customer_id, "most": most}
    if kinds:
        query = query.where(Interaction.kind.in_(kinds))
    if before is not None:
        query = query.where(tuple_(Interaction.at, Interaction.id) < (before.at, before.id))
    rows = connection.execute(query, values)
    return [TimelineRow(row[0], row[1], InteractionKind(row[2]), *row[3:]) for row in rows]


def calls_since(connection: Connection, customer_id: UUID, since: datetime) -> int:
    """Return how many calls a customer had since then."""
    return connection.execute(CALLS_SINCE, {"customer_id": customer_id, "since": since}).scalar_one()


def _matches(connection: Connection, number: PhoneNumber) -> list[Candidate]:
    """Look from the strongest reason down and stop at the first that names somebody."""
    if not number.suffix_key:
        return []
    suffix = {"suffix_key": number.suffix_key}
    if len(number.digits) < LAST_SEVEN:  # a short code names only whoever has exactly that
        return _by(connection, MatchReason.SAME_NUMBER, SAME_SUFFIX, suffix)
    if number.e164:
        found = _by(connection, MatchReason.SAME_NUMBER, SAME_E164, {"e164": number.e164})
        if found:
            return found
    found = _by(connection, MatchReason.SAME_NATIONAL, SAME_SUFFIX, suffix)
    if not found and number.e164:
        found = _by(connection, MatchReason.ORGANISATION, IN_BLOCK, {"prefixes": prefixes(number.e164)})
    last_seven = number.suffix_key[:LAST_SEVEN]
    bounds = {"from": last_seven, "to": last_seven + LAST}
    return found or _by(connection, MatchReason.LAST_SEVEN, SAME_LAST, bounds)


def _by(
    connection: Connection, reason: MatchReason, statement: Select[Any], values: Mapping[str, Any]
) -> list[Candidate]:
    rows = connection.execute(statement, values)
    return [Candidate(row[0], row[1], CustomerKind(row[2]), row[3], row[4], reason, row[5]) for row in rows]


def _contacts(connection: Connection, customer_id: UUID) -> tuple[Contact, ...]:
    rows = connection.execute(CONTACTS, {"customer_id": customer_id})
    return tuple(Contact(row[0], ContactKind(row[1]), *row[2:]) for row in rows)
