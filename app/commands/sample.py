"""`main.py sample`: fill an empty data folder with a world of made-up customers."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app import phone_numbers
from app import settings as settings_file
from app.commands import folders
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sample.ahead import chunks
from app.sample.load import check_empty, load
from app.sample.rows import Rows
from app.sample.world import Size
from app.storage.folder import DataFolder
from models.base import utc_now

_DESCRIPTION = """\
Fill an empty data folder with made-up customers (Catalan, Spanish, English and Chinese; people, families and
companies), calls and notes of three years, cases, and follow-ups. The same seed makes the same people and cases;
their times count back from now.

The rows are written in bulk, around the operations by which everything else is saved, so they have no history of
changes. At the end one JSON object is printed with the keys customers, interactions, cases, follow_ups and seconds."""
_EPILOG = """\
exit status:
  0    the folder is filled
  2    it holds customers or cases already, cannot be used, or an argument is wrong; a sentence on stderr says which
  130  stopped by Ctrl-C: what is in is whole and the folder can be used, but not filled again"""
_BEFORE = "Sample data goes into the store in bulk, around the operations: it has no history of changes.\n"
_COUNTED = {"customer": "customers", "case": "cases", "follow_up": "follow_ups"}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `sample` to the commands of main.py."""
    parser = subparsers.add_parser(
        "sample",
        help="fill an empty data folder with made-up customers",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    folders.add_data(parser)
    count = folders.at_least(0)
    parser.add_argument("--customers", metavar="N", type=count, default=1000, help="default: 1000")
    parser.add_argument("--interactions", metavar="N", type=count, default=3000, help="calls and notes; default: 3000")
    parser.add_argument("--cases", metavar="N", type=count, default=300, help="default: 300")
    parser.add_argument("--seed", metavar="S", type=int, default=1, help="any whole number; default: 1")
    parser.add_argument(
        "--region", metavar="CC",
        help="country of the centre, whose people prevail; becomes the folder's setting (default: that setting)",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Fill the folder; KnownError where it cannot be filled."""
    size = Size(args.customers, args.interactions, args.cases)
    if not size.customers and (size.interactions or size.cases):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Nobody to call"),
            QT_TRANSLATE_NOOP("AppError", "Interactions and cases belong to customers; ask for at least one."),
        )
    begun = time.monotonic()
    region = phone_numbers.check_region(args.region) if args.region else None
    with closing(DataFolder(args.data)) as folder:
        folders.tell_about_key(args.data, folder.key)
        check_empty(folder)
        sys.stderr.write(_BEFORE)
        progress = Progress(size.customers)
        load(folder, chunks(args.seed, _set_region(args.data, region), utc_now(), size), progress)
    progress.end()
    folders.print_lines([progress.counts() | {"seconds": round(time.monotonic() - begun, 1)}])
    return 0


def _set_region(path: Path, region: str | None) -> str:
    """Make a region the folder's own; return the one in force."""
    settings = settings_file.load(path)
    if region is not None and region != settings.region:
        settings = replace(settings, region=region)
        settings_file.save(path, settings)
    return settings.region


class Progress:
    """Tells on stderr how far the loading is: a line that changes on a terminal, else one each few seconds."""

    QUIET_SECONDS = 5.0

    def __init__(self, customers: int) -> None:
        self._all = customers
        self._counts: Counter[str] = Counter()
        self._terminal = sys.stderr.isatty()
        self._told = time.monotonic()

    def __call__(self, rows: Rows) -> None:
        self._counts.update({table: len(found) for table, found in rows.tables.items()})
        now = time.monotonic()
        if self._terminal or now - self._told >= self.QUIET_SECONDS:
            self._told = now
            total = sum(self._counts.values())
            line = f"{self._counts['customer']:,} of {self._all:,} customers, {total:,} rows"
            sys.stderr.write(f"\r{line}\x1b[K" if self._terminal else f"{line}\n")
            sys.stderr.flush()

    def end(self) -> None:
        """Leave the line that changed."""
        if self._terminal:
            sys.stderr.write("\n")

    def counts(self) -> dict[str, float]:
        """Return how many of what is in."""
        counted: dict[str, float] = {name: self._counts[table] for table, name in _COUNTED.items()}
        notes_and_calls = self._counts["interaction"] - self._counts["case"] - self._counts["follow_up"]
        return {"customers": counted.pop("customers"), "interactions": notes_and_calls} | counted
