"""What waits in the outbox to the store, and its answers back."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from app.storage.cache_store import CacheStore
from app.storage.local_store import GapError, Pushed, Result
from app.storage.operations import Operation
from app.storage.shared_outbox import SharedOutbox
from app.sync.desk_files import DeskFiles
from app.sync.shared_store import MOST_PUSHED, SharedStore
from app.sync.steps.answers import kept

log = logging.getLogger(__name__)
MOMENT_S = 0.5  # then the caller has a word: what waits is counted, the window may want to close


@dataclass(frozen=True, slots=True)
class Sent:
    """How many operations were answered, and whether more wait."""

    count: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """Operations sent together, and up to which sequence the cache had the store's rows then."""

    device: UUID
    operations: Sequence[Operation]
    seq: int

    @property
    def is_full(self) -> bool:
        return len(self.operations) == MOST_PUSHED


def push(store: SharedStore, files: DeskFiles) -> Sent:
    """Send what waits, a part after the other, for about MOMENT_S.

    While the store takes one part, the files keep the answers to the one before and read the next. Raises what the
    store raises; ClonedDeviceError is `become_another`'s to mend. What was sent stays pending unless its answer came,
    so it may always be sent again.
    """
    part = files.run(partial(_waiting, after_n=0))
    keeping = _Keeping(files)
    count, until = 0, time.monotonic() + MOMENT_S
    try:
        while part.operations:
            following = None
            if part.is_full and time.monotonic() < until:
                following = files.start(partial(_waiting, after_n=part.operations[-1].n))
            taken, results = _send(store, files, part)
            keeping.start(kept(store, taken.operations, results, taken.seq))
            count += len(results)
            if following is None or taken is not part:
                return Sent(count, taken.is_full)
            part = following.result()
        return Sent(count)
    finally:
        keeping.wait()


class _Keeping:
    """Answers on their way into the files, one part at a time."""

    def __init__(self, files: DeskFiles) -> None:
        self._files = files
        self._last: Future[Pushed] | None = None

    def start(self, work: Callable[[SharedOutbox, CacheStore], Pushed]) -> None:
        self.wait()
        self._last = self._files.start(work)

    def wait(self) -> None:
        """Raises what keeping them raised."""
        last, self._last = self._last, None
        if last is not None:
            self._files.changed(last.result())


def _waiting(outbox: SharedOutbox, cache: CacheStore, *, after_n: int) -> _Part:
    # What is not shown yet is not sent: it would be shown over the row that has it, and whatever came after.
    device = outbox.me().device
    operations = outbox.pending(MOST_PUSHED, cache.last_n(device), after_n=after_n)
    return _Part(device, operations, cache.standing().seq)


def _send(store: SharedStore, files: DeskFiles, part: _Part) -> tuple[_Part, Sequence[Result]]:
    """Return the answers and to what: where the store lacks some from before, it gets those instead."""
    try:
        return part, store.push(part.device, part.operations)
    except GapError as gap:
        start = min(gap.expected, part.operations[0].n)  # those between that it has from another device count too
        operations = files.run(lambda outbox, _: outbox.from_n(start, MOST_PUSHED))
        log.warning("the store lacks operation %s and gets %s from %s on", gap.expected, len(operations), start)
        return replace(part, operations=operations), store.push(part.device, operations)
