"""Logins and teams of a store: a LOGIN role each, in one of the store's three groups, with a line in sync.login."""

from __future__ import annotations

import re
from collections.abc import Sequence

from psycopg import sql
from sqlalchemy import Connection

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.admin_records import LoginRow, Person
from app.sync.postgres import passwords
from app.sync.postgres.admin_link import Raw, Session, owner_of, run, value
from app.sync.postgres.schema import group_roles
from models.enums import Role

MOST_CONNECTIONS = 8  # of one login: a person has a workstation or two, and each opens one
LONGEST_NAME = 80
LONGEST_LOGIN = 63  # bytes, as PostgreSQL has it
# What a session of a login begins with. Anybody may set them anew; what holds against malice is in api.
SETTINGS = {"statement_timeout": "60s", "idle_in_transaction_session_timeout": "10s", "lock_timeout": "5s"}
PRIVILEGED = """
SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
    OR EXISTS (SELECT FROM pg_database d WHERE d.datdba = r.oid)
    OR (NOT rolcanlogin AND rolname ~ '_(agent|supervisor|administrator)$')
FROM pg_roles r WHERE rolname = %s"""
_USERS = """
SELECT l.login, l.name, l.role, h.name, l.is_active, count(d.id), max(d.seen_at),
    (SELECT coalesce(array_agg(t.name ORDER BY t.id), '{}') FROM sync.membership m JOIN sync.team t ON t.id = m.team
        WHERE m.login = l.login AND m.team <> l.home)
FROM sync.login l JOIN sync.team h ON h.id = l.home LEFT JOIN sync.device d ON d.login = l.login
GROUP BY l.login, h.name ORDER BY l.name, l.login"""
_TO_OWNER = "GRANT {login} TO {owner}"


def add(session: Session, person: Person, password: str | None, *, existing: bool = False) -> None:
    """Let somebody sign in; `password` None keeps that of a role the server has already (`existing`).

    Raises KnownError for names that cannot be used or are given, and for teams that are not there.
    """
    raw, login = session.raw, _checked(person).login
    if value(raw, "SELECT true FROM sync.login WHERE login = %s", (login,)):
        raise _taken(QT_TRANSLATE_NOOP("AppError", "The login “{name}” is of this store already."), login)
    if value(raw, "SELECT true FROM sync.login WHERE name = %s", (person.name,)):
        raise _taken(QT_TRANSLATE_NOOP("AppError", "Somebody else's name is “{name}”: choose another."), person.name)
    found = value(raw, PRIVILEGED, (login,))
    if found is None:
        run(raw, "CREATE ROLE {login} LOGIN", login=sql.Identifier(login))
    elif found or not existing:
        raise _taken(
            QT_TRANSLATE_NOOP("AppError", "The server has a role “{name}” already, which is something else's."), login
        )
    if password is not None:
        set_password(session, login, password)
    teams = [_team(raw, name) for name in person.teams]
    raw.execute(
        "INSERT INTO sync.login (login, name, role, home) VALUES (%s, %s, %s, %s)",
        (login, person.name, person.role, teams[0]),
    )
    _set_memberships(raw, login, teams)
    equip(session, login, person.role)


def equip(session: Session, login: str, role: Role) -> None:
    """Give a LOGIN role what a login of this store has: its group, its limits; and its owner the right to end it."""
    raw = session.raw
    who, owner = sql.Identifier(login), owner_of(raw)
    database = sql.Identifier(session.address.database)
    _set_group(session.tables, raw, login, role)
    run(raw, "ALTER ROLE {login} LOGIN INHERIT CONNECTION LIMIT {most}", login=who, most=sql.Literal(MOST_CONNECTIONS))
    for name, limit in SETTINGS.items():
        run(
            raw, "ALTER ROLE {login} IN DATABASE {database} SET {name} TO {limit}",
            login=who, database=database, name=sql.Identifier(name), limit=sql.Literal(limit),
        )  # fmt: skip
    # api.unblock runs as the owner, who may end only sessions of roles whose rights it has.
    run(raw, _TO_OWNER, login=who, owner=sql.Identifier(owner))


def set_role(session: Session, login: str, role: Role) -> None:
    """Make a login an agent, supervisor or administrator, at once also where it is signed in."""
    _known(session.raw, login)
    session.raw.execute("UPDATE sync.login SET role = %s WHERE login = %s", (role, login))
    _set_group(session.tables, session.raw, login, role)


def set_teams(session: Session, login: str, names: Sequence[str]) -> None:
    """Say whose work a login sees; the first is its home. It sees the change when it next connects."""
    _known(session.raw, login)
    teams = [_team(session.raw, name) for name in names]
    session.raw.execute("UPDATE sync.login SET home = %s WHERE login = %s", (teams[0], login))
    session.raw.execute("DELETE FROM sync.membership WHERE login = %s", (login,))
    _set_memberships(session.raw, login, teams)
    _end(session.raw, login)


def disable(session: Session, login: str) -> None:
    """Let a login in no more, and end its sessions. What it wrote stays; its devices' unsent work waits on them."""
    raw = session.raw
    _known(raw, login)
    raw.execute("UPDATE sync.login SET is_active = false WHERE login = %s", (login,))
    _leave_groups(session.tables, raw, login)
    others = """SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = %s"""
    if value(raw, others, (login,)) == 0:  # it is of no other store of this server either
        run(raw, "ALTER ROLE {login} NOLOGIN", login=sql.Identifier(login))
    _end(raw, login)


def enable(session: Session, login: str) -> None:
    """Let a login in again, with the password it had."""
    _known(session.raw, login)
    session.raw.execute("UPDATE sync.login SET is_active = true WHERE login = %s", (login,))
    equip(session, login, Role(str(value(session.raw, "SELECT role FROM sync.login WHERE login = %s", (login,)))))


def reset_password(session: Session, login: str, password: str) -> None:
    """Give a login another password, and end its sessions."""
    _known(session.raw, login)
    set_password(session, login, password)
    _end(session.raw, login)


def set_password(session: Session, login: str, password: str) -> None:
    hashed = passwords.verifier(session.raw, login, password)
    run(session.raw, "ALTER ROLE {login} PASSWORD {hash}", login=sql.Identifier(login), hash=sql.Literal(hashed))


def add_team(session: Session, name: str) -> int:
    """Add a team and return its number; raises KnownError for a name that is given or cannot be used."""
    _check_name(name)
    if value(session.raw, "SELECT id FROM sync.team WHERE name = %s", (name,)) is not None:
        raise _taken(QT_TRANSLATE_NOOP("AppError", "There is a team “{name}” already."), name)
    return int(str(value(session.raw, "INSERT INTO sync.team (name) VALUES (%s) RETURNING id", (name,))))


def only_team(session: Session) -> str:
    """Return the name of the one team there is; raises KnownError when there are several to choose from."""
    names = [str(row[0]) for row in session.raw.execute("SELECT name FROM sync.team ORDER BY id")]
    if len(names) != 1:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The team is missing"),
            QT_TRANSLATE_NOOP("AppError", "Name one with --team; there are: {teams}."),
            teams=", ".join(names),
        )
    return names[0]


def users(session: Session) -> list[LoginRow]:
    """Return all logins, by name."""
    return [
        LoginRow(login, name, Role(role), home, (home, *others), active, devices, seen)
        for login, name, role, home, active, devices, seen, others in session.raw.execute(_USERS)
    ]


def _checked(person: Person) -> Person:
    login = person.login
    if (
        not re.fullmatch(r"\w[\w.-]*", login) or len(login.encode()) > LONGEST_LOGIN
        or login.lower().startswith("pg_") or login.lower() in ("public", "none")
    ):  # fmt: skip
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "This login cannot be used"),
            QT_TRANSLATE_NOOP("AppError", "A login has letters, digits, “.”, “-” and “_”, and up to {most} of them."),
            most=LONGEST_LOGIN,
        )
    _check_name(person.name)
    return person


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "This name cannot be used"),
            QT_TRANSLATE_NOOP("AppError", "A name has from 1 to {most} visible characters."),
            most=LONGEST_NAME,
        )


def _known(raw: Raw, login: str) -> None:
    if value(raw, "SELECT true FROM sync.login WHERE login = %s", (login,)) is None:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no such login"),
            QT_TRANSLATE_NOOP("AppError", "No login of this store is “{login}”. “store users” lists them."),
            login=login,
        )


def _team(raw: Raw, name: str) -> int:
    found = value(raw, "SELECT id FROM sync.team WHERE name = %s", (name,))
    if found is None:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no such team"),
            QT_TRANSLATE_NOOP("AppError", "No team of this store is “{team}”. Add it with “store add-team”."),
            team=name,
        )
    return int(str(found))


def _taken(message: str, name: str) -> KnownError:
    return KnownError(QT_TRANSLATE_NOOP("AppError", "The name is taken"), message, name=name)


def _set_memberships(raw: Raw, login: str, teams: Sequence[int]) -> None:
    for team in dict.fromkeys(teams):
        raw.execute("INSERT INTO sync.membership (login, team) VALUES (%s, %s)", (login, team))


def _set_group(tables: Connection, raw: Raw, login: str, role: Role) -> None:
    _leave_groups(tables, raw, login)
    group = group_roles(tables)[role]
    run(raw, "GRANT {group} TO {login}", group=sql.Identifier(group), login=sql.Identifier(login))


def _leave_groups(tables: Connection, raw: Raw, login: str) -> None:
    for group in group_roles(tables).values():
        run(raw, "REVOKE {group} FROM {login}", group=sql.Identifier(group), login=sql.Identifier(login))


def _end(raw: Raw, login: str) -> None:
    raw.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s AND datname = current_database()",
        (login,),
    )
