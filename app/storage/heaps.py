"""All rows about some customers, as a store sends them for a first sync: a heap a table, a JSON text each."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
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


@dataclass(frozen=True)
class Heap:
    """Rows of one table, at least one: `text` is a JSON array of `columns`, each an array of the values of all rows.

    A column in which no row has a value is null. "seq" comes first, the sequence of the row. Keys are text, times whole
    microseconds since 1970, JSON is text.
    """

    table: str
    columns: Sequence[str]
    text: str

    @cached_property
    def filled(self) -> dict[str, list[Any]]:
        """The columns in which any row has a value."""
        read = zip(self.columns, json.loads(self.text), strict=True)
        return {name: values for name, values in read if values is not None}

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.filled["seq"])

    def column(self, name: str) -> Sequence[Any]:
        """Return one value of each row."""
        return self.filled.get(name) or [None] * self.size

    def some(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Yield some values of each row."""
        return zip(*map(self.column, names), strict=True)

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Yield the rows by column."""
        for row in self.some(*self.columns):
            yield dict(zip(self.columns, row, strict=True))

    def grid(self) -> Grid:
        """Return the rows without "seq", columns nobody knows here and those in which no row has a value.

        The driver takes four times as long over None as over a number.
        """
        known = ENTITIES[self.table].columns.keys()
        names = [name for name in self.filled if name in known]
        return Grid(names, list(self.some(*names)))


def heaps_of(rows: Iterable[Row], customers: Collection[UUID]) -> list[Heap]:
    """Return the rows about some customers as heaps: neither those that are gone nor what has left them for others."""
    found: dict[str, list[list[Any]]] = {}
    about = set(customers)
    for row in rows:
        if row.values is not None and row.customer_id in about:
            found.setdefault(row.table, []).append(_values(row, row.values))
    return [_heap(table, some) for table, some in found.items()]


def _heap(table: str, rows: Iterable[Sequence[Any]]) -> Heap:
    columns = [None if all(value is None for value in values) else values for values in zip(*rows, strict=True)]
    return Heap(table, ("seq", "id", *_names(table)), json.dumps(columns))


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
