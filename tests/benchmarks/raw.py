"""The limit: hand-written SQL on SQLCipher's own driver, no SQLAlchemy, no records."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from app.bootstrap import Backend
from app.storage.folder import STORE
from app.storage.search_index import LAST, pair_begins, pair_pattern

WEEK_MICROSECONDS = 7 * 24 * 3600 * 1_000_000
CANDIDATES = """
    SELECT c.id, c.name, c.kind, c.company, c.city,
           (SELECT i.at FROM interaction i WHERE i.customer_id = c.id AND i.kind != 'follow_up'
            ORDER BY i.at DESC, i.id DESC LIMIT 1)
    FROM contact_point p JOIN customer c ON c.id = p.customer_id
    WHERE p.e164 = ? AND p.kind = 'phone' AND p.deleted_at IS NULL
      AND c.deleted_at IS NULL AND c.merged_into IS NULL
    LIMIT 50"""
OF_CUSTOMER = (
    """SELECT id, kind, name, number, company, city, language, time_zone, segment, since, merged_into
       FROM customer WHERE id = ?""",
    """SELECT id, kind, value, label, e164 FROM contact_point
       WHERE customer_id = ? AND deleted_at IS NULL ORDER BY id""",
    """SELECT id, reference, kind, customer_id, category, severity, summary, status, owner, opened_at, closed_at
       FROM "case" WHERE customer_id = ? AND closed_at IS NULL AND deleted_at IS NULL
       ORDER BY opened_at DESC LIMIT 50""",
    """SELECT f.id, f.customer_id, f.case_id, f.what, f.channel, f.due_at, f.time_zone, f.status, c.name,
              coalesce(f.number, (SELECT min(value) FROM contact_point
                                  WHERE customer_id = f.customer_id AND kind = 'phone'
                                    AND deleted_at IS NULL))
       FROM follow_up f LEFT JOIN customer c ON c.id = f.customer_id
       WHERE f.customer_id = ? AND f.status = 'open' AND f.deleted_at IS NULL ORDER BY f.due_at LIMIT 200""",
    """SELECT at, id, kind, state, reference, headline, detail, severity, direction, seconds, person
       FROM interaction WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT 20""",
)
CALLS = "SELECT count(*) FROM interaction WHERE customer_id = ? AND at >= ? AND kind = 'call'"
TOKENS = "SELECT DISTINCT customer_id FROM search_token WHERE token BETWEEN ? AND ? LIMIT 20"
TWO_TOKENS = """
    SELECT DISTINCT customer_id FROM search_token WHERE token BETWEEN ? AND ? AND token LIKE ' ' || ? || '%' LIMIT 20"""
QUEUE = """
    SELECT id, reference, kind, customer_id, category, severity, summary, status, owner, opened_at, closed_at
    FROM "case" INDEXED BY ix_case_open_{index}
    WHERE closed_at IS NULL AND deleted_at IS NULL{filters} AND (opened_at, id) > (?, ?)
    ORDER BY opened_at, id LIMIT 50"""
COUNTS = """
    SELECT kind, severity, status, owner, count(*) FROM "case" INDEXED BY ix_case_open_counts
    WHERE closed_at IS NULL AND deleted_at IS NULL GROUP BY kind, severity, status, owner"""


def connect(path: Path, key: bytes, synchronous: str = "NORMAL") -> Any:
    """Open an encrypted file with the pragmas our engine uses; autocommit."""
    connection = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None)
    for pragma in (
        f"key = \"x'{key.hex()}'\"", "cipher_memory_security = OFF", "temp_store = MEMORY", "journal_mode = WAL",
        f"synchronous = {synchronous}", "cache_size = -16000",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")
    return connection


def store(backend: Backend) -> Any:
    """Open the backend's store beside it."""
    return connect(backend.folder.path / STORE, backend.folder.key.for_file(STORE))


def pop(connection: Any, e164: str) -> list[Any]:
    """Return all that a pop shows of the customer with a number, as bare rows in one read transaction."""
    connection.execute("BEGIN")
    found: list[Any] = connection.execute(CANDIDATES, (e164,)).fetchall()
    for customer in found[:1]:
        for query in OF_CUSTOMER:
            found += connection.execute(query, customer[:1]).fetchall()
        since = time.time_ns() // 1000 - WEEK_MICROSECONDS
        found += connection.execute(CALLS, (customer[0], since)).fetchall()
    connection.execute("COMMIT")
    return found


def search(connection: Any, words: tuple[str, ...]) -> list[Any]:
    """Return the ids of customers with tokens that begin so: one word or two."""
    beginning = pair_begins(*sorted(words)) if len(words) == 2 else words[0]
    bounds = [beginning, beginning + LAST]
    if len(words) == 2:
        return list(connection.execute(TWO_TOKENS, [*bounds, pair_pattern(*sorted(words))]).fetchall())
    return list(connection.execute(TOKENS, bounds).fetchall())


def queue_page(connection: Any, filters: Mapping[str, str], after: tuple[int, bytes]) -> list[Any]:
    """Return a page of open cases behind a position, along the index of the first of the filters."""
    index = next(iter(filters), "opened_at")
    query = QUEUE.format(index=index, filters="".join(f" AND {name} = ?" for name in filters))
    return list(connection.execute(query, [*filters.values(), *after]).fetchall())


def queue_counts(connection: Any) -> list[Any]:
    """Return how many cases are open of each kind, severity, status and owner together."""
    return list(connection.execute(COUNTS).fetchall())


class Saver:
    """One row and one commit that waits for the disk, in an encrypted file of its own in the same folder."""

    def __init__(self, folder: Path, row_bytes: int) -> None:
        self._row = os.urandom(row_bytes // 2).hex()
        self._folder = TemporaryDirectory(prefix="raw-", dir=folder)
        self._connection = connect(Path(self._folder.name, "raw.db"), os.urandom(32), "FULL")
        self._connection.execute("CREATE TABLE saved (n INTEGER PRIMARY KEY, body TEXT NOT NULL)")

    def save(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO saved (body) VALUES (?)", (self._row,))
        self._connection.execute("COMMIT")

    def save_many(self, commits: int, rows: int) -> None:
        """Commit a number of times, each with as many rows."""
        for _ in range(commits):
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT INTO saved (body) VALUES (?)", [(self._row,)] * rows)
            self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()
        self._folder.cleanup()
