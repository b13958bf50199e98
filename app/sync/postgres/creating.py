"""Makes a store on a server: database, owner, groups, tables, rights, the first team and administrator."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from psycopg import sql

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.address import StoreAddress
from app.sync.admin_records import Created, Person
from app.sync.postgres import clerk, hardening, people, schema
from app.sync.postgres.admin_link import (
    Raw,
    Session,
    administering,
    connect,
    maintenance,
    owner_of,
    run,
    session,
    value,
)
from app.sync.postgres.errors import OF_ADMINISTERING
from models.enums import Role

_KIND = """
SELECT CASE WHEN to_regclass('sync.store') IS NOT NULL THEN 'store'
    WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema') THEN 'other' ELSE 'empty' END"""


def create(address: StoreAddress, password: str | None, person: Person, new_password: str, team: str) -> Created:
    """Make a store with one team and one administrator.

    The login of `address` may make roles and (where it is not there) the database. Raises KnownError where there is a
    store or anything else already; then, and on any error, all is as it was.
    """
    with new_database(address, password), session(address, password) as at:
        build(at)
        people.add_team(at, team)
        people.add(at, person, new_password)
        store = value(at.raw, "SELECT id FROM sync.store")
    return Created(UUID(str(store)), team, person.login, new_password)


@contextmanager
def new_database(address: StoreAddress, password: str | None) -> Iterator[None]:
    """See to it that there is an empty database; one that was made for this goes again when what follows fails."""
    made = _make_database(address, password)
    try:
        yield
    except BaseException:
        if made:
            _take_away(address, password)
        raise


def build(at: Session) -> None:
    """Make a database a store without a team and a login; raises KnownError when there is anything in it."""
    with _empty(at):
        schema.upgrade(at.tables)
    clerk.install(at)


def build_tables(at: Session, revision: str) -> None:
    """Make the tables of a version in an empty database, without rules and rights, for what is loaded into them."""
    with _empty(at):
        schema.migrate(at.tables, revision)


@contextmanager
def _empty(at: Session) -> Iterator[None]:
    """See to it that a database is empty, have tables made as its owner, and take from all logins what none needs."""
    kind = value(at.raw, _KIND)
    if kind != "empty":
        raise _not_empty(at.address, str(kind))
    if len(at.address.database.encode()) > schema.LONGEST_DATABASE:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The name of the database is too long"),
            QT_TRANSLATE_NOOP("AppError", "Choose one of up to {most} characters."),
            most=schema.LONGEST_DATABASE,
        )
    owner = _own(at)
    for role in Role:
        _empty_group(at.raw, f"{at.address.database}_{role}")
    with as_owner(at.raw, owner):
        yield
    hardening.harden(at.raw, owner)


def upgrade(at: Session) -> dict[str, object]:
    """Bring a store to this program's version and tell that; desks of two versions before go on working."""
    owner = owner_of(at.raw)
    with as_owner(at.raw, owner):
        schema.upgrade(at.tables)
    hardening.harden(at.raw, owner)
    clerk.install(at)
    found = at.raw.execute(
        "SELECT v.version_num, s.wire_oldest, s.wire_newest, sync.has_clerk() FROM sync.alembic_version v, sync.store s"
    ).fetchone()
    return dict(zip(("version", "wire_oldest", "wire_newest", "can_make_logins"), found or (), strict=True))


@contextmanager
def as_owner(raw: Raw, owner: str) -> Iterator[None]:
    """Do as the owner, so that all that is made is theirs."""
    run(raw, "SET LOCAL ROLE {owner}", owner=sql.Identifier(owner))
    yield
    raw.execute("RESET ROLE")


def _make_database(address: StoreAddress, password: str | None) -> bool:
    with connect(maintenance(address), password, autocommit=True) as raw, administering(address):
        if value(raw, "SELECT true FROM pg_database WHERE datname = %s", (address.database,)):
            return False
        owner = f"{address.database}_owner"
        _make_role(raw, owner)
        run(
            raw, "CREATE DATABASE {database} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
            database=sql.Identifier(address.database), owner=sql.Identifier(owner),
        )  # fmt: skip
        return True


def _take_away(address: StoreAddress, password: str | None) -> None:
    names = [f"{address.database}_{role}" for role in Role]
    with connect(maintenance(address), password, autocommit=True) as raw:
        run(raw, "DROP DATABASE {database} WITH (FORCE)", database=sql.Identifier(address.database))
        for name in (*names, f"{address.database}_owner", f"{address.database}_clerk"):
            run(raw, "DROP ROLE IF EXISTS {name}", name=sql.Identifier(name))


def _own(at: Session) -> str:
    """Return the owner of the database, a role of its own where whoever asks is superuser: api runs as the owner."""
    owner = owner_of(at.raw)
    if value(at.raw, "SELECT rolsuper FROM pg_roles WHERE rolname = %s", (owner,)) is not True:
        return owner
    _make_role(at.raw, name := f"{at.address.database}_owner")
    run(
        at.raw, "ALTER DATABASE {database} OWNER TO {owner}",
        database=sql.Identifier(at.address.database), owner=sql.Identifier(name),
    )  # fmt: skip
    return name


def _make_role(raw: Raw, name: str) -> None:
    """Make a role nobody logs in as, of which whoever makes it is a member."""
    can_log_in = value(raw, "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", (name,))
    if can_log_in is None:
        run(raw, "CREATE ROLE {name} NOLOGIN", name=sql.Identifier(name))
    elif can_log_in:  # a person with that name would own the store
        title, message = OF_ADMINISTERING["RB023"]
        raise KnownError(title, message, name=name)
    if not hardening.is_superuser(raw):
        run(raw, "GRANT {name} TO CURRENT_USER", name=sql.Identifier(name))


def _empty_group(raw: Raw, name: str) -> None:
    """Make a group, or take out who was left in it by a store of this name that is gone."""
    if value(raw, "SELECT true FROM pg_roles WHERE rolname = %s", (name,)) is None:
        run(raw, "CREATE ROLE {name} NOLOGIN", name=sql.Identifier(name))
        return
    clerk.leave_group(raw, name, but=str(value(raw, "SELECT current_user::text")))


def _not_empty(address: StoreAddress, kind: str) -> KnownError:
    if kind == "store":
        return KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is a store already"),
            QT_TRANSLATE_NOOP("AppError", "{place} is a store of Ringbook. Nothing was changed; name another."),
            place=address.shown(),
        )
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The database is not empty"),
        QT_TRANSLATE_NOOP("AppError", "{place} holds something else. Nothing was changed; name another."),
        place=address.shown(),
    )
