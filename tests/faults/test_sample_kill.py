"""`sample` killed at any moment, again and again: it ends with the rows of one that nobody stopped."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

import pytest

from app.sample import ahead, load
from app.sample.rows import TABLES
from app.sample.world import Recipe, Size
from app.storage.folder import DataFolder
from app.storage.unfinished import is_unfinished
from tests.faults.forks import Child, die_in, say

ROOT = Path(__file__).parents[2]
FULL = bool(os.environ.get("RINGBOOK_FULL"))
ROUNDS = 20 if FULL else 1
SIZE = Size(20_000, 60_000, 6_000) if FULL else Size(500, 1_500, 150)
RECIPE = Recipe.of(3, "TW", datetime(2026, 11, 21, 12, 0, tzinfo=UTC), SIZE, chunk=SIZE.customers // 20)
MOST_KILLS = 40  # of one filling
MOST_STEPS = 10  # a chunk or an index each; there are about 45
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)


def fill(path: Path, progress: load.Progress = lambda _: None) -> None:
    with closing(DataFolder(path, unfinished=True)) as folder:
        if folder.reader.run(is_unfinished) or not folder.reader.run(load.has_data):
            load.fill(folder, RECIPE, progress)


def digest(path: Path) -> dict[str, str]:
    """Return what each table holds, and all that is in the file beside."""
    found = {}
    with closing(DataFolder(path)) as folder:
        queries = {name: f'SELECT * FROM "{name}"' for name in TABLES}
        queries["schema"] = "SELECT type, name, sql FROM sqlite_master"
        for name, query in queries.items():
            rows = folder.reader.run(lambda connection, query=query: connection.exec_driver_sql(query).all())
            found[name] = hashlib.sha256(repr(sorted(map(tuple, rows), key=repr)).encode()).hexdigest()
        whole = folder.reader.run(
            lambda connection: connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        )
        assert whole == ["ok"]
    return found


def say_digest(path: Path) -> None:
    say(**digest(path))


def killed_and_gone_on_with(path: Path, step: float, chance: Random) -> int:
    """Fill a folder by processes that are killed on the way, until one comes to its end; return how many were."""
    for kills in range(MOST_KILLS):
        life = partial(fill_until_killed, path, chance.randint(1, MOST_STEPS), chance.uniform(0.0, step))
        if not Child(life).end().was_killed:
            return kills
    assert not Child(lambda: fill(path)).end().code
    return MOST_KILLS


def fill_until_killed(path: Path, steps: int, seconds: float) -> None:
    """Die within so many seconds after so many steps."""
    left = iter(range(steps))
    fill(path, lambda _: die_in(seconds) if next(left, None) == steps - 1 else None)


def test_a_filling_that_was_killed_goes_on_to_the_same_rows(tmp_path: Path) -> None:
    command = [sys.executable, "-m", __name__, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    (whole, *others), kills = json.loads(done.stdout)
    assert others == [whole] * ROUNDS
    assert kills


def main(folder: Path) -> None:
    """Fill folders, the first without a kill; print what each holds in the end, and how many processes were killed."""
    ahead.WORTH_IT = 1  # small as it is, it is made in a process of its own
    begun = time.monotonic()
    assert not Child(lambda: fill(folder / "whole")).end().code
    step = (time.monotonic() - begun) / RECIPE.chunks / 2
    if not FULL:
        ahead.WORTH_IT = RECIPE.chunks + 1  # to start such a process takes longer than all the filling
    chance = Random(5)
    paths = [folder / str(number) for number in range(ROUNDS)]
    kills = sum(killed_and_gone_on_with(path, step, chance) for path in paths)
    held = [Child(partial(say_digest, path)).end().said for path in (folder / "whole", *paths)]
    sys.stdout.write(json.dumps([held, kills]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
