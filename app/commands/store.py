"""`main.py store …`: make, look after and save a store that several desks share."""

from __future__ import annotations

import argparse

from app.commands import store_files, store_move, store_people, store_state

_DESCRIPTION = """\
Administer a shared store: a PostgreSQL database, or one SQLite file for a small office. URL says where it is and who
you are: postgresql://LOGIN@server:5432/database, or sqlite:////path/to/file.db. LOGIN is a role of the server that may
make roles: the one that made the store, or a superuser. For people, teams and status an administrator of the store is
enough; what they may not do is refused. The password comes from RINGBOOK_STORE_PASSWORD, else from the
keyring, else it is asked for; it has no place on the command line. Away from this computer the link is encrypted and
the server's certificate checked."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `store` and its verbs to the commands of main.py."""
    parser = subparsers.add_parser(
        "store", help="make and look after a store that several desks share", description=_DESCRIPTION,
        epilog="Each verb tells more: main.py store VERB --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    store_state.add_create(verbs)
    store_people.add_parsers(verbs)
    store_state.add_parsers(verbs)
    store_files.add_parsers(verbs)
    store_move.add_parser(verbs)
