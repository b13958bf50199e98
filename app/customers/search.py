"""Search of customers by the beginnings of tokens; the statements are built once, which is most of their cost."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlalchemy.orm import aliased

from app.customers.records import SearchHit
from app.storage.search_index import LAST, alternatives
from models.customer import ContactPoint, Customer, SearchToken
from models.enums import ContactKind, CustomerKind

COUNTED = 2000  # tokens of a word looked at to learn whether it is a rare one


def search(connection: Connection, text: str, most: int) -> list[SearchHit]:
    """Return customers each of whose words begins a token: names, companies, number parts, e-mail."""
    found: dict[UUID, SearchHit] = {}
    for words in alternatives(text):
        if len(found) < most:
            for hit in _hits(connection, words, most):
                found.setdefault(hit.customer_id, hit)
    return list(found.values())[:most]


def _hits(connection: Connection, words: Sequence[str], most: int) -> list[SearchHit]:
    words = _rarest_first(connection, words)
    if not words:
        return []
    rows = connection.execute(_statement(len(words)), _bounds(words) | {"most": most})
    return [SearchHit(row[0], row[1], CustomerKind(row[2]), *row[3:]) for row in rows]


def _rarest_first(connection: Connection, words: Sequence[str]) -> list[str]:
    """Return the words in the order in which they leave the fewest to look at; none where one finds nobody."""
    if len(words) < 2:
        return list(words)
    counts = connection.execute(_counts(len(words)), _bounds(words)).one()
    by_rarity = sorted(range(len(words)), key=lambda n: (counts[n], -len(words[n])))
    return [words[n] for n in by_rarity] if min(counts) else []


def _bounds(words: Sequence[str]) -> dict[str, Any]:
    return {f"from{n}": word for n, word in enumerate(words)} | {f"to{n}": w + LAST for n, w in enumerate(words)}


@cache
def _counts(words: int) -> Select[Any]:
    """A row with the number of tokens each word begins, none above COUNTED."""
    return select(*[
        select(func.count())
        .select_from(select(SearchToken.token).where(_begins(SearchToken, n)).limit(COUNTED).subquery())
        .scalar_subquery()
        for n in range(words)
    ])  # fmt: skip


@cache
def _statement(words: int) -> Select[Any]:
    """The customers that have a token for each word, as many as `most`, in the order of their names."""
    ids = select(SearchToken.customer_id).where(_begins(SearchToken, 0)).distinct()
    for n in range(1, words):
        other = aliased(SearchToken)
        same = other.customer_id == SearchToken.customer_id
        ids = ids.where(select(other.token).where(same, _begins(other, n)).exists())
    phone = (
        select(func.min(ContactPoint.value))
        .where(ContactPoint.customer_id == Customer.id, ContactPoint.kind == ContactKind.PHONE)
        .where(ContactPoint.deleted_at.is_(None))
        .correlate(Customer)
    ).scalar_subquery()
    columns = (Customer.id, Customer.name, Customer.kind, Customer.company, Customer.city, Customer.number)
    wanted = ids.limit(bindparam("most")).subquery()
    return select(*columns, phone).where(Customer.id.in_(select(wanted))).order_by(Customer.name, Customer.id)


def _begins(token: Any, n: int) -> Any:
    """The condition that a token begins with word `n`, as a range of the index."""
    return token.token.between(bindparam(f"from{n}"), bindparam(f"to{n}"))
