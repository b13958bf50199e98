"""The command line: one parser for the window, one for each command, loaded only when it is asked for."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from app import logs, user_folder
from app.errors import AppError

COMMANDS = (
    "trace",
    "replay",
    "sample",
    "bench",
    "lookup",
    "search",
    "case",
    "backup",
    "restore",
    "verify",
    "repair",
    "refused",
    "audit",
    "store",
    "sync",
)
LANGUAGES = ("en", "ca", "zh_CN", "zh_TW")
THEMES = ("light", "dark")
OK, BUG, KNOWN, INTERRUPTED = 0, 1, 2, 130
EPILOG = """\
A command comes first: main.py COMMAND --help tells more of one.

exit codes: 0 done; 1 a bug (its report is in the log); 2 the request cannot be met, a sentence on stderr
says why; 130 stopped by Ctrl-C. Commands print JSON Lines on stdout and need no screen."""
log = logging.getLogger(__name__)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; `run` is there when a command was named, else the window is meant."""
    wanted = [name for name in COMMANDS if name in arguments[:1]]
    if not wanted and any(word in arguments for word in ("-h", "--help")):
        wanted = list(COMMANDS)
    parser = _window_parser()
    if wanted:
        commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
        for name in wanted:
            importlib.import_module(f"app.commands.{name}").add_parser(commands)
    return parser.parse_args(arguments)


def run_command(args: argparse.Namespace) -> int:
    """Run a command; what the user can mend is one sentence on stderr, a bug goes to the log."""
    logs.to_file()
    try:
        if getattr(args, "desk", None) is not None:
            from app.commands import folders  # with the database, which not every command needs

            folders.name_folder(args)
        return int(args.run(args))
    except AppError as error:
        print_error(error)
        return KNOWN
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:
        log.exception("a command failed")
        sys.stderr.write(f"Ringbook met a bug; its report is in {logs.path()}\n")
        return BUG


def run_desks(args: argparse.Namespace) -> int:
    """Open the demo's two windows on one shared store, in processes of their own; exit codes as of a command."""
    from app.sample import two_desks

    look = [f"--{name}={value}" for name in ("language", "theme") if (value := getattr(args, name))]
    args.run = lambda _: two_desks.run(args.data or user_folder.base() / "demo-desks", look)
    return run_command(args)


def print_error(error: AppError) -> None:
    """Say on stderr what happened and what to do."""
    sys.stderr.write(f"{error.title}. {error}\n")


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Ringbook, the book that opens when the phone rings. Without a command the console opens.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=None)
    parser.add_argument("--demo", action="store_true", help="open on sample data and play recorded calls")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder; each user has one by default")
    parser.add_argument(
        "--store", metavar="URL", help="your desk of a shared store: postgresql://user@server/database or a file's path"
    )
    parser.add_argument(
        "--desks", type=int, choices=(1, 2), default=1, help="with --demo: two windows on one shared store"
    )
    parser.add_argument("--pop", metavar="NUMBER", help="show who has this number (or tel: link), in the open window")
    parser.add_argument("--language", choices=LANGUAGES, help="instead of the one in the settings")
    parser.add_argument("--theme", choices=THEMES, help="instead of the one in the settings")
    parser.add_argument(
        "--screenshots", type=Path, metavar="DIR",
        help="with --demo: go through all states without a screen and leave a picture of each",
    )  # fmt: skip
    return parser
