"""The work of a desk's teams into an empty cache: what a first filling begins with."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from concurrent.futures import Future
from uuid import UUID

from app.storage.cache_store import CacheStore
from app.storage.local_store import Pushed
from app.storage.shared_outbox import SharedOutbox
from app.sync.desk_files import DeskFiles
from app.sync.records import Row
from app.sync.shared_store import SharedStore
from app.sync.steps.poured import ALL
from app.sync.steps.take import taking

MOST_ROWS = 500


def add_work(store: SharedStore, files: DeskFiles, after: UUID | None) -> Generator[None, None, bool]:
    """Bring the work of the teams, a page at each turn: the next is asked for while one is written.

    Returns False when the cache was dropped meanwhile.
    """
    pages = _Pages(files)
    try:
        while after != ALL and not pages.is_dropped:
            rows = store.team_rows(after, MOST_ROWS)
            pages.wait()
            last = rows[-1].id if len(rows) == MOST_ROWS else ALL
            pages.write(rows, after, last)
            after = last
            yield
    finally:
        pages.wait()
    return not pages.is_dropped


class _Pages:
    """Pages of rows at the writer, one at a time."""

    def __init__(self, files: DeskFiles) -> None:
        self._files = files
        self._written: Future[Pushed | None] | None = None
        self.is_dropped = False  # the cache was begun anew meanwhile

    def write(self, rows: Sequence[Row], after: UUID | None, last: UUID) -> None:
        """Have rows written that stand between two places of all, unless the cache is not filled up to the first."""

        def work(outbox: SharedOutbox, cache: CacheStore) -> Pushed | None:
            if cache.standing().filled_after != after:
                return None
            return taking(rows, filled_after=last)(outbox, cache)

        self._written = self._files.start(work)

    def wait(self) -> None:
        """Wait until what was handed over is written."""
        written, self._written = self._written, None
        if written is None:
            return
        pushed = written.result()
        if pushed is None:
            self.is_dropped = True
        else:
            self._files.changed(pushed)
