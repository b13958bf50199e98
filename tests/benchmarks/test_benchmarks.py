"""The benchmarks run, at a size at which their figures mean nothing."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.starts import ROOT

JOBS = {
    "pop: number to record",
    "search: Latin, 4 letters",
    "search: accents",
    "search: Chinese, 1 character",
    "search: Chinese, 2 characters",
    "search: Chinese, 3 characters",
    "search: company",
    "search: number part",
    "search: two words",
    "queue: first page",
    "queue: page anywhere",
    "queue: page, one filter",
    "queue: page, three filters",
    "queue: counts of all chips",
    "save: until the agent is told",
    "save: until readers see it",
    "save: 1,000 operations in bulk",
    "start: to the first paint",
    "start: until usable",
    "memory: idle",
    "ring: PBX bytes to painted card",
    "ring during a bulk write",
    "search: key to painted list",
}
WAITED_FOR = {"pop", "search", "queue", "save: until the agent is told", "start", "memory", "ring"}  # have a figure
SMALL = ("--customers", "300", "--interactions", "900", "--cases", "90", "--rounds", "4", "--speed", "4")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_every_job_is_measured_beside_its_limit(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks", *SMALL, "--json", "--data", str(tmp_path / "data")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    about, *lines = map(json.loads, done.stdout.splitlines())
    assert about["sizes"] == {"customers": 300, "interactions": 900, "cases": 90}
    assert about["machine"]["cores"] >= 1 and about["machine"]["python"]
    rows = {row["job"]: row for row in lines}
    assert set(rows) == JOBS
    assert all(any(job.startswith(beginning) for job in JOBS) for beginning in WAITED_FOR)
    for row in rows.values():
        assert math.isfinite(row["ratio"]) and row["ratio"] > 0, row
        assert 0 < row["ours p50"] <= row["ours p95"] and row["rounds"] >= 1, row
