"""`main.py audit`: who did what, as the store has logged it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from typing import Any
from uuid import UUID

from app.bootstrap import Backend, open_desk
from app.commands import folders

_DESCRIPTION = """\
Print the log of the store, newest first: one JSON object a line with the keys seq (its place in the order), taken_at
(the store's clock), at (the time the desk claims), offset_ms (how far the desk's clock was ahead then), login, device,
kind, entity (the id of the row), result (applied, conflict, parked, refused), reason, body ({field: {base, new}}), and
about: the reference of the case or the name of the customer, where it is known here. One seat knows no logins."""
_EPILOG = """\
exit status:
  0  the lines were printed; there may be none
  2  there is no data in DIR, it cannot be opened, this login may not see the log, or an argument is wrong; one sentence
     on stderr says which

example:
  main.py audit --data DIR --entity 0196… --limit 20"""
_PAGE = 500


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `audit` to the commands of main.py."""
    parser = subparsers.add_parser(
        "audit", help="print who did what", description=_DESCRIPTION, epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    folders.add_data(parser)
    parser.add_argument("--login", metavar="L", default="", help="only what this login did")
    parser.add_argument("--entity", metavar="ID", type=_entity, help="only what was done to this row")
    parser.add_argument("--limit", metavar="N", type=folders.at_least(1), help="print at most N lines (default: all)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print lines; KnownError for a folder that is of no use."""
    folders.check_existing(args.data)
    with closing(open_desk(args.data)) as backend:  # of a shared store its log, not the copy on this computer
        folders.print_lines(_lines(backend, args))
    return 0


def _lines(backend: Backend, args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Yield lines page by page, so that a log of any length needs the memory of one page."""
    before, left = None, args.limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        lines = backend.audit.page(before, size, args.login, args.entity).lines
        for line in lines:
            yield asdict(line.row) | {"about": line.topic.reference or line.topic.title}
        if len(lines) < size:
            return
        before, left = lines[-1].row.seq, None if left is None else left - len(lines)


def _entity(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not the id of a row") from None
