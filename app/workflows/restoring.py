"""Putting a backup back, for a window whose data may not open."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.progress import Progress
from app.storage import restore


@dataclass(frozen=True, slots=True)
class Offer:
    """A backup that may be restored: until when it reaches, what it holds, and what stands in the way."""

    path: Path
    made_at: datetime
    customers: int
    cases: int
    needs_recovery_key: bool
    replaces: bool
    backup: restore.Backup = field(repr=False)


def offer(path: Path, data: Path) -> Offer:
    """Look at a backup that may go into the data folder `data`; raises AppError when it is of no use."""
    found = restore.look_at(path)
    counts = found.manifest.counts
    return Offer(
        path, found.manifest.made_at, counts.get("customers", 0), counts.get("cases", 0),
        restore.needs_recovery_key(found, data), restore.holds_data(data), found,
    )  # fmt: skip


def put_back(offered: Offer, data: Path, recovery_key: str | None, progress: Progress) -> Path | None:
    """Restore; returns where what was replaced is kept. Raises AppError, CancelledError; then `data` is as before."""
    return restore.restore(offered.backup, data, recovery_key, progress)
