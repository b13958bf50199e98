"""`main.py restore FILE`: put a backup into a data folder, on this computer or another."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from app.commands import folders
from app.commands.progress import Percent
from app.storage import backup_errors as errors
from app.storage import restore as restoring
from app.storage.restore import Backup

VARIABLE = "RINGBOOK_RECOVERY_KEY"
_DESCRIPTION = """\
Put the backup FILE into the data folder DIR. Where this computer lacks the key of the data, the recovery key is asked
for, or taken from the environment variable RINGBOOK_RECOVERY_KEY; the key is then kept here as at a first start.

FILE is checked to its last byte and the new state is built beside what is there before anything is touched. What DIR
held is kept in it, in a folder “replaced-” with the date. The restored desk goes on under references with another
beginning, so that the one the backup is of may live on. One JSON object is printed with the keys data, made_at,
customers, interactions, cases, follow_ups and replaced (where what was there lies now, or null)."""
_EPILOG = """\
exit status:
  0    DIR holds the state of the backup
  2    FILE is no whole backup, the recovery key does not fit, DIR is in use, or it was not confirmed; a sentence on
       stderr says which, and DIR is as it was
  130  stopped by Ctrl-C: DIR is as it was"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `restore` to the commands of main.py."""
    parser = subparsers.add_parser(
        "restore", help="put a backup into a data folder",
        description=_DESCRIPTION, epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup to restore")
    folders.add_data(parser)
    parser.add_argument("--yes", action="store_true", help="replace what is there without asking")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore; KnownError for what is in the way."""
    backup = restoring.look_at(args.file)
    _confirm(backup, args.data, args.yes)
    needed = restoring.needs_recovery_key(backup, args.data)
    progress = Percent("Restore")
    try:
        aside = restoring.restore(backup, args.data, _recovery_key() if needed else None, progress)
    finally:
        progress.end()
    manifest = backup.manifest
    row = {"data": str(args.data.absolute()), "made_at": manifest.made_at.isoformat(), **manifest.counts}
    folders.print_lines([row | {"replaced": str(aside.absolute()) if aside is not None else None}])
    return 0


def _confirm(backup: Backup, folder: Path, yes: bool) -> None:
    """Ask before anything is replaced; who cannot be asked gives --yes."""
    if yes or not restoring.holds_data(folder):
        return
    made_at = backup.manifest.made_at.astimezone()
    if sys.stdin.isatty():
        sys.stderr.write(
            f"{folder} holds data. It will be replaced by the state of {made_at:%Y-%m-%d %H:%M} "
            f"({backup.manifest.counts.get('customers', 0):,} customers, {backup.manifest.counts.get('cases', 0):,} "
            "cases); what was saved since then will not be in it. What is there now is kept in a folder beside it.\n"
            "Replace it? Type yes: "
        )
        sys.stderr.flush()
        if sys.stdin.readline().strip().casefold() == "yes":
            return
    raise errors.would_replace(folder, backup.manifest.made_at)


def _recovery_key() -> str | None:
    """Return the recovery key from the environment, else as typed without echo; None where nobody can type."""
    if given := os.environ.get(VARIABLE):
        return given
    return getpass.getpass("Recovery key: ") if sys.stdin.isatty() else None
