"""Desks and their PostgreSQL killed at any moment: what was said to be saved, and what was answered, is there once.

RINGBOOK_FULL=1 kills a thousand times, in half an hour.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.effort import FULL, effort

ROOT = Path(__file__).parents[2]
KILLS = effort(8, 1000)


def _killed(*options: str) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.sync_kills", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    print(done.stdout)
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_nothing_saved_or_answered_is_lost_or_doubled_whoever_is_killed() -> None:
    told = _killed("--kills", str(KILLS))
    assert told["wrong"] == []
    assert told["desks_killed"] >= KILLS / 2 and told["servers_killed"]
    assert told["answered"] and told["saved"]
    assert not FULL or len(told["moments"]) >= 15


@pytest.mark.skipif(not FULL, reason="the check of the check is of the full run")
@pytest.mark.timeout(600)
def test_a_server_that_forgets_what_it_answered_is_found_out() -> None:
    assert any("was" in line or "forgotten" in line for line in _killed("--kills", "30", "--careless")["wrong"])
