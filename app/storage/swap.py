"""Puts a restored state in the place of the one before so that a kill at any moment leaves one of them whole.

What is restored is built in RESTORING inside the data folder. Its renaming to READY decides: from then on whoever opens
the folder first finishes the move. The files before go into a folder with the date in its name and stay there.
"""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from itertools import count
from pathlib import Path

RESTORING, READY, MOVING = "restore.new", "restore.ready", "restore.moving"
ASIDE = "replaced-{:%Y-%m-%d-%H%M%S}"
ASIDE_NAME = "aside"  # in READY: how the folder for what was before is called
DATA = ("store.db", "outbox.db", "ringbook.json", "settings.json", "backup.json", "key", "store.json")
LOGS = ("", "-wal", "-shm", "-journal")


def begin(folder: Path) -> Path:
    """Return an empty folder to build the new state in; what a killed restore left goes first."""
    building = folder / RESTORING
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(mode=0o700)
    return building


def commit(folder: Path, now: datetime) -> Path | None:
    """Let what was built take the place of what is there; return where that is kept, None where there was nothing.

    The caller has the folder alone.
    """
    building = folder / RESTORING
    aside = _free(folder / ASIDE.format(now))
    (building / ASIDE_NAME).write_text(aside.name, encoding="utf-8")
    for path in building.iterdir():
        sync(path)
    sync(building)
    building.rename(folder / READY)
    finish(folder)
    return aside if aside.exists() else None


def finish(folder: Path) -> None:
    """Bring a decided restore to its end; quick when there is none. The caller holds the folder's lock."""
    ready, moving = folder / READY, folder / MOVING
    if ready.exists():
        aside = folder / Path((ready / ASIDE_NAME).read_text(encoding="utf-8")).name
        for name in (f"{data}{log}" for data in DATA for log in LOGS):
            if (folder / name).exists():
                aside.mkdir(mode=0o700, exist_ok=True)
                (folder / name).rename(aside / name)
        sync(folder)
        ready.rename(moving)
    if moving.exists():
        (moving / ASIDE_NAME).unlink(missing_ok=True)
        for path in moving.iterdir():
            path.rename(folder / path.name)
        sync(folder)
        moving.rmdir()


def _free(path: Path) -> Path:
    """Return the path, with a number where something of that name is there."""
    return next(free for n in count(1) if not (free := path if n == 1 else path.with_name(f"{path.name}-{n}")).exists())


def sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
