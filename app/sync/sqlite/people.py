"""Who signs in to a store in a file, and the teams.

Whoever has its password holds all of it: what a role may not do is kept from mistakes here, not from an attack.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.local_store import ClonedDeviceError
from app.storage.prepared import PreparedRead, row_of
from app.sync.records import Identity
from models.base import utc_now
from models.enums import Role
from models.operation import OP_LOG
from models.shared import KNOWN_DEVICE, LOGIN, MEMBERSHIP, TEAM

EVERYONE = 1  # the team of a store that has no other
LOGIN_OF = PreparedRead(select(LOGIN).where(LOGIN.c.login == bindparam("of")), row_of(LOGIN))
TEAMS_OF = PreparedRead(select(MEMBERSHIP.c.team).where(MEMBERSHIP.c.login == bindparam("of")), int)
TEAMS = PreparedRead(select(TEAM.c.id, TEAM.c.name).order_by(TEAM.c.id), lambda *team: team)
DEVICE = PreparedRead(select(KNOWN_DEVICE).where(KNOWN_DEVICE.c.id == bindparam("of")), row_of(KNOWN_DEVICE))


def identity(connection: Connection, login: str) -> Identity | None:
    """Return who a login is now, None when it is switched off or was never here."""
    found = LOGIN_OF.first(connection, {"of": login})
    if found is None or not found.is_active:
        return None
    if found.role == Role.ADMINISTRATOR:
        teams = {team for team, _ in TEAMS.all(connection, {})}
    else:
        teams = set(TEAMS_OF.all(connection, {"of": login}))
    return Identity(login, found.name, Role(found.role), found.home, tuple(sorted(teams | {found.home})))


def who(connection: Connection, login: str) -> Identity:
    """As `identity`; raises KnownError when the login may not sign in."""
    found = identity(connection, login)
    if found is None:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The shared store lets you in no more"),
            QT_TRANSLATE_NOOP(
                "AppError", "The login “{login}” is switched off or is not of this store. Ask your administrator."
            ),
            login=login,
        )  # fmt: skip
    return found


def sign_in(connection: Connection, login: str, name: str) -> None:
    """Let a login be known, as administrator of the team of everyone when it is new; `name` is what people see."""
    known = LOGIN_OF.first(connection, {"of": login})
    if known is None:
        add_login(connection, login, name or login)
    elif name and name != known.name:
        connection.execute(update(LOGIN).where(LOGIN.c.login == login).values(name=name))


def add_login(
    connection: Connection,
    login: str,
    name: str,
    role: Role = Role.ADMINISTRATOR,
    home: int = EVERYONE,
    teams: tuple[int, ...] = (),
) -> None:
    """Add somebody with the teams whose work they see beside their own."""
    values = {"login": login, "name": name, "role": role, "home": home, "is_active": True, "created_at": utc_now()}
    connection.execute(insert(LOGIN).values(values))
    for team in set(teams) - {home}:
        connection.execute(insert(MEMBERSHIP).values(login=login, team=team))


def set_login(connection: Connection, login: str, **values: Any) -> None:
    """Change columns of a login, such as `role`, `home` or `is_active`."""
    connection.execute(update(LOGIN).where(LOGIN.c.login == login).values(values))


def add_team(connection: Connection, name: str) -> int:
    """Add a team; return its id."""
    return int(connection.execute(insert(TEAM).values(name=name).returning(TEAM.c.id)).scalar_one())


def device_of(connection: Connection, login: str, device: UUID) -> Any | None:
    """Return a device as it is known, None when it is new; raises KnownError when it is another login's."""
    found = DEVICE.first(connection, {"of": device})
    if found is not None and found.login != login:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The shared store does not let you in"),
            QT_TRANSLATE_NOOP("AppError", "This workstation's data is of another login. Sign in with that one."),
        )
    return found


def keep_device(connection: Connection, device: UUID, login: str, **values: Any) -> None:
    """Write what is known of a device now."""
    now = utc_now()
    fresh = {"id": device, "login": login, "last_n": 0, "created_at": now, "seen_at": now} | values
    add = upsert(KNOWN_DEVICE).values(fresh)
    connection.execute(add.on_conflict_do_update(index_elements=["id"], set_=values | {"seen_at": now}))


def seats(connection: Connection, since: Any) -> int:
    """Return how many devices were seen since then."""
    seen = select(func.count()).select_from(KNOWN_DEVICE).where(KNOWN_DEVICE.c.seen_at >= since)
    return int(connection.execute(seen).scalar_one())


def begin_after(connection: Connection, login: str, device: UUID, n: int) -> None:
    """Register a device of this login whose first operation is n + 1; it may be said again until that has come."""
    known = device_of(connection, login, device)
    sent = select(OP_LOG.c.seq).where(OP_LOG.c.device == device).limit(1)
    if known is not None and connection.execute(sent).first() is not None:
        raise ClonedDeviceError("this device has sent operations")
    keep_device(connection, device, login, last_n=max(n, 0))
