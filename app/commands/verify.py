"""`main.py verify`: whether a backup or a data folder is whole, to the last bit."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from app.commands import folders
from app.commands.progress import Percent
from app.commands.restore import VARIABLE
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage import backup_errors as errors
from app.storage import keys
from app.storage.restore import Backup, look_at
from app.storage.verify import verify_backup, verify_folder

_DESCRIPTION = """\
Check the backup FILE, or the data folder DIR, which may be in use. Of a backup every byte is compared with what was
written; where its key is at hand (on this computer, in RINGBOOK_KEY, in DIR, or by RINGBOOK_RECOVERY_KEY) every page is
opened too. Of a data folder every page of both files is read, and the outbox compared with the store.

One JSON object is printed with the keys whole, problems (sentences, none when whole), and file, made_at, version,
customers, interactions, cases, follow_ups and opened (whether the key was at hand), or data."""
_EPILOG = """\
exit status:
  0  whole
  2  damaged, cannot be read, or an argument is wrong; one sentence on stderr says which"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `verify` to the commands of main.py."""
    parser = subparsers.add_parser(
        "verify", help="check a backup or a data folder to the last bit",
        description=_DESCRIPTION, epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="the backup to check")
    parser.add_argument("--data", metavar="DIR", type=Path, help="the data folder; with FILE, where its key may lie")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check; KnownError when it is not whole."""
    if args.file is not None:
        return _verify_file(args.file, args.data or Path())
    if args.data is None:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Nothing to check"),
            QT_TRANSLATE_NOOP("AppError", "Name a backup, or a data folder with --data."),
        )
    return _verify_data(args.data)


def _verify_file(path: Path, folder: Path) -> int:
    row: dict[str, object] = {"file": str(path.absolute()), "whole": False, "problems": []}
    try:
        backup = look_at(path)
        manifest = backup.manifest
        master = _master(backup, folder)
        row |= {"made_at": manifest.made_at.isoformat(), "version": manifest.version, **manifest.counts}
        row["opened"] = master is not None
        if problems := _told(lambda progress: verify_backup(backup, master, progress)):
            raise errors.backup_damaged(path, problems[0])
    except KnownError as error:
        folders.print_lines([row | {"problems": [str(error)]}])
        raise
    folders.print_lines([row | {"whole": True}])
    return 0


def _verify_data(folder: Path) -> int:
    folders.check_existing(folder)
    problems = _told(lambda progress: verify_folder(folder, progress))
    folders.print_lines([{"data": str(folder.absolute()), "whole": not problems, "problems": problems}])
    if problems:
        raise errors.data_damaged(folder, problems[0])
    return 0


def _master(backup: Backup, folder: Path) -> bytes | None:
    if typed := os.environ.get(VARIABLE):
        return keys.unwrap(typed, backup.facts)
    return keys.at_hand(folder, backup.facts)


def _told(check: Callable[[Percent], list[str]]) -> list[str]:
    progress = Percent("Check")
    try:
        return check(progress)
    finally:
        progress.end()
