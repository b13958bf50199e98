"""The stores the contract is tested on: each param is a fixture `<param>_stores` that gives a `desks.Stores`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from app.storage.engine import open_file
from app.sync.postgres.store import connect
from app.sync.shared_store import SharedStore
from models.enums import Role
from tests import shared_file
from tests.app.sync.contract.desks import At, Stores
from tests.postgres_server import PASSWORD, Store

MICROSECONDS_A_DAY = 24 * 3600 * 1_000_000
Sit = Callable[..., At]


class PostgresStores:
    has_limits = True
    seats = 17

    def __init__(self, postgres: Store) -> None:
        self._postgres = postgres
        self._logins: dict[str, str] = {}

    def connect(self, name: str, role: Role, teams: tuple[int, ...]) -> SharedStore:
        if name not in self._logins:
            self._logins[name] = self._postgres.add_login(name, role, *teams)
        return connect(self._postgres.address(self._logins[name]), PASSWORD)

    def age(self, days: int) -> None:
        self._postgres.run("UPDATE sync.op_log SET taken_at = taken_at - make_interval(days => :days)", days=days)

    def let_pass(self, days: int, but: UUID) -> None:
        later = "UPDATE sync.op_log SET taken_at = taken_at - make_interval(days => :days)"
        self._postgres.run(later + " WHERE entity <> :but", days=days, but=but)
        latest = "(SELECT max(seq) FROM sync.op_log)"
        self._postgres.run(f"UPDATE sync.change SET seq = {latest} + 1 WHERE entity = :but", but=but)
        self._postgres.run(f"UPDATE sync.op_log SET seq = {latest} + 1 WHERE entity = :but", but=but)
        self._postgres.run(f"UPDATE sync.counter SET seq = {latest}")


@pytest.fixture
def postgres_stores(postgres: Store) -> Stores:
    return PostgresStores(postgres)


class SqliteStores:
    has_limits = False
    seats = 5

    def __init__(self, path: Path) -> None:
        self._path = path
        shared_file.lay_out(path, "Everyone", "Second", "Third")
        self._logins: dict[str, str] = {}

    def connect(self, name: str, role: Role, teams: tuple[int, ...]) -> SharedStore:
        if name not in self._logins:
            self._logins[name] = f"login{len(self._logins)}"
            shared_file.add_login(self._path, self._logins[name], name, role, *teams)
        return shared_file.connect(self._path, self._logins[name])

    def age(self, days: int) -> None:
        with open_file(self._path, shared_file.KEY, write=True, journal="DELETE").begin() as connection:
            connection.execute(text(f"UPDATE op_log SET taken_at = taken_at - {days * MICROSECONDS_A_DAY}"))


@pytest.fixture
def sqlite_stores(tmp_path: Path) -> Stores:
    return SqliteStores(tmp_path / "office.db")


@pytest.fixture(params=["postgres", "sqlite"])
def stores(request: pytest.FixtureRequest) -> Stores:
    found: Stores = request.getfixturevalue(f"{request.param}_stores")
    return found


@pytest.fixture
def sit(stores: Stores) -> Iterator[Sit]:
    """Sit somebody down at a new desk (or the one of `device`): an agent of team 1 unless the test says more."""
    desks: list[At] = []

    def sit_down(name: str = "Maria", role: Role = Role.AGENT, teams: tuple[int, ...] = (1,), **device: object) -> At:
        desks.append(At(stores.connect(name, role, teams), name, **device))  # type: ignore[arg-type]
        return desks[-1]

    yield sit_down
    for desk in desks:
        desk.store.close()


@pytest.fixture
def maria(sit: Sit) -> At:
    """An agent of team 1."""
    return sit()
