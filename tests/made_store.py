"""A store as `main.py store create` makes it: owned by a role of its own, administered by the server's superuser."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
from psycopg import sql

from app.sync.address import StoreAddress
from app.sync.admin_records import Person
from app.sync.postgres import creating, people
from app.sync.postgres.admin_link import Session, session
from app.sync.postgres.store import connect as postgres_store
from models.enums import Role
from tests.app.sync.contract.desks import At
from tests.postgres_server import Server

PASSWORD = "correct horse battery"


class MadeStore:
    """The database `name`; its logins begin with that name, as they are of the whole server."""

    def __init__(self, server: Server, name: str) -> None:
        self.server = server
        self.name = name
        superuser = urlsplit(server.url())
        self.password = unquote(superuser.password or "")
        self.address = StoreAddress("postgres", server.host, server.port, name, login=superuser.username or "")
        self.url = str(self.address)

    def login(self, who: str) -> str:
        return f"{self.name}.{who}"

    def create(self) -> None:
        person = Person(self.login("anna"), "Anna", Role.ADMINISTRATOR, ("Residential",))
        creating.create(self.address, self.password, person, PASSWORD, "Residential")

    @contextmanager
    def session(self) -> Iterator[Session]:
        with session(self.address, self.password) as found:
            yield found

    def add(self, who: str, role: Role = Role.AGENT, *teams: str) -> str:
        """Let somebody sign in by PASSWORD and return their login."""
        with self.session() as at:
            for team in teams:
                if team not in [row[0] for row in at.raw.execute("SELECT name FROM sync.team")]:
                    people.add_team(at, team)
            people.add(at, Person(self.login(who), who.capitalize(), role, teams or ("Residential",)), PASSWORD)
        return self.login(who)

    def connect(self, login: str, password: str = PASSWORD) -> psycopg.Connection[Any]:
        """Connect as somebody with psql would."""
        return psycopg.connect(
            host=self.server.host, port=self.server.port, dbname=self.name, user=login, password=password,
            autocommit=True, connect_timeout=10,
        )  # fmt: skip

    def desk(self, login: str) -> At:
        """Return a desk of somebody who was added."""
        return At(postgres_store(self.address.with_login(login), PASSWORD), login)

    def ask(self, query: str) -> list[Any]:
        with self.session() as at:
            return at.raw.execute(query.encode()).fetchall()

    def drop(self) -> None:
        """Take it away, with all its roles."""
        with psycopg.connect(self.server.url(), autocommit=True) as raw:
            raw.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))
            found = raw.execute("SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s)", (self.name,)).fetchall()
            if found:
                roles = sql.SQL(", ").join(sql.Identifier(role) for (role,) in found)
                raw.execute(sql.SQL("DROP OWNED BY {}").format(roles))
                raw.execute(sql.SQL("DROP ROLE {}").format(roles))


@pytest.fixture
def no_store(postgres_server: Server) -> Iterator[MadeStore]:
    """The name of a store that is not there yet."""
    store = MadeStore(postgres_server, f"rb_{secrets.token_hex(6)}")
    yield store
    store.drop()


@pytest.fixture
def made_store(no_store: MadeStore) -> MadeStore:
    """A new store with the team Residential and the administrator Anna."""
    no_store.create()
    return no_store
