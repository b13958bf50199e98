"""What the administration of a shared store takes and tells: frozen, with names as people use them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from models.enums import Role


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
    """What is wrong with a store (`problems`) and what had better be otherwise (`advice`), as English sentences."""

    problems: Sequence[str]
    advice: Sequence[str]
    rows: Mapping[str, int]
