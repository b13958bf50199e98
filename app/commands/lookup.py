"""`main.py lookup NUMBER`: who would be on the screen if this number rang."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from dataclasses import replace
from typing import Any

from app.commands import folders
from app.customers.records import Candidate
from app.workflows.incoming import Reads

_DESCRIPTION = """\
Print who may be calling from NUMBER, likeliest first: one JSON object a line with the keys customer_id, name,
company, city and reason.

NUMBER may have any shape in which a PBX sends one: +34 93 412 55 80, 0034934125580, 934/12 55 80,
tel:+34-934-125-580, 934125580;ext=12. The reason is one of
  chosen         somebody chose this customer last time for this number
  same_number    the same number
  same_national  the same last nine national digits
  last_seven     the same last seven digits
  organisation   the number lies in a block of numbers of this organisation

Nobody has the number: nothing is printed. The same for a number that was withheld (empty, "anonymous",
"Restricted" and the like), which a line on stderr says."""
_EPILOG = """\
exit status:
  0  the number was looked up, whether or not somebody has it
  2  there is no data in DIR, it cannot be opened, or an argument is wrong; one sentence on stderr says which

example:
  main.py lookup 0934445566 --data DIR --region TW
  {"customer_id": "0196…", "name": "Maria Roig i Puig", "company": null, "city": "臺北", "reason": "same_number"}"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `lookup` to the commands of main.py."""
    parser = subparsers.add_parser(
        "lookup",
        help="print who may be calling from a number",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("number", metavar="NUMBER", help="the number as a PBX or a person gives it")
    folders.add_data(parser)
    folders.add_region(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the candidates; KnownError for a folder or region that is of no use."""
    with closing(folders.open_existing(args.data)) as backend:
        region = folders.region_of(args, backend.settings().region)
        reads = Reads(backend.folder.reader, lambda: replace(backend.settings(), region=region))
        found = reads.pop(args.number)
        if found.number is None:
            sys.stderr.write("The caller withheld the number.\n")
        folders.print_lines(_row(candidate) for candidate in found.candidates)
    return 0


def _row(candidate: Candidate) -> dict[str, Any]:
    return {name: getattr(candidate, name) for name in ("customer_id", "name", "company", "city", "reason")}
