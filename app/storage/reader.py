"""Reads: each thread has a connection of its own, and a read sees one moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")


class Reader:
    """Runs queries of `queries.py` modules; safe to use from any thread but the window's."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._local = threading.local()

    def run(self, query: Callable[[Connection], T]) -> T:
        """Return what `query` makes of a connection in one read transaction."""
        connection = self._connection()
        with connection.begin():
            return query(connection)

    def version(self) -> int:
        """Return a number that changes with the file, whichever process or thread writes it."""
        return self.run(lambda connection: int(connection.exec_driver_sql("PRAGMA data_version").scalar_one()))

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._engine.connect()
        return connection

    def close(self) -> None:
        """Forget the connections; those of other threads close with them."""
        self._engine.dispose()
