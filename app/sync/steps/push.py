"""What waits in the outbox to the store, and its answers back."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Sent:
    """How many operations were answered, and whether more wait."""

    count: int = 0
    more: bool = False


def push(store: SharedStore, files: DeskFiles) -> Sent:
    """Send the first operations that wait.

    Raises what the store raises; ClonedDeviceError is `become_another`'s to mend. What was sent stays pending unless
    its answer came, so it may always be sent again.
    """

    def first(outbox: SharedOutbox, cache: CacheStore) -> tuple[UUID, list[Operation]]:
        # What is not shown yet is not sent: it would be shown over the row that has it, and whatever came after.
        return outbox.me().device, outbox.pending(MOST_PUSHED, cache.last_n(outbox.device))

    device, operations = files.run(first)
    if not operations:
        return Sent()
    try:
        results = store.push(device, operations)
    except GapError as gap:
        start = min(gap.expected, operations[0].n)  # those between that it has from another device count too
        operations = files.run(lambda outbox, _: outbox.from_n(start, MOST_PUSHED))
        log.warning("the store lacks operation %s and gets %s from %s on", gap.expected, len(operations), start)
        results = store.push(device, operations)
    _answered(store, files, operations, results)
    return Sent(len(results), len(operations) == MOST_PUSHED)


def _answered(store: SharedStore, files: DeskFiles, operations: Sequence[Operation], results: Sequence[Result]) -> None:
    """Keep the answers; where the store did not do what is shown, show what it has."""
    seq = files.run(lambda _, cache: cache.standing()).seq
    by_id = {op.op_id: op for op in operations}
    others = [
        r
        for r in results
        if r.result != OperationResult.APPLIED
        or (r.seq is not None and r.seq <= seq)
        or by_id[r.op_id].kind.startswith("customer.edit@")  # of one who was merged, another row may have been written
    ]
    entities = list(dict.fromkeys(by_id[result.op_id].entity for result in others))
    rows = [row for part in slices(entities, MOST_FETCHED) for row in store.rows(part)]
    there = {row.id for row in rows}
    ids = {result.op_id for result in others}

    def keep(outbox: SharedOutbox, cache: CacheStore) -> Pushed:
        # The cache first: should it end between the two, they are sent again and answered the same.
        pushed = cache.drop_own(entity for entity in entities if entity not in there)
        taken = take_without(outbox, cache, rows, ids) if rows else Pushed()
        outbox.answer(results)
        return Pushed([], pushed.tables | taken.tables, pushed.customers | taken.customers)

    files.changed(files.run(keep))
