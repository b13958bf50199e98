"""Stores in a file for tests: copied from one made once, as to lay out the tables takes a third of a second."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy import update

from app.storage.engine import open_file
from app.sync.sqlite import file, people
from app.sync.sqlite.store import SqliteSharedStore
from models.base import utc_now, uuid7
from models.enums import Role
from models.shared import SHARED_STORE

KEY = bytes(range(32))
_MADE = tempfile.TemporaryDirectory()  # as long as this process


@cache
def _made() -> Path:
    path = Path(_MADE.name) / "made.db"
    file.lay_out(path, KEY, "Office")
    return path


def lay_out(path: Path, *teams: str) -> None:
    """Make a store of an id of its own with teams, the first of which is called so already."""
    shutil.copyfile(_made(), path)
    with open_file(path, KEY, write=True, journal="DELETE").begin() as connection:
        connection.execute(update(SHARED_STORE).values(id=uuid7()))
        for team in teams[1:]:
            people.add_team(connection, team)


def hold_at_most(path: Path, customers: int) -> None:
    """Say how many customers a desk holds; to all others it is a large centre then."""
    with open_file(path, KEY, write=True, journal="DELETE").begin() as connection:
        connection.execute(update(SHARED_STORE).values(most_held=customers))


def add_login(path: Path, login: str, name: str, role: Role, *teams: int) -> None:
    """Add somebody; the first team is their home."""
    with open_file(path, KEY, write=True, journal="DELETE").begin() as connection:
        people.add_login(connection, login, name, role, teams[0], teams)


def connect(path: Path, login: str, clock: Callable[[], datetime] = utc_now) -> SqliteSharedStore:
    return SqliteSharedStore(path, KEY, login, clock)
