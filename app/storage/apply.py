"""How an operation changes the rows it names: field by field, never by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from app.storage import projection, row_statements
from app.storage.local_store import Pushed
from app.storage.operations import (
    APPEND_ONLY,
    FINAL,
    Operation,
    RefusedOperationError,
    from_json,
    split_kind,
    to_json,
)
from app.storage.prepared import PreparedWrite
from models.base import utc_now, uuid7
from models.enums import OperationResult
from models.operation import CONFLICT

Fields = Any  # a row, or what a row has become: its columns as attributes
Body = Mapping[str, Mapping[str, Any]]


def apply(connection: Connection, op: Operation, pushed: Pushed) -> OperationResult:
    """Apply one operation of a single seat, who may do anything; note in `pushed` what it touched.

    The search tokens of `pushed.customers` are the caller's to refresh, once for all operations. Raises
    RefusedOperationError when it can never be applied.
    """
    table, verb = split_kind(op.kind)
    old = None if verb == "create" else read_row(connection, table, op.entity)
    if verb == "edit" and old is None:
        return OperationResult.PARKED
    clashes: list[str] = []
    if old is None:
        new = insert_row(connection, table, op.entity, values_of(table, op.body))  # refuses a create whose id exists
    elif verb == "log":
        new = write_row(connection, table, old, empty_in(old, values_of(table, op.body)))
    else:
        _check_edit(table, op.body)
        changed, clashes = compare(table, old, op.body)
        new = write_row(connection, table, old, changed)
        for field in clashes:
            add_conflict(connection, table, op, old, field)
            pushed.tables.add(CONFLICT.name)
    pushed.tables.add(table)
    pushed.customers.update(projection.refresh(connection, table, old, new))
    return OperationResult.CONFLICT if clashes else OperationResult.APPLIED


def _check_edit(table: str, body: Body) -> None:
    if table in APPEND_ONLY:
        raise RefusedOperationError(f"{table} is append-only")
    for field in body:
        if (table, field) in FINAL:
            raise RefusedOperationError(f"{table}.{field} is final")


def values_of(table: str, body: Body) -> dict[str, Any]:
    """Return the new values of a body as columns take them; raises RefusedOperationError."""
    return {field: from_json(table, field, pair["new"]) for field, pair in body.items()}


def empty_in(row: Fields, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the values for which the row has none yet."""
    return {field: value for field, value in values.items() if value is not None and getattr(row, field) is None}


def compare(table: str, row: Fields, body: Body) -> tuple[dict[str, Any], list[str]]:
    """Return what an edit writes, the fields whose base still stands; and those that somebody else has changed.

    NULL is a value; where a field is already what it shall be there is nothing to do.
    """
    changed: dict[str, Any] = {}
    clashes: list[str] = []
    for field, pair in body.items():
        new, current, base = from_json(table, field, pair["new"]), getattr(row, field), pair.get("base")
        if current == (None if base is None else from_json(table, field, base)):
            changed[field] = new
        elif current != new:
            clashes.append(field)
    return changed, clashes


def read_row(connection: Connection, table: str, of: UUID) -> Fields | None:
    """Return a row as it stands."""
    return row_statements.by_id(table).first(connection, {"of": of})


def insert_row(connection: Connection, table: str, of: UUID, values: Mapping[str, Any]) -> Fields:
    """Add a row; what would break a rule of the table, such as a customer number that is given, is refused."""
    row = {**row_statements.nothing(table), **values, "id": of, "revision": 1}
    _run(row_statements.new(table), connection, row)
    return SimpleNamespace(**row)


def write_row(connection: Connection, table: str, old: Fields, values: Mapping[str, Any]) -> Fields:
    """Write the fields that change; return the row as it is then, `old` itself when none does."""
    if not values:
        return old
    changed = {**values, "revision": old.revision + 1}
    _run(row_statements.change(table, frozenset(changed)), connection, {"row_id": old.id, **changed})
    return SimpleNamespace(**vars(old) | changed)


def add_conflict(
    connection: Connection,
    table: str,
    op: Operation,
    row: Fields,
    field: str,
    *,
    at: datetime | None = None,
    **who: Any,
) -> Fields:
    """Keep all three values of a field; a person settles it.

    `who` has the columns of CONFLICT that only a shared store knows: team, login, their_login and their_at.
    """
    pair = op.body[field]
    values = {
        "op_id": op.op_id, "entity": row.id, "table": table, "field": field, "at": at or utc_now(),
        "base": pair.get("base"), "theirs": to_json(getattr(row, field)), "mine": pair["new"],
    }  # fmt: skip
    made = row_statements.nothing("conflict") | values | who | {"id": uuid7(), "revision": 1}
    connection.execute(insert(CONFLICT).values(made))
    return SimpleNamespace(**made)


def _run(write: PreparedWrite, connection: Connection, row: Mapping[str, Any]) -> None:
    try:
        write.run(connection, row)
    except IntegrityError as error:
        raise RefusedOperationError(str(error.orig)) from error
