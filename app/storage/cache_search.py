"""Search texts of many customers at once, apart from their rows.

Tokens lie in the order of the alphabet: those of a hundred customers write a page each, those of thousands many to a
page. So they go in behind the rows, a stretch of the alphabet a transaction. A text is written when all its tokens are
in, and whoever changes a customer meanwhile makes theirs at once, as ever (`projection.refresh_tokens`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from app.storage.cache_tables import Driver, key
from app.storage.projection import ADD_SOME, SHOWN, Values, refresh_tokens, search_entry
from app.storage.search_index import tokens
from models.customer import SEARCH_TEXT

WITHOUT = """
FROM customer c WHERE deleted_at IS NULL AND merged_into IS NULL
    AND NOT EXISTS (SELECT 1 FROM search_text t WHERE t.customer_id = c.id)
"""
# One row of JSON, so that nobody has the interpreter while the writer reads.
BEHIND = f"""
SELECT json_group_array(json_array(rowid, hex(id), json_array({", ".join(SHOWN)}), json((
    SELECT json_group_array(json_array(p.kind, p.value, p.e164)) FROM contact_point p
    WHERE p.customer_id = c.id AND p.deleted_at IS NULL
)))) FROM (SELECT rowid, * {WITHOUT} AND rowid > ? ORDER BY rowid LIMIT ?) c
"""  # noqa: S608 - names of our own
STILL = f"SELECT id {WITHOUT} AND id IN (SELECT unhex(value) FROM json_each(?))"  # noqa: S608
ADD_TOKENS = """
INSERT INTO search_token (token, customer_id) SELECT substr(value, 1, length(value) - 32), unhex(substr(value, -32))
FROM json_each(?) WHERE true ON CONFLICT DO NOTHING
"""
TEXT = SEARCH_TEXT.columns.keys()
ADD_TEXTS = f"INSERT INTO search_text ({', '.join(TEXT)}) VALUES ({', '.join('?' * len(TEXT))})"  # noqa: S608
TEXT_OF = "SELECT text FROM search_text WHERE customer_id = ?"
AWAY = "DELETE FROM search_token WHERE token = ? AND customer_id = ?"


@dataclass(frozen=True)
class Entry:
    """What the search text of a customer is made of."""

    customer: bytes
    shown: tuple[Any, ...]  # the fields of SHOWN
    points: tuple[tuple[str, str, str | None], ...]  # kind, value, E.164, in order

    @cached_property
    def values(self) -> Values:
        """The row of the search text; its tokens are `search_index.tokens` of its text."""
        return {"customer_id": self.customer} | search_entry(dict(zip(SHOWN, self.shown, strict=True)), self.points)


def unsearched(driver: Driver, after: int, most: int) -> str:
    """Return customers without a search text behind a row of the table, as `entries` takes them."""
    return str(driver.execute(BEHIND, (after, most)).fetchone()[0])


def entries(found: str) -> tuple[int | None, list[Entry]]:
    """Return what `unsearched` found, and the row of the last."""
    read = json.loads(found)
    made = [
        Entry(bytes.fromhex(of), tuple(shown), tuple(sorted(map(tuple, points), key=str)))
        for _, of, shown, points in read
    ]
    return max((row for row, *_ in read), default=None), made


def add_tokens(driver: Driver, found: str) -> None:
    """Add tokens, JSON of texts in order: the token, and behind it the customer in hexadecimal."""
    driver.execute(ADD_TOKENS, (found,))


def add_texts(connection: Connection, entries: Sequence[Entry]) -> None:
    """Add the texts of customers whose tokens are in; who has changed since has a text, or is to have none."""
    driver: Any = connection.connection.driver_connection
    keys = json.dumps([entry.customer.hex() for entry in entries])
    same = {of for (of,) in driver.execute(STILL, (keys,))}
    texts = (tuple(entry.values.values()) for entry in entries if entry.customer in same)
    driver.executemany(ADD_TEXTS, sorted(texts, key=lambda row: row[0]))
    for entry in entries:
        if entry.customer not in same:
            _mend(connection, entry)


def forget(driver: Driver) -> None:
    """Drop all texts and tokens."""
    driver.execute("DELETE FROM search_token")
    driver.execute("DELETE FROM search_text")


def _mend(connection: Connection, entry: Entry) -> None:
    """Take away the tokens of a customer as they were, leaving those they have now."""
    driver: Any = connection.connection.driver_connection
    of = entry.customer
    driver.executemany(AWAY, [(token, of) for token in tokens(entry.values["text"])])
    if text := driver.execute(TEXT_OF, (of,)).fetchone():
        driver.executemany(ADD_SOME, [(token, of) for token in tokens(text[0])])
    else:
        refresh_tokens(connection, key(of))
