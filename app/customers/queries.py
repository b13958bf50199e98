"""Reads of customers: prepared, in the calling thread, on the connection given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, tuple_

from app.customers.records import Candidate, Contact, CustomerCard, TimelineRow
from app.customers.rules import LAST_SEVEN, choose, prefixes, rank
from app.phone_numbers import PhoneNumber
from app.storage.prepared import PreparedRead
from app.storage.search_index import LAST
from models.base import Key, UtcTime
from models.customer import CONTACT_POINT, CUSTOMER, NUMBER_CHOICE
from models.enums import ContactKind, CustomerKind, InteractionKind, MatchReason
from models.interaction import INTERACTION

MOST_CANDIDATES = 50
MOST_PREFIXES = 16  # a number of fifteen digits has fewer
PAGE = 20
SAMPLE = 200


Found = tuple[CustomerCard, datetime | None]
ON_CARD = (
    CUSTOMER.c.id, CUSTOMER.c.kind, CUSTOMER.c.name, CUSTOMER.c.number, CUSTOMER.c.company, CUSTOMER.c.city,
    CUSTOMER.c.language, CUSTOMER.c.time_zone, CUSTOMER.c.segment, CUSTOMER.c.since,
)  # fmt: skip


def _card(id_: UUID, kind: str, *rest: Any) -> CustomerCard:
    return CustomerCard(id_, CustomerKind(kind), *rest)


def _who_has(condition: ColumnElement[bool], kind: ContactKind = ContactKind.PHONE) -> PreparedRead[Found]:
    """Customers with a contact point for which `condition` holds, and when they last had to do with us.

    They come whole, since a ring shows the one it finds: to read that row again is a twentieth of a pop.
    """
    last_contact = (  # the newest row that counts, from the end of a clustered history: as quick for the longest one
        select(INTERACTION.c.at)
        .where(INTERACTION.c.customer_id == CUSTOMER.c.id, INTERACTION.c.kind != InteractionKind.FOLLOW_UP)
        .order_by(INTERACTION.c.at.desc(), INTERACTION.c.id.desc())
        .limit(1)
        .correlate(CUSTOMER)
    ).scalar_subquery()
    found = (
        select(last_contact, *ON_CARD)
        .join(CONTACT_POINT, CONTACT_POINT.c.customer_id == CUSTOMER.c.id)
        .where(condition, CONTACT_POINT.c.kind == kind, CONTACT_POINT.c.deleted_at.is_(None))
        .where(CUSTOMER.c.deleted_at.is_(None), CUSTOMER.c.merged_into.is_(None))
        .limit(MOST_CANDIDATES)
    )
    return PreparedRead(found, lambda last_contact_at, *card: (_card(*card), last_contact_at))


SAME_E164 = _who_has(CONTACT_POINT.c.e164 == bindparam("e164"))
SAME_SUFFIX = _who_has(CONTACT_POINT.c.suffix_key == bindparam("suffix_key"))
SAME_LAST = _who_has(CONTACT_POINT.c.suffix_key.between(bindparam("from"), bindparam("to")))
IN_BLOCK = _who_has(
    CONTACT_POINT.c.e164.in_([bindparam(f"prefix{n}", None) for n in range(MOST_PREFIXES)]), ContactKind.PREFIX
)
CHOICE = PreparedRead(
    select(NUMBER_CHOICE.c.customer_id).where(NUMBER_CHOICE.c.number == bindparam("number")),
    lambda customer_id: customer_id,
)
CARD = PreparedRead(
    select(CUSTOMER.c.merged_into, *ON_CARD).where(CUSTOMER.c.id == bindparam("customer_id")),
    lambda merged_into, *card: (_card(*card), merged_into),
)
CONTACTS = PreparedRead(
    select(CONTACT_POINT.c.id, CONTACT_POINT.c.kind, CONTACT_POINT.c.value, CONTACT_POINT.c.label, CONTACT_POINT.c.e164)
    .where(CONTACT_POINT.c.customer_id == bindparam("customer_id"), CONTACT_POINT.c.deleted_at.is_(None))
    .order_by(CONTACT_POINT.c.id),
    lambda id_, kind, *rest: Contact(id_, ContactKind(kind), *rest),
)
SOME_NUMBERS = PreparedRead(
    select(CONTACT_POINT.c.e164)
    .where(CONTACT_POINT.c.suffix_key >= "0")
    .order_by(CONTACT_POINT.c.suffix_key)  # by the last digits first, which are the same in all countries
    .limit(SAMPLE),
    lambda e164: e164,
)
CALLS_SINCE = PreparedRead(
    select(func.count()).where(
        INTERACTION.c.customer_id == bindparam("customer_id"),
        INTERACTION.c.at >= bindparam("since"),
        INTERACTION.c.kind == InteractionKind.CALL,
    ),
    int,
)


def candidates(connection: Connection, number: PhoneNumber) -> list[Candidate]:
    """Return who may be calling from `number`, ranked, each with its reason."""
    found = rank(_matches(connection, number))
    if len(found) < 2:
        return found
    chosen = CHOICE.first(connection, {"number": number.e164 or number.digits})
    return rank(choose(found, chosen))


def card(connection: Connection, customer_id: UUID) -> CustomerCard | None:
    """Return a customer with their contact points; a merged one is followed to the one it became."""
    row = CARD.first(connection, {"customer_id": customer_id})
    if row is None:
        return None
    found, merged_into = row
    return with_contacts(connection, found) if merged_into is None else card(connection, merged_into)


def with_contacts(connection: Connection, of: CustomerCard) -> CustomerCard:
    """Return a card, such as a candidate's, with its contact points."""
    return of._replace(contacts=tuple(contacts(connection, of.id)))


def contacts(connection: Connection, customer_id: UUID) -> list[Contact]:
    """Return a customer's numbers, addresses and the like in the order in which they came."""
    return CONTACTS.all(connection, {"customer_id": customer_id})


def some_numbers(connection: Connection) -> list[str]:
    """Return numbers of customers here and there, as E.164."""
    return [number for number in SOME_NUMBERS.all(connection, {}) if number is not None]


def timeline(
    connection: Connection,
    customer_id: UUID,
    kinds: Sequence[InteractionKind] = (),
    before: TimelineRow | None = None,
    most: int = PAGE,
) -> list[TimelineRow]:
    """Return a page of a customer's timeline, newest first, after the row `before`; `kinds` empty means all."""
    values: dict[str, Any] = {f"kind{n}": kind for n, kind in enumerate(kinds)} | {"customer_id": customer_id}
    if before is not None:
        values |= {"at": before.at, "id": before.id}
    return _timeline(len(kinds), before is not None, most).all(connection, values)


@cache
def _timeline(kinds: int, has_before: bool, most: int) -> PreparedRead[TimelineRow]:
    query = select(*(INTERACTION.c[name] for name in TimelineRow._fields))
    query = query.where(INTERACTION.c.customer_id == bindparam("customer_id"))
    if kinds:
        query = query.where(INTERACTION.c.kind.in_([bindparam(f"kind{n}") for n in range(kinds)]))
    if has_before:
        before = tuple_(bindparam("at", type_=UtcTime), bindparam("id", type_=Key))
        query = query.where(tuple_(INTERACTION.c.at, INTERACTION.c.id) < before)
    newest_first = query.order_by(INTERACTION.c.at.desc(), INTERACTION.c.id.desc()).limit(most)
    return PreparedRead(newest_first, lambda at, id_, kind, *rest: TimelineRow(at, id_, InteractionKind(kind), *rest))


def calls_since(connection: Connection, customer_id: UUID, since: datetime) -> int:
    """Return how many calls a customer had since then."""
    return CALLS_SINCE.all(connection, {"customer_id": customer_id, "since": since})[0]


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
        blocks = {f"prefix{n}": prefix for n, prefix in enumerate(prefixes(number.e164)[:MOST_PREFIXES])}
        found = _by(connection, MatchReason.ORGANISATION, IN_BLOCK, blocks)
    last_seven = number.suffix_key[:LAST_SEVEN]
    bounds = {"from": last_seven, "to": last_seven + LAST}
    return found or _by(connection, MatchReason.LAST_SEVEN, SAME_LAST, bounds)


def _by(
    connection: Connection, reason: MatchReason, read: PreparedRead[Found], values: Mapping[str, Any]
) -> list[Candidate]:
    return [Candidate(found, reason, last_contact_at) for found, last_contact_at in read.all(connection, values)]
