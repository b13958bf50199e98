"""Operations: what every change is. The outbox holds this desk's, the store's log all it has applied."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, Key, OutboxBase, StoreBase, UtcTime


class OutboxOperation(OutboxBase):
    """One change made at this desk; `body` is {field: {"base": old, "new": value}}.

    `device` is the desk's id when it was made, which changes if the disk turns out to be a copy. `result`, `reason`,
    `seq` and `taken_at` are the shared store's answer: NULL until it has answered, and always on one seat.
    """

    __tablename__ = "operation"

    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    op_id: Mapped[UUID] = mapped_column(unique=True)
    kind: Mapped[str]
    entity: Mapped[UUID]
    at: Mapped[datetime]
    body: Mapped[dict[str, object]] = mapped_column(JSON)
    device: Mapped[UUID | None]
    result: Mapped[str | None]
    reason: Mapped[str | None]
    seq: Mapped[int | None]
    taken_at: Mapped[datetime | None]


class Draft(OutboxBase):
    """What somebody is typing; restored after a crash, gone when it is saved or thrown away."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[dict[str, object]] = mapped_column(JSON)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)


class Device(OutboxBase):
    """This desk: one row. The next sequence and reference are taken inside the transaction that uses them.

    `machine` is a hash of what this computer is, None on one seat: another one means that the disk is a copy.
    """

    __tablename__ = "device"

    id: Mapped[UUID] = mapped_column(Key, primary_key=True)
    prefix: Mapped[str]
    next_n: Mapped[int]
    next_reference: Mapped[int]
    machine: Mapped[str | None]


class LoggedOperation(StoreBase):
    """An operation the store has taken, applied or refused; a refused one keeps its reason and its number.

    `login` is who pushed it as the store knows them, `offset_ms` how far the desk's clock was ahead of the store's then
    (milliseconds); both are NULL on one seat. `at` is what the desk claims, `taken_at` what the store's clock said.
    """

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
    login: Mapped[str | None]
    offset_ms: Mapped[int | None]


class Conflict(Entity, StoreBase):
    """A field two people changed: nothing was written, a person settles it.

    `login` is whose change stands in `mine`, `their_login` who had written `theirs`, `their_at` when.
    """

    __tablename__ = "conflict"

    op_id: Mapped[UUID]
    entity: Mapped[UUID]
    table: Mapped[str]
    field: Mapped[str]
    base: Mapped[object] = mapped_column(JSON)
    theirs: Mapped[object] = mapped_column(JSON)
    mine: Mapped[object] = mapped_column(JSON)
    at: Mapped[datetime]
    team: Mapped[int | None]
    login: Mapped[str | None]
    their_login: Mapped[str | None]
    their_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None]
