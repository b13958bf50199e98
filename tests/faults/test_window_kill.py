"""The window is killed at any moment: every reference it showed is there, none twice, and the draft comes back."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import open_backend
from app.cases.queries import newest

ROOT = Path(__file__).parents[2]
ROUNDS = 50 if os.environ.get("RINGBOOK_FULL") else 4
LONGEST_LIFE_SECONDS = 6.0


def live_and_die(data: Path, seconds: float) -> list[dict[str, Any]]:
    """Run the driver, kill it with SIGKILL after `seconds` of typing, and return what it had said."""
    command = [sys.executable, "-m", "tests.faults.window_driver", str(data)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = [process.stdout.readline()]  # {"restored": …}: it types from now on
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    lines += process.stdout.readlines()
    process.wait()
    timer.cancel()
    return [json.loads(line) for line in lines if line.endswith("\n")]


def saved_since(data: Path, summary: str) -> bool:
    """Whether the draft became a case in the very moment of the kill, before the window could say so."""
    backend = open_backend(data)
    found = backend.folder.reader.run(lambda connection: newest(connection, 3))
    backend.close()
    return any(case.summary.startswith(summary) for case in found)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_nothing_the_window_called_saved_is_lost_or_doubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    chance = random.Random(7)
    told: list[str] = []
    kept = ""
    for _ in range(ROUNDS):
        said = live_and_die(tmp_path / "data", chance.uniform(0.0, LONGEST_LIFE_SECONDS))
        assert said and "restored" in said[0]
        if kept and not any(line.startswith(kept) for line in said[0]["restored"]):
            assert saved_since(tmp_path / "data", kept), (kept, said[0])
        for fact in said[1:]:
            kept = fact.get("kept", "" if "reference" in fact else kept)
        told += [fact["reference"] for fact in said if "reference" in fact]
    backend = open_backend(tmp_path / "data")
    cases = [backend.reads.search(reference).cases for reference in told]
    backend.close()
    assert told and all(len(found) == 1 for found in cases) and len(set(told)) == len(told)
