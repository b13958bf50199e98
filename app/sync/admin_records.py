"""What the administration of a shared store takes and tells: frozen, with names as people use them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from app.errors import Phrase
from app.sync.audit import AuditPage
from models.enums import Role

LONG_PARKED = timedelta(hours=24)  # then an administrator shall look


@dataclass(frozen=True, slots=True)
class Person:
    """A login to be: `login` is typed to sign in, `name` what colleagues see; the first team is the home."""

    login: str
    name: str
    role: Role
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoginRow:
    """A login as it stands; `last_seen` is when one of its desks last said hello or sent something.

    `teams` begin with its home. `may_reset` says whether the store can give it another password by itself.
    """

    login: str
    name: str
    role: Role
    home: str
    teams: Sequence[str]
    is_active: bool
    devices: int
    last_seen: datetime | None
    may_reset: bool = False


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team, how many active people see its work, and how many cases of it are open."""

    id: int
    name: str
    people: int
    open_cases: int


@dataclass(frozen=True, slots=True)
class Created:
    """A store that was made; `password` is its first administrator's, None where nobody signs in."""

    store: UUID
    team: str
    login: str | None
    password: str | None


@dataclass(frozen=True, slots=True)
class StoreBackup:
    """A backup of a store that was read back whole; `seq` is the last change it holds."""

    path: Path
    made_at: datetime
    seq: int
    size: int
    sha256: str
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Verified:
    """What is wrong with a store (`problems`) and what had better be otherwise (`advice`).

    They are English sentences; those that are a `Phrase` the window says in its own language.
    """

    problems: Sequence[str]
    advice: Sequence[str]
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk of a store: whose it is, what its references begin with, its program, and how far its clock was ahead."""

    device: UUID
    login: str
    prefix: str
    program: str
    seen_at: datetime
    offset_ms: int | None


@dataclass(frozen=True, slots=True)
class BackupRow:
    """The newest backup that was read back whole."""

    made_at: datetime
    file: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What an administrator did: `what` is the verb (add_person, set_role, …), `about` a login or a team."""

    at: datetime
    login: str
    what: str
    about: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a store stands at `now`, its own time.

    `people` have it open (None: nobody knows), `waiting` operations wait for a row that has not come; `parked` are
    those that have waited for more than a day. `can_make_logins` is None where a store has none.
    """

    store: UUID
    version: str
    server: str
    size: int
    people: int | None
    rows: Mapping[str, int]
    operations: Mapping[str, int]
    conflicts: int
    waiting: int
    parked: AuditPage
    desks: Sequence[DeskRow]
    last_backup: BackupRow | None
    advice: Sequence[Phrase]
    deeds: Sequence[Deed]
    can_make_logins: bool | None
    now: datetime
