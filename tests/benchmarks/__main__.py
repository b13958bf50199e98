"""Measure the jobs of `docs/performance.md`: `python -m tests.benchmarks --customers N --interactions N --cases N`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

from tests.benchmarks.measuring import Row, table

GROUPS = ("reads", "saves", "starts", "rings")
KEY = "be" * 32
SEED = 7


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table (or one JSON object a row), progress on stderr."""
    args = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="ringbook-bench-", ignore_cleanup_errors=True) as home:
        _surroundings(Path(home))
        rows = list(_told(run(args.data or Path(home, "data"), args)))
    if args.json:
        for row in rows:
            print(json.dumps(row.as_dict()))
    else:
        print(table(rows))
    return 0


def run(data: Path, args: argparse.Namespace) -> Iterator[Row]:
    """Make the data where there is none and yield row after row."""
    from app.bootstrap import open_backend  # after the surroundings are set
    from app.sample.world import Size
    from tests.benchmarks import reads, rings, saves, starts, world

    world.fill(data, Size(args.customers, args.interactions, args.cases))
    with_backend: dict[str, Callable[..., Iterator[Row]]] = {
        "reads": lambda backend: reads.rows(backend, args.rounds, Random(SEED)),
        "saves": lambda backend: saves.rows(backend, max(args.rounds // 2, 3)),
    }
    for group in args.only:
        if group in with_backend:
            with closing(open_backend(data)) as backend:
                yield from with_backend[group](backend)
        elif group == "starts":
            yield from starts.rows(data, max(args.rounds // 40, 1))
        else:
            yield from rings.rows(data, max(args.rounds // 5, 3), args.speed)


def _told(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        sys.stderr.write(f"{row.job}: raw {median(row.raw):.3f} {row.unit}, ours {median(row.ours):.3f}\n")
        yield row


def _surroundings(home: Path) -> None:
    """Touch nothing of the user's: another home, a key of our own, no screen."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home)
    os.environ.update(RINGBOOK_KEY=KEY, QT_QPA_PLATFORM="offscreen")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    for name, default in (("customers", 10_000), ("interactions", 30_000), ("cases", 3_000)):
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N")
    parser.add_argument("--rounds", type=int, default=400, metavar="N", help="pops; the other jobs in proportion")
    parser.add_argument("--speed", type=float, default=1.0, help="of the burst recording (1 is 15 calls a second)")
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=GROUPS, metavar="GROUP", help=" ".join(GROUPS))
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the data here, or use what an earlier run made")
    parser.add_argument("--json", action="store_true", help="one JSON object a row")
    return parser


if __name__ == "__main__":
    sys.exit(main())
