"""The one thread of a process that writes: into the outbox first, then into the store."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

from app.events import DataTrouble, RowsChanged
from app.storage import faults
from app.storage.jobs import Errand, Jobs, Save, Stop
from app.storage.local_store import LocalStore
from app.storage.outbox import Outbox
from app.storage.pusher import Pusher
from app.storage.unit_of_work import UnitOfWork

T = TypeVar("T")
log = logging.getLogger(__name__)
MOST_BEHIND = 400  # operations the store may lack before saves wait for it
IDLE_SECONDS = 2.0


class Writer:
    """Owns the writing connections; anybody may submit, in any thread.

    The commit of the outbox is what saves. Saves that wait together share one. The store follows at once, in short
    transactions between which further saves are taken; should it fail, the operations wait in the outbox and go
    first the next time.
    """

    def __init__(
        self,
        open_outbox: Callable[[], Outbox],
        open_store: Callable[[], LocalStore],
        on_change: Callable[[RowsChanged | DataTrouble], None] = lambda _: None,
    ) -> None:
        self.on_change = on_change
        self._open = (open_outbox, open_store)
        self._jobs = Jobs()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._ready: Future[None] = Future()
        self.used_at = time.monotonic()  # when somebody last submitted anything
        self._fresh = False  # something was written since the last checkpoint

    def start(self) -> None:
        """Open the files and apply what a crash left in the outbox; raises what that raises."""
        self._thread.start()
        self._ready.result()

    def submit(self, work: Callable[[UnitOfWork], T], *, applied: bool = True) -> Future[T]:
        """Run `work` and save the operations it collected; resolves to what it returned.

        With `applied` the future is done when the store has them too, and all before them, so that whoever reads
        then sees them; without, as soon as they are on the disk. `work` runs once, in the writer's thread.
        """
        self.used_at = time.monotonic()
        save = Save(work, applied)
        self._jobs.put(save)
        return save.future

    def with_outbox(self, work: Callable[[Outbox], T]) -> Future[T]:
        """Run `work` on the outbox itself: drafts."""
        self.used_at = time.monotonic()
        return self.with_files(lambda outbox, _: work(outbox))

    def with_files(self, work: Callable[[Outbox, LocalStore], T]) -> Future[T]:
        """Run `work` on both files: sync, which brings what others did; short, as saves wait for it."""
        errand = Errand(work)
        self._jobs.put(errand)
        return errand.future

    def close(self) -> None:
        """Finish what was submitted, then stop."""
        if self._thread.is_alive():
            self._jobs.put(Stop())
            self._thread.join()

    def _run(self) -> None:
        try:
            self._outbox, self._store = self._open[0](), self._open[1]()
            self._outbox.catch_up(self._store.last_n(self._outbox.device))
            self._pusher = Pusher(self._outbox, self._store, lambda changed: self.on_change(changed))
            self._pusher.catch_up()
        except BaseException as error:
            self._ready.set_exception(error)
            return
        self._ready.set_result(None)
        while not isinstance(job := self._next(), Stop):
            if isinstance(job, Errand):
                self._do(job)
            elif job:
                self._save(job)
            if self._pusher.behind and not self._pusher.pause():
                self._pusher.push_some()
        while self._pusher.behind:
            self._pusher.push_some()
        self._outbox.close()
        self._store.close()

    def _next(self) -> list[Save] | Errand | Stop:
        """Return what to do before the next push; waits only when there is nothing to push."""
        if self._pusher.behind > MOST_BEHIND:
            time.sleep(self._pusher.pause())
            return []
        if self._pusher.behind:
            return self._jobs.next(self._pusher.pause())
        job = self._jobs.next(IDLE_SECONDS if self._fresh or self._pusher.failed else None)
        if not job:
            self._rest()
        return job

    def _save(self, saves: Sequence[Save]) -> None:
        self._fresh = True
        try:
            done = self._outbox.save([save.work for save in saves])
        except Exception as error:
            for save in saves:
                save.future.set_exception(faults.writing(error, self._outbox.path))
            return
        for save, saved in zip(saves, done, strict=True):
            self._pusher.add(saved.operations)
            if saved.error is not None:
                save.future.set_exception(saved.error)
            elif save.applied:
                self._pusher.when_taken(save.future, saved.result)
            else:
                save.future.set_result(saved.result)

    def _do(self, errand: Errand) -> None:
        self._fresh = True
        try:
            errand.future.set_result(errand.work(self._outbox, self._store))
        except BaseException as error:
            errand.future.set_exception(faults.writing(error, self._outbox.path))

    def _rest(self) -> None:
        """Nobody waits: bring the logs over into the files, which a save would have to do some day."""
        if self._pusher.failed:
            self._pusher.retry()
        self._fresh = False
        try:
            self._outbox.checkpoint()
            self._store.checkpoint()
        except Exception:
            log.exception("no checkpoint; the next idle moment tries again")
