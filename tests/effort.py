"""How much a run does, from which seed, and how much memory it holds."""

from __future__ import annotations

import os
import time
from pathlib import Path

FULL = bool(os.environ.get("RINGBOOK_FULL"))
SEED = int(os.environ.get("RINGBOOK_FUZZ_SEED") or (time.time() if FULL else 2026))
_STATM = Path("/proc/self/statm")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def effort(small: int, full: int) -> int:
    """Return how many of something: the small number in CI, the full one with RINGBOOK_FULL=1."""
    return full if FULL else small


def said_seed(salt: int = 0) -> int:
    """Print and return the seed; RINGBOOK_FUZZ_SEED repeats a run."""
    print(f"RINGBOOK_FUZZ_SEED={SEED}")
    return SEED + salt


def resident() -> float:
    """Return the megabytes this process holds now; 0 where the system does not tell."""
    return int(_STATM.read_text().split()[1]) * _PAGE / 1e6 if _STATM.exists() else 0.0
