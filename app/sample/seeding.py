"""The demo's world as operations, so that it goes into a shared store as everybody's work does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.sample.demo import REGION, SEED
from app.sample.heroes import Heroes
from app.sample.rows import Rows, columns
from app.sample.world import Recipe, Size, World
from app.storage import rights
from app.storage.operations import ENTITIES, Operation
from app.sync.records import WIRE, Desk
from app.sync.shared_store import MOST_PUSHED
from app.version import version
from models.base import EPOCH, Key, UtcTime, uuid7

if TYPE_CHECKING:
    from app.sync.postgres.store import PostgresStore

SIZE = Size(customers=390, interactions=2400, cases=170)
MOST_DAYS = 30  # a store takes nothing that is said to be older than a month
NO_OPERATION = ("id", "revision")


def seed(store: PostgresStore, now: datetime) -> int:
    """Push the world of the demo as one login's work, and return how many operations that were.

    What is older than the store takes is left out, and so is whose work it was.
    """
    device = uuid4()
    store.hello(Desk(device, "DEMO", "demo", version(), now, WIRE), None)
    operations = list(_operations(_world(now), now))
    for begin in range(0, len(operations), MOST_PUSHED):
        store.push(device, operations[begin : begin + MOST_PUSHED])
    return len(operations)


def _world(now: datetime) -> Rows:
    (rows,) = World(Recipe.of(SEED, REGION, now, SIZE)).chunks()
    Heroes(Random(SEED), REGION, now.astimezone()).add(rows)  # noqa: S311 - a world to play with, no secret
    return rows


def _operations(rows: Rows, now: datetime) -> Iterator[Operation]:
    left_out: set[bytes] = set()
    n = 0
    for table in ENTITIES:
        verb = "log" if table in ("call", "call_leg") else "create"
        for row in rows.tables[table]:
            values = dict(zip(columns(table), row, strict=True))
            if _is_too_old(table, values, now) or not left_out.isdisjoint(_named(values)):
                left_out.add(values["id"])
                continue
            n += 1
            body = {name: {"base": None, "new": value} for name, value in _wire(table, values)}
            yield Operation(uuid7(), n, f"{table}.{verb}@1", UUID(bytes=values["id"]), now, body)


def _named(values: dict[str, Any]) -> set[bytes]:
    """Return the rows a row cannot be without."""
    return {values[name] for name in ("case_id", "call_id") if values.get(name) is not None}


def _is_too_old(table: str, values: dict[str, Any], now: datetime) -> bool:
    oldest = now - timedelta(days=MOST_DAYS)
    times = [values[name] for name, rule in rights.fields(table).items() if rule.check == rights.Check.PAST]
    return any(moment is not None and not oldest <= _moment(moment) <= now for moment in times)


def _wire(table: str, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, rule in rights.fields(table).items():
        value = values.get(name)
        if value is None or rule.check == rights.Check.SELF or name in NO_OPERATION:
            continue
        kind = ENTITIES[table].columns[name].type
        if isinstance(kind, Key):
            value = str(UUID(bytes=value))
        elif isinstance(kind, UtcTime):
            value = _moment(value).isoformat()
        yield name, value


def _moment(value: int | datetime) -> datetime:
    return value if isinstance(value, datetime) else (EPOCH + timedelta(microseconds=value)).astimezone(UTC)
