"""What an operation is, and the one table of which fields an operation may write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Table

from models.base import Key, UtcTime
from models.call import CALL, CALL_LEG
from models.case import CASE, CASE_EVENT
from models.customer import CONTACT_POINT, CUSTOMER, NUMBER_CHOICE
from models.follow_up import FOLLOW_UP
from models.operation import CONFLICT

VERBS = ("create", "edit", "log")
NOT_WRITABLE = {"id", "revision"}
MOST_INTEGER = 2**31 - 1  # what PostgreSQL calls an integer
ENTITIES: dict[str, Table] = {
    table.name: table
    for table in (CUSTOMER, CONTACT_POINT, NUMBER_CHOICE, CALL, CALL_LEG, CASE, CASE_EVENT, FOLLOW_UP, CONFLICT)
}
APPEND_ONLY = {"case_event"}
FINAL = {("case", "reference")}  # it was read out on the phone


class Operation(NamedTuple):
    """One change: `body` is {field: {"base": old, "new": value}} with values as JSON can hold them.

    `kind` is "<entity>.<verb>@<version>": create refuses an id that exists, edit writes the fields whose base
    still stands, log inserts or fills what is still empty (several desks report one call).
    """

    op_id: UUID
    n: int
    kind: str
    entity: UUID
    at: datetime
    body: Mapping[str, Mapping[str, Any]]


class RefusedOperationError(Exception):
    """The store will never take this operation; the reason is kept with it."""


@cache
def writable(table: str) -> Mapping[str, Any]:
    """Return {field: column} of what operations may set in `table`."""
    return {column.name: column for column in ENTITIES[table].columns if column.name not in NOT_WRITABLE}


def split_kind(kind: str) -> tuple[str, str]:
    """Return (table, verb) of a kind this version knows; raises RefusedOperationError."""
    name, _, version = kind.partition("@")
    table, _, verb = name.partition(".")
    if table not in ENTITIES or verb not in VERBS or version != "1":
        raise RefusedOperationError(f"unknown kind {kind}")
    return table, verb


def to_json(value: Any) -> Any:
    """Turn a column's value into what JSON can hold.

    What not every database takes, half a surrogate pair or a character of code 0, becomes "?".
    """
    if value is None:
        return None
    if isinstance(value, str):
        whole = value if value.isascii() else value.encode("utf-8", "replace").decode()
        return whole.replace("\0", "?") if "\0" in whole else whole
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value


def from_json(table: str, field: str, value: Any) -> Any:
    """Turn a value of an operation into what the column takes; raises RefusedOperationError."""
    column = writable(table).get(field)
    if column is None:
        raise RefusedOperationError(f"{table} has no field {field}")
    if value is None:
        if not column.nullable:
            raise RefusedOperationError(f"{table}.{field} cannot be empty")
        return None
    try:
        if isinstance(column.type, Key):
            return UUID(value)
        if isinstance(column.type, UtcTime):
            return _moment(value)
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        raise RefusedOperationError(f"{table}.{field}: {error}") from error
    kind = column.type.python_type
    if not isinstance(value, kind) or (kind is int and (isinstance(value, bool) or abs(value) > MOST_INTEGER)):
        raise RefusedOperationError(f"{table}.{field} is not a {kind.__name__}")
    return value


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment.astimezone(UTC)
