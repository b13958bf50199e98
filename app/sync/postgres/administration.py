"""What administrators of a store on PostgreSQL do in the window: by their own login, and so by functions of api."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from app.errors import Phrase
from app.progress import Progress
from app.storage.reader import Reader
from app.sync.address import StoreAddress
from app.sync.admin_records import (
    LONG_PARKED,
    BackupRow,
    Deed,
    DeskRow,
    LoginRow,
    Person,
    Standing,
    TeamRow,
    Verified,
)
from app.sync.audit import told
from app.sync.postgres import admin_link, checking, passwords, people, upkeep
from app.sync.postgres.admin_link import Door
from app.sync.records import AuditRow
from models.base import utc_now
from models.enums import Role

ANSWER_S = 30.0
MOST_SHOWN = 200


class PostgresAdministration:
    """`StoreCare` and `PeopleCare`; each call has a connection of its own."""

    def __init__(self, address: StoreAddress, password: Callable[[], str | None], local: Reader) -> None:
        """`password` is asked each time; `local` knows what rows are about, as far as they are on this computer."""
        self._address, self._password, self._local = address, password, local

    def people(self, progress: Progress) -> tuple[list[LoginRow], list[TeamRow]]:
        with self._door(progress) as door:
            return people.users(door), people.teams(door)

    def add(self, person: Person, progress: Progress) -> str:
        password = passwords.generate()
        with self._door(progress) as door:
            people.add(door, person, password)
        return password

    def set_role(self, login: str, role: Role, progress: Progress) -> None:
        with self._door(progress) as door:
            people.set_role(door, login, role)

    def set_teams(self, login: str, teams: tuple[str, ...], progress: Progress) -> None:
        with self._door(progress) as door:
            people.set_teams(door, login, teams)

    def set_active(self, login: str, active: bool, progress: Progress) -> None:
        with self._door(progress) as door:
            (people.enable if active else people.disable)(door, login)

    def reset_password(self, login: str, progress: Progress) -> str:
        password = passwords.generate()
        with self._door(progress) as door:
            people.reset_password(door, login, password)
        return password

    def add_team(self, name: str, progress: Progress) -> None:
        with self._door(progress) as door:
            people.add_team(door, name)

    def rename_team(self, team: str, name: str, progress: Progress) -> None:
        with self._door(progress) as door:
            people.rename_team(door, team, name)

    def standing(self, progress: Progress) -> Standing:
        with self._door(progress) as door:
            found: dict[str, Any] = upkeep.status(door)
            advice = list(checking.advice(door))
            late = [AuditRow(*line) for line in door.call("parked", utc_now() - LONG_PARKED, MOST_SHOWN)]
            deeds = [Deed(*line) for line in door.call("deeds", MOST_SHOWN)]
        parked = self._local.run(lambda connection: told(connection, late))
        backup = found["last_backup"]
        return Standing(
            store=UUID(found["store"]), version=found["version"], server=f"PostgreSQL {found['server']}",
            size=found["bytes"], people=found["people"], rows=found["rows"], operations=found["operations"],
            conflicts=found["conflicts"], waiting=found["parked"], parked=parked,
            desks=[_desk(device) for device in found["devices"]],
            last_backup=BackupRow(datetime.fromisoformat(backup["made_at"]), backup["file"]) if backup else None,
            advice=advice, deeds=deeds, can_make_logins=found["can_make_logins"],
            now=datetime.fromisoformat(found["now"]),
        )  # fmt: skip

    def verify(self, progress: Progress) -> Verified:
        far = Far(progress)
        with self._door(far.again, None) as door:
            door.raw.execute("SET statement_timeout = 0")
            return checking.check_data(door, far)

    def outgrown(self, progress: Progress) -> Phrase | None:
        return None

    @contextmanager
    def _door(self, progress: Progress, seconds: float | None = ANSWER_S) -> Iterator[Door]:
        """Sign in; whatever is waited for ends when `progress` raises."""
        with admin_link.door(self._address, self._password(), seconds, lambda: progress(0, 1)) as door:
            yield door


class Far:
    """A progress that can be told again while a step lasts, so that it is heard when nobody wants it any more."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._at = progress, (0, 1)

    def __call__(self, done: int, total: int) -> None:
        self._at = (done, total)
        self._progress(done, total)

    def again(self, _done: int, _total: int) -> None:
        self._progress(*self._at)


def _desk(found: dict[str, Any]) -> DeskRow:
    return DeskRow(
        UUID(found["device"]), found["login"], found["prefix"] or "", found["program"] or "",
        datetime.fromisoformat(found["seen_at"]), found["offset_ms"],
    )  # fmt: skip
