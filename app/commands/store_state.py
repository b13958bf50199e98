"""`main.py store create`, `status`, `verify` and `upgrade`: the store as a whole."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from app.commands import folders
from app.commands.progress import Percent
from app.commands.store_access import (
    EXIT,
    Verbs,
    add_new_password,
    add_verb,
    address_of,
    file_store,
    new_password,
    password_of,
    postgres_door,
    postgres_session,
    shown,
)  # fmt: skip
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.address import StoreAddress
from app.sync.admin_records import Person, Verified
from models.enums import Role

_CREATE = """\
Make a store with one team and its first administrator. On PostgreSQL LOGIN of the URL must be one that may make
databases and roles; the database is made if it is not there, and refused if there is anything in it. The store belongs
to a role of its own, which nobody logs in as.

One JSON object is printed with the keys store (its id), team, login and password (the administrator's: it is shown this
once).

In a file the store has one password for all and no rights; the object has store, file, password and recovery_key:
print the latter, it opens the store when the password is lost."""
_STATUS = """\
Print one JSON object: store (its id), version, wire_oldest and wire_newest (of the desks it works with), seq (the last
change), server, bytes, logins (by role), connected (sessions), people (who has one), teams, devices (with when they
were last seen), rows, operations (by result), conflicts (open ones), parked (those that wait for a row that has not
come), parked_too_long, last_backup, replicas, hardened and can_make_logins."""
_VERIFY = """\
Check a store: every row against the line that says where it stands, every desk's operations for holes, the rights in it
against this program's, who owns and may call what. It may be in use. One JSON object is printed with the keys whole,
problems (sentences, none when whole), advice (settings of the server that had better be otherwise) and rows."""
_UPGRADE = """\
Bring a store to the version of this program. Columns are added and none taken away, so that desks of the two versions
before go on working meanwhile. One JSON object is printed with the keys version, wire_oldest and wire_newest; on
PostgreSQL also can_make_logins, whether administrators can add people: if not, upgrade as a superuser."""
_VERIFY_EPILOG = """\
exit status:
  0  whole
  2  something is wrong, or it cannot be read; a sentence on stderr says what"""


def add_create(verbs: Verbs[argparse.ArgumentParser]) -> None:
    """Add `store create`."""
    parser = add_verb(verbs, "create", create, about="make a store", description=_CREATE)
    parser.add_argument("--admin", metavar="LOGIN", default="admin", help="the first administrator (default: admin)")
    parser.add_argument("--name", metavar="NAME", help="what colleagues see (default: the login)")
    parser.add_argument("--team", metavar="NAME", default="Everyone", help="the first team (default: Everyone)")
    add_new_password(parser)


def add_parsers(verbs: Verbs[argparse.ArgumentParser]) -> None:
    """Add the verbs about the store as a whole."""
    add_verb(verbs, "status", status, about="say how the store stands", description=_STATUS)
    add_verb(verbs, "verify", verify, about="check the store", description=_VERIFY, epilog=_VERIFY_EPILOG)
    add_verb(verbs, "upgrade", upgrade, about="bring the store to this version", description=_UPGRADE, epilog=EXIT)


def create(args: argparse.Namespace) -> int:
    """Make a store; KnownError for what is in the way."""
    address = address_of(args)
    if address.kind == "file":
        return _create_file(args, Path(address.path))
    from app.sync.postgres import creating

    person = Person(args.admin, args.name or args.admin, Role.ADMINISTRATOR, (args.team,))
    made = creating.create(address, password_of(address), person, new_password(args), args.team)
    folders.print_lines([asdict(made) | {"password": shown(args, made.password)}])
    return 0


def status(args: argparse.Namespace) -> int:
    """Print how the store stands."""
    address = address_of(args)
    if address.kind == "file":
        from app.sync.sqlite import upkeep as files

        folders.print_lines([files.status(file_store(address))])
        return 0
    from app.sync.postgres import upkeep

    with postgres_door(args) as door:
        row = upkeep.status(door)
    folders.print_lines([row])
    return 0


def verify(args: argparse.Namespace) -> int:
    """Check the store; KnownError when something is wrong."""
    address = address_of(args)
    found = _verify_file(address) if address.kind == "file" else _verify_postgres(args)
    folders.print_lines([{"whole": not found.problems} | asdict(found)])
    if found.problems:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The store is not whole"),
            QT_TRANSLATE_NOOP(
                "AppError", "{count} problems; the first: {problem}. Restore a backup beside it to compare."
            ),
            count=len(found.problems), problem=found.problems[0],
        )  # fmt: skip
    return 0


def _verify_postgres(args: argparse.Namespace) -> Verified:
    from app.sync.postgres import checking

    with postgres_session(args, at_one_moment=True) as session:
        return checking.verify(session)


def _verify_file(address: StoreAddress) -> Verified:
    from app.sync.sqlite import upkeep

    progress = Percent("Check")
    try:
        return upkeep.verify(file_store(address), progress)
    finally:
        progress.end()


def _create_file(args: argparse.Namespace, path: Path) -> int:
    """Make a store in a file; its one password opens it at every desk, its recovery key when that is lost."""
    from app.sync.sqlite import file

    password = new_password(args)
    made = file.create(path, password, args.team)
    folders.print_lines([{
        "store": made.id, "file": path, "password": shown(args, password), "recovery_key": made.recovery_key,
    }])  # fmt: skip
    return 0


def upgrade(args: argparse.Namespace) -> int:
    """Upgrade the store; KnownError for one of a later version."""
    address = address_of(args)
    if address.kind == "file":
        from app.sync.sqlite import file

        store = file_store(address)
        folders.print_lines([file.upgrade(store.path, store.key)])
        return 0
    from app.sync.postgres import creating

    with postgres_session(args) as session:
        row = creating.upgrade(session)
    folders.print_lines([row])
    return 0
