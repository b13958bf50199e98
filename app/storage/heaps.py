"""All rows about some customers, as a store sends them for a first sync: a heap a table, a JSON text each."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import JSON

from app.storage.operations import ENTITIES
from app.storage.store_rows import Row
from models.base import UtcTime, microseconds, moment


class Grid(NamedTuple):
    """Rows of one table: their values in the order of `columns`."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]

    def filled(self, among: Collection[str]) -> Grid:
        """Return the grid with those of some columns in which any row has a value.

        The others need not be written, and the driver takes four times as long over None as over a number.
        """
        wanted = [place for place, name in enumerate(self.columns) if name in among]
        kept = [place for place in wanted if any(row[place] is not None for row in self.rows)]
        return Grid([self.columns[place] for place in kept], list(map(itemgetter(*kept), self.rows)))


@dataclass(frozen=True)
class Heap:
    """Rows of one table: `text` is a JSON array of arrays, their values in the order of `columns`.

    "seq" comes first, the sequence of the row. Keys are text, times whole microseconds since 1970, JSON is text.
    """

    table: str
    columns: Sequence[str]
    text: str

    @cached_property
    def rows(self) -> list[list[Any]]:
        """The rows as Python has them."""
        found: list[list[Any]] = json.loads(self.text)
        return found

    def place(self, column: str) -> int:
        """Return where a column stands."""
        return self.columns.index(column)

    def column(self, name: str | None) -> list[Any]:
        """Return one value of each row; none without a name."""
        if name is None:
            return []
        place = self.place(name)
        return [row[place] for row in self.rows]

    def some(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Yield some values of each row."""
        return map(itemgetter(*map(self.place, names)), self.rows)

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Yield the rows by column."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


def heaps_of(rows: Iterable[Row], customers: Collection[UUID]) -> list[Heap]:
    """Return the rows about some customers as heaps: neither those that are gone nor what has left them for others."""
    found: dict[str, list[list[Any]]] = {}
    about = set(customers)
    for row in rows:
        if row.values is not None and row.customer_id in about:
            found.setdefault(row.table, []).append(_values(row, row.values))
    return [Heap(table, ("seq", "id", *_names(table)), json.dumps(some)) for table, some in found.items()]


def row_of(heap: Heap, values: Mapping[str, Any]) -> Row:
    """Return one row of a heap, given by column, as it is sent by itself; whose it is where the row itself says so."""
    fields: dict[str, Any] = {name: values.get(name) for name in _names(heap.table)}
    for name, is_time in _special(heap.table).items():
        if fields[name] is not None:
            fields[name] = moment(fields[name]).isoformat() if is_time else json.loads(fields[name])
    customer = values["id"] if heap.table == "customer" else values.get("customer_id")
    return Row(values["seq"], heap.table, UUID(values["id"]), None if customer is None else UUID(customer), fields)


def _values(row: Row, values: Mapping[str, Any]) -> list[Any]:
    special = _special(row.table)
    found = [row.seq, str(row.id)]
    for name in _names(row.table):
        value = values.get(name)
        if name in special:
            value = (value and microseconds(datetime.fromisoformat(value))) if special[name] else json.dumps(value)
        found.append(value)
    return found


@cache
def _names(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in ENTITIES[table].columns if column.name != "id")


@cache
def _special(table: str) -> dict[str, bool]:
    """Return the columns whose values are written in another way: whether each is a time, else JSON."""
    kinds = {column.name: column.type for column in ENTITIES[table].columns}
    return {name: isinstance(kind, UtcTime) for name, kind in kinds.items() if isinstance(kind, (UtcTime, JSON))}
