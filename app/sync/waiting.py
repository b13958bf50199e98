"""What a shared store has not answered yet, told so that a person knows it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from app.storage import shared_outbox
from app.storage.operations import Operation, RefusedOperationError, split_kind
from app.storage.reader import Reader
from app.sync.attention_records import Topic
from app.sync.topics import Topics
from models.operation import OPERATION


@dataclass(frozen=True, slots=True)
class Change:
    """An operation of this desk and what it is about.

    `table` and `verb` are those of its kind ("case", "edit"), both empty for one this version does not know.
    """

    op_id: UUID
    n: int
    table: str
    verb: str
    at: datetime
    topic: Topic


@dataclass(frozen=True, slots=True)
class WaitingList:
    """The changes that wait, the oldest first, and how many there are in all."""

    changes: Sequence[Change]
    total: int


def waiting(store: Reader, outbox: Reader, most: int) -> WaitingList:
    """Return up to `most` of what waits; blocks on the disk."""
    operations, total = outbox.run(lambda connection: _unanswered(connection, most))
    return WaitingList(store.run(lambda connection: _told(connection, operations)), total)


def _unanswered(outbox: Connection, most: int) -> tuple[list[Operation], int]:
    rows = outbox.execute(select(OPERATION).where(shared_outbox.WAITS).order_by(OPERATION.c.n).limit(most)).all()
    return [Operation(r.op_id, r.n, r.kind, r.entity, r.at, r.body) for r in rows], shared_outbox.waiting(outbox)


def _told(store: Connection, operations: Sequence[Operation]) -> list[Change]:
    topics = Topics(store)
    return [_change(topics, operation) for operation in operations]


def _change(topics: Topics, operation: Operation) -> Change:
    try:
        table, verb = split_kind(operation.kind)
    except RefusedOperationError:
        return Change(operation.op_id, operation.n, "", "", operation.at, Topic("", operation.entity))
    said = {name: value.get("new") for name, value in operation.body.items()}
    return Change(operation.op_id, operation.n, table, verb, operation.at, topics.of(table, operation.entity, said))
