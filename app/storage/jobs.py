"""What waits for the writer: saves, which may share a transaction, and errands, which run alone."""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from app.storage.local_store import LocalStore
from app.storage.outbox import Outbox, Work

MOST_TOGETHER = 64


class Save:
    """A unit of work; `applied` tells whether its future waits for the store."""

    def __init__(self, work: Work, applied: bool) -> None:
        self.work, self.applied = work, applied
        self.future: Future[Any] = Future()


class Errand:
    """Something to do with the outbox itself and with what follows it."""

    def __init__(self, work: Callable[[Outbox, LocalStore], Any]) -> None:
        self.work = work
        self.future: Future[Any] = Future()


class Stop:
    """The end: nothing comes after it."""


Job = Save | Errand | Stop


class Jobs:
    """A queue many threads fill and one empties, in order."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._left: Job | None = None

    def put(self, job: Job) -> None:
        self._queue.put(job)

    def next(self, seconds: float | None) -> list[Save] | Errand | Stop:
        """Return what is next: saves that wait together, or one of the others; no saves when none came in time.

        None waits for ever.
        """
        job, self._left = self._left or self._get(seconds), None
        if job is None:
            return []
        if not isinstance(job, Save):
            return job
        saves = [job]
        while len(saves) < MOST_TOGETHER and (following := self._get(0)) is not None:
            if not isinstance(following, Save):
                self._left = following
                break
            saves.append(following)
        return saves

    def _get(self, seconds: float | None) -> Job | None:
        try:
            return self._queue.get_nowait() if seconds == 0 else self._queue.get(timeout=seconds)
        except queue.Empty:
            return None
