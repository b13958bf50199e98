"""`main.py bench`: measure the console on this machine. The benchmarks themselves are no part of the program."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import app
from app.commands import folders
from app.errors import QT_TRANSLATE_NOOP, KnownError

GROUPS = ("reads", "saves", "starts", "rings")
FLAT_SIZES = (10_000, 100_000, 1_000_000)
ROOT = Path(app.__file__).parents[1]
MODULE = Path("tests", "benchmarks", "__main__.py")
GRACE_SECONDS = 1.0  # a terminal sends Ctrl-C to both; who was told alone tells the other after this
END_SECONDS = 20.0

_DESCRIPTION = """\
Measure how fast this machine serves a call: each job beside what the bare engine or bare Qt needs for it in the same
run, with the figure to reach. The data is a sample world; it is made the first time and kept for the next ones."""
_EPILOG = """\
exit status:
  0    everything was measured; what is over its figure is said in the table
  2    it cannot be measured; a sentence on stderr says why
  130  stopped by Ctrl-C"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `bench` to the commands of main.py."""
    parser = subparsers.add_parser(
        "bench",
        help="measure the console on this machine",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_options(parser)
    parser.set_defaults(run=run)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the benchmarks, which read them once more where they run."""
    count, least = folders.at_least(1), folders.at_least(0)
    parser.add_argument("--customers", metavar="N", type=count, default=10_000, help="default: 10000")
    parser.add_argument("--interactions", metavar="N", type=least, default=30_000, help="default: 30000")
    parser.add_argument("--cases", metavar="N", type=least, default=3_000, help="default: 3000")
    parser.add_argument(
        "--flat", metavar="N", nargs="*", type=count,
        help="measure reads at each of these numbers of customers (default: 10000 100000 1000000), the rest in "
        "proportion, and print them side by side",
    )  # fmt: skip
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=GROUPS, metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--rounds", type=count, default=400, metavar="N", help="pops; the other jobs in proportion")
    parser.add_argument(
        "--speed",
        type=float,
        default=1.0,
        metavar="S",
        help="of the recorded burst; 1, the default, is 15 calls a second",
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where the data is or will be (default: in the user's cache)"
    )
    parser.add_argument("--json", action="store_true", help="JSON Lines: the machine and sizes, then each job")


def run(args: argparse.Namespace) -> int:
    """Run the benchmarks of the checkout in a process of their own; return its exit status."""
    if not (ROOT / MODULE).is_file():
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The benchmarks are not here"),
            QT_TRANSLATE_NOOP("AppError", "There is no {file}. Run “bench” in a checkout of the source."),
            file=ROOT / MODULE,
        )
    child = subprocess.Popen([sys.executable, "-m", "tests.benchmarks", *arguments(args)], cwd=ROOT)  # noqa: S603
    try:
        return child.wait()
    except KeyboardInterrupt:
        _end(child)
        raise


def arguments(args: argparse.Namespace) -> Sequence[str]:
    """Return the command line that says the same; paths hold wherever it is run."""
    found = ["--customers", args.customers, "--interactions", args.interactions, "--cases", args.cases]
    found += ["--rounds", args.rounds, "--speed", args.speed, "--only", *args.only]
    if args.data is not None:
        found += ["--data", args.data.resolve()]
    if args.flat is not None:
        found += ["--flat", *args.flat]
    return [str(word) for word in found + ["--json"] * args.json]


def _end(child: subprocess.Popen[bytes]) -> None:
    """Have the other process end: by what the terminal told it, by being told, by force."""
    for how, seconds in ((None, GRACE_SECONDS), (signal.SIGINT, END_SECONDS), (signal.SIGKILL, None)):
        if how is not None:
            child.send_signal(how)
        try:
            child.wait(seconds)
            return
        except subprocess.TimeoutExpired:
            continue
