"""`case add` as a shell runs it, killed and several at once: every printed reference is there, none twice.

Each start costs a second here; the hundreds of kills are in `test_kills.py`."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.app.commands.running import run

ROOT = Path(__file__).parents[2]
FULL = bool(os.environ.get("RINGBOOK_FULL"))
ROUNDS = 20 if FULL else 2
AT_ONCE = 4 if FULL else 2
EACH = 5 if FULL else 1
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)


def start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "main.py", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def start_add(data: Path, summary: str) -> subprocess.Popen[str]:
    return start(
        "case", "add", "--data", str(data), "--number", "0934445566", "--kind", "complaint", "--summary", summary
    )


def add(data: Path, summary: str) -> str:
    said, error = (process := start_add(data, summary)).communicate()
    assert process.returncode == 0, error
    return str(json.loads(said)["reference"])


def listed(data: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Return {reference: summary}, as a start finds them that has brought in what the last one left."""
    ran = run(capsys, "case", "list", "--data", data)
    assert ran.code == 0, ran.error
    cases = ran.rows
    assert len({case["reference"] for case in cases}) == len(cases)
    return {case["reference"]: case["summary"] for case in cases}


def test_what_was_printed_before_a_kill_is_there_and_none_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    printed = {add(tmp_path, "whole"): "whole"}
    whole = time.monotonic() - began
    chance = random.Random(3)
    for n in range(ROUNDS):
        process = start_add(tmp_path, f"round {n}")
        time.sleep(chance.uniform(0.0, whole))
        process.kill()
        said, _ = process.communicate()
        for line in said.splitlines():
            reference = json.loads(line)["reference"]
            assert reference not in printed
            printed[reference] = f"round {n}"
    last = add(tmp_path, "after")
    found = listed(tmp_path, capsys)
    assert printed.items() <= found.items() and last not in printed
    assert len(set(found.values())) == len(found), "one call of the command made two cases"


def test_several_at_once_get_references_of_their_own_and_lose_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def loop(worker: int) -> dict[str, str]:
        return {add(tmp_path, text): text for text in (f"{worker}/{n}" for n in range(EACH))}

    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = list(pool.map(loop, range(AT_ONCE)))
    printed = {reference: text for one in told for reference, text in one.items()}
    assert len(printed) == AT_ONCE * EACH
    assert listed(tmp_path, capsys) == printed
