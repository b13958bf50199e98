"""What the commands on a data folder share: the --data option, opening the folder, and JSON Lines on stdout."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app import phone_numbers, user_folder
from app.bootstrap import Backend, open_backend
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.folder import STORE, finish_restore, is_shared
from app.storage.keys import ABOUT, FolderKey

_NO_KEYRING = """\
This computer has no keyring: the key of {folder} lies in the file "key" in it, readable for its owner only.
"""
_RECOVERY_KEY = """\
The recovery key of {folder} is {key}
Print it or keep it elsewhere: without it a lost key means lost data.
"""


def add_data(parser: argparse.ArgumentParser, *, shared: bool = True) -> None:
    """Add --data DIR, which every one of these commands needs, and as another name of it (`shared`) --store URL."""
    if not shared:
        parser.add_argument("--data", metavar="DIR", type=Path, required=True, help="the data folder")
        return
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--data", metavar="DIR", type=Path, help="the data folder")
    either.add_argument(
        "--store",
        metavar="URL",
        dest="desk",
        help="the folder of your desk of a shared store: postgresql://user@server/database or a file; "
        "made where there is none",
    )


def name_folder(args: argparse.Namespace) -> None:
    """Have --data be the folder that --store means; raises KnownError for an address that is none."""
    if getattr(args, "desk", None) is not None:
        from app.sync import desk_folder  # for a shared store alone
        from app.sync.address import parse

        args.data = desk_folder.make(user_folder.base(), parse(args.desk))


def add_region(parser: argparse.ArgumentParser) -> None:
    """Add --region CC."""
    parser.add_argument(
        "--region",
        metavar="CC",
        help="country in which national numbers are read, as ISO 3166 code (default: the folder's setting)",
    )


def at_least(least: int) -> Any:
    """Return an argparse type: a whole number from `least` on."""

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
        if value < least:
            raise argparse.ArgumentTypeError(f"{value} is less than {least}")
        return value

    return read


def check_own(path: Path) -> None:
    """Raise KnownError for a desk of a shared store where only one seat's own data are meant."""
    if is_shared(path):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "This is a desk of a shared store"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "{path} holds a part of it and what waits. The store itself is looked after by “main.py store”.",
            ),
            path=path,
        )


def open_existing(path: Path) -> Backend:
    """Open a data folder that is there; raises KnownError, and makes nothing, where there is none."""
    check_existing(path)
    return open_backend(path)


def check_existing(path: Path) -> None:
    """Raise KnownError where there is no data folder."""
    finish_restore(path)
    if not (path / ABOUT).is_file() or not (is_shared(path) or (path / STORE).is_file()):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no data"),
            QT_TRANSLATE_NOOP("AppError", "{path} is no data folder. Make one with “sample” or in the window."),
            path=path,
        )


def open_or_make(path: Path) -> Backend:
    """Open a data folder, making it the first time; what must be told about its key goes to stderr."""
    backend = open_backend(path)
    tell_about_key(path, backend.folder.key)
    return backend


def tell_about_key(path: Path, key: FolderKey) -> None:
    """Say on stderr where the key of a new folder lies and what its recovery key is."""
    if key.new_recovery_key is None:
        return
    if key.kept_in == "file":
        sys.stderr.write(_NO_KEYRING.format(folder=path))
    tell_recovery_key(path, key.new_recovery_key)


def tell_recovery_key(path: Path, key: str) -> None:
    """Say on stderr what the new recovery key of a folder is."""
    sys.stderr.write(_RECOVERY_KEY.format(folder=path, key=key))


def region_of(args: argparse.Namespace, setting: str) -> str:
    """Return the region a command reads numbers in; raises KnownError when there is no such one."""
    return phone_numbers.check_region(args.region) if args.region is not None else setting


def print_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON object a line; a reader that has had enough (`head`) ends it in silence."""
    try:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
