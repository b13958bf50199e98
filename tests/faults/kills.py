"""Kills by the hundred: `python -m tests.faults.kills DATA KIND=ROUNDS …` prints a JSON object of what came of each.

A process of its own, since it forks: what asks for it may have threads and open files.
"""

from __future__ import annotations

import argparse
import json
import sys
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from tests.faults import lives
from tests.faults.forks import Child
from tests.faults.ledger import Ledger
from tests.faults.moments import FIRST_START, MOMENTS, OF_A_COMMAND

ROUNDS_A_CHECK = 20
KILLS_A_FIRST_START = 3
DESKS = ("anna", "pere", "meiling")


def desks(ledger: Ledger, rounds: int, chance: Random, names: tuple[str, ...]) -> None:
    """Several processes on one folder, each killed at a moment of its own while the others go on."""
    count = 0
    for n in range(rounds):
        children = {}
        for name in names:
            moment, seed = MOMENTS[count % len(MOMENTS)], Random(chance.random())
            children[name] = Child(partial(lives.desk, ledger.data, name, n, moment, seed))
            count += 1
        for name, child in children.items():
            ledger.take(name, child.end())
        if n % ROUNDS_A_CHECK == ROUNDS_A_CHECK - 1:
            ledger.check()


def commands(ledger: Ledger, rounds: int, chance: Random) -> None:
    """`case add`, once and again."""
    Child(partial(lives.command, ledger.data, "the first", None, chance)).end()
    for n in range(rounds):
        moment = OF_A_COMMAND[n % len(OF_A_COMMAND)]
        child = Child(partial(lives.command, ledger.data, f"call {n:05}", moment, Random(chance.random())))
        ledger.take("command", child.end())
        if n % ROUNDS_A_CHECK == ROUNDS_A_CHECK - 1:
            ledger.check()


def windows(ledger: Ledger, rounds: int, chance: Random) -> None:
    """The console with somebody typing in it."""
    for n in range(rounds):
        child = Child(partial(lives.window, ledger.data, n, MOMENTS[n % len(MOMENTS)], Random(chance.random())))
        ledger.take("window", child.end())
        if n % ROUNDS_A_CHECK == ROUNDS_A_CHECK - 1:
            ledger.check()


def first_starts(ledger: Ledger, rounds: int, chance: Random) -> None:
    """Folders being made: each start is killed a few times, then the next one finishes it."""
    base = ledger.data
    for n in range(rounds):
        if n % KILLS_A_FIRST_START == 0:
            ledger.move_to(base / str(n))
        moment = FIRST_START[n % len(FIRST_START)]
        child = Child(partial(lives.desk, ledger.data, "anna", n, moment, Random(chance.random())))
        ledger.take("anna", child.end())
        if n % KILLS_A_FIRST_START == KILLS_A_FIRST_START - 1:
            ledger.check()


KINDS = {
    "alone": partial(desks, names=DESKS[:1]),
    "together": partial(desks, names=DESKS),
    "command": commands,
    "window": windows,
    "first-start": first_starts,
}


def main() -> int:
    """Run the rounds of each kind and print what came of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("rounds", nargs="+", metavar="KIND=ROUNDS", help=f"kinds: {', '.join(KINDS)}")
    parser.add_argument("--seed", default="7")
    args = parser.parse_args()
    for kind, _, rounds in (one.partition("=") for one in args.rounds):
        told = _told(kind, args.data / kind, int(rounds), args.seed)
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


def _told(kind: str, data: Path, rounds: int, seed: str) -> dict[str, Any]:
    """Run the rounds of one kind and return what came of them."""
    ledger = Ledger(data)
    KINDS[kind](ledger, rounds, Random(seed))
    ledger.check()
    return {
        "kind": kind, "killed": ledger.killed, "acknowledged": ledger.told, "drafts_back": ledger.drafts_back,
        "moments": ledger.moments, "wrong": ledger.wrong,
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
