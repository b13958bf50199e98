"""What the store answered, kept beside the operations; and shown, where it did not do what is shown here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.storage.cache_store import CacheStore
from app.storage.local_store import Pushed, Result
from app.storage.operations import Operation
from app.storage.shared_outbox import SharedOutbox
from app.storage.slices import slices
from app.sync.shared_store import MOST_FETCHED, SharedStore
from app.sync.steps.take import take_without
from models.enums import OperationResult


def kept(
    store: SharedStore, operations: Iterable[Operation], results: Sequence[Result], seq: int
) -> Callable[[SharedOutbox, CacheStore], Pushed]:
    """Return a work that keeps the answers to operations, once it shows what the store has in place of what it refused.

    `seq` is up to where the cache had the store's rows when they were sent. Raises what the store raises.
    """
    by_id = {op.op_id: op for op in operations}
    others = [r for r in results if r.op_id in by_id and _is_shown_otherwise(by_id[r.op_id], r, seq)]
    entities = list(dict.fromkeys(by_id[result.op_id].entity for result in others))
    rows = [row for some in slices(entities, MOST_FETCHED) if some for row in store.rows(some)]
    there = {row.id for row in rows}
    ids = {result.op_id for result in others}

    def keep(outbox: SharedOutbox, cache: CacheStore) -> Pushed:
        # The cache first: should it end between the two, they are sent again and answered the same.
        pushed = cache.drop_own(entity for entity in entities if entity not in there)
        taken = take_without(outbox, cache, rows, ids) if rows else Pushed()
        outbox.answer(results)
        return Pushed([], pushed.tables | taken.tables, pushed.customers | taken.customers)

    return keep


def _is_shown_otherwise(operation: Operation, result: Result, seq: int) -> bool:
    """Whether the row may stand otherwise in the store than it is shown here."""
    if result.result != OperationResult.APPLIED or (result.seq is not None and result.seq <= seq):
        return True
    return operation.kind.startswith("customer.edit@")  # of one who was merged, another row may have been written
