"""`main.py store move URL --data DIR`: one seat's own data becomes a shared store, and its folder a desk of that."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from app.commands import folders
from app.commands.progress import Percent
from app.commands.store_access import Verbs, add_verb, password_of, postgres_of
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage import shared_folder
from app.storage.becoming_desk import becoming_desk
from models.operation import DEVICE

_DESCRIPTION = """\
Move the data of a folder into a store that was just made, for LOGIN_OF_DESK: all rows, the log, and the desk itself, so
that what it saves next follows what it saved before. The rows of each table are counted on both sides before anything
counts; until then Ctrl-C leaves both as they were. The folder then is a desk of the store, and its old store.db lies in
it under “moved-” with the date: throw it away when you have seen that all is there.

One JSON object is printed with the keys store, data, rows (by table) and kept (where the old file lies)."""
_EPILOG = """\
exit status:
  0    moved
  2    it could not be done; a sentence on stderr says why, and both are as they were
  130  stopped by Ctrl-C: both are as they were

example:
  main.py store move postgresql://postgres@db.example.org/ringbook --data DIR --login anna"""


def add_parser(verbs: Verbs[argparse.ArgumentParser]) -> None:
    """Add `store move`."""
    parser = add_verb(
        verbs, "move", run, about="make one seat's data a shared store", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("--data", metavar="DIR", type=Path, required=True, help="the data folder to move")
    parser.add_argument("--login", metavar="LOGIN_OF_DESK", required=True, help="who uses this desk from now on")


def run(args: argparse.Namespace) -> int:
    """Move; KnownError for what is in the way."""
    address = postgres_of(args)
    if shared_folder.read(args.data) is not None:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The folder is a desk already"),
            QT_TRANSLATE_NOOP("AppError", "{folder} belongs to a shared store; there is nothing of its own to move."),
            folder=args.data,
        )
    from app.sync.postgres import moving

    with closing(folders.open_existing(args.data)):
        pass  # what a crash left in the outbox is applied
    progress = Percent("Move")
    try:
        with becoming_desk(args.data) as desk, desk.store.connect() as source:
            with desk.outbox.connect() as outbox:
                row = outbox.execute(select(DEVICE)).one()
            seat = moving.Seat(row.id, row.prefix, row.next_n - 1)
            moved = moving.move(address, password_of(address), args.login, source, seat, progress)
            desk.answer(source, moved.ahead)
            kept = desk.become(shared_folder.SharedFacts(str(address.with_login("")), args.login, str(moved.store)))
    finally:
        progress.end()
    folders.print_lines([{"store": moved.store, "data": args.data.absolute(), "rows": moved.rows, "kept": kept}])
    return 0
