"""Lots of customers to the writer, who has each while the next comes from the store."""

from __future__ import annotations

import time
from concurrent.futures import Future
from functools import partial
from uuid import UUID

from app.storage.cache_pour import Lot
from app.storage.cache_store import CacheStore
from app.storage.local_store import Pushed
from app.storage.shared_outbox import SharedOutbox
from app.sync.desk_files import DeskFiles
from app.sync.shared_store import MOST_FETCHED

ALL = UUID(int=2**128 - 1)  # `filled_after` once all work of the teams is here
FIRST_ASKED = 80  # customers of the first lot; then as many as take the writer WRITTEN_S of its processor
FEWEST_ASKED = 60
WRITTEN_S = 0.015
MOST_UNSEEN = 10_000  # rows until they are seen: their commit takes 30 ms
MOST_POURED = 4000  # rows of one lot, whoever they are about


class Poured:
    """What was handed to the writer since all were told of it: so many `rows`; `asked` customers make the next lot."""

    def __init__(self, files: DeskFiles) -> None:
        self._files = files
        self._wait: Future[tuple[Pushed, float]] | None = None
        self._settling: Future[bool] | None = None
        self._pushed = Pushed()
        self._asked: float = FIRST_ASKED
        self.rows = 0
        self.large: list[UUID] = []  # customers who are to be brought in another way
        self.is_dropped = False  # the cache was begun anew meanwhile: it is to be filled from the start

    @property
    def asked(self) -> int:
        return int(self._asked)

    def add(self, lot: Lot, seq: int) -> None:
        """Hand a lot over when the one before is written; one that would hold the writer up is `large`."""
        self.wait()
        if self.rows >= MOST_UNSEEN:
            self.settle()
            self.wait()  # whoever saves meanwhile waits for one thing of ours, not for two
        if lot.size > MOST_POURED:
            self.large += lot.customers
            return
        self.rows += lot.size
        self._wait = self._files.start(partial(_pour, lot=lot, seq=seq))

    def settle(self) -> None:
        """Have all see what was poured, once it is written."""
        self._settling = self._files.start(_settle)
        self.rows = 0

    def wait(self) -> None:
        """Wait until all that was handed over is written; the next lot shall take as long as others may wait."""
        if self._wait is not None:
            pushed, seconds = self._wait.result()
            self._wait = None
            self._pushed.tables |= pushed.tables
            self._pushed.customers |= pushed.customers
            fits = self._asked * WRITTEN_S / max(seconds, 1e-4)
            self._asked = min(max((self._asked + fits) / 2, FEWEST_ASKED), MOST_FETCHED)
        if self._settling is not None:
            self.is_dropped |= not self._settling.result()
            self._settling = None
            self._files.changed(self._pushed)
            self._pushed = Pushed()


def _pour(outbox: SharedOutbox, cache: CacheStore, lot: Lot, seq: int) -> tuple[Pushed, float]:
    begun = time.thread_time()
    merged = lot.merged()  # edits of a customer who was merged are written to whom they became
    pending = [op for op in outbox.pending_in(lot.heaps) if op.entity not in merged or "merged_into" in op.body]
    return cache.pour(lot, pending, seq), time.thread_time() - begun


def _settle(_: SharedOutbox, cache: CacheStore) -> bool:
    cache.settle()
    return cache.standing().filled_after == ALL
