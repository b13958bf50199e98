"""How one row of any entity is read and written: a statement a table, compiled once."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from app.storage.operations import ENTITIES
from app.storage.prepared import PreparedRead, PreparedWrite, row_of


@cache
def by_id(table: str) -> PreparedRead[Any]:
    """Return what reads the row whose id is `of`."""
    rows = ENTITIES[table]
    return PreparedRead(select(rows).where(rows.c.id == bindparam("of")), row_of(rows))


@cache
def new(table: str) -> PreparedWrite:
    """Return what adds a row; a column that is not given is empty."""
    return PreparedWrite(insert(ENTITIES[table]))


@cache
def change(table: str, fields: frozenset[str]) -> PreparedWrite:
    """Return what writes some fields of the row whose id is `row_id`."""
    rows = ENTITIES[table]
    values: dict[str, Any] = {name: bindparam(name) for name in fields}
    return PreparedWrite(update(rows).where(rows.c.id == bindparam("row_id")).values(values))


@cache
def nothing(table: str) -> dict[str, Any]:
    """Return a row without any value."""
    return dict.fromkeys(ENTITIES[table].columns.keys())
