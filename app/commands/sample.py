"""`main.py sample`: fill an empty data folder with a world of made-up customers."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from dataclasses import replace

from app import phone_numbers
from app import settings as settings_file
from app.commands import folders
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sample.load import check_may_fill, fill
from app.sample.progress import Progress
from app.sample.state import State
from app.sample.world import Recipe, Size
from app.storage.folder import DataFolder
from models.base import utc_now

_DESCRIPTION = """\
Fill an empty data folder with made-up customers (Catalan, Spanish, English and Chinese; people, families and
companies), calls and notes of three years, cases, and follow-ups. The same seed makes the same people and cases;
their times count back from now. Stopped by Ctrl-C, a crash or a full disk, the same command goes on where it stopped;
until it has come to its end nothing else opens the folder.

The rows are written in bulk, around the operations by which everything else is saved, so they have no history of
changes. At the end one JSON object is printed with the keys customers, interactions, cases, follow_ups, rows (of all
tables) and seconds (of this run)."""
_EPILOG = """\
exit status:
  0    the folder is filled
  2    it holds customers or cases already, cannot be used, or an argument is wrong; a sentence on stderr says which
  130  stopped by Ctrl-C: run the same command to go on"""
_BEFORE = "Sample data goes into the store in bulk, around the operations: it has no history of changes.\n"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `sample` to the commands of main.py."""
    parser = subparsers.add_parser(
        "sample",
        help="fill an empty data folder with made-up customers",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    folders.add_data(parser, shared=False)
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
    folders.check_own(args.data)
    region = phone_numbers.check_region(args.region) if args.region else None
    with closing(DataFolder(args.data, unfinished=True)) as folder:
        folders.tell_about_key(args.data, folder.key)
        settings = settings_file.load(args.data)
        recipe = Recipe.of(args.seed, region or settings.region, utc_now(), size)
        check_may_fill(folder, recipe)
        if recipe.region != settings.region:
            settings_file.save(args.data, replace(settings, region=recipe.region))
        sys.stderr.write(_BEFORE)
        progress = Progress()
        state = fill(folder, recipe, progress)
    progress.end()
    folders.print_lines([_counts(state) | {"seconds": round(progress.seconds, 1)}])
    return 0


def _counts(state: State) -> dict[str, float]:
    """Return how many of what is in."""
    rows = state.rows
    notes_and_calls = rows["interaction"] - rows["case"] - rows["follow_up"]
    return {
        "customers": rows["customer"], "interactions": notes_and_calls, "cases": rows["case"],
        "follow_ups": rows["follow_up"], "rows": rows.total(),
    }  # fmt: skip
