"""The connection of whoever runs the server: each use is one transaction, all or nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import psycopg
from psycopg import IsolationLevel, sql
from psycopg.rows import TupleRow
from sqlalchemy import Connection, StaticPool, create_engine
from sqlalchemy.exc import DBAPIError

from app.errors import QT_TRANSLATE_NOOP, KnownError, TransientError
from app.sync.address import StoreAddress
from app.sync.postgres.errors import OF_CALLS, UNREACHABLE, connecting, refusing
from app.sync.postgres.link import PatientConnection, Tick

CONNECT_S = 10
LOCK = "30s"  # behind which a statement gives up: desks hold locks for milliseconds
MAINTENANCE = "postgres"  # the database that every server has
Raw = psycopg.Connection[TupleRow]


@dataclass(frozen=True, slots=True)
class Door:
    """A connection of somebody who administers a store: its owner, who calls the functions of `sync`, or one of its
    administrators, who has the same ones in `api`."""

    address: StoreAddress
    raw: Raw

    def is_owner(self) -> bool:
        return value(self.raw, "SELECT has_schema_privilege(to_regnamespace('sync'), 'USAGE')") is True

    def call(self, function: str, *values: object) -> list[TupleRow]:
        """Call a function that both schemas have; raises KnownError for what it refuses."""
        name = sql.Identifier("sync" if self.is_owner() else "api", function)
        places = sql.SQL(", ").join(sql.Placeholder() * len(values))
        with refusing(self.address):
            return self.raw.execute(sql.SQL("SELECT * FROM {}({})").format(name, places), values).fetchall()


@dataclass(frozen=True, slots=True)
class Session(Door):
    """One transaction: `raw` is psycopg's connection, `tables` SQLAlchemy's on the same."""

    tables: Connection


def connect(address: StoreAddress, password: str | None, *, autocommit: bool = False, kind: type[Raw] = Raw) -> Raw:
    """Connect as an administrator of the server or of the store; raises KnownError and TransientError."""
    options: Mapping[str, Any] = address.conninfo()
    with connecting(address):
        return kind.connect(
            **options, password=password, connect_timeout=CONNECT_S, autocommit=autocommit,
            application_name="Ringbook store",
            options=f"-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout={LOCK}"
            " -c timezone=UTC -c client_encoding=UTF8",
        )  # fmt: skip


@contextmanager
def door(
    address: StoreAddress, password: str | None, seconds: float | None = None, tick: Tick | None = None
) -> Iterator[Door]:
    """Give a connection on which each call is a transaction of its own.

    Without an answer within `seconds` it is given up; `tick` is called while one waits, and may raise.
    """
    raw = connect(address, password, autocommit=True, kind=PatientConnection)
    if isinstance(raw, PatientConnection):
        raw.tick = tick
        raw.until = float("inf") if seconds is None else time.monotonic() + seconds
    try:
        with administering(address):
            yield Door(address, raw)
    finally:
        raw.close()


@contextmanager
def session(address: StoreAddress, password: str | None, *, at_one_moment: bool = False) -> Iterator[Session]:
    """Give a transaction that is committed at the end, and undone by any error.

    `at_one_moment` has all statements see what the first saw, whatever others do meanwhile.
    """
    raw = connect(address, password)
    if at_one_moment:
        raw.isolation_level = IsolationLevel.REPEATABLE_READ
    engine = create_engine("postgresql+psycopg://", creator=lambda: raw, poolclass=StaticPool)
    try:
        with administering(address), _unwrapped(), engine.begin() as tables:
            yield Session(address, raw, tables)
    finally:
        engine.dispose()
        raw.close()


@contextmanager
def _unwrapped() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, psycopg.Error):
            raise error.orig from error
        raise


@contextmanager
def administering(address: StoreAddress) -> Iterator[None]:
    """Say of what the server refuses what to do."""
    try:
        yield
    except psycopg.errors.UndefinedFunction as error:  # of a store nobody has upgraded yet
        _, title, message = OF_CALLS["RB009"]
        raise KnownError(title, message, host=address.host) from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise may_not(address, error) from error
    except psycopg.errors.LockNotAvailable as error:
        raise TransientError(
            QT_TRANSLATE_NOOP("AppError", "The shared store is busy"),
            QT_TRANSLATE_NOOP("AppError", "Somebody holds what has to be changed. Nothing was done; try again."),
        ) from error
    except psycopg.OperationalError as error:
        reason = error.diag.message_primary or str(error).strip().splitlines()[-1]
        raise TransientError(
            UNREACHABLE,
            QT_TRANSLATE_NOOP("AppError", "{host} says: {reason}. Nothing was changed; try again."),
            host=address.host, reason=reason,
        ) from error  # fmt: skip


def may_not(address: StoreAddress, error: psycopg.Error) -> KnownError:
    """Return what to tell somebody who is no administrator of the server."""
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "This login may not administer the store"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "{host} says: {reason}. Use the login that created the store, or one that may create databases and roles.",
        ),
        host=address.host, reason=error.diag.message_primary or type(error).__name__,
    )  # fmt: skip


def maintenance(address: StoreAddress) -> StoreAddress:
    """Return the database of the server in which others are made."""
    return replace(address, database=MAINTENANCE)


def owner_of(raw: Raw) -> str:
    """Return who owns the database, and with it all that is a store's."""
    return str(value(raw, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))


def value(raw: Raw, query: str, values: tuple[object, ...] = ()) -> object:
    """Return the one value of a statement, None when it finds no row."""
    row = raw.execute(query.encode(), values or None).fetchone()
    return None if row is None else row[0]


def run(raw: Raw, query: str, **names: sql.Composable) -> None:
    """Run a statement that names roles or tables: `{name}` is replaced by its part, quoted."""
    raw.execute(sql.SQL(query).format(**names))
