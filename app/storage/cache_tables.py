"""Rows from a shared store into the cache, past SQLAlchemy: a desk takes in tens of thousands a second."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from app.storage.operations import ENTITIES
from app.storage.projection import MOMENT
from app.storage.slices import slices
from app.storage.store_rows import Row
from models.base import Key, UtcTime, microseconds

Driver = Any  # a connection of the SQLite driver
Convert = Callable[[Any], Any] | None
MOST_ASKED = 500  # rows a query


@dataclass(frozen=True, slots=True)
class Before:
    """What was here of a row: how often the store had written it, whose it is and where it stands in the timeline."""

    revision: int
    customer_id: bytes | None
    parent: bytes | None
    moment: int | None


@dataclass(frozen=True, slots=True)
class CacheTable:
    """One table as the driver is asked for it; `parent` is the column of what a row hangs on."""

    name: str
    parent: str | None
    write: str
    drop: str
    names: Sequence[str]
    converted: Sequence[tuple[int, Callable[[Any], Any]]]  # the place of a value, what makes of it what the file has
    _select: str

    def before(self, driver: Driver, ids: Collection[bytes]) -> dict[bytes, Before]:
        """Return what is here of rows, by id."""
        return {row[0]: Before(*row[1:]) for row in ask(driver, self._select, ids)}

    def values(self, row: Row) -> list[Any]:
        """Return what `write` takes of a row that is not gone."""
        given: Mapping[str, Any] = row.values or {}
        found: list[Any] = [row.id.bytes, *map(given.get, self.names)]
        for place, convert in self.converted:
            value = found[place]
            if value is not None or convert is json.dumps:
                found[place] = convert(value)
        return found


@cache
def table(name: str) -> CacheTable:
    """Return how rows of an entity are read and written."""
    rows = ENTITIES[name]
    names = [column.name for column in rows.columns if column.name != "id"]
    parent = {"case_event": "case_id", "call_leg": "call_id"}.get(name)
    about = "id" if name == "customer" else "customer_id" if "customer_id" in names else "NULL"
    known = f"id, revision, {about}, {parent or 'NULL'}, {MOMENT.get(name, 'NULL')}"
    quoted, marks = ", ".join(f'"{column}"' for column in names), ", ".join("?" * (len(names) + 1))
    return CacheTable(
        name,
        parent,
        f'INSERT OR REPLACE INTO "{name}" (id, {quoted}) VALUES ({marks})',  # noqa: S608 - names of our own tables
        f'DELETE FROM "{name}" WHERE id = ?',  # noqa: S608
        names,
        [(place, make) for place, column in enumerate(names, 1) if (make := _convert(rows.c[column].type)) is not None],
        f'SELECT {known} FROM "{name}" WHERE id IN ({{}})',  # noqa: S608
    )


def moment_of(value: str) -> int:
    """Return a time as JSON has it in microseconds since 1970."""
    return microseconds(datetime.fromisoformat(value))


def bytes_of(value: str) -> bytes:
    """Return a UUID as JSON has it as the file has it."""
    return bytes.fromhex(value.replace("-", ""))


def ask(driver: Driver, query: str, keys: Collection[bytes]) -> Iterator[Any]:
    """Yield the rows of a query about some keys, whose marks go where it has {}."""
    for some in slices(list(keys), MOST_ASKED):
        yield from driver.execute(query.format(",".join("?" * len(some))), some).fetchall()


def key(value: bytes) -> UUID:
    return UUID(bytes=value)


def _convert(kind: object) -> Convert:
    if isinstance(kind, Key):
        return bytes_of
    if isinstance(kind, UtcTime):
        return moment_of
    return json.dumps if type(kind).__name__ == "JSON" else None
