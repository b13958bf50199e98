"""Reads of customers: Core selects of columns, in the calling thread, on the connection given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, exists, func, select, tuple_
from sqlalchemy.orm import aliased

from app.customers.records import Candidate, Contact, CustomerCard, SearchHit, TimelineRow
from app.customers.rules import LAST_SEVEN, choose, prefixes, rank
from app.phone_numbers import PhoneNumber
from app.storage.search_index import LAST, begins, search_words
from models.customer import ContactPoint, Customer, NumberChoice, SearchToken
from models.enums import ContactKind, CustomerKind, InteractionKind, MatchReason
from models.interaction import Interaction

MOST_CANDIDATES = 50
PAGE = 20


def candidates(connection: Connection, number: PhoneNumber) -> list[Candidate]:
    """Return who may be calling from `number`, ranked, each with its reason."""
    found = rank(_matches(connection, number))
    if len(found) < 2:
        return found
    chosen = connection.execute(
        select(NumberChoice.customer_id).where(NumberChoice.number == (number.e164 or number.digits))
    ).scalar()
    return rank(choose(found, chosen))


def card(connection: Connection, customer_id: UUID) -> CustomerCard | None:
    """Return a customer with their contact points; a merged one is followed to the one it became."""
    columns = (
        Customer.id, Customer.kind, Customer.name, Customer.number, Customer.company, Customer.city,
        Customer.language, Customer.time_zone, Customer.segment, Customer.since, Customer.merged_into,
    )  # fmt: skip
    row = connection.execute(select(*columns).where(Customer.id == customer_id)).one_or_none()
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
    columns = [getattr(Interaction, name) for name in TimelineRow.__slots__]
    query = select(*columns).where(Interaction.customer_id == customer_id)
    if kinds:
        query = query.where(Interaction.kind.in_(kinds))
    if before is not None:
        query = query.where(tuple_(Interaction.at, Interaction.id) < (before.at, before.id))
    rows = connection.execute(query.order_by(Interaction.at.desc(), Interaction.id.desc()).limit(most))
    return [TimelineRow(**row._asdict() | {"kind": InteractionKind(row.kind)}) for row in rows]


def calls_since(connection: Connection, customer_id: UUID, since: datetime) -> int:
    """Return how many calls a customer had since then."""
    query = select(func.count()).where(
        Interaction.customer_id == customer_id, Interaction.at >= since, Interaction.kind == InteractionKind.CALL
    )
    return connection.execute(query).scalar_one()


def search(connection: Connection, text: str, most: int = PAGE) -> list[SearchHit]:
    """Return customers each of whose words begins a token: names, companies, number parts, e-mail."""
    typed = sorted(search_words(text), key=len, reverse=True)
    if not typed:
        return []
    query = select(SearchToken.customer_id).where(begins(typed[0])).distinct()
    for word in typed[1:]:
        other = aliased(SearchToken)
        same = other.customer_id == SearchToken.customer_id
        query = query.where(exists().where(same, other.token.between(word, word + LAST)))
    ids = connection.execute(query.limit(most)).scalars().all()
    return _hits(connection, ids)


def _matches(connection: Connection, number: PhoneNumber) -> list[Candidate]:
    """Look from the strongest reason down and stop at the first that names somebody."""
    if not number.suffix_key:
        return []
    if len(number.digits) < LAST_SEVEN:  # a short code names only whoever has exactly that
        return _by(connection, MatchReason.SAME_NUMBER, ContactPoint.suffix_key == number.suffix_key)
    if number.e164:
        found = _by(connection, MatchReason.SAME_NUMBER, ContactPoint.e164 == number.e164)
        if found:
            return found
    found = _by(connection, MatchReason.SAME_NATIONAL, ContactPoint.suffix_key == number.suffix_key)
    if not found and number.e164:
        block = ContactPoint.e164.in_(prefixes(number.e164))
        found = _by(connection, MatchReason.ORGANISATION, block, kind=ContactKind.PREFIX)
    return found or _by_last_seven(connection, number.suffix_key)


def _by_last_seven(connection: Connection, suffix_key: str) -> list[Candidate]:
    last_seven = suffix_key[:LAST_SEVEN]
    return _by(connection, MatchReason.LAST_SEVEN, ContactPoint.suffix_key.between(last_seven, last_seven + LAST))


def _by(
    connection: Connection, reason: MatchReason, condition: Any, kind: ContactKind = ContactKind.PHONE
) -> list[Candidate]:
    last_contact = (
        select(func.max(Interaction.at)).where(Interaction.customer_id == Customer.id).correlate(Customer)
    ).scalar_subquery()
    query = (
        select(Customer.id, Customer.name, Customer.kind, Customer.company, Customer.city, last_contact.label("last"))
        .join(ContactPoint, ContactPoint.customer_id == Customer.id)
        .where(condition, ContactPoint.kind == kind, ContactPoint.deleted_at.is_(None))
        .where(Customer.deleted_at.is_(None), Customer.merged_into.is_(None))
        .limit(MOST_CANDIDATES)
    )
    return [
        Candidate(row.id, row.name, CustomerKind(row.kind), row.company, row.city, reason, row.last)
        for row in connection.execute(query)
    ]


def _contacts(connection: Connection, customer_id: UUID) -> tuple[Contact, ...]:
    columns = (ContactPoint.id, ContactPoint.kind, ContactPoint.value, ContactPoint.label, ContactPoint.e164)
    query = (
        select(*columns)
        .where(ContactPoint.customer_id == customer_id, ContactPoint.deleted_at.is_(None))
        .order_by(ContactPoint.id)
    )
    rows = connection.execute(query)
    return tuple(Contact(row.id, ContactKind(row.kind), row.value, row.label, row.e164) for row in rows)


def _hits(connection: Connection, ids: Sequence[UUID]) -> list[SearchHit]:
    phone = (
        select(func.min(ContactPoint.value))
        .where(ContactPoint.customer_id == Customer.id, ContactPoint.kind == ContactKind.PHONE)
        .correlate(Customer)
    ).scalar_subquery()
    columns = (Customer.id, Customer.name, Customer.kind, Customer.company, Customer.city, Customer.number)
    query = select(*columns, phone.label("phone")).where(Customer.id.in_(ids)).order_by(Customer.name, Customer.id)
    return [
        SearchHit(r.id, r.name, CustomerKind(r.kind), r.company, r.city, r.number, r.phone)
        for r in connection.execute(query)
    ]
