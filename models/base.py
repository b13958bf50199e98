"""What all tables share: constraint names, UUIDv7 keys, UTC times and the revision.

Modules with tables that a start needs do without `from __future__ import annotations`: SQLAlchemy reads a column's type
from its annotation, and would compile each from its text.
"""

import os
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Dialect, LargeBinary, MetaData, Named, TypedColumns, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def uuid7() -> uuid.UUID:
    """A new UUID of version 7 (RFC 9562): milliseconds first, so that keys made later sort later."""
    random = int.from_bytes(os.urandom(10))
    value = (time.time_ns() // 1_000_000) << 80 | 7 << 76 | (random >> 68) << 64 | 2 << 62 | random & (1 << 62) - 1
    return uuid.UUID(int=value)


def utc_now() -> datetime:
    """The present moment, with its zone."""
    return datetime.now(UTC)


class Key(TypeDecorator[uuid.UUID]):
    """A UUID: 16 bytes in SQLite, the native type in Postgres."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else LargeBinary(16))

    # The processors themselves rather than process_…_value, which would go through three calls a value.
    def bind_processor(self, dialect: Dialect) -> Callable[[uuid.UUID | None], bytes | None] | None:
        return None if dialect.name == "postgresql" else _to_bytes

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[bytes | None], uuid.UUID | None] | None:
        return None if dialect.name == "postgresql" else _to_uuid


class UtcTime(TypeDecorator[datetime]):
    """A moment: whole microseconds since 1970 in SQLite (sorts, indexes, 8 bytes), timestamptz in Postgres."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=True) if dialect.name == "postgresql" else BigInteger())

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None] | None:
        return None if dialect.name == "postgresql" else _to_microseconds

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], datetime | None] | None:
        return None if dialect.name == "postgresql" else _to_moment


def _to_bytes(value: uuid.UUID | None) -> bytes | None:
    return None if value is None else value.bytes


def _to_uuid(value: bytes | None) -> uuid.UUID | None:
    return None if value is None else uuid.UUID(bytes=value)


def microseconds(at: datetime) -> int:
    """Return a moment as SQLite has it: whole microseconds since 1970."""
    return (at - EPOCH) // MICROSECOND


def moment(micros: int) -> datetime:
    """Return the moment that SQLite has as microseconds."""
    return EPOCH + timedelta(microseconds=micros)


def _to_microseconds(value: datetime | None) -> int | None:
    return None if value is None else microseconds(value)


def _to_moment(value: int | None) -> datetime | None:
    return None if value is None else moment(value)


# Of the shared store (and, on one seat, of `store.db`). No foreign keys: in a desk's cache a row may arrive before
# the one it names.
STORE = MetaData(naming_convention=NAMING)
OUTBOX = MetaData(naming_convention=NAMING)  # of `outbox.db`: small and precious


class EntityColumns(TypedColumns):
    """What operations write: its key, how often it was written, and when it was taken away."""

    id: Named[uuid.UUID] = Column(Key, primary_key=True, default=uuid7)
    revision: Named[int] = Column(default=1)
    deleted_at: Named[datetime | None] = Column(UtcTime)
