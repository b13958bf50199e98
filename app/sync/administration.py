"""What the window does for administrators of a shared store, whichever kind of store it is.

Each call blocks on the network or the drive; `progress` is told how far it is, and ends it by raising. All raise
KnownError for what is refused and TransientError when the store does not answer; then nothing was changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.errors import Phrase
from app.progress import Progress
from app.sync.admin_records import LoginRow, Person, Standing, StoreBackup, TeamRow, Verified
from models.enums import Role


class StoreCare(Protocol):
    """How the store stands."""

    def standing(self, progress: Progress) -> Standing: ...

    def verify(self, progress: Progress) -> Verified: ...

    def outgrown(self, progress: Progress) -> Phrase | None:
        """Return what to tell of a store that more desks share than its kind serves well."""
        ...


class PeopleCare(Protocol):
    """Who signs in, and the teams."""

    def people(self, progress: Progress) -> tuple[list[LoginRow], list[TeamRow]]:
        """Return all logins and all teams, by name."""
        ...

    def add(self, person: Person, progress: Progress) -> str:
        """Let somebody sign in; return the password that was made, which nobody can read again."""
        ...

    def set_role(self, login: str, role: Role, progress: Progress) -> None: ...

    def set_teams(self, login: str, teams: tuple[str, ...], progress: Progress) -> None:
        """Say whose work a login sees; the first is its home."""
        ...

    def set_active(self, login: str, active: bool, progress: Progress) -> None: ...

    def reset_password(self, login: str, progress: Progress) -> str:
        """Return the new password, which nobody can read again."""
        ...

    def add_team(self, name: str, progress: Progress) -> None: ...

    def rename_team(self, team: str, name: str, progress: Progress) -> None: ...


class CopyCare(Protocol):
    """Backups, where an administrator may make them."""

    def back_up(self, target: Path, progress: Progress) -> StoreBackup: ...


@dataclass(frozen=True, slots=True)
class Administration:
    """What there is to administer: a store in a file has no people, one on a server is backed up by its owner."""

    store: StoreCare
    people: PeopleCare | None = None
    copies: CopyCare | None = None
