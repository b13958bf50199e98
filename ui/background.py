"""The only owner of the window's threads: work off the window's thread, its result delivered on it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import AppError
from app.progress import CancelledError, Progress

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[AppError], None]
log = logging.getLogger(__name__)


Job = tuple[Callable[[], Any], Done, Failed | None]


LONGEST_GOODBYE_SECONDS = 5.0


class _Lane:
    """A thread that takes one job after the other.

    It is Python's, not a QThread: in one of those Python's state of the thread, and with it the reader's connection,
    would die after each job.
    """

    def __init__(self, name: str, run: Callable[[Job], None]) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._run_job = run
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        self._jobs.put(job)

    def stop(self) -> None:
        """Let the job in hand finish, forget the others."""
        self._stopped = True
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None and not self._stopped:
            self._run_job(job)


class _LongJob:
    """The progress of a long job: tells each new percent, and stops it once it is cancelled."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self.thread = threading.current_thread()
        self.cancelled = threading.Event()
        self._tell, self._told = tell, -1

    def __call__(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            raise CancelledError
        percent = 100 * done // max(total, 1)
        if percent != self._told:
            self._told = percent
            self._tell(percent)


class Background(QObject):
    """Runs reads in threads of its own and waits for writes; all callbacks come on the window's thread.

    Reads run one after the other; what a ring or the agent waits for is `urgent` and has a thread apart, so that it
    waits for no list that is read again.

    An `AppError` goes to the `failed` callback, or where none was given to the signal `failed`, for a message. Any
    other exception is a bug: it is logged, and `broken` says so.
    """

    failed = Signal(object)  # AppError nobody took
    broken = Signal(object)  # Exception
    _finished = Signal(object, object, object)  # callback, result, error

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._long: list[_LongJob] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reads = _Lane("reads", self._do)
        self._urgent = _Lane("urgent", self._do)

    def run_read(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None, *, urgent: bool = False
    ) -> None:
        """Run `work` in a reading thread and hand its result to `done`."""
        (self._urgent if urgent else self._reads).put((work, done, failed))

    def run_write(
        self, submit: Callable[[], Future[T] | None], done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:  # fmt: skip
        """Submit a write (which returns at once) and hand what it resolves to to `done`.

        What `submit` raises before it hands the write over (a missing field) is delivered like any failure.
        """
        try:
            future = submit()
        except Exception as error:
            self._finished.emit(failed, None, error)
            return
        if future is not None:
            future.add_done_callback(lambda f: self._relay(f, done, failed))

    def run_long(
        self, work: Callable[[Progress], T], progressed: Callable[[int], None],
        done: Callable[[T], None], failed: Failed | None = None, cancelled: Callable[[None], None] | None = None,
    ) -> Callable[[], None]:  # fmt: skip
        """Run `work` for minutes in a thread of its own; `progressed` gets its percents. Return what cancels it."""
        job = _LongJob(lambda percent: self._hand_over(progressed, percent, None))

        def run() -> None:
            try:
                self._hand_over(done, work(job), None)
            except CancelledError:
                self._hand_over(cancelled, None, None)
            except Exception as error:
                self._hand_over(failed, None, error)

        self._long = [one for one in self._long if one.thread.is_alive()] + [job]
        job.thread = threading.Thread(target=run, name="long", daemon=True)
        job.thread.start()
        return job.cancelled.set

    def stop(self) -> None:
        """Let the job in hand finish, cancel the long ones, end the threads; nothing is delivered afterwards."""
        self._stopped = True
        for job in self._long:
            job.cancelled.set()
        for job in self._long:
            job.thread.join(timeout=LONGEST_GOODBYE_SECONDS)
        self._reads.stop()
        self._urgent.stop()

    def _do(self, job: Job) -> None:
        """Called in a reading thread."""
        work, done, failed = job
        try:
            self._hand_over(done, work(), None)
        except Exception as error:
            self._hand_over(failed, None, error)

    def _relay(self, future: Future[Any], done: Done | None, failed: Failed | None) -> None:
        """Called in the writer's thread."""
        error = future.exception()
        self._hand_over(failed if error else done, None if error else future.result(), error)

    def _hand_over(self, callback: Callable[[Any], None] | None, result: Any, error: BaseException | None) -> None:
        if not self._stopped:  # the window, and this object with it, may be gone
            self._finished.emit(callback, result, error)

    @Slot(object, object, object)
    def _deliver(self, callback: Callable[[Any], None] | None, result: Any, error: Exception | None) -> None:
        if self._stopped:
            return
        if error is None:
            if callback is not None:
                callback(result)
        elif isinstance(error, AppError):
            (callback or self.failed.emit)(error)
        else:
            log.error("a background job failed", exc_info=error)
            self.broken.emit(error)
