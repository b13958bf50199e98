"""What `main.py case list --open` and `case count` say of the queue: the cases that are open, and how many of each."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from app.bootstrap import Backend
from app.cases import categories, queue
from app.cases.records import QueueFilter
from app.commands import folders
from app.commands.search import case_row
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage import references
from models.enums import CaseKind, CaseStatus, Severity

COUNT = """\
Print how many cases are open as one JSON object: open (all of them), unassigned, and under kind, severity, status and
owner how many there are of each; what there is none of is left out."""
COUNT_EPILOG = """\
exit status:
  0  the cases were counted; there may be none
  2  there is no data in DIR, or it cannot be opened; one sentence on stderr says which

example:
  main.py case count --data DIR
  {"open": 3, "unassigned": 1, "kind": {"complaint": 3}, "severity": {"high": 1, "low": 2}, "status": …, "owner": …}"""
_FILTERS = {"kind": CaseKind, "severity": Severity, "status": CaseStatus}
_PAGE = 500


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add to `case list` what makes it a list of the queue."""
    parser.add_argument("--open", action="store_true", help="those that are open, the one longest open first")
    only = parser.add_argument_group("with --open, only those")
    for name, words in _FILTERS.items():
        only.add_argument(f"--{name}", choices=[str(word) for word in words], help=f"of this {name}")
    owner = only.add_mutually_exclusive_group()
    owner.add_argument("--owner", metavar="NAME", help="of this agent")
    owner.add_argument("--unassigned", action="store_true", help="of nobody")
    only.add_argument("--category", metavar="PATH", help="of this category or below it, like billing/charge")
    only.add_argument("--after", metavar="REF", help="behind this case in the queue, whether or not it is open still")
    parser.set_defaults(wrong=parser.error)


def add_count(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `case count`."""
    parser = verbs.add_parser(
        "count",
        help="print how many cases are open, by kind, severity, status and owner",
        description=COUNT,
        epilog=COUNT_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    folders.add_data(parser)
    parser.set_defaults(run=count)


def count(args: argparse.Namespace) -> int:
    """Print the counts; KnownError for a folder that is of no use."""
    with closing(folders.open_existing(args.data)) as backend:
        counts = backend.folder.reader.run(queue.counts)
    of_each = {"kind": counts.kinds, "severity": counts.severities, "status": counts.statuses, "owner": counts.owners}
    folders.print_lines([{"open": counts.open, "unassigned": counts.unassigned} | of_each])
    return 0


def check(args: argparse.Namespace) -> None:
    """End with a sentence where there is a filter and no --open."""
    for name in (*_FILTERS, "owner", "unassigned", "category", "after"):
        if getattr(args, name) and not args.open:
            args.wrong(f"--{name} is for the open cases: add --open")


def listed(backend: Backend, args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Yield the open cases page by page; KnownError for a category or a reference that there is not."""
    wanted = _wanted(args)
    after = _position(backend, args.after) if args.after else None
    left = args.limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        page = backend.folder.reader.run(partial(queue.page, wanted=wanted, after=after, most=size))
        yield from (case_row(case) for case in page)
        if len(page) < size:
            return
        after = (page[-1].opened_at, page[-1].id)
        left = None if left is None else left - len(page)


def _wanted(args: argparse.Namespace) -> QueueFilter:
    return QueueFilter(
        CaseKind(args.kind) if args.kind else None,
        Severity(args.severity) if args.severity else None,
        CaseStatus(args.status) if args.status else None,
        args.owner,
        args.unassigned,
        categories.below(args.category) if args.category else (),
    )


def _position(backend: Backend, text: str) -> tuple[datetime, UUID]:
    reference = references.parse(text)
    found = reference and backend.folder.reader.run(partial(queue.position, reference=reference))
    if not found:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no such case"),
            QT_TRANSLATE_NOOP("AppError", "“{text}” is not the reference of a case in this data folder."),
            text=text,
        )
    return found
