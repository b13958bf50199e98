"""What the verbs of `store` share: the URL, the password, and the engine that is administered."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync import address as addresses
from app.sync import credentials
from app.sync.address import StoreAddress

if TYPE_CHECKING:
    from app.sync.postgres.admin_link import Door, Session
    from app.sync.sqlite.upkeep import FileStore

EXIT = """\
exit status:
  0    done
  2    it could not be done; a sentence on stderr says why, and nothing was changed
  130  stopped by Ctrl-C: nothing was changed"""
Verbs = argparse._SubParsersAction


def add_verb(
    verbs: Verbs[argparse.ArgumentParser], name: str, run: Callable[[argparse.Namespace], int], *,
    about: str, description: str, epilog: str = EXIT,
) -> argparse.ArgumentParser:  # fmt: skip
    """Add one verb, which takes the URL of a store first."""
    parser = verbs.add_parser(
        name, help=about, description=description, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url", metavar="URL", help="the store, without a password: postgresql://… or sqlite:////…")
    parser.set_defaults(run=run)
    return parser


def add_new_password(parser: argparse.ArgumentParser) -> None:
    """Add --password-stdin."""
    parser.add_argument(
        "--password-stdin", action="store_true",
        help="read the new password from stdin, one line (default: one is made, and printed this once)",
    )  # fmt: skip


def address_of(args: argparse.Namespace) -> StoreAddress:
    """Return where the store is; raises KnownError for a URL that is wrong or names no login."""
    address = addresses.parse(args.url)
    if address.kind == "postgres" and not address.login:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The login is missing"),
            QT_TRANSLATE_NOOP("AppError", "Write the login before the server: postgresql://LOGIN@{place}"),
            place=address.shown(),
        )
    return address


def postgres_of(args: argparse.Namespace) -> StoreAddress:
    """Return the address of a store that has logins; raises KnownError for one in a file."""
    address = address_of(args)
    if address.kind == "file":
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "A store in a file has no logins"),
            QT_TRANSLATE_NOOP(
                "AppError", "Whoever can open {path} may do everything in it. Logins and teams need PostgreSQL."
            ),
            path=address.path,
        )
    return address


def password_of(address: StoreAddress) -> str | None:
    """Return the password of the login: from the environment or keyring, else typed; None where nobody can type."""
    known = credentials.read(address)
    if known is not None or not sys.stdin.isatty():
        return known
    who = f"of {address.login} at" if address.login else "of"
    return getpass.getpass(f"Password {who} {address.shown()}: ") or None


def new_password(args: argparse.Namespace) -> str:
    """Return the password somebody shall have: a line of stdin, else a new one."""
    from app.sync.postgres import passwords  # psycopg takes a third of a second: only those who need it wait

    if not args.password_stdin:
        return passwords.generate()
    return passwords.check(sys.stdin.readline().rstrip("\r\n"))


def shown(args: argparse.Namespace, password: str | None) -> str | None:
    """Return the new password as it is printed: one that came from stdin is known already."""
    return None if args.password_stdin else password


def file_store(address: StoreAddress) -> FileStore:
    """Open a store in a file by its password; raises KnownError for a missing file and another password."""
    from app.sync.sqlite import upkeep

    return upkeep.unlock(Path(address.path), password_of(address) or "")


@contextmanager
def postgres_door(args: argparse.Namespace) -> Iterator[Door]:
    """Give what the owner and an administrator of a store look after it by; raises KnownError for what is no store."""
    from app.sync.postgres import admin_link, upkeep

    address = postgres_of(args)
    with admin_link.door(address, password_of(address)) as door:
        upkeep.check_store(door)
        yield door


@contextmanager
def postgres_session(args: argparse.Namespace, *, at_one_moment: bool = False) -> Iterator[Session]:
    """Give a transaction on a store of this version; raises KnownError for what is no store."""
    from app.sync.postgres import admin_link, upkeep

    address = postgres_of(args)
    with admin_link.session(address, password_of(address), at_one_moment=at_one_moment) as session:
        upkeep.check_store(session)
        yield session
