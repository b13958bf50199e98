"""Rows of the store into the cache, a short transaction at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from uuid import UUID

from app.storage.cache_store import CacheStore
from app.storage.local_store import Pushed
from app.storage.shared_outbox import SharedOutbox
from app.storage.slices import slices
from app.sync.desk_files import DeskFiles
from app.sync.records import Cursor, Row
from app.sync.shared_store import MOST_FETCHED, SharedStore

MOST_AT_ONCE = 500  # rows a transaction: about 20 ms; each has its price, as it writes pages of every index


def take(
    files: DeskFiles,
    rows: Sequence[Row],
    *,
    whole: Mapping[UUID, int] | None = None,
    cursor: Cursor | None = None,
    filled_after: UUID | None = None,
) -> None:
    """Write rows with this desk's operations on top; the last transaction says what is whole and how far it goes."""
    *before, rest = list(slices(rows, MOST_AT_ONCE)) or [()]
    for part in before:
        files.changed(files.run(taking(part)))
    last = taking(rest, whole=whole, cursor=cursor, filled_after=filled_after)
    files.changed(files.run(last))


def fetch(store: SharedStore, files: DeskFiles, customers: Sequence[UUID], after_seq: int, seq: int) -> int:
    """Bring what changed of customers behind a sequence; they are whole up to `seq` then. Return how many rows came.

    Where the store had written a row of theirs since, they are whole up to that: a pull of many pages, on each of which
    something of them is, does not bring them with each. `say_hello` takes it back when a connection begins.
    """
    count = 0
    for part in slices(customers, MOST_FETCHED):
        rows = store.customers(part, after_seq)
        take(files, rows, whole=dict.fromkeys(part, max([seq, *(row.seq for row in rows)])))
        count += len(rows)
    return count


def taking(
    rows: Sequence[Row],
    *,
    whole: Mapping[UUID, int] | None = None,
    cursor: Cursor | None = None,
    filled_after: UUID | None = None,
    but: Collection[UUID] = (),
) -> Callable[[SharedOutbox, CacheStore], Pushed]:
    """Return a work on the files that takes some rows; operations in `but` are not shown on top of them."""

    def work(outbox: SharedOutbox, cache: CacheStore) -> Pushed:
        # Edits of a customer who was merged are written to whom they became.
        merged = {row.id for row in rows if row.table == "customer" and row.values and row.values["merged_into"]}
        pending = [
            op
            for op in outbox.pending_of({row.id: row.seq for row in rows})
            if op.op_id not in but and (op.entity not in merged or "merged_into" in op.body)
        ]
        return cache.take(rows, pending, whole=whole, cursor=cursor, filled_after=filled_after)

    return work


def take_without(outbox: SharedOutbox, cache: CacheStore, rows: Sequence[Row], operations: Collection[UUID]) -> Pushed:
    """Take rows as they stand without what some operations would have made of them."""
    return taking(rows, but=operations)(outbox, cache)
