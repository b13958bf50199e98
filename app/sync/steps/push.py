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
from app.storage.slices import slices
from app.sync.desk_files import DeskFiles
from app.sync.shared_store import MOST_FETCHED, MOST_PUSHED, SharedStore
from app.sync.steps.take import take_without
from models.enums import OperationResult

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
            keeping.start(_kept(store, taken, results))
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


def _kept(store: SharedStore, part: _Part, results: Sequence[Result]) -> Callable[[SharedOutbox, CacheStore], Pushed]:
    """Return a work that keeps the answers; where the store did not do what is shown, it shows what the store has."""
    by_id = {op.op_id: op for op in part.operations}
    others = [
        r
        for r in results
        if r.result != OperationResult.APPLIED
        or (r.seq is not None and r.seq <= part.seq)
        or by_id[r.op_id].kind.startswith("customer.edit@")  # of one who was merged, another row may have been written
    ]
    entities = list(dict.fromkeys(by_id[result.op_id].entity for result in others))
    rows = [row for some in slices(entities, MOST_FETCHED) for row in store.rows(some)]
    there = {row.id for row in rows}
    ids = {result.op_id for result in others}

    def keep(outbox: SharedOutbox, cache: CacheStore) -> Pushed:
        # The cache first: should it end between the two, they are sent again and answered the same.
        pushed = cache.drop_own(entity for entity in entities if entity not in there)
        taken = take_without(outbox, cache, rows, ids) if rows else Pushed()
        outbox.answer(results)
        return Pushed([], pushed.tables | taken.tables, pushed.customers | taken.customers)

    return keep
