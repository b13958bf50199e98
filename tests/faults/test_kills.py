"""Killed at any moment, alone and several at once: nothing acknowledged is lost or doubled, and drafts come back.

RINGBOOK_FULL=1 kills a thousand times in all, in about ten minutes on two cores.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FULL = bool(os.environ.get("RINGBOOK_FULL"))
# kind: (lives, lives in CI); those of "together" come three a round
LIVES = {"alone": (230, 10), "together": (330, 6), "command": (230, 6), "first-start": (120, 3), "window": (180, 2)}
EACH_ROUND = {"together": 3}
KILLED = {"first-start": 0.7}  # of the lives; some end before their moment comes


@pytest.mark.slow
@pytest.mark.timeout(7500)
@pytest.mark.parametrize("kinds", [[kind] for kind in LIVES] if FULL else [list(LIVES)], ids=" ".join)
def test_nothing_acknowledged_is_lost_or_doubled_and_drafts_come_back(
    kinds: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    lives = {kind: LIVES[kind][0 if FULL else 1] for kind in kinds}
    rounds = [f"{kind}={count // EACH_ROUND.get(kind, 1)}" for kind, count in lives.items()]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.kills", str(tmp_path), *rounds],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    found = {told["kind"]: told for told in map(json.loads, done.stdout.splitlines())}
    assert list(found) == kinds
    for kind, told in found.items():
        check(kind, told, lives[kind], done.stderr)


def check(kind: str, told: dict[str, Any], lives: int, error: str) -> None:
    assert told["wrong"] == [], f"{kind}: {error}"
    assert told["killed"] >= (lives * KILLED.get(kind, 0.97) if FULL else 1), kind
    assert told["acknowledged"] or kind == "first-start" or not FULL
    if FULL and kind in ("alone", "together", "window"):
        assert told["drafts_back"] and len(told["moments"]) >= 9
