"""The only owner of the window's threads: work off the window's thread, its result delivered on it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import AppError
from app.progress import CancelledError, Progress

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[AppError], None]
log = logging.getLogger(__name__)
LONGEST_GOODBYE_SECONDS = 5.0


@dataclass(slots=True, eq=False)
class _Job:
    """What was asked and what came of it.

    Only the window's thread lets go of one: a callback may hold the last word of a widget or a model, and Qt crashes
    when another thread destroys that. Other threads know a job by its number.
    """

    work: Callable[[], Any] | None
    done: Done | None
    failed: Failed | None
    cancelled: Callable[[None], None] | None = None
    progressed: Callable[[int], None] | None = None
    result: Any = None
    error: BaseException | None = None

    def run(self) -> None:
        try:
            if self.work is not None:
                self.result = self.work()
        except Exception as error:
            self.error = error


class _Lane:
    """A thread that takes one job after the other.

    It is Python's, not a QThread: in one of those Python's state of the thread, and with it the reader's connection,
    would die after each job.
    """

    def __init__(self, name: str, run_job: Callable[[int], None]) -> None:
        self._numbers: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._run_job = run_job
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, number: int) -> None:
        self._numbers.put(number)

    def stop(self) -> None:
        """Let the job in hand finish, forget the others."""
        self._stopped = True
        self._numbers.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (number := self._numbers.get()) is not None and not self._stopped:
            self._run_job(number)


@dataclass(slots=True, eq=False)
class _Percents:
    """The progress of a long job: tells each new percent, and stops it once it is cancelled."""

    tell: Callable[[int], None]
    cancelled: threading.Event = field(default_factory=threading.Event)
    told: int = -1

    def __call__(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            raise CancelledError
        percent = 100 * done // max(total, 1)
        if percent != self.told:
            self.told = percent
            self.tell(percent)


class Background(QObject):
    """Runs reads in threads of its own and waits for writes; all callbacks come on the window's thread.

    Reads run one after the other; what a ring or the agent waits for is `urgent` and has a thread apart, so that it
    waits for no list that is read again.

    An `AppError` goes to the `failed` callback, or where none was given to the signal `failed`, for a message. Any
    other exception is a bug: it is logged, and `broken` says so.
    """

    failed = Signal(object)  # AppError nobody took
    broken = Signal(object)  # Exception
    _finished = Signal(int)  # number of a job
    _came_on = Signal(int, int)  # number of a long job, its percent

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self._lock = threading.Lock()  # held by whoever but the window's thread has a job in hand that may be dropped
        self._long: list[tuple[threading.Thread, threading.Event]] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._came_on.connect(self._deliver_progress, Qt.ConnectionType.QueuedConnection)
        self._reads = _Lane("reads", self._do)
        self._urgent = _Lane("urgent", self._do)

    def run_read(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None, *, urgent: bool = False
    ) -> None:
        """Run `work` in a reading thread and hand its result to `done`."""
        (self._urgent if urgent else self._reads).put(self._noted(_Job(work, done, failed)))

    def run_write(
        self, submit: Callable[[], Future[T] | None], done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:  # fmt: skip
        """Submit a write (which returns at once) and hand what it resolves to to `done`.

        What `submit` raises before it hands the write over (a missing field) is delivered like any failure.
        """
        job = _Job(submit, done, failed)
        job.run()
        future, job.result, job.work = job.result, None, None
        if job.error is not None:
            self._tell_finished(self._noted(job))
        elif future is not None:
            number = self._noted(job)
            future.add_done_callback(lambda resolved: self._relay(number, resolved))

    def run_long(
        self, work: Callable[[Progress], T], progressed: Callable[[int], None],
        done: Callable[[T], None], failed: Failed | None = None, cancelled: Callable[[None], None] | None = None,
    ) -> Callable[[], None]:  # fmt: skip
        """Run `work` for minutes in a thread of its own; `progressed` gets its percents. Return what cancels it."""
        number = next(self._numbers)
        progress = _Percents(lambda percent: self._tell_progress(number, percent))
        self._jobs[number] = _Job(lambda: work(progress), done, failed, cancelled, progressed)
        thread = threading.Thread(target=self._do, args=(number,), name="long", daemon=True)
        self._long = [one for one in self._long if one[0].is_alive()] + [(thread, progress.cancelled)]
        thread.start()
        return progress.cancelled.set

    def stop(self) -> None:
        """Let the job in hand finish, cancel the long ones, end the threads; nothing is delivered afterwards."""
        self._stopped = True
        for _, cancelled in self._long:
            cancelled.set()
        for thread, _ in self._long:
            thread.join(timeout=LONGEST_GOODBYE_SECONDS)
        self._reads.stop()
        self._urgent.stop()
        with self._lock:
            self._jobs.clear()

    def _noted(self, job: _Job) -> int:
        number = next(self._numbers)
        self._jobs[number] = job
        return number

    def _do(self, number: int) -> None:
        """Called in a reading thread."""
        self._jobs[number].run()
        self._tell_finished(number)

    def _relay(self, number: int, future: Future[Any]) -> None:
        """Called in the writer's thread."""
        error = future.exception()
        with self._lock:
            if number in self._jobs:
                self._jobs[number].error = error
                self._jobs[number].result = None if error else future.result()
        self._tell_finished(number)

    def _tell_finished(self, number: int) -> None:
        if not self._stopped:  # the window, and this object with it, may be gone
            self._finished.emit(number)

    def _tell_progress(self, number: int, percent: int) -> None:
        if not self._stopped:
            self._came_on.emit(number, percent)

    @Slot(int, int)
    def _deliver_progress(self, number: int, percent: int) -> None:
        job = self._jobs.get(number)
        if job is not None and job.progressed is not None and not self._stopped:
            job.progressed(percent)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        if self._stopped:
            return
        job = self._jobs.pop(number)
        error, job.error = job.error, None  # its traceback holds the job: as a circle both would stay for long
        if error is None:
            if job.done is not None:
                job.done(job.result)
        elif isinstance(error, CancelledError) and job.progressed is not None:
            if job.cancelled is not None:
                job.cancelled(None)
        elif isinstance(error, AppError):
            (job.failed or self.failed.emit)(error)
        else:
            log.error("a background job failed", exc_info=error)
            self.broken.emit(error)
