"""Whose number it is and who is called what, in a store in a file: the ids of customers, twenty at most.

As `app.customers` answers on a desk, which then ranks and shows those it gets.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, or_, select

from app.storage.references import beginnings
from app.storage.search_index import LAST, alternatives
from models.case import CASE
from models.customer import CONTACT_POINT, CUSTOMER, SEARCH_TOKEN
from models.enums import ContactKind

MOST_FOUND = 20
LAST_SEVEN = 7
SHORTEST_PREFIX = 5  # as `app.customers.rules.prefixes` has it


def whose(connection: Connection, e164: str | None, suffix_key: str | None) -> list[UUID]:
    """Return who has a number, by the strongest reason for which there is anybody."""
    for condition, kind in _reasons(e164, suffix_key):
        found = (
            select(CUSTOMER.c.id)
            .join(CONTACT_POINT, CONTACT_POINT.c.customer_id == CUSTOMER.c.id)
            .where(condition, CONTACT_POINT.c.kind == kind, CONTACT_POINT.c.deleted_at.is_(None))
            .where(CUSTOMER.c.deleted_at.is_(None), CUSTOMER.c.merged_into.is_(None))
        )
        ids = connection.execute(found.distinct().limit(MOST_FOUND)).scalars().all()
        if ids:
            return list(ids)
    return []


def _reasons(e164: str | None, suffix_key: str | None) -> list[tuple[ColumnElement[bool], str]]:
    point = CONTACT_POINT.c
    found: list[tuple[ColumnElement[bool], str]] = []
    if e164:
        found.append((point.e164 == e164, ContactKind.PHONE))
    if suffix_key:
        found.append((point.suffix_key == suffix_key, ContactKind.PHONE))
    if e164:
        blocks = [e164[:length] for length in range(len(e164) - 1, SHORTEST_PREFIX, -1)]
        found.append((point.e164.in_(blocks), ContactKind.PREFIX))
    if suffix_key and len(suffix_key) >= LAST_SEVEN:
        begins = suffix_key[:LAST_SEVEN]
        found.append((point.suffix_key.between(begins, begins + LAST), ContactKind.PHONE))
    return found


def find(connection: Connection, text: str) -> list[UUID]:
    """Return who has a case by that reference, or whom each word that was typed finds."""
    found = dict.fromkeys(_by_reference(connection, text))
    for words in alternatives(text):
        if len(found) < MOST_FOUND:
            found.update(dict.fromkeys(_by_words(connection, words)))
    return list(found)[:MOST_FOUND]


def _by_reference(connection: Connection, text: str) -> Sequence[UUID]:
    begins = [CASE.c.reference.between(one, one + LAST) for one in beginnings(text) if "-" in one]
    if not begins:
        return []
    found = select(CASE.c.customer_id).where(or_(*begins), CASE.c.customer_id.is_not(None), CASE.c.deleted_at.is_(None))
    ids = connection.execute(found.distinct().limit(MOST_FOUND)).scalars()
    return [one for one in ids if one is not None]


def _by_words(connection: Connection, words: Sequence[str]) -> Sequence[UUID]:
    ids = [select(SEARCH_TOKEN.c.customer_id).where(SEARCH_TOKEN.c.token.between(word, word + LAST)) for word in words]
    found = select(CUSTOMER.c.id).where(*(CUSTOMER.c.id.in_(one) for one in ids))
    return connection.execute(found.order_by(CUSTOMER.c.name, CUSTOMER.c.id).limit(MOST_FOUND)).scalars().all()
