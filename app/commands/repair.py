"""`main.py repair`: set aside what is damaged in a data folder and let what is whole go on."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

from app.commands import folders
from app.commands.progress import Percent
from app.commands.restore import VARIABLE
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage import repair as repairing
from app.storage.repair import Problems, Report

_DESCRIPTION = """\
Check the data folder DIR and mend what is damaged in it. Nothing is deleted: damaged files go into a folder in DIR,
“replaced-” with the date in its name.

A damaged store is made anew from what can be read of it and from every change the outbox holds; where a daily backup
has more, “restore” brings that back. A damaged outbox is begun anew under another name for this desk, with the changes
and drafts that can be read. Where ringbook.json is damaged the key is looked for on this computer, else the recovery
key is taken from RINGBOOK_RECOVERY_KEY; a new recovery key is printed on stderr. Damaged settings give way to the
defaults.

One JSON object is printed with the keys data, problems (sentences by file, none when all is whole), replaced (where the
damaged files lie now, or null), rows (read from the damaged store, by table), holes (places that could not be read, by
table), replayed and not_applied (operations of the outbox), drafts (read from a damaged outbox, or null), device and
after (the desk that ended and the last operation of it that is known), lost (the operations of it that nobody has, null
when that cannot be said) and last_backup."""
_EPILOG = """\
exit status:
  0  DIR is whole, or was mended
  2  DIR is in use, its key is not here, the disk refuses, or it was not confirmed; a sentence on stderr says which, and
     DIR is as it was"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `repair` to the commands of main.py."""
    parser = subparsers.add_parser(
        "repair", help="set aside what is damaged and let what is whole go on",
        description=_DESCRIPTION, epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    folders.add_data(parser)
    parser.add_argument("--yes", action="store_true", help="mend without asking")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Mend; KnownError for what is in the way."""
    folder: Path = args.data
    if not any((folder / name).exists() for name in repairing.FILES):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no data"),
            QT_TRANSLATE_NOOP("AppError", "{path} is no data folder. Make one with “sample” or in the window."),
            path=folder,
        )
    progress = Percent("Check")
    try:
        agree = partial(_confirm, folder, args.yes)
        report = repairing.repair(folder, os.environ.get(VARIABLE), progress, agree)
    finally:
        progress.end()
    folders.print_lines([_row(folder, report)])
    if report.new_recovery_key is not None:
        folders.tell_recovery_key(folder, report.new_recovery_key)
    return 0


def _row(folder: Path, report: Report) -> dict[str, Any]:
    return {
        "data": str(folder.absolute()), "problems": report.problems,
        "replaced": str(report.aside.absolute()) if report.aside is not None else None,
        "rows": report.rows, "holes": report.holes, "replayed": report.replayed, "not_applied": report.not_applied,
        "drafts": report.drafts, "device": report.device, "after": report.after, "lost": report.lost,
        "last_backup": report.last_backup,
    }  # fmt: skip


def _confirm(folder: Path, yes: bool, problems: Problems) -> None:
    """Ask before anything is replaced; who cannot be asked gives --yes."""
    for sentences in problems.values():
        sys.stderr.write("".join(f"{sentence}\n" for sentence in sentences))
    if yes:
        return
    if sys.stdin.isatty():
        sys.stderr.write(f"Mend {folder}? What is damaged is kept in a folder beside it. Type yes: ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().casefold() == "yes":
            return
    raise KnownError(
        QT_TRANSLATE_NOOP("AppError", "Not mended"),
        QT_TRANSLATE_NOOP("AppError", "{files} of {folder} must be mended. Confirm it, or give --yes."),
        files=", ".join(problems), folder=folder,
    )  # fmt: skip
