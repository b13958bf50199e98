"""Desks at a store in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.enums import Role
from tests import shared_file
from tests.app.sync.seats import Seat, Sit


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    office = tmp_path / "office.db"
    shared_file.lay_out(office, "Everyone")
    seats: list[Seat] = []

    def sit_down(login: str) -> Seat:
        shared_file.add_login(office, login, login.title(), Role.ADMINISTRATOR, 1)
        seats.append(Seat(tmp_path / login, office, login))
        return seats[-1]

    yield sit_down
    for seat in seats:
        seat.close()
