"""Operations: what every change is. The outbox holds this desk's, the store's log all it has applied."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Key, OutboxBase, StoreBase, UtcTime


class OutboxOperation(OutboxBase):
    """One change made at this desk; `body` is {field: {"base": old, "new": value}}."""

    __tablename__ = "operation"

    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    op_id: Mapped[UUID] = mapped_column(unique=True)
    kind: Mapped[str]
    entity: Mapped[UUID]
    at: Mapped[datetime]
    body: Mapped[dict[str, object]] = mapped_column(JSON)


class Draft(OutboxBase):
    """What somebody is typing; restored after a crash, gone when it is saved or thrown away."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[dict[str, object]] = mapped_column(JSON)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)


class Device(OutboxBase):
    """This desk: one row. The next sequence and reference are taken inside the transaction that uses them."""

    __tablename__ = "device"

    id: Mapped[UUID] = mapped_column(Key, primary_key=True)
    prefix: Mapped[str]
    next_n: Mapped[int]
    next_reference: Mapped[int]


class LoggedOperation(StoreBase):
    """An operation the store has taken, applied or refused; a refused one keeps its reason and its number."""

    __tablename__ = "op_log"
    __table_args__ = (UniqueConstraint("device", "n"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    op_id: Mapped[UUID] = mapped_column(unique=True)
    device: Mapped[UUID]
    n: Mapped[int]
    kind: Mapped[str]
    entity: Mapped[UUID]
    at: Mapped[datetime]
    body: Mapped[dict[str, object]] = mapped_column(JSON)
    result: Mapped[str]
    reason: Mapped[str | None]
    taken_at: Mapped[datetime]


class Conflict(StoreBase):
    """A field two people changed: nothing was written, a person settles it."""

    __tablename__ = "conflict"

    id: Mapped[UUID] = mapped_column(Key, primary_key=True)
    op_id: Mapped[UUID]
    entity: Mapped[UUID]
    table: Mapped[str]
    field: Mapped[str]
    base: Mapped[object] = mapped_column(JSON)
    theirs: Mapped[object] = mapped_column(JSON)
    mine: Mapped[object] = mapped_column(JSON)
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
