"""The one thread of a process that writes: into the outbox first, then into the store."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.exc import OperationalError

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.events import RowsChanged
from app.storage.operations import Operation
from app.storage.outbox import Outbox
from app.storage.shared_store import GapError, SharedStore
from app.storage.unit_of_work import UnitOfWork

T = TypeVar("T")
log = logging.getLogger(__name__)
BATCH = 200
STOP = None


class Writer:
    """Owns the writing connections; anybody may submit, in any thread.

    A future that `submit` returned is done when the operations are on the disk: what it calls saved is saved. The
    store follows at once; should it fail, the operations wait in the outbox and go first the next time.
    """

    def __init__(
        self,
        open_outbox: Callable[[], Outbox],
        open_store: Callable[[], SharedStore],
        on_change: Callable[[RowsChanged], None] = lambda _: None,
    ) -> None:
        self.on_change = on_change
        self._open = (open_outbox, open_store)
        self._work: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._ready: Future[None] = Future()

    def start(self) -> None:
        """Open the files and apply what a crash left in the outbox; raises what that raises."""
        self._thread.start()
        self._ready.result()

    def submit(self, work: Callable[[UnitOfWork], T]) -> Future[T]:
        """Run `work`, save the operations it collected, and resolve to what it returned."""
        return self._enqueue(lambda: self._save(work))

    def with_outbox(self, work: Callable[[Outbox], T]) -> Future[T]:
        """Run `work` on the outbox itself: drafts."""
        return self._enqueue(lambda: work(self._outbox))

    def close(self) -> None:
        """Finish what was submitted, then stop."""
        if self._thread.is_alive():
            self._work.put(STOP)
            self._thread.join()

    def _enqueue(self, job: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        self._work.put((job, future))
        return future

    def _run(self) -> None:
        try:
            self._outbox, self._store = self._open[0](), self._open[1]()
            taken = self._store.last_n(self._outbox.device)
            self._outbox.catch_up(taken)
            self._push(self._outbox.after(taken, BATCH))
        except BaseException as error:
            self._ready.set_exception(error)
            return
        self._ready.set_result(None)
        while (item := self._work.get()) is not STOP:
            job, future = item
            _resolve(job, future)
        self._outbox.close()
        self._store.close()

    def _save(self, work: Callable[[UnitOfWork], T]) -> T:
        with self._outbox.unit_of_work() as unit:
            result = work(unit)
        try:
            self._push(unit.operations)
        except Exception:
            log.exception("the store did not take operations; they wait in the outbox")
        return result

    def _push(self, operations: Sequence[Operation]) -> None:
        """Send operations; before them any the store lacks, if another process died before it could."""
        tables: set[str] = set()
        customers: set[UUID] = set()
        while operations:
            try:
                pushed = self._store.push(self._outbox.device, operations)
            except GapError as gap:
                operations = self._outbox.after(gap.expected - 1, BATCH)
                continue
            for result in pushed.results:
                if result.result != "applied":
                    log.error("operation %s was %s: %s", result.op_id, result.result, result.reason)
            tables |= pushed.tables
            customers |= pushed.customers
            # Fewer than a batch were the last there were: to ask again would take a transaction.
            operations = self._outbox.after(operations[-1].n, BATCH) if len(operations) >= BATCH else ()
        if tables:
            self.on_change(RowsChanged(frozenset(tables), frozenset(customers)))


def _resolve(job: Callable[[], T], future: Future[T]) -> None:
    try:
        future.set_result(job())
    except OperationalError as error:
        future.set_exception(_known(error))
    except BaseException as error:
        future.set_exception(error)


def _known(error: OperationalError) -> Exception:
    """A full or read-only disk is something a person can act on; nothing was saved and nothing is lost."""
    reason = str(error.orig)
    if not any(sign in reason for sign in ("full", "readonly", "I/O", "locked", "unable to open")):
        return error
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "Not saved"),
        QT_TRANSLATE_NOOP("AppError", "The disk does not take it ({reason}). Make room or mend it, then save again."),
        reason=reason,
    )
