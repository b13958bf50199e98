"""The look through both files that happens by itself: once a day, when nobody works, a little at a time."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from app.events import CallEvent, DataChecked, DataTrouble
from app.private_file import write_private
from app.progress import CancelledError
from app.storage import faults
from app.storage.folder import OUTBOX, DataFolder
from app.workflows.daily_backup import Throttle
from models.base import utc_now
from models.enums import CallStep

RECORD = "checked.json"
EVERY = timedelta(days=1)
LOOK_AGAIN_SECONDS = 60.0
IDLE_SECONDS = 300.0  # nothing was saved, nothing typed that is kept, no call: then it may begin
PAUSE_SECONDS = 10.0  # since the last of these, before it goes on
log = logging.getLogger(__name__)


class LastCheck(NamedTuple):
    """When both files were last read to the last page, and whether they were whole."""

    at: datetime
    whole: bool


class DataCheck(threading.Thread):
    """Looks now and then whether the check of the day is due and nobody works; what it found goes to `post`."""

    def __init__(self, folder: DataFolder, post: Callable[[DataChecked | DataTrouble], None]) -> None:
        super().__init__(name="data check", daemon=True)
        self._folder, self._post = folder, post
        self._stopped = threading.Event()
        self._calls: set[str] = set()
        self._heard_at = time.monotonic()

    def hear(self, event: CallEvent) -> None:
        """Take note of a call; while one is up nothing is read."""
        self._heard_at = time.monotonic()
        if event.event is CallStep.ENDED:
            self._calls.discard(event.call)
        else:
            self._calls.add(event.call)

    def run(self) -> None:
        while not self._stopped.wait(LOOK_AGAIN_SECONDS):
            try:
                if self.is_due(utc_now()) and self.is_idle(IDLE_SECONDS):
                    self.check()
            except CancelledError:
                return
            except Exception:
                log.exception("the check of the data met a bug")
                return

    def is_due(self, now: datetime) -> bool:
        """Whether the last check is a day old; one of the future, by a clock that was set back, counts for nothing."""
        last = self.last()
        return last is None or not timedelta() <= now - last.at < EVERY

    def is_idle(self, seconds: float) -> bool:
        """Whether no call is up, and for so long nothing was heard of one, saved or kept."""
        writer = self._folder.writer
        used = max(self._heard_at, writer.used_at if writer is not None else 0.0)
        return not self._calls and time.monotonic() - used >= seconds

    def check(self) -> bool:
        """Read both files; return whether they are whole. Raises CancelledError when it is stopped."""
        from app.storage.integrity import check_file  # a start does without it

        problems: dict[str, list[str]] = {}
        for name in (OUTBOX, self._folder.shown.name):
            path = self._folder.path / name
            found = check_file(path, self._folder.key.for_file(name), Pauses(self, self._stopped))
            if found:
                problems[name] = found
                log.error("%s", "; ".join(found))
                self._post(DataTrouble(faults.damaged(path, found[0])))
        done = LastCheck(utc_now(), not problems)
        _write(self._folder.path / RECORD, done)
        self._post(DataChecked(done.at, done.whole))
        return done.whole

    def last(self) -> LastCheck | None:
        """Return the last check; None where there was none or its record cannot be read. Blocks on the disk."""
        try:
            raw = json.loads((self._folder.path / RECORD).read_text(encoding="utf-8"))
            at = datetime.fromisoformat(raw["at"])
            return LastCheck(at, raw["whole"] is True) if at.tzinfo is not None else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def stop(self) -> None:
        """End, giving up a check on its way."""
        self._stopped.set()
        if self.is_alive():
            self.join(timeout=5.0)


class Pauses:
    """A `Progress` that sleeps most of the time, and waits as long as somebody works."""

    def __init__(self, check: DataCheck, stopped: threading.Event) -> None:
        self._check, self._stopped = check, stopped
        self._throttle = Throttle(stopped)

    def __call__(self, done: int, total: int) -> None:
        while not self._check.is_idle(PAUSE_SECONDS):
            if self._stopped.wait(1.0):
                raise CancelledError
        self._throttle(done, total)


def _write(path: Path, last: LastCheck) -> None:
    """Note a check; where it cannot be noted it is made again."""
    try:
        write_private(path, json.dumps({"at": last.at.isoformat(), "whole": last.whole}))
    except OSError as error:
        log.warning("the check could not be noted: %s", error.strerror)
