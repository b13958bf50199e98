"""The backup that makes itself: once a day while the console is open, slowly, the last ones kept."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from app.errors import AppError
from app.events import BackupDone
from app.progress import CancelledError, Progress
from app.settings import Settings
from app.storage import key_facts
from app.storage.backup_errors import BusyError
from app.storage.backup_record import BackupRecord
from app.storage.keys import FolderKey

FOLDER = "backups"
FIRST_SECONDS = 60.0  # after the start, when whoever came has begun to work
LOOK_AGAIN_SECONDS = 600.0
SHARE = 0.25  # of the time it works, the rest it sleeps, so that a ring finds the disk and the processor free
LONGEST_NAP_SECONDS = 0.5
log = logging.getLogger(__name__)


def place_of(folder: Path, settings: Settings) -> Path:
    """Return where the daily backups of a data folder go."""
    return Path(settings.backup_folder) if settings.backup_folder else folder / FOLDER


def make_daily(
    folder: Path, key: FolderKey, settings: Settings, today: date, progress: Progress = lambda done, total: None
) -> BackupRecord | None:
    """Make today's backup unless it is there, and take away the oldest; None where there was nothing to do."""
    if settings.backups_kept < 1:
        return None
    place, begin = place_of(folder, settings), _names_begin(folder)
    target = place / f"{begin}{today.isoformat()}.ringbook"
    if target.exists():
        return None
    from app.storage.backup import make_backup  # a start does without its imports

    if not settings.backup_folder:
        place.mkdir(mode=0o700, exist_ok=True)
    made = make_backup(folder, key, target, progress)
    kept = sorted(place.glob(f"{begin}????-??-??.ringbook"))
    for old in [path for path in kept if path != target][: -settings.backups_kept + 1 or None]:
        old.unlink(missing_ok=True)
    return made


class DailyBackup(threading.Thread):
    """Looks now and then whether today's backup is there, and makes it; what came of it goes to `post`."""

    def __init__(
        self, folder: Path, key: FolderKey, settings: Callable[[], Settings], post: Callable[[BackupDone], None]
    ) -> None:
        super().__init__(name="daily backup", daemon=True)
        self._folder, self._key, self._settings, self._post = folder, key, settings, post
        self._stopped = threading.Event()
        self._failed_on: date | None = None

    def run(self) -> None:
        pause = FIRST_SECONDS
        while not self._stopped.wait(pause):
            pause = LOOK_AGAIN_SECONDS
            try:
                self.look()
            except CancelledError:
                return
            except Exception:
                log.exception("the daily backup met a bug")
                return

    def look(self) -> None:
        """Make today's backup if it is due; a failure is told once a day."""
        today = datetime.now().astimezone().date()
        try:
            made = make_daily(self._folder, self._key, self._settings(), today, Throttle(self._stopped))
        except BusyError:
            return  # another process makes it
        except (AppError, OSError) as error:
            log.warning("no daily backup: %s", error if isinstance(error, OSError) else error.title)
            if self._failed_on != today and isinstance(error, AppError):
                self._failed_on = today
                self._post(BackupDone(None, error))
            return
        if made is not None:
            self._post(BackupDone(made.made_at))

    def stop(self) -> None:
        """End, giving up a backup on its way."""
        self._stopped.set()
        if self.is_alive():
            self.join(timeout=5.0)


class Throttle:
    """A `Progress` that sleeps three times as long as was worked since it was last called, and ends when stopped."""

    def __init__(self, stopped: threading.Event) -> None:
        self._stopped = stopped
        self._since = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        worked = time.monotonic() - self._since
        if self._stopped.wait(min(worked * (1 - SHARE) / SHARE, LONGEST_NAP_SECONDS)):
            raise CancelledError
        self._since = time.monotonic()


def _names_begin(folder: Path) -> str:
    """Several desks may use one folder for their backups."""
    facts = key_facts.read(folder)
    return f"ringbook-{facts.id[:8]}-" if facts is not None else "ringbook-"
