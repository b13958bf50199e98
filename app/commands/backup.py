"""`main.py backup FILE`: one encrypted file of all that is in a data folder, made while it is in use."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from app.commands import folders
from app.commands.progress import Percent
from app.storage import keys
from app.storage.backup import make_backup

_DESCRIPTION = """\
Write all of a data folder into one FILE, encrypted as the folder is, while the console may be in use. FILE holds both
data files, the settings, and the key wrapped by the recovery key: with the recovery key it opens on any computer,
without it nowhere. The PBX password is not in it.

Everything saved before the time that is printed as made_at is in FILE. It is read back before it gets its name. One
JSON object is printed with the keys file, bytes, made_at, last_n (of the desk's operations) and seconds."""
_EPILOG = """\
exit status:
  0    FILE is there and was read back whole
  2    there is no data in DIR, it is damaged, or FILE cannot be written; a sentence on stderr says which
  130  stopped by Ctrl-C: there is no FILE, or the one before

example:
  main.py backup /media/stick/monday.ringbook --data DIR"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `backup` to the commands of main.py."""
    parser = subparsers.add_parser(
        "backup", help="write all data into one encrypted file, also while the console is in use",
        description=_DESCRIPTION, epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup to write")
    folders.add_data(parser)
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the backup; KnownError for what is in the way."""
    folders.check_existing(args.data)
    begun = time.monotonic()
    progress = Percent("Backup")
    try:
        made = make_backup(args.data, keys.open_folder(args.data), args.file, progress, force=args.force)
    finally:
        progress.end()
    folders.print_lines([{
        "file": made.path, "bytes": made.size, "made_at": made.made_at.isoformat(), "last_n": made.last_n,
        "seconds": round(time.monotonic() - begun, 1),
    }])  # fmt: skip
    return 0
