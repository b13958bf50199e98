"""Backups as the window knows them: the last one, and one more now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.events import BackupDone
from app.progress import Progress
from app.settings import Settings
from app.storage import backup_record
from app.storage.folder import DataFolder
from app.workflows.daily_backup import DailyBackup, place_of


class LastBackup(NamedTuple):
    """The last backup that was read back whole; `is_there` tells whether its file still is. `size` in bytes."""

    path: Path
    made_at: datetime
    size: int
    is_there: bool


class Backups:
    """The backups of an open data folder."""

    def __init__(
        self, folder: DataFolder, settings: Callable[[], Settings], post: Callable[[BackupDone], None]
    ) -> None:
        self._folder, self._settings = folder, settings
        self._daily = DailyBackup(folder.path, folder.key, settings, post)

    def start_daily(self) -> None:
        """Have one made each day from now on, in a thread of its own."""
        self._daily.start()

    def stop(self) -> None:
        self._daily.stop()

    def place(self) -> Path:
        """Return where the daily backups go."""
        return place_of(self._folder.path, self._settings())

    def last(self) -> LastBackup | None:
        """Return the last verified backup; blocks on the disk."""
        record = backup_record.read(self._folder.path)
        if record is None:
            return None
        path = Path(record.path)
        return LastBackup(path, record.made_at, record.size, path.is_file())

    def make(self, target: Path, progress: Progress) -> LastBackup:
        """Make one now, replacing `target`; blocks for as long as it takes. Raises AppError, CancelledError."""
        from app.storage.backup import make_backup  # a start does without its imports

        record = make_backup(self._folder.path, self._folder.key, target, progress, force=True)
        return LastBackup(target, record.made_at, record.size, is_there=True)
