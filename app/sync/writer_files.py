"""A desk's files while its writer has them: each work is an errand, behind which others have their turn."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar, cast
from uuid import UUID

from app.events import RowsChanged
from app.storage.cache_store import CacheStore
from app.storage.local_store import LocalStore, Pushed
from app.storage.outbox import Outbox
from app.storage.shared_outbox import SharedOutbox
from app.storage.writer import Writer

T = TypeVar("T")
LONGEST_PAUSE_S = 0.01
QUIET_S = 0.5  # between two reports, as long as there is more: each makes the window read


class WriterFiles:
    """`DeskFiles` of an open data folder; one thread uses it."""

    def __init__(self, writer: Writer, on_change: Callable[[RowsChanged], None]) -> None:
        self._writer, self._on_change = writer, on_change
        self._tables: set[str] = set()
        self._customers: set[UUID] = set()
        self._reported = 0.0

    def run(self, work: Callable[[SharedOutbox, CacheStore], T]) -> T:
        took = 0.0

        def timed(outbox: Outbox, store: LocalStore) -> T:
            nonlocal took
            begun = time.monotonic()
            try:
                return work(cast(SharedOutbox, outbox), cast(CacheStore, store))
            finally:
                took = time.monotonic() - begun

        result = self._writer.with_files(timed).result()
        if took > LONGEST_PAUSE_S / 4:
            time.sleep(min(took, LONGEST_PAUSE_S))  # a ring that came meanwhile is read first
        return result

    def start(self, work: Callable[[SharedOutbox, CacheStore], T]) -> Future[T]:
        return self._writer.with_files(lambda outbox, store: work(cast(SharedOutbox, outbox), cast(CacheStore, store)))

    def changed(self, pushed: Pushed) -> None:
        self._tables |= pushed.tables
        self._customers |= pushed.customers
        if time.monotonic() - self._reported > QUIET_S:
            self.report()

    def report(self) -> None:
        """Say what has changed until now."""
        if self._tables or self._customers:
            changed = RowsChanged(frozenset(self._tables), frozenset(self._customers), pulled=True)
            self._tables, self._customers = set(), set()
            self._reported = time.monotonic()
            self._on_change(changed)
