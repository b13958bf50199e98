"""`main.py refused`: the changes the store did not take, with the reason for each."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, select

from app.bootstrap import Backend
from app.commands import folders
from models.enums import OperationResult
from models.operation import OP_LOG

_DESCRIPTION = """\
Print the changes that were saved and that the store refused or cannot apply yet, oldest first: one JSON object a line
with the keys n (their number at the desk), at, kind, entity (the id of the row they are about), result ("refused", or
"parked" where that row is not there) and reason. They are kept, and what they would have written is in the outbox."""
_EPILOG = """\
exit status:
  0  the changes were printed; there may be none
  2  there is no data in DIR, it cannot be opened, or an argument is wrong; one sentence on stderr says which"""
_NOT_TAKEN = (
    select(OP_LOG.c.n, OP_LOG.c.at, OP_LOG.c.kind, OP_LOG.c.entity, OP_LOG.c.result, OP_LOG.c.reason)
    .where(OP_LOG.c.result.in_((OperationResult.REFUSED, OperationResult.PARKED)))
    .order_by(OP_LOG.c.seq)
)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `refused` to the commands of main.py."""
    parser = subparsers.add_parser(
        "refused", help="list the changes the store did not take", description=_DESCRIPTION, epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    folders.add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print them; KnownError for a folder that is of no use."""
    with closing(folders.open_existing(args.data)) as backend:
        folders.print_lines(_rows(backend))
    return 0


def _rows(backend: Backend) -> Iterator[dict[str, Any]]:
    def read(connection: Connection) -> list[dict[str, Any]]:
        return [dict(row._mapping) for row in connection.execute(_NOT_TAKEN)]

    yield from backend.folder.reader.run(read)
