"""Killed at any moment, alone and several at once: nothing acknowledged is lost or doubled, and drafts come back.

RINGBOOK_FULL=1 kills a thousand times in all, in about ten minutes on two cores.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FULL = bool(os.environ.get("RINGBOOK_FULL"))
# kind: (kills, kills in CI); those of "together" come three a round
KILLS = {"alone": (220, 10), "together": (330, 9), "command": (220, 9), "first-start": (100, 3), "window": (170, 2)}
EACH_ROUND = {"together": 3}
MOST_ESCAPED = 0.15  # a life may end before its moment comes


@pytest.mark.slow
@pytest.mark.timeout(1500)
@pytest.mark.parametrize("kind", KILLS)
def test_nothing_acknowledged_is_lost_or_doubled_and_drafts_come_back(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    kills = KILLS[kind][0 if FULL else 1]
    rounds = round(kills * (1 + MOST_ESCAPED if FULL else 1)) // EACH_ROUND.get(kind, 1)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.kills", kind, str(tmp_path / "data"), "--rounds", str(rounds)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    print(kind, told)
    assert told["wrong"] == [], done.stderr
    assert told["killed"] >= (kills if FULL else 1)
    assert told["acknowledged"] or kind == "first-start" or not FULL
    if FULL and kind in ("alone", "together", "window"):
        assert told["drafts_back"] and len(told["moments"]) >= 9
