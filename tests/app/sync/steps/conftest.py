"""Desks at a store in a file; the contract's tests tell that the other kinds answer the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.enums import Role
from tests import shared_file
from tests.app.sync.steps.desks import SyncedDesk

Open = Callable[..., SyncedDesk]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    shared_file.lay_out(path, "Everyone", "Second", "Third")
    return path


@pytest.fixture
def open_desk(office: Path, tmp_path: Path) -> Iterator[Open]:
    """Open the desk of a folder, for a login that is added when it is new: an agent of team 1 unless it says more."""
    opened: list[SyncedDesk] = []
    logins: set[str] = set()

    def at(
        folder: str, login: str = "maria", role: Role = Role.AGENT, teams: tuple[int, ...] = (1,), machine: str = "a"
    ) -> SyncedDesk:
        if login not in logins:
            shared_file.add_login(office, login, login.title(), role, *teams)
            logins.add(login)
        desk = SyncedDesk(tmp_path / folder, lambda: shared_file.connect(office, login), machine)
        opened.append(desk)
        return desk

    yield at
    for desk in opened:
        desk.close()
