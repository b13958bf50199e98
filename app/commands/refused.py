"""`main.py refused`: the changes the store did not take, with the reason for each."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Select, select

from app.bootstrap import Backend
from app.commands import folders
from models.enums import OperationResult
from models.operation import OP_LOG, OPERATION

_DESCRIPTION = """\
Print the changes that were saved and that the store refused or cannot apply yet, oldest first: one JSON object a line
with the keys n (their number at the desk), at, kind, entity (the id of the row they are about), result ("refused", or
"parked" where that row is not there) and reason. They are kept, and what they would have written is in the outbox."""
_EPILOG = """\
exit status:
  0  the changes were printed; there may be none
  2  there is no data in DIR, it cannot be opened, or an argument is wrong; one sentence on stderr says which"""
_COLUMNS = ("n", "at", "kind", "entity", "result", "reason")
_OTHERS = (OperationResult.REFUSED, OperationResult.PARKED)
_NOT_TAKEN: Select[Any] = (
    select(*(OP_LOG.c[name] for name in _COLUMNS)).where(OP_LOG.c.result.in_(_OTHERS)).order_by(OP_LOG.c.seq)
)
_ANSWERED: Select[Any] = (
    select(*(OPERATION.c[name] for name in _COLUMNS)).where(OPERATION.c.result.in_(_OTHERS)).order_by(OPERATION.c.n)
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
    if backend.folder.is_shared:  # what its store answered lies in the outbox
        yield from backend.folder.outbox_reader.run(lambda connection: _dicts(connection, _ANSWERED))
    else:
        yield from backend.folder.reader.run(lambda connection: _dicts(connection, _NOT_TAKEN))


def _dicts(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(query)]
