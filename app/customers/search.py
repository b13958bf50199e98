"""Search of customers by the beginnings of tokens: one range of the index for one word, and one for two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, String, bindparam, func, or_, select

from app.customers.records import SearchHit
from app.storage.prepared import PreparedRead
from app.storage.search_index import LAST, PAIR, alternatives, is_paired, is_unspaced, pair_begins, pair_pattern
from models.customer import SEARCH_TEXT, SEARCH_TOKEN
from models.enums import CustomerKind

COUNTED = 500  # tokens of a word looked at to learn whether it is a rare one
Values = Mapping[str, Any]


def search(connection: Connection, text: str, most: int) -> list[SearchHit]:
    """Return customers each of whose words begins a token: names, companies, number parts, e-mail."""
    found: dict[UUID, SearchHit] = {}
    for words in alternatives(text):
        if len(found) < most:
            for hit in _hits(connection, _needed(words), most):
                found.setdefault(hit.customer_id, hit)
    return list(found.values())[:most]


def _needed(words: Sequence[str]) -> list[str]:
    """Return the words without those that another word finds too."""
    return [word for word in words if not any(word != other and _is_found_by(word, other) for other in words)]


def _is_found_by(word: str, other: str) -> bool:
    return word in other if is_unspaced(word) else other.startswith(word)


def _hits(connection: Connection, words: Sequence[str], most: int) -> list[SearchHit]:
    paired = sorted(sorted(filter(is_paired, words), key=len)[-2:])
    if len(paired) == 2:
        others = [word for word in words if word not in paired]
        values = _range(pair_begins(*paired)) | {"pair": pair_pattern(*paired)}
    else:
        word, *others = _rarest_first(connection, words)
        values = _range(word)
    return _statement(len(paired) == 2, len(others), most).all(connection, values | _texts(others))


def _range(beginning: str) -> dict[str, Any]:
    return {"from": beginning, "to": beginning + LAST}


def _texts(words: Sequence[str]) -> dict[str, str]:
    """Return what the text holds of who has each word; a number may stand anywhere behind the tab."""
    values = {f"word{n}": word if is_unspaced(word) else f" {word}" for n, word in enumerate(words)}
    return values | {f"number{n}": word for n, word in enumerate(words) if word.isdigit()}


def _rarest_first(connection: Connection, words: Sequence[str]) -> list[str]:
    """Return the words, the one first that leaves the fewest to look at."""
    if len(words) == 1:
        return list(words)
    counts = {word: _COUNT.all(connection, _range(word))[0] for word in words}
    return sorted(words, key=lambda word: (counts[word], -len(word)))


_BEGINS = SEARCH_TOKEN.c.token.between(bindparam("from"), bindparam("to"))
_COUNT = PreparedRead(
    select(func.count()).select_from(select(SEARCH_TOKEN.c.token).where(_BEGINS).limit(COUNTED).subquery()), int
)


@cache
def _statement(is_pair: bool, others: int, most: int) -> PreparedRead[SearchHit]:
    """The customers with a token in the range and a text that has all other words, as many as `most`, by name."""
    ids = select(SEARCH_TOKEN.c.customer_id).where(_BEGINS).distinct()
    if is_pair:
        ids = ids.where(SEARCH_TOKEN.c.token.startswith(PAIR + bindparam("pair", type_=String)))
    if others:
        tried = SEARCH_TEXT.alias()
        text = select(tried.c.text).where(tried.c.customer_id == SEARCH_TOKEN.c.customer_id)
        for n in range(others):
            has_word = tried.c.text.contains(bindparam(f"word{n}"))
            has_number = tried.c.text.like("%\t%" + bindparam(f"number{n}", None, type_=String) + "%")
            text = text.where(or_(has_word, has_number))
        ids = ids.where(text.exists())
    wanted = ids.limit(most).subquery()
    columns = (SEARCH_TEXT.c[name] for name in SearchHit._fields)
    found: Select[Any] = select(*columns).where(SEARCH_TEXT.c.customer_id.in_(select(wanted)))
    return PreparedRead(found.order_by(SEARCH_TEXT.c.name, SEARCH_TEXT.c.customer_id), _hit)


def _hit(customer_id: UUID, name: str, kind: str, *rest: Any) -> SearchHit:
    return SearchHit(customer_id, name, CustomerKind(kind), *rest)
