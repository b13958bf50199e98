"""What api.push takes in bulk leaves what it leaves one by one: of the same batches, in two stores, both ways."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest

from app.storage.operations import ENTITIES
from app.sync.postgres import schema, wire
from app.sync.postgres.store import connect
from models.base import uuid7
from models.enums import Role
from tests.app.sync.contract.desks import At
from tests.app.sync.postgres.mixed import Draw
from tests.load.backlog import backlog
from tests.postgres_server import PASSWORD, Server, Store

SEEDS = range(300) if os.environ.get("RINGBOOK_FULL") else range(4)
BATCHES = 8
ONE_BY_ONE = 7  # so few operations a call are never taken in bulk
PEOPLE = (("Maria", Role.AGENT, (1,)), ("Noah", Role.SUPERVISOR, (2, 3)), ("Ada", Role.ADMINISTRATOR, (1,)))
Make = Callable[[], Store]


@pytest.fixture
def make_store(postgres_server: Server, postgres_template: str) -> Iterator[Make]:
    made: list[Store] = []

    def make() -> Store:
        store = Store(postgres_server, f"ringbook_{uuid7().hex[-12:]}")
        postgres_server.create(store.database, postgres_template)
        made.append(store)
        with store.connection() as connection:
            schema.grant(connection)
        return store

    yield make
    for store in made:
        store.drop()


class Both:
    """The same desk at two stores: the first takes whole batches, the second a few operations at a time."""

    def __init__(self, stores: tuple[Store, Store], name: str, role: Role, teams: tuple[int, ...]) -> None:
        device = uuid7()
        self.bulk, self.single = (
            At(connect(store.address(store.add_login(name, role, *teams)), PASSWORD), name, device) for store in stores
        )

    def push(self, draw: Draw) -> None:
        """Send a batch to both and compare the answers."""
        batch = draw.batch(self.bulk)
        answers = self.bulk.push(*batch)
        parts = (batch[at : at + ONE_BY_ONE] for at in range(0, len(batch), ONE_BY_ONE))
        singly = [answer for part in parts for answer in self.single.push(*part)]
        kinds = {op.op_id: op.kind for op in batch}
        assert [(kinds[a.op_id], a.result, a.reason, a.seq) for a in answers] == [
            (kinds[a.op_id], a.result, a.reason, a.seq) for a in singly
        ]

    def close(self) -> None:
        self.bulk.store.close()
        self.single.store.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_batches_leave_what_their_operations_leave_one_by_one(make_store: Make, seed: int) -> None:
    stores = (make_store(), make_store())
    desks = [Both(stores, *person) for person in PEOPLE]
    draw = Draw(random.Random(seed))
    try:
        for _ in range(BATCHES):
            draw.random.choices(desks, weights=[5, 2, 2])[0].push(draw)
        bulk, single = (state(store) for store in stores)
        for name, rows in bulk.items():
            assert rows == single[name], name
    finally:
        for desk in desks:
            desk.close()


def test_a_day_of_work_is_taken_in_bulk(make_store: Make) -> None:
    store = make_store()
    desk = At(connect(store.address(store.add_login("Maria", Role.AGENT, 1)), PASSWORD), "Maria")
    found = store.run(
        "SELECT cardinality((sync.judge(l, sync.sent_of(CAST(:sent AS jsonb)), 0)).given) FROM sync.login l",
        sent=wire.encode(list(backlog(desk, 140))),
    )
    assert found == [(140,)]
    desk.store.close()


def state(store: Store) -> dict[str, list[Any]]:
    """Return all that desks and searches could tell of a store, without when, and without the ids it made itself."""
    made = {id_: f"{op}.{field}" for id_, op, field in store.run("SELECT id, op_id, field FROM app.conflict")}

    def named(value: Any) -> Any:
        if isinstance(value, UUID):
            return str(made.get(value, value))
        return value.removeprefix(store.database) if isinstance(value, str) else value

    queries = {f"app.{table}": f'SELECT * FROM app."{table}"' for table in ENTITIES if table != "conflict"} | {
        "app.conflict": 'SELECT id, op_id, entity, "table", field, base, theirs, mine, team, login, their_login, '
        "revision FROM app.conflict",
        "sync.change": "SELECT * FROM sync.change",
        "sync.gone": "SELECT * FROM sync.gone",
        "sync.op_log": "SELECT seq, op_id, device, n, kind, entity, at, body, result, reason, login FROM sync.op_log",
        "sync.device": "SELECT id, last_n FROM sync.device",
        "sync.counter": "SELECT seq FROM sync.counter",
        "sync.search": "SELECT customer_id, text, tokens::text FROM sync.search",
    }
    return {name: sorted([str(named(v)) for v in row] for row in store.run(query)) for name, query in queries.items()}
