"""A pop, a search and the queue: what the window's reading thread does, without the window."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from app.bootstrap import Backend
from app.storage.search_index import words
from tests.benchmarks import queues, raw
from tests.benchmarks.measuring import Row, compare

NUMBERS = """
    SELECT p.e164 FROM contact_point p WHERE p.kind = 'phone' AND p.deleted_at IS NULL AND p.e164 IS NOT NULL
      AND (SELECT count(DISTINCT q.customer_id) FROM contact_point q WHERE q.e164 = p.e164) = 1
      AND p.id >= ? ORDER BY p.id LIMIT 1"""
PEOPLE = """
    SELECT c.name, c.company, (SELECT min(p.e164) FROM contact_point p WHERE p.customer_id = c.id)
    FROM customer c WHERE c.id >= ? ORDER BY c.id LIMIT 1"""
MOST = 20
TRIES = 200  # times as many people looked at as searches wanted, until there are enough of a kind


def rows(backend: Backend, rounds: int, random: Random) -> Iterator[Row]:
    """Yield the rows of pop, search and queue; what is asked is made of the data."""
    connection = raw.store(backend)
    try:
        numbers = [str(row[0]) for row in _picked(connection, NUMBERS, "contact_point", rounds, random)]
        yield compare(
            "pop: number to record",
            lambda number: raw.pop(connection, number),
            lambda number: backend.reads.pop(_as_a_trunk_sends(number)),
            numbers,
        )
        for job, texts in searches(connection, max(rounds // 4, 5), random).items():
            yield compare(
                f"search: {job}",
                lambda text: raw.search(connection, tuple(words(text))),
                lambda text: backend.reads.search(text, MOST),
                texts,
            )
        yield from queues.rows(backend, connection, max(rounds // 2, 5), random)
    finally:
        connection.close()


def _picked(connection: Any, query: str, table: str, count: int, random: Random) -> Iterator[Any]:
    """Yield rows from random places of a table, in the same places for the same seed."""
    ids = [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id").fetchall()]
    for _ in range(count):
        row = connection.execute(query, (random.choice(ids),)).fetchone()
        if row is not None:
            yield row


def _as_a_trunk_sends(e164: str) -> str:
    """Taiwan's numbers come in their national form, others with 00."""
    return "0" + e164.removeprefix("+886") if e164.startswith("+886") else "00" + e164[1:]


def searches(connection: Any, count: int, random: Random) -> dict[str, list[str]]:
    """Return {kind: what somebody types}, `count` of each as far as the data has them."""
    found: dict[str, list[str]] = {}
    for name, company, e164 in _picked(connection, PEOPLE, "customer", count * TRIES, random):
        for kind, text in _typed(name, company, e164, random):
            if len(found.setdefault(kind, [])) < count:
                found[kind].append(text)
        if len(found) == len(KINDS) and min(map(len, found.values())) >= count:
            break
    return {kind: found[kind] for kind in KINDS if kind in found}


KINDS = (
    "Latin, 4 letters", "accents", "Chinese, 1 character", "Chinese, 2 characters", "Chinese, 3 characters",
    "company", "number part", "two words", "word and digits",
)  # fmt: skip


def _typed(name: str, company: str | None, e164: str | None, random: Random) -> Iterator[tuple[str, str]]:
    parts = name.split()
    if _is_chinese(name):
        for length, kind in enumerate(KINDS[2:5], start=1):
            if len(name) >= length:
                begin = random.randint(0, len(name) - length)
                yield kind, name[begin : begin + length]
    elif len(parts) > 1:
        yield KINDS[0], parts[0][:4]
        yield KINDS[8 if parts[-1].isdigit() else 7], f"{parts[0][:3]} {parts[-1][:4]}"
        yield from ((KINDS[1], part[:6]) for part in parts if not part[:6].isascii())
    if company:
        yield KINDS[5], company[:5]
    if e164 and len(e164) > 10:
        begin = random.randint(4, 6)
        yield KINDS[6], e164[begin : begin + 5]


def _is_chinese(text: Sequence[str] | str) -> bool:
    return all("CJK" in unicodedata.name(character, "") for character in text)
