"""`sample` killed at any moment, again and again: it ends with the rows of one that nobody stopped."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.sample import ahead, load
from app.sample.rows import TABLES
from app.sample.world import Recipe, Size
from app.storage.folder import DataFolder
from app.storage.unfinished import is_unfinished

ROOT = Path(__file__).parents[2]
FULL = bool(os.environ.get("RINGBOOK_FULL"))
ROUNDS = 20 if FULL else 2
SIZE = Size(20_000, 60_000, 6_000) if FULL else Size(1_000, 3_000, 300)
RECIPE = Recipe.of(3, "TW", datetime(2026, 11, 21, 12, 0, tzinfo=UTC), SIZE, chunk=SIZE.customers // 20)
MOST_KILLS = 40  # of one filling; it may not come further for ever
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)


def fill(path: Path) -> None:
    with closing(DataFolder(path, unfinished=True)) as folder:
        if folder.reader.run(is_unfinished) or not folder.reader.run(load.has_data):
            load.fill(folder, RECIPE)


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


def start(path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", __name__, str(path)], cwd=ROOT, start_new_session=True)


def test_a_filling_that_was_killed_goes_on_to_the_same_rows(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert start(tmp_path / "whole").wait() == 0
    seconds = time.monotonic() - begun
    whole, chance, kills = digest(tmp_path / "whole"), random.Random(5), 0
    for number in range(ROUNDS):
        path = tmp_path / str(number)
        for _ in range(MOST_KILLS):
            process = start(path)
            try:
                assert process.wait(chance.uniform(0.1, 0.9) * seconds) == 0
                break
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                kills += 1
        else:
            assert start(path).wait() == 0
        assert digest(path) == whole
    assert kills


if __name__ == "__main__":
    ahead.WORTH_IT = 1  # small as it is, it is made in a process of its own
    fill(Path(sys.argv[1]))
