"""`main.py sync --once`: bring the desk of a shared store into step with it, without a window."""

from __future__ import annotations

import argparse
from contextlib import closing
from dataclasses import asdict

from app.bootstrap import open_desk
from app.commands import folders
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.folder import is_shared

_DESCRIPTION = """\
Send what was saved in DIR and has not reached its shared store, then bring what changed there. DIR is the data folder
of a login at a store (it holds store.json); its password is taken from the keyring or from RINGBOOK_STORE_PASSWORD.
Nothing is sent twice, however often this is stopped.

One JSON object is printed with the keys pushed (changes the store answered), pulled (rows that came), waiting (changes
it has not answered) and attention (conflicts and refused changes that wait for a person)."""
_EPILOG = """\
exit status:
  0    the desk is in step
  2    the store cannot be reached, does not let the login in, or DIR is no such folder; a sentence on stderr says which

example:
  main.py sync --once --data DIR"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `sync` to the commands of main.py."""
    parser = subparsers.add_parser(
        "sync", help="send and bring what is new between a data folder and its shared store", description=_DESCRIPTION,
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    folders.add_data(parser)
    parser.add_argument("--once", action="store_true", required=True, help="one time over, then end")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Sync one time over; KnownError for a folder that has no store, TransientError when that does not answer."""
    if not is_shared(args.data):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no shared store"),
            QT_TRANSLATE_NOOP("AppError", "{path} is not the desk of one: there is nothing to sync with."),
            path=args.data,
        )
    with closing(open_desk(args.data)) as backend:
        if backend.shared is not None:
            folders.print_lines([asdict(backend.shared.sync_once())])
    return 0
