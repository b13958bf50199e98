"""From the start of the process to the first paint and to a console that takes calls; and its memory then.

Usable is when the drafts are back and the PBX link is started; today's promises are read behind that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row

ROOT = Path(__file__).parents[2]
PATIENCE = 60
Facts = list[dict[str, float]]


def rows(data: Path, rounds: int) -> Iterator[Row]:
    """Yield the rows of a start; each round is a bare window and ours, as processes of their own.

    One round alone is the very first start.
    """
    bare: Facts = []
    ours: Facts = []
    skipped = min(rounds - 1, 1)  # the first start also compiles, and fills the disk cache
    for number in range(rounds + skipped):
        facts = (_start("bare_window"), _start("our_window", "--data", str(data)))
        if number >= skipped:
            bare.append(facts[0])
            ours.append(facts[1])
    painted = [fact["painted"] for fact in bare]
    yield Row("start: to the first paint", "ms", painted, [fact["painted"] for fact in ours])
    yield Row("start: until usable", "ms", painted, [fact["usable"] for fact in ours])
    yield Row("memory: idle", "MiB", [fact["memory"] for fact in bare], [fact["memory"] for fact in ours])


def _start(module: str, *arguments: str) -> dict[str, float]:
    """Run a window until it ends itself; return when what happened, in ms since its start."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of our starts compiles our modules, the bare one none
    begun = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=PATIENCE, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{module} failed: {done.stderr.decode(errors='replace')}")
    facts: dict[str, float] = json.loads(done.stdout)
    return {name: value if name == "memory" else (value - begun) * 1000 for name, value in facts.items()}
