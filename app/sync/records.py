"""What crosses between a desk and a shared store: frozen, with values as JSON can hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from app.storage.store_rows import Cursor as Cursor
from app.storage.store_rows import Row as Row
from models.enums import Role

WIRE = 1  # the version of the operations this program writes; the store keeps handlers for the two before


@dataclass(frozen=True, slots=True)
class Desk:
    """Who connects: one outbox of one login on one workstation.

    `machine` is a hash of what this computer is, `clock` its time when it asked, UTC.
    """

    device: UUID
    prefix: str
    machine: str
    program: str
    clock: datetime
    wire: int = WIRE


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a login is to the store; `teams` are the ids of the teams whose work it sees, `home` the one it adds to."""

    login: str
    name: str
    role: Role
    home: int
    teams: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a store tells a desk that connects.

    `store` names the store for ever, through restores. `prefix` is what this device's references begin with: what the
    desk asked for, or a free one (`app.storage.references.all_prefixes`) where another device has that. `cursor` is
    where it stands now. `is_restored` says that the desk's cursor is of a future this store has not lived: it was put
    back from a backup. `last_n` is the last operation taken of this device. `wire` is the oldest and the newest version
    of operations the store takes. `backup_seq` is what the newest verified backup holds (0: none), `most_held` how many
    customers a desk may hold.
    """

    store: UUID
    prefix: str
    identity: Identity
    team_names: Mapping[int, str]
    clock: datetime
    cursor: Cursor
    is_restored: bool
    last_n: int
    wire: tuple[int, int]
    backup_seq: int
    most_held: int


@dataclass(frozen=True, slots=True)
class Page:
    """What changed behind a cursor, in order: rows of the desk's teams; and whose customers' rows changed at all.

    `touched` is {customer: the last sequence at which anything of theirs changed}: a desk fetches those it holds.
    `cursor` is where to go on; `more` tells that there is more already.
    """

    rows: Sequence[Row]
    touched: Mapping[UUID, int]
    cursor: Cursor
    more: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """How many rows there are, and a hash of their ids and revisions that does not depend on order."""

    rows: int
    hash: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A line of the store's log: the claimed time `at`, the clock's measured offset and the store's own time."""

    seq: int
    taken_at: datetime
    at: datetime
    offset_ms: int | None
    login: str
    device: UUID
    kind: str
    entity: UUID
    result: str
    reason: str | None
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one time over did: operations answered, rows that came, what still waits for the store or for a person."""

    pushed: int
    pulled: int
    waiting: int
    attention: int
