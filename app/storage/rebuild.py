"""Fills a new store from what can be read of a damaged one and from the operations of the outbox.

Rows that can be read are taken as they are. Then every operation is gone through in order: what it made and is missing
is made again, and a field is written where it still has the value the operation found. A chain of edits thus ends where
it ended before, wherever in it the row was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from app.storage import projection
from app.storage.apply import apply
from app.storage.local_store import Pushed
from app.storage.operations import ENTITIES, Operation, RefusedOperationError, from_json, split_kind
from app.storage.salvage import Row, Salvage
from models.base import EPOCH, MICROSECOND, STORE, utc_now
from models.interaction import INTERACTION
from models.operation import OP_LOG

MADE_ANEW = ("search_text", "search_token")
CHUNK = 1000


def take_rows(connection: Connection, salvage: Salvage) -> dict[str, int]:
    """Copy every row that can be read; return {table: rows} of those that have any."""
    taken = {}
    for name, table in STORE.tables.items():
        if name in MADE_ANEW:
            continue
        has = set(salvage.columns(name))
        columns = [column.name for column in table.columns if column.name in has]
        order = "rowid" if table.kwargs.get("sqlite_with_rowid", True) else columns[0] if columns else ""
        if columns:
            insert_all(connection, name, columns, salvage.rows(name, columns, order))
        if rows := connection.execute(select(func.count()).select_from(table)).scalar():
            taken[name] = rows
    return taken


def insert_all(connection: Connection, table: str, columns: list[str], rows: Iterator[Row]) -> None:
    """Insert rows as the driver gave them, past SQLAlchemy; one that is there already stays."""
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    query = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our own tables
    while chunk := list(islice(rows, CHUNK)):
        connection.exec_driver_sql(query, chunk)


def operations_of(rows: Iterable[Row]) -> Iterator[Operation]:
    """Yield operations from rows as the driver gives them: n, op_id, kind, entity, at, body."""
    for n, op_id, kind, entity, at, body in rows:
        yield Operation(UUID(bytes=op_id), n, kind, UUID(bytes=entity), EPOCH + at * MICROSECOND, json.loads(body))


def others(connection: Connection, device: UUID | None) -> list[tuple[UUID, Operation]]:
    """Return the logged operations of other desks than `device`, in the order in which they were taken."""
    rows = connection.execute(select(OP_LOG).where(OP_LOG.c.device != device).order_by(OP_LOG.c.seq))
    return [(r.device, Operation(r.op_id, r.n, r.kind, r.entity, r.at, r.body)) for r in rows]


def heal(
    connection: Connection, device: UUID, operations: Iterable[Operation], *, only_new: bool = False
) -> tuple[int, int]:
    """Bring what operations of one desk did back where it is missing; return how many made a difference, and failed.

    With `only_new` those the store has in its log are left alone: it is whole.
    """
    logged = set(connection.execute(select(OP_LOG.c.op_id).where(OP_LOG.c.device == device)).scalars())
    made = failed = 0
    pushed = Pushed()
    for op in operations:
        if only_new and op.op_id in logged:
            continue
        result, reason, changed = _again(connection, op, pushed)
        made += changed
        failed += result != "applied" and op.op_id not in logged
        if op.op_id not in logged:
            connection.execute(insert(OP_LOG).values(
                op_id=op.op_id, device=device, n=op.n, kind=op.kind, entity=op.entity, at=op.at, body=op.body,
                result=result, reason=reason, taken_at=utc_now(),
            ))  # fmt: skip
    for customer_id in pushed.customers if only_new else ():  # else `derive` makes them all
        projection.refresh_tokens(connection, customer_id)
    return made, failed


def _again(connection: Connection, op: Operation, pushed: Pushed) -> tuple[str, str | None, bool]:
    """Apply an operation that may have been applied before; return result, reason and whether it changed anything."""
    try:
        table, verb = split_kind(op.kind)
        rows = ENTITIES[table]
        row = connection.execute(select(rows).where(rows.c.id == op.entity)).one_or_none()
        if row is not None and verb == "create":
            return "applied", None, False
        if row is not None and verb == "edit":
            stands = {
                name: pair
                for name, pair in op.body.items()
                if getattr(row, name) == from_json(table, name, pair["base"])
            }
            if not stands:
                return "applied", None, False
            op = op._replace(body=stands)
        with connection.begin_nested():
            return apply(connection, op, pushed), None, True
    except RefusedOperationError as error:
        return "refused", str(error), False


def derive(connection: Connection) -> None:
    """Make what is derived from rows: the timeline where it is missing, and all that is searched."""
    for table, moment in projection.MOMENT.items():
        rows = ENTITIES[table]
        there = select(INTERACTION.c.id).where(
            INTERACTION.c.customer_id == rows.c.customer_id,
            INTERACTION.c.at == rows.c[moment],
            INTERACTION.c.id == rows.c.id,
        )
        missing = select(rows).where(rows.c.customer_id.is_not(None), rows.c.deleted_at.is_(None), ~there.exists())
        for row in connection.execute(missing).all():
            values: dict[str, Any] = projection.timeline_values(connection, table, row)
            connection.execute(insert(INTERACTION).values(**values, id=row.id, customer_id=row.customer_id))
    projection.rebuild_search(connection)
