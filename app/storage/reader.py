"""Reads: each thread has a connection of its own, and a read sees one moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import KnownError
from app.storage import faults

T = TypeVar("T")


class Reader:
    """Runs queries of `queries.py` modules; safe to use from any thread but the window's."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._path = Path(str(engine.url.database))
        self._local = threading.local()

    def run(self, query: Callable[[Connection], T]) -> T:
        """Return what `query` makes of a connection in one read transaction.

        Raises KnownError when the file is damaged or the disk does not give it.
        """
        connection = self._connection()
        try:
            with faults.told(faults.reading, self._path, connection), connection.begin():
                return query(connection)
        except (KnownError, DatabaseError, sqlcipher.DatabaseError):
            self._forget(connection)
            raise

    def version(self) -> int:
        """Return a number that changes with the file, whichever process or thread writes it."""
        return self.run(lambda connection: int(connection.exec_driver_sql("PRAGMA data_version").scalar_one()))

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._engine.connect()
        return connection

    def _forget(self, connection: Connection) -> None:
        """Read on with another: one that has met a damaged page gives no page any more."""
        del self._local.connection
        connection.invalidate()
        connection.close()

    def close(self) -> None:
        """Forget the connections; those of other threads close with them."""
        self._engine.dispose()
