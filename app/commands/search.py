"""`main.py search TEXT`: what the search field would list."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from app.cases.records import CaseRow
from app.commands import folders
from app.customers.records import SearchHit
from app.workflows.records import SearchResult

_DESCRIPTION = """\
Print the customers and cases that TEXT finds, one JSON object a line. Each word of TEXT, in any order, must begin
a word of the customer's name, company, customer number or e-mail address; of a Chinese name any part does, from
one character on, and of a phone number any part of three digits or more. Case and accents do not matter:
marcelli finds Marcel·lí. A reference, or its beginning, finds cases, with or without its dashes.

A customer's line has the keys type ("customer"), customer_id, name, kind, company, city, number (the customer
number) and phone; a case's type ("case"), case_id, reference, kind, customer_id, category, severity, summary,
status, owner, opened_at and closed_at. Cases come first."""
_EPILOG = """\
exit status:
  0  the search was made, whether or not it found something
  2  there is no data in DIR, it cannot be opened, or an argument is wrong; one sentence on stderr says which"""
_CUSTOMER = ("customer_id", "name", "kind", "company", "city", "number", "phone")
_CASE = (
    "reference", "kind", "customer_id", "category", "severity", "summary", "status", "owner", "opened_at", "closed_at",
)  # fmt: skip


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `search` to the commands of main.py."""
    parser = subparsers.add_parser(
        "search",
        help="print the customers and cases a text finds",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("text", metavar="TEXT", help="what one would type into the search field")
    folders.add_data(parser)
    parser.add_argument(
        "--limit", metavar="N", type=folders.at_least(1), default=20, help="print at most N lines (default: 20)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the hits; KnownError for a folder that is of no use."""
    with closing(folders.open_existing(args.data)) as backend:
        found = backend.reads.search(args.text, args.limit)
    folders.print_lines(list(_rows(found))[: args.limit])
    return 0


def case_row(case: CaseRow) -> dict[str, Any]:
    """Return a case as these commands print it."""
    return {"case_id": case.id} | {name: _plain(getattr(case, name)) for name in _CASE}


def _rows(found: SearchResult) -> Iterator[dict[str, Any]]:
    for case in found.cases:
        yield {"type": "case"} | case_row(case)
    for hit in found.customers:
        yield {"type": "customer"} | _customer_row(hit)


def _customer_row(hit: SearchHit) -> dict[str, Any]:
    return {name: getattr(hit, name) for name in _CUSTOMER}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
