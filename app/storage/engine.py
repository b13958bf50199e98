"""Encrypted SQLite files (SQLCipher) and how they are opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

# The driver looks for a way to adapt each None and each bytes that is bound, by raising and catching two exceptions:
# three quarters of what a row costs. These, in C, return what they are given.
sqlcipher.register_adapter(bytes, bytes)
sqlcipher.register_adapter(type(None), {}.get)
CACHE = 16_000
BUSY_MS = 10_000  # a command beside an open window waits its turn rather than fail


def open_file(
    path: Path,
    key: bytes,
    *,
    write: bool = False,
    full: bool = False,
    cache: int = CACHE,
    journal: str = "WAL",
    busy_ms: int = BUSY_MS,
) -> Engine:
    """Return an engine on one encrypted file, whose connections keep up to `cache` KiB of its pages each.

    `key` is 32 raw bytes. A `write` engine opens transactions with BEGIN IMMEDIATE, so that what is read in one
    still holds when it is written; `full` makes each commit reach the disk before it returns. A file that several
    computers share cannot have a WAL, which is shared memory: its `journal` is "DELETE". A connection waits `busy_ms`
    for another one.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlcipher,
        hide_parameters=True,  # an error text must carry no customer
        poolclass=NullPool if write else QueuePool,
        connect_args={"timeout": busy_ms / 1000, "check_same_thread": False},
    )
    pragmas = [
        f"PRAGMA key = \"x'{key.hex()}'\"",
        "PRAGMA cipher_log_level = NONE",  # what fails is raised; its own lines would go to stderr
        "PRAGMA cipher_memory_security = OFF",
        "PRAGMA temp_store = MEMORY",
        f"PRAGMA journal_mode = {journal}",
        f"PRAGMA synchronous = {'FULL' if full else 'NORMAL'}",
        f"PRAGMA cache_size = -{cache}",
    ]

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "commit")
    def _vouch(connection: Any) -> None:
        """Of a damaged page that a long value goes on upon, SQLCipher serves zeros, and says so only if it is asked."""
        if not is_whole(connection.connection.driver_connection):
            raise sqlcipher.DatabaseError("database disk image is malformed")

    begin = "BEGIN IMMEDIATE" if write else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        try:  # to the driver itself: through SQLAlchemy it takes as long as a read
            connection.connection.driver_connection.execute(begin)
        except sqlcipher.Error as error:
            raise DBAPIError.instance(begin, None, error, sqlcipher.Error, hide_parameters=True) from error

    return engine


def is_whole(driver: Any) -> bool:
    """Whether every page that a connection has read was as SQLCipher had written it."""
    return bool(driver.execute("PRAGMA cipher_status").fetchone()[0] == "1")


def checkpoint(connection: Connection) -> None:
    """Bring the write-ahead log over into the file as far as no reader stands in the way; waits for nobody."""
    driver: Any = connection.connection.driver_connection  # outside any transaction, in which it does nothing
    driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
