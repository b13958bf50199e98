"""What makes the simulator quick, which opens files by the thousand and never has a disk fail.

SQLAlchemy compiles a statement once an engine; files here are not encrypted, and nothing waits for a disk.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlcipher3 import dbapi2 as sqlcipher

from tests import shared_file

_COMPILED: MutableMapping[Any, Any] = {}


def _create(*args: Any, **values: Any) -> Engine:
    engine = create_engine(*args, **values)
    engine._compiled_cache = _COMPILED  # type: ignore[assignment]
    return engine


class _Plain(sqlcipher.Connection):
    """A connection to a file in clear, whose journal is in memory: no process dies in mid-transaction here."""

    def execute(self, sql: str, *values: Any) -> Any:
        if sql.startswith("PRAGMA journal_mode"):
            super().execute("PRAGMA journal_mode = MEMORY")
            sql = "SELECT 'delete'"
        elif sql.startswith("PRAGMA synchronous"):
            sql = "PRAGMA synchronous = OFF"
        elif sql.startswith(("PRAGMA key", "PRAGMA cipher")):
            sql = "SELECT '1'"
        return super().execute(sql, *values)


def _connect(*args: Any, **values: Any) -> Any:
    return _CONNECT(*args, factory=_Plain, **values)


_CONNECT = sqlcipher.connect
_LAID_OUT = tempfile.TemporaryDirectory()  # as long as this process
_made = cache(shared_file._made.__wrapped__)


@contextmanager
def plain_files() -> Iterator[None]:
    """Have files opened in clear, and a store laid out as such to copy from: others of this process are encrypted."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(sqlcipher, "connect", _connect))
        stack.enter_context(patch("app.storage.engine.is_whole", lambda _: True))
        stack.enter_context(patch.object(shared_file, "_MADE", _LAID_OUT))
        stack.enter_context(patch.object(shared_file, "_made", _made))
        yield


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let all engines on SQLite share what was compiled: their dialects are alike."""
    with ExitStack() as stack:
        stack.enter_context(patch("app.storage.engine.create_engine", _create))
        stack.enter_context(patch.object(SQLiteDialect_pysqlite, "__eq__", lambda one, other: type(one) is type(other)))
        stack.enter_context(patch.object(SQLiteDialect_pysqlite, "__hash__", lambda one: hash(type(one))))
        yield
