"""How an operation changes the rows it names: field by field, never by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.storage import projection
from app.storage.local_store import Pushed
from app.storage.operations import (
    APPEND_ONLY,
    ENTITIES,
    FINAL,
    Operation,
    RefusedOperationError,
    from_json,
    split_kind,
    to_json,
)
from app.storage.prepared import PreparedRead, PreparedWrite, row_of
from models.base import utc_now, uuid7
from models.operation import CONFLICT

Fields = Any  # a row, or what a row has become: its columns as attributes


def apply(connection: Connection, op: Operation, pushed: Pushed) -> str:
    """Apply one operation, note in `pushed` what it touched, and return "applied" or "parked".

    The search tokens of `pushed.customers` are the caller's to refresh, once for all operations. Raises
    RefusedOperationError when it can never be applied.
    """
    table, verb = split_kind(op.kind)
    old = None if verb == "create" else _by_id(table).first(connection, {"of": op.entity})
    if verb == "edit" and old is None:
        return "parked"
    if old is None:
        new = _insert(connection, table, op)  # refuses a create whose id exists
    elif verb == "log":
        new = _fill(connection, table, old, op)
    else:
        new = _edit(connection, table, old, op, pushed)
    pushed.tables.add(table)
    pushed.customers.update(projection.refresh(connection, table, old, new))
    return "applied"


@cache
def _by_id(table: str) -> PreparedRead[Any]:
    rows = ENTITIES[table]
    return PreparedRead(select(rows).where(rows.c.id == bindparam("of")), row_of(rows))


@cache
def _new(table: str) -> PreparedWrite:
    return PreparedWrite(insert(ENTITIES[table]))


@cache
def _nothing(table: str) -> Mapping[str, None]:
    return dict.fromkeys(ENTITIES[table].columns.keys())


def _insert(connection: Connection, table: str, op: Operation) -> Fields:
    values = {field: from_json(table, field, pair["new"]) for field, pair in op.body.items()}
    row = {**_nothing(table), **values, "id": op.entity, "revision": 1}
    _run(_new(table), connection, row)
    return SimpleNamespace(**row)


def _fill(connection: Connection, table: str, old: Fields, op: Operation) -> Fields:
    empty = {
        field: from_json(table, field, pair["new"])
        for field, pair in op.body.items()
        if getattr(old, field, None) is None
    }
    return _write(connection, table, old, empty)


def _edit(connection: Connection, table: str, old: Fields, op: Operation, pushed: Pushed) -> Fields:
    if table in APPEND_ONLY:
        raise RefusedOperationError(f"{table} is append-only")
    changed: dict[str, Any] = {}
    for field, pair in op.body.items():
        if (table, field) in FINAL:
            raise RefusedOperationError(f"{table}.{field} is final")
        new = from_json(table, field, pair["new"])
        current = getattr(old, field)
        if current == from_json(table, field, pair["base"]):
            changed[field] = new
        elif current != new:
            _conflict(connection, table, op, field, pair, current)
            pushed.tables.add("conflict")
    return _write(connection, table, old, changed)


def _write(connection: Connection, table: str, old: Fields, values: Mapping[str, Any]) -> Fields:
    """Write the fields that change; return the row as it is then."""
    if not values:
        return old
    changed = {**values, "revision": old.revision + 1}
    _run(_update(table, frozenset(changed)), connection, {"row_id": old.id, **changed})
    return SimpleNamespace(**vars(old) | changed)


def _run(write: PreparedWrite, connection: Connection, row: Mapping[str, Any]) -> None:
    """Write; what would break a rule of the table, such as a customer number that is given, is refused."""
    try:
        write.run(connection, row)
    except IntegrityError as error:
        raise RefusedOperationError(str(error.orig)) from error


@cache
def _update(table: str, fields: frozenset[str]) -> PreparedWrite:
    rows = ENTITIES[table]
    values: dict[str, Any] = {name: bindparam(name) for name in fields}
    return PreparedWrite(update(rows).where(rows.c.id == bindparam("row_id")).values(values))


def _conflict(
    connection: Connection, table: str, op: Operation, field: str, pair: Mapping[str, Any], current: Any
) -> None:
    """Keep all three values; a person settles it."""
    connection.execute(
        insert(CONFLICT).values(
            id=uuid7(), op_id=op.op_id, entity=op.entity, table=table, field=field,
            base=pair["base"], theirs=to_json(current), mine=pair["new"], at=utc_now(),
        )
    )  # fmt: skip
