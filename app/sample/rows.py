"""Rows of the store as the sample world makes them, with all that is derived from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from operator import itemgetter
from random import Random
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Table

from app.storage import projection
from app.storage.operations import ENTITIES
from app.storage.search_index import tokens
from models.base import UtcTime, microseconds
from models.customer import SEARCH_TEXT, SEARCH_TOKEN
from models.enums import InteractionKind
from models.interaction import INTERACTION

Values = dict[str, Any]
TABLES: dict[str, Table] = dict(ENTITIES)
TABLES |= {table.name: table for table in (SEARCH_TEXT, SEARCH_TOKEN, INTERACTION)}
FIXED_BITS = {version: version << 76 | 2 << 62 for version in (7, 8)}  # version and variant of a UUID
LAST_BITS = (1 << 62) - 1


class Ids:
    """UUIDs of one seed as 16 bytes: the same seed gives the same ones, in an order that inserts well."""

    def __init__(self, random: Random, begin: int = 0) -> None:
        self._bits = random.getrandbits
        self._count = begin

    def at(self, moment: int) -> bytes:
        """Return a UUID of version 7 of that moment (microseconds), so that what is newer sorts later."""
        return self._make(moment // 1000, 7)

    def next(self) -> bytes:
        """Return a UUID of version 8 (our own making, RFC 9562) that sorts after all before it."""
        self._count += 1
        return self._make(self._count, 8)

    def _make(self, first: int, version: int) -> bytes:
        bits = self._bits(74)
        return (first << 80 | FIXED_BITS[version] | bits >> 62 << 64 | bits & LAST_BITS).to_bytes(16, "big")


class Columns:
    """Some columns of a table, to make whole rows of their values at the speed of C; the others are empty."""

    def __init__(self, table: str, *names: str) -> None:
        place = {name: n for n, name in enumerate(names)} | {"revision": len(names) + 1}
        self.table = table
        self._whole = itemgetter(*(place.get(name, len(names)) for name in columns(table)))

    def row(self, *values: Any) -> tuple[Any, ...]:
        """Return the values in the order of the table; keys as bytes, times in microseconds."""
        whole: tuple[Any, ...] = self._whole((*values, None, 1))
        return whole


class Rows:
    """A heap of rows, {table: tuples in the order of its columns}, ready for the driver.

    Keys are bytes; times are microseconds, or datetimes where a caller has those.
    """

    def __init__(self, tables: dict[str, list[tuple[Any, ...]]] | None = None) -> None:
        self.tables = tables if tables is not None else {name: [] for name in TABLES}

    def customer(self, values: Values, points: Sequence[Values]) -> None:
        """Add a customer with their contact points and search tokens."""
        self._add("customer", values)
        for point in points:
            self._add("contact_point", point)
        entry = projection.search_entry(values, [(p["kind"], p["value"], p.get("e164")) for p in points])
        key = values["id"]
        self._add("search_text", {"customer_id": key} | entry)
        self.tables["search_token"] += [(token, key) for token in sorted(tokens(entry["text"]))]

    def call(self, values: Values, legs: Sequence[Values]) -> None:
        """Add a call with its legs, which are in order of their beginning."""
        self._add("call", values)
        for leg in legs:
            self._add("call_leg", leg)
        if values.get("customer_id") is not None:
            shown = projection.merged_call(_fields("call", values), [_fields("call_leg", v) for v in legs])
            self._derive(values, shown._asdict())

    def case(self, values: Values, events: Iterable[Values]) -> None:
        """Add a case with its story."""
        self._add("case", values)
        for event in events:
            self._add("case_event", event)
        if values.get("customer_id") is not None:
            self._derive(values, projection.case_interaction(_fields("case", values)))

    def promise(self, values: Values) -> None:
        """Add a follow-up."""
        self._add("follow_up", values)
        if values.get("customer_id") is not None:
            self._derive(values, projection.follow_up_interaction(_fields("follow_up", values)))

    def note(self, note_id: bytes, customer_id: bytes, at: int, text: str, person: str) -> None:
        """Add a note to a timeline."""
        values = {"id": note_id, "customer_id": customer_id, "at": at}
        self._add("interaction", values | {"kind": InteractionKind.NOTE.value, "headline": text, "person": person})

    def _derive(self, values: Values, derived: Values) -> None:
        self._add("interaction", {"id": values["id"], "customer_id": values["customer_id"]} | derived)

    def _add(self, table: str, values: Values) -> None:
        shape = _shape(table)
        row = list(map(values.get, shape.names))
        for place in shape.times:
            if isinstance(moment := row[place], datetime):
                row[place] = microseconds(moment)
        if shape.revision is not None:
            row[shape.revision] = 1
        self.tables[table].append(tuple(row))


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns of a table, and where its times and its revision stand."""

    names: Sequence[str]
    times: Sequence[int]
    revision: int | None


@cache
def _shape(table: str) -> _Shape:
    types = [column.type for column in TABLES[table].columns]
    times = [place for place, kind in enumerate(types) if isinstance(kind, UtcTime)]
    names = columns(table)
    return _Shape(names, times, names.index("revision") if "revision" in names else None)


@cache
def columns(table: str) -> Sequence[str]:
    """Return the columns of a table in the order of the tuples."""
    return [column.name for column in TABLES[table].columns]


@cache
def _empty(table: str) -> dict[str, None]:
    return dict.fromkeys(columns(table))


def _fields(table: str, values: Values) -> SimpleNamespace:
    return SimpleNamespace(**_empty(table) | values)
