"""The last verified backup of a data folder: where it is, when it was made, up to which operation it reaches."""

from __future__ import annotations

import json
import logging
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.private_file import write_private

RECORD = "backup.json"
log = logging.getLogger(__name__)


class BackupRecord(NamedTuple):
    """A backup that was read back whole; it holds the operations of `device` up to `last_n`; `size` in bytes."""

    path: str
    made_at: datetime
    device: str
    last_n: int
    size: int


def read(folder: Path) -> BackupRecord | None:
    """Return the last backup; None where none was made or its record cannot be read."""
    try:
        raw = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        made_at = datetime.fromisoformat(raw["made_at"])
        if made_at.tzinfo is None:
            return None
        return BackupRecord(str(raw["path"]), made_at, str(raw["device"]), int(raw["last_n"]), int(raw["size"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(folder: Path, record: BackupRecord) -> None:
    """Note a backup; where it cannot be noted it is whole all the same."""
    try:
        write_private(folder / RECORD, json.dumps(record._asdict(), default=str, indent=2))
    except OSError as error:
        log.warning("the backup could not be noted: %s", error.strerror)


def covered(folder: Path, device: object = None) -> tuple[datetime, int] | None:
    """Return when the last verified backup was made and the last operation (its n) it holds.

    None when there is none, when its file is no longer where it was written, or when it is of another `device` than
    the one given: operations after a restore count anew.
    """
    record = read(folder)
    if record is None or (device is not None and record.device != str(device)) or not Path(record.path).is_file():
        return None
    return record.made_at, record.last_n
