"""The connection of whoever runs the server: each use is one transaction, all or nothing."""

from __future__ import annotations

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
from app.sync.postgres.errors import UNREACHABLE, connecting

CONNECT_S = 10
LOCK = "30s"  # behind which a statement gives up: desks hold locks for milliseconds
MAINTENANCE = "postgres"  # the database that every server has
Raw = psycopg.Connection[TupleRow]


@dataclass(frozen=True, slots=True)
class Session:
    """One transaction: `raw` is psycopg's connection, `tables` SQLAlchemy's on the same."""

    address: StoreAddress
    raw: Raw
    tables: Connection


def connect(address: StoreAddress, password: str | None, *, autocommit: bool = False) -> Raw:
    """Connect as an administrator of the server; raises KnownError and TransientError."""
    options: Mapping[str, Any] = address.conninfo()
    with connecting(address):
        return psycopg.connect(
            **options, password=password, connect_timeout=CONNECT_S, autocommit=autocommit,
            application_name="Ringbook store",
            options=f"-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout={LOCK}"
            " -c timezone=UTC -c client_encoding=UTF8",
        )  # fmt: skip


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
