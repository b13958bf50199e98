"""How an operation changes the rows it names: field by field, never by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.storage import projection
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
from app.storage.shared_store import Pushed
from models.base import utc_now, uuid7
from models.operation import Conflict


def apply(connection: Connection, op: Operation, pushed: Pushed) -> str:
    """Apply one operation, note in `pushed` what it touched, and return "applied" or "parked".

    Raises RefusedOperationError when it can never be applied.
    """
    table, verb = split_kind(op.kind)
    old = _row(connection, table, op.entity)
    if verb == "edit" and old is None:
        return "parked"
    if old is None:
        _insert(connection, table, op)
    elif verb == "create":
        raise RefusedOperationError(f"{table} {op.entity} exists")
    elif verb == "log":
        _fill(connection, table, old, op)
    else:
        _edit(connection, table, old, op)
    pushed.tables.add(table)
    new = _row(connection, table, op.entity)
    pushed.customers.update(projection.refresh(connection, table, old, new))
    return "applied"


def _row(connection: Connection, table: str, entity: UUID) -> Row[Any] | None:
    rows = ENTITIES[table]
    return connection.execute(select(rows).where(rows.c.id == entity)).one_or_none()


def _insert(connection: Connection, table: str, op: Operation) -> None:
    values = {field: from_json(table, field, pair["new"]) for field, pair in op.body.items()}
    try:
        connection.execute(insert(ENTITIES[table]).values(id=op.entity, revision=1, **values))
    except IntegrityError as error:
        raise RefusedOperationError(str(error.orig)) from error


def _fill(connection: Connection, table: str, old: Row[Any], op: Operation) -> None:
    empty = {
        field: from_json(table, field, pair["new"])
        for field, pair in op.body.items()
        if getattr(old, field, None) is None
    }
    _write(connection, table, old, empty)


def _edit(connection: Connection, table: str, old: Row[Any], op: Operation) -> None:
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
    _write(connection, table, old, changed)


def _write(connection: Connection, table: str, old: Row[Any], values: Mapping[str, Any]) -> None:
    rows = ENTITIES[table]
    if values:
        connection.execute(update(rows).where(rows.c.id == old.id).values(revision=old.revision + 1, **values))


def _conflict(
    connection: Connection, table: str, op: Operation, field: str, pair: Mapping[str, Any], current: Any
) -> None:
    """Keep all three values; a person settles it."""
    connection.execute(
        insert(Conflict).values(
            id=uuid7(), op_id=op.op_id, entity=op.entity, table=table, field=field,
            base=pair["base"], theirs=to_json(current), mine=pair["new"], at=utc_now(),
        )
    )  # fmt: skip
