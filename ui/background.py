"""The only owner of Qt threads: work off the window's thread, its result delivered on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.errors import AppError

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[AppError], None]
log = logging.getLogger(__name__)


class _Worker(QObject):
    """Lives in the reading thread; takes one job after the other."""

    finished = Signal(object, object, object)  # callback, result, error

    @Slot(object, object, object)
    def run(self, work: Callable[[], Any], done: Done, failed: Failed | None) -> None:
        try:
            self.finished.emit(done, work(), None)
        except Exception as error:
            self.finished.emit(failed, None, error)


class Background(QObject):
    """Runs reads in a thread of its own and waits for writes; all callbacks come on the window's thread.

    An `AppError` goes to the `failed` callback, or where none was given to the signal `failed`, for a message. Any
    other exception is a bug: it is logged, and `broken` says so.
    """

    failed = Signal(object)  # AppError nobody took
    broken = Signal(object)  # Exception
    _submitted = Signal(object, object, object)
    _written = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("reads")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._submitted.connect(self._worker.run)
        self._worker.finished.connect(self._deliver)
        self._written.connect(self._deliver)
        self._thread.start()

    def run_read(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None) -> None:
        """Run `work` in the reading thread and hand its result to `done`."""
        self._submitted.emit(work, done, failed)

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
            self._written.emit(failed, None, error)
            return
        if future is not None:
            future.add_done_callback(lambda f: self._relay(f, done, failed))

    def stop(self) -> None:
        """Let the job in hand finish and end the thread; nothing is delivered afterwards."""
        self._worker.finished.disconnect(self._deliver)
        self._written.disconnect(self._deliver)
        self._thread.quit()
        self._thread.wait()

    def _relay(self, future: Future[Any], done: Done | None, failed: Failed | None) -> None:
        """Called in the writer's thread."""
        error = future.exception()
        self._written.emit(failed if error else done, None if error else future.result(), error)

    @Slot(object, object, object)
    def _deliver(self, callback: Callable[[Any], None] | None, result: Any, error: Exception | None) -> None:
        if error is None:
            if callback is not None:
                callback(result)
        elif isinstance(error, AppError):
            (callback or self.failed.emit)(error)
        else:
            log.error("a background job failed", exc_info=error)
            self.broken.emit(error)
