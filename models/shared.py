"""What makes a file the store of several desks: who they are, the counter, and where each row stands.

These lie beside the tables of the store itself (`models.base.STORE`). On PostgreSQL the like is in the schema sync.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, MetaData, Named, Table, TypedColumns, text

from models.base import NAMING, Key, UtcTime

SHARED = MetaData(naming_convention=NAMING)


class StoreColumns(TypedColumns):
    """What this store is, one row. Its id stays through restores; `wire_…` are the operations it takes."""

    id: Named[UUID] = Column(Key, primary_key=True)
    name: Named[str]
    created_at: Named[datetime] = Column(UtcTime)
    wire_oldest: Named[int]
    wire_newest: Named[int]
    most_held: Named[int]


class CounterColumns(TypedColumns):
    """The last sequence given, one row: it is read and written within the transaction that holds the file."""

    one: Named[int] = Column(primary_key=True, autoincrement=False)
    seq: Named[int]


class TeamColumns(TypedColumns):
    """A team, whose work is a stream of its own."""

    id: Named[int] = Column(primary_key=True)
    name: Named[str] = Column(unique=True)


class LoginColumns(TypedColumns):
    """Somebody who may sign in; `name` is what people see, `home` the team whose work they add to."""

    login: Named[str] = Column(primary_key=True)
    name: Named[str]
    role: Named[str]
    home: Named[int]
    is_active: Named[int]
    created_at: Named[datetime] = Column(UtcTime)


class MembershipColumns(TypedColumns):
    """A team whose work a login sees beside its home; administrators see all."""

    login: Named[str] = Column(primary_key=True)
    team: Named[int] = Column(primary_key=True)


class KnownDeviceColumns(TypedColumns):
    """An outbox of one login on one workstation; `offset_ms` is how far its clock was ahead when it said hello."""

    id: Named[UUID] = Column(Key, primary_key=True)
    login: Named[str]
    prefix: Named[str | None]
    machine: Named[str | None]
    program: Named[str | None]
    wire: Named[int | None]
    offset_ms: Named[int | None]
    last_n: Named[int]
    created_at: Named[datetime] = Column(UtcTime)
    seen_at: Named[datetime] = Column(UtcTime)


class ChangeColumns(TypedColumns):
    """The last change of a row, where it stands now: one row for each there is."""

    entity: Named[UUID] = Column(Key, primary_key=True)
    table: Named[str]
    seq: Named[int] = Column(unique=True)
    team: Named[int | None]
    customer_id: Named[UUID | None] = Column(Key)
    revision: Named[int]


class GoneColumns(TypedColumns):
    """Where a row stood before; of one that left only its team or only its customer the other is NULL."""

    seq: Named[int] = Column(primary_key=True)
    entity: Named[UUID] = Column(Key)
    table: Named[str]
    team: Named[int | None]
    customer_id: Named[UUID | None] = Column(Key)


class LookupColumns(TypedColumns):
    """Customers that somebody looked for beyond those a desk holds."""

    id: Named[int] = Column(primary_key=True)
    login: Named[str]
    at: Named[datetime] = Column(UtcTime)
    what: Named[str]
    count: Named[int]


class BackupColumns(TypedColumns):
    """A backup that was made; `verified_at` is when it was read back whole, `seq` the last change it holds."""

    id: Named[int] = Column(primary_key=True)
    made_at: Named[datetime] = Column(UtcTime)
    seq: Named[int]
    file: Named[str]
    sha256: Named[str | None]
    verified_at: Named[datetime | None] = Column(UtcTime)


class EditingColumns(TypedColumns):
    """The case somebody has open in a form, forgotten at `until` unless it is said again."""

    login: Named[str] = Column(primary_key=True)
    entity: Named[UUID] = Column(Key)
    until: Named[datetime] = Column(UtcTime)


SHARED_STORE = Table("store", SHARED, StoreColumns)
COUNTER = Table("counter", SHARED, CounterColumns)
TEAM = Table("team", SHARED, TeamColumns)
LOGIN = Table("login", SHARED, LoginColumns)
MEMBERSHIP = Table("membership", SHARED, MembershipColumns)
KNOWN_DEVICE = Table("known_device", SHARED, KnownDeviceColumns)
OF_SOMEBODY = text("customer_id IS NOT NULL")
CHANGE = Table("change", SHARED, ChangeColumns, Index(None, "customer_id", "seq", sqlite_where=OF_SOMEBODY))
GONE = Table("gone", SHARED, GoneColumns, Index(None, "customer_id", "seq", sqlite_where=OF_SOMEBODY))
LOOKUP = Table("lookup", SHARED, LookupColumns, Index(None, "login", "at"))
BACKUP = Table("backup", SHARED, BackupColumns)
EDITING = Table("editing", SHARED, EditingColumns)
