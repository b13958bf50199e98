"""Operations: what every change is. The outbox holds this desk's, the store's log all it has applied."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Column, Index, Named, Table, TypedColumns, UniqueConstraint, text

from models.base import OUTBOX, STORE, EntityColumns, Key, UtcTime


class OutboxOperationColumns(TypedColumns):
    """One change made at this desk; `body` is {field: {"base": old, "new": value}}.

    `device` is the desk's id when it was made, which changes if the disk turns out to be a copy. `result`, `reason`,
    `seq` and `taken_at` are the shared store's answer: NULL until it has answered, and always on one seat.
    """

    n: Named[int] = Column(primary_key=True, autoincrement=False)
    op_id: Named[UUID] = Column(Key, unique=True)
    kind: Named[str]
    entity: Named[UUID] = Column(Key)
    at: Named[datetime] = Column(UtcTime)
    body: Named[dict[str, object]] = Column(JSON)
    device: Named[UUID | None] = Column(Key)
    result: Named[str | None]
    reason: Named[str | None]
    seq: Named[int | None]
    taken_at: Named[datetime | None] = Column(UtcTime)


OPERATION = Table(
    "operation",
    OUTBOX,
    OutboxOperationColumns,
    Index("ix_operation_refused", "n", sqlite_where=text("result = 'refused'")),
    # Of desks of a shared store, which note their device: one seat's saves pay for none of these.
    Index("ix_operation_pending", "n", sqlite_where=text("result IS NULL AND device IS NOT NULL")),
    Index("ix_operation_entity", "entity", sqlite_where=text("device IS NOT NULL")),
    Index("ix_operation_seq", "seq", sqlite_where=text("seq IS NOT NULL")),
)


class DraftColumns(TypedColumns):
    """What somebody is typing; restored after a crash, gone when it is saved or thrown away."""

    key: Named[str] = Column(primary_key=True)
    body: Named[dict[str, object]] = Column(JSON)
    updated_at: Named[datetime] = Column(UtcTime)


DRAFT = Table("draft", OUTBOX, DraftColumns)


class DismissedColumns(TypedColumns):
    """A refused operation that a person has dealt with: it was tried again, or let go."""

    op_id: Named[UUID] = Column(Key, primary_key=True)
    at: Named[datetime] = Column(UtcTime)


DISMISSED = Table("dismissed", OUTBOX, DismissedColumns)


class DeviceColumns(TypedColumns):
    """This desk: one row. The next sequence and reference are taken inside the transaction that uses them.

    `machine` is a hash of what this computer is, None on one seat: another one means that the disk is a copy.
    """

    id: Named[UUID] = Column(Key, primary_key=True)
    prefix: Named[str]
    next_n: Named[int]
    next_reference: Named[int]
    machine: Named[str | None]


DEVICE = Table("device", OUTBOX, DeviceColumns)


class LoggedOperationColumns(TypedColumns):
    """An operation the store has taken, applied or refused; a refused one keeps its reason and its number.

    `login` is who pushed it as the store knows them, `offset_ms` how far the desk's clock was ahead of the store's then
    (milliseconds); both are NULL on one seat. `at` is what the desk claims, `taken_at` what the store's clock said.
    """

    seq: Named[int] = Column(primary_key=True)
    op_id: Named[UUID] = Column(Key, unique=True)
    device: Named[UUID] = Column(Key)
    n: Named[int]
    kind: Named[str]
    entity: Named[UUID] = Column(Key)
    at: Named[datetime] = Column(UtcTime)
    body: Named[dict[str, object]] = Column(JSON)
    result: Named[str]
    reason: Named[str | None]
    taken_at: Named[datetime] = Column(UtcTime)
    login: Named[str | None]
    offset_ms: Named[int | None]


OP_LOG = Table(
    "op_log",
    STORE,
    LoggedOperationColumns,
    UniqueConstraint("device", "n"),
    Index("ix_op_log_not_applied", "seq", sqlite_where=text("result != 'applied'")),
)


class ConflictColumns(EntityColumns):
    """A field two people changed: nothing was written, a person settles it.

    `login` is whose change stands in `mine`, `their_login` who had written `theirs`, `their_at` when.
    """

    op_id: Named[UUID] = Column(Key)
    entity: Named[UUID] = Column(Key)
    table: Named[str]
    field: Named[str]
    base: Named[object] = Column(JSON)
    theirs: Named[object] = Column(JSON)
    mine: Named[object] = Column(JSON)
    at: Named[datetime] = Column(UtcTime)
    team: Named[int | None]
    login: Named[str | None]
    their_login: Named[str | None]
    their_at: Named[datetime | None] = Column(UtcTime)
    settled_at: Named[datetime | None] = Column(UtcTime)
    settled_by: Named[str | None]


CONFLICT = Table(
    "conflict",
    STORE,
    ConflictColumns,
    Index("ix_conflict_open", "at", sqlite_where=text("settled_at IS NULL AND deleted_at IS NULL")),
)
