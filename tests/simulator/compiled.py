"""SQLAlchemy compiles a statement once an engine, and the simulator opens files by the thousand."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

_COMPILED: MutableMapping[Any, Any] = {}


def _create(*args: Any, **values: Any) -> Engine:
    engine = create_engine(*args, **values)
    engine._compiled_cache = _COMPILED  # type: ignore[assignment]
    return engine


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let all engines on SQLite share what was compiled: their dialects are alike."""
    with ExitStack() as stack:
        stack.enter_context(patch("app.storage.engine.create_engine", _create))
        stack.enter_context(patch.object(SQLiteDialect_pysqlite, "__eq__", lambda one, other: type(one) is type(other)))
        stack.enter_context(patch.object(SQLiteDialect_pysqlite, "__hash__", lambda one: hash(type(one))))
        yield
