"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import PySide6
from sqlcipher3 import dbapi2 as sqlcipher

MEMINFO, CPUINFO = Path("/proc/meminfo"), Path("/proc/cpuinfo")


def describe() -> dict[str, Any]:
    """Return the date, the machine and the versions that matter."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": _field(CPUINFO, "model name") or platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": _field(MEMINFO, "MemTotal"),
        "load": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "sqlite": sqlcipher.sqlite_version,
    }


def _field(path: Path, name: str) -> str:
    if not path.exists():
        return ""
    lines = (line.partition(":") for line in path.read_text().splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")
