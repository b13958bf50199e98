"""Own operations shown at once over the store's rows: what this desk saved is what it sees, until the store answers.

The revision stays the store's, 0 in a row that is only here; nothing is a conflict before the store says so.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from app.storage import projection, row_statements
from app.storage.local_store import Pushed
from app.storage.operations import Operation, RefusedOperationError, from_json, split_kind

log = logging.getLogger(__name__)


def overlay(connection: Connection, op: Operation, pushed: Pushed) -> None:
    """Show one operation; shown twice it is as once. What can never be applied is left to the store to refuse.

    The search tokens of `pushed.customers` are the caller's to refresh.
    """
    try:
        table, verb = split_kind(op.kind)
        values = {field: from_json(table, field, pair["new"]) for field, pair in op.body.items()}
    except RefusedOperationError as error:
        log.warning("operation %s is not shown: %s", op.op_id, error)
        return
    old = row_statements.by_id(table).first(connection, {"of": op.entity})
    if old is None and verb == "edit":
        return  # of a row this desk does not hold
    try:
        new = _shown(connection, table, verb, op, old, values)
    except IntegrityError as error:
        log.warning("operation %s is not shown: %s", op.op_id, error.orig)
        return
    if new is not old:
        pushed.tables.add(table)
        pushed.customers.update(projection.refresh(connection, table, old, new))


def _shown(connection: Connection, table: str, verb: str, op: Operation, old: Any, values: Mapping[str, Any]) -> Any:
    if old is None:
        row = {**row_statements.nothing(table), **values, "id": op.entity, "revision": 0}
        row_statements.new(table).run(connection, row)
        return SimpleNamespace(**row)
    if verb == "create":
        return old
    changed = {
        field: value
        for field, value in values.items()
        if getattr(old, field) != value and (verb == "edit" or getattr(old, field) is None)
    }
    if not changed:
        return old
    row_statements.change(table, frozenset(changed)).run(connection, {"row_id": old.id, **changed})
    return SimpleNamespace(**vars(old) | changed)
