"""Logins and teams of a store: a LOGIN role each, in one of the store's three groups, with a line in sync.login.

The store itself does it all (`5_people.sql`, `clerk.sql`), the same for its owner and for its administrators.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from psycopg import sql

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.admin_records import LoginRow, Person, TeamRow
from app.sync.postgres import passwords
from app.sync.postgres.admin_link import Door, Raw, owner_of, run, value
from app.sync.postgres.errors import NO_NAME, OF_ADMINISTERING
from models.enums import Role

MOST_CONNECTIONS = 8  # of one login: a person has a workstation or two, and each opens one
LONGEST_NAME = 80
LONGEST_LOGIN = 63  # bytes, as PostgreSQL has it
# Names of roles that are a store's own: whoever had one before the store is made would have that.
RESERVED = re.compile(r"^pg_|^(public|none)$|_(agent|supervisor|administrator|owner|clerk)$", re.IGNORECASE)
PRIVILEGED = """
SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
    OR EXISTS (SELECT FROM pg_database d WHERE d.datdba = r.oid)
    OR (NOT rolcanlogin AND rolname ~ '_(agent|supervisor|administrator|owner|clerk)$')
FROM pg_roles r WHERE rolname = %s"""


def add(door: Door, person: Person, password: str | None, *, existing: bool = False) -> None:
    """Let somebody sign in; `password` None keeps that of a role the server has already (`existing`: owners only).

    Raises KnownError for names that cannot be used or are given, and for teams that are not there.
    """
    login, values = _checked(person).login, (person.name, str(person.role), list(person.teams))
    if not door.is_owner():
        door.call("add_person", login, *values, passwords.verifier(door.raw, login, password or ""))
        return
    if existing:
        existing = _check_existing(door.raw, login)
    hashed = None if password is None else passwords.verifier(door.raw, login, password)
    with door.raw.transaction():
        door.call("add_person", login, *values, hashed, existing)
        if existing:
            equip(door.raw, login)


def equip(raw: Raw, login: str) -> None:
    """Give a role that the clerk does not keep the limits of a desk; and the store's owner the right to end it."""
    who = sql.Identifier(login)
    run(raw, "ALTER ROLE {login} LOGIN INHERIT CONNECTION LIMIT {most}", login=who, most=sql.Literal(MOST_CONNECTIONS))
    # api.unblock runs as the owner, who may end only sessions of roles whose rights it has.
    run(raw, "GRANT {login} TO {owner}", login=who, owner=sql.Identifier(owner_of(raw)))


def set_role(door: Door, login: str, role: Role) -> None:
    """Make a login an agent, supervisor or administrator; its desks connect anew and show what it may."""
    door.call("set_role", login, str(role))
    door.call("end_sessions", login)


def set_teams(door: Door, login: str, names: Sequence[str]) -> None:
    """Say whose work a login sees; the first is its home. Its desks connect anew."""
    door.call("set_teams", login, list(names))
    door.call("end_sessions", login)


def disable(door: Door, login: str) -> None:
    """Let a login in no more, and end its sessions. What it wrote stays; its devices' unsent work waits on them."""
    door.call("set_active", login, False)
    door.call("end_sessions", login)


def enable(door: Door, login: str) -> None:
    """Let a login in again, with the password it had."""
    door.call("set_active", login, True)


def reset_password(door: Door, login: str, password: str) -> None:
    """Give a login another password, and end its sessions."""
    hashed = passwords.verifier(door.raw, login, password)
    try:
        door.call("reset_password", login, hashed)
    except KnownError as error:
        if error.message != OF_ADMINISTERING["RB027"][1] or not door.is_owner():
            raise
        run(door.raw, "ALTER ROLE {login} PASSWORD {hash}", login=sql.Identifier(login), hash=sql.Literal(hashed))
    door.call("end_sessions", login)


def add_team(door: Door, name: str) -> int:
    """Add a team and return its number; raises KnownError for a name that is given or cannot be used."""
    _check_name(name)
    return int(door.call("add_team", name)[0][0])


def rename_team(door: Door, team: str, name: str) -> None:
    """Give a team another name; desks show it when they next connect."""
    _check_name(name)
    door.call("rename_team", team, name)


def teams(door: Door) -> list[TeamRow]:
    """Return all teams, by name."""
    return [TeamRow(*row) for row in door.call("teams")]


def only_team(door: Door) -> str:
    """Return the name of the one team there is; raises KnownError when there are several to choose from."""
    names = [team.name for team in sorted(teams(door), key=lambda team: team.id)]
    if len(names) != 1:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The team is missing"),
            QT_TRANSLATE_NOOP("AppError", "Name one with --team; there are: {teams}."),
            teams=", ".join(names),
        )
    return names[0]


def users(door: Door) -> list[LoginRow]:
    """Return all logins, by name."""
    return [
        LoginRow(login, name, Role(role), of[0], tuple(of), active, devices, seen, may_reset)
        for login, name, role, of, active, devices, seen, may_reset in door.call("people")
    ]


def _check_existing(raw: Raw, login: str) -> bool:
    """Return whether the server has the role; raises KnownError for one that is no person's."""
    found = value(raw, PRIVILEGED, (login,))
    if found:
        title, message = OF_ADMINISTERING["RB023"]
        raise KnownError(title, message, name=login)
    return found is not None


def _checked(person: Person) -> Person:
    login = person.login
    if not re.fullmatch(r"\w[\w.-]*", login) or len(login.encode()) > LONGEST_LOGIN or RESERVED.search(login):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "This login cannot be used"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "A login has up to {most} letters, digits, “.”, “-” and “_”, and does not end like a group (“_agent”).",
            ),
            most=LONGEST_LOGIN,
        )
    _check_name(person.name)
    return person


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise KnownError(
            NO_NAME,
            QT_TRANSLATE_NOOP("AppError", "A name has from 1 to {most} visible characters."),
            most=LONGEST_NAME,
        )
