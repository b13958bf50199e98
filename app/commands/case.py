"""`main.py case add`, `case list` and `case count`: the record of what customers bring, without a window."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from app.bootstrap import Backend
from app.cases import categories, queries
from app.cases.records import CaseRow, NewCase
from app.commands import case_queue, folders
from app.commands.search import case_row
from app.workflows.incoming import Reads
from app.workflows.records import WrapUp
from models.enums import CaseKind, Severity

_ADD = """\
Save a case and print one JSON object with the keys reference, case_id and customer_id.

The line is printed only once the case is on the disk: a reference that was printed is never lost and never given
twice, whatever happens to this process or beside it. The caller is looked up by NUMBER. If that names one
customer for sure the case is theirs; otherwise customer_id is null and the case keeps the number. A data folder
that is not there yet is made."""
_ADD_EPILOG = """\
exit status:
  0  the case is saved and its reference printed
  2  nothing was saved: DIR cannot be used, or an argument is wrong; one sentence on stderr says which

example:
  main.py case add --data DIR --number 0934445566 --kind complaint --summary "Charged twice" --severity high
  {"reference": "K7-00042-X", "case_id": "0196…", "customer_id": "0195…"}"""
_LIST = """\
Print the cases, newest first: one JSON object a line with the keys case_id, reference, kind, customer_id, category,
severity, summary, status, owner, opened_at and closed_at. With --open print the queue: the open cases, the one that is
open longest first, only those that pass all filters."""
_LIST_EPILOG = """\
exit status:
  0  the cases were printed; there may be none
  2  there is no data in DIR, it cannot be opened, or an argument is wrong; one sentence on stderr says which"""
_PAGE = 500


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `case add`, `case list` and `case count` to the commands of main.py."""
    parser = subparsers.add_parser("case", help="add a case, list or count the cases", description="Cases.")
    verbs = parser.add_subparsers(metavar="add|list|count", required=True)
    _add_add(verbs)
    _add_list(verbs)
    case_queue.add_count(verbs)


def _add_add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = verbs.add_parser(
        "add",
        help="save a case and print its reference",
        description=_ADD,
        epilog=_ADD_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    folders.add_data(parser)
    parser.add_argument("--number", metavar="N", required=True, help="the caller's number, of any shape")
    parser.add_argument("--kind", required=True, choices=[str(kind) for kind in CaseKind], help="what it is")
    parser.add_argument("--summary", metavar="S", required=True, help="what it is about, up to 200 characters")
    parser.add_argument("--category", metavar="PATH", default="", help="path of ids, like billing/charge/double")
    parser.add_argument(
        "--severity", choices=[str(s) for s in Severity], default=str(Severity.NORMAL), help="default: normal"
    )
    parser.add_argument("--description", metavar="TEXT", default="", help="what happened, in full")
    folders.add_region(parser)
    parser.set_defaults(run=add)


def _add_list(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = verbs.add_parser(
        "list",
        help="print the cases, newest first, or the queue of open ones",
        description=_LIST,
        epilog=_LIST_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    folders.add_data(parser)
    parser.add_argument("--limit", metavar="N", type=folders.at_least(1), help="print at most N cases (default: all)")
    case_queue.add_options(parser)
    parser.set_defaults(run=list_cases)


def add(args: argparse.Namespace) -> int:
    """Save one case; KnownError for what cannot be saved."""
    with closing(folders.open_or_make(args.data)) as backend:
        case = _new_case(args, backend)
        saved = backend.wrap_up.save(WrapUp(case)).result()
        row = {"reference": saved.reference, "case_id": saved.id, "customer_id": case.customer_id}
        folders.print_lines([row])
    return 0


def list_cases(args: argparse.Namespace) -> int:
    """Print cases; KnownError for a folder that is of no use."""
    case_queue.check(args)
    with closing(folders.open_existing(args.data)) as backend:
        folders.print_lines(case_queue.listed(backend, args) if args.open else _listed(backend, args.limit))
    return 0


def _new_case(args: argparse.Namespace, backend: Backend) -> NewCase:
    region = folders.region_of(args, backend.settings().region)
    caller = Reads(backend.folder.reader, lambda: replace(backend.settings(), region=region)).pop(args.number)
    customer_id = caller.view.card.id if caller.view is not None else None
    number = args.number if caller.number is not None and customer_id is None else None
    return NewCase(
        CaseKind(args.kind),
        args.summary,
        Severity(args.severity),
        categories.check(args.category),
        args.description,
        customer_id=customer_id,
        number=number,
    )


def _listed(backend: Backend, most: int | None) -> Iterator[dict[str, Any]]:
    """Yield cases page by page, so that a store of any size needs the memory of one page."""
    last, left = None, most
    while left is None or left > 0:
        size = _PAGE if left is None else min(_PAGE, left)
        page = backend.folder.reader.run(partial(_page, size, last))
        yield from (case_row(case) for case in page)
        if len(page) < size:
            return
        last = page[-1].id
        left = None if left is None else left - len(page)


def _page(most: int, before: UUID | None, connection: Connection) -> list[CaseRow]:
    return queries.newest(connection, most, before)
