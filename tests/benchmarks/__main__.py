"""Measure the jobs of `docs/performance.md`: `python -m tests.benchmarks --customers N --interactions N --cases N`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from app.commands import bench
from app.errors import AppError
from app.sample.world import Size
from tests.benchmarks import machine, report
from tests.benchmarks.measuring import Row

KEY = "be" * 32
SEED = 7
FLAT_GROUPS = ("reads",)


def main(words: Sequence[str] | None = None) -> int:
    """Print the tables (or one JSON object a row), progress on stderr."""
    args = _parser().parse_args(words)
    asked = Size(args.customers, args.interactions, args.cases)
    about = machine.describe()
    try:
        return _flat(args, asked, about) if args.flat is not None else _all(args, asked, about)
    except AppError as error:
        sys.stderr.write(f"{error.title}. {error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


def _all(args: argparse.Namespace, asked: Size, about: dict[str, Any]) -> int:
    from tests.benchmarks import world

    data = args.data or world.folder_of(asked)
    with _surroundings():
        size = world.fill(data, asked)
        rows = list(_told(run(data, args, args.only)))
    about = {"sizes": asdict(size), "machine": about}
    _print(args, about, [report.facts(row) for row in rows], report.table(rows))
    return 0


def _flat(args: argparse.Namespace, asked: Size, about: dict[str, Any]) -> int:
    """Measure the reads at several sizes, what customers have in the same proportion, and print them side by side."""
    from tests.benchmarks import world

    by_size: dict[int, list[Row]] = {}
    places = {customers: _in_proportion(asked, customers) for customers in args.flat or bench.FLAT_SIZES}
    folders = {c: args.data / str(c) if args.data else world.folder_of(size) for c, size in places.items()}
    with _surroundings():
        for customers, size in places.items():
            world.fill(folders[customers], size)
            by_size[customers] = list(_told(run(folders[customers], args, FLAT_GROUPS)))
    lines = [report.facts(row) | {"customers": customers} for customers, rows in by_size.items() for row in rows]
    about = {"sizes": asdict(places[max(places)]), "machine": about}
    _print(args, about, lines, report.flat_table(by_size))
    return 0


def _in_proportion(size: Size, customers: int) -> Size:
    share = customers / size.customers
    return Size(customers, round(size.interactions * share), round(size.cases * share))


def _print(args: argparse.Namespace, about: dict[str, Any], lines: Sequence[dict[str, Any]], table: str) -> None:
    if args.json:
        for line in (about, *lines):
            print(json.dumps(line, ensure_ascii=False))
    else:
        print(f"{report.head(about)}\n{table}")


def run(data: Path, args: argparse.Namespace, groups: Sequence[str]) -> Iterator[Row]:
    """Yield row after row."""
    from app.bootstrap import open_backend
    from tests.benchmarks import keys, reads, rings, saves, starts, world

    world.read_through(data)

    with_backend: dict[str, Callable[..., Iterator[Row]]] = {
        "reads": lambda backend: reads.rows(backend, args.rounds, Random(SEED)),
        "saves": lambda backend: saves.rows(backend, max(args.rounds // 2, 3)),
    }
    for group in groups:
        if group in with_backend:
            with closing(open_backend(data)) as backend:
                yield from with_backend[group](backend)
        elif group == "starts":
            yield from starts.rows(data, max(args.rounds // 40, 1))
        else:
            yield from rings.rows(data, max(args.rounds // 5, 3), args.speed)
            yield from keys.rows(data, max(args.rounds // 5, 8), Random(SEED))


def _told(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        sys.stderr.write(f"{row.job}: raw {median(row.raw):.3f} {row.unit}, ours {median(row.ours):.3f}\n")
        yield row


@contextmanager
def _surroundings() -> Iterator[None]:
    """Touch nothing of the user's: another home, a key of our own, no screen."""
    with tempfile.TemporaryDirectory(prefix="ringbook-bench-", ignore_cleanup_errors=True) as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        os.environ.update(RINGBOOK_KEY=KEY, QT_QPA_PLATFORM="offscreen")
        yield


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    bench.add_options(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
