"""What is promised for today and before: read, marked done, put off, and each of these undone."""

from __future__ import annotations

from collections.abc import Callable, Set
from concurrent.futures import Future
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.errors import AppError
from app.follow_ups.records import FollowUpRow
from models.enums import FollowUpStatus
from ui.panels import dates, words

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.background import Background

HOUR = timedelta(hours=1)
_MINUTE_MS = 60_000


def local_now() -> datetime:
    """Return now on this computer's clock."""
    return datetime.now().astimezone()


class FollowUpsModel(QObject):
    """The open promises due before the coming midnight, late ones first; looks at the clock each minute."""

    changed = Signal()  # the rows, or only how late they are
    toast = Signal(str, str, object)  # text, action, what the action calls (None without one)

    def __init__(self, parent: QObject | None = None, now: Callable[[], datetime] = local_now) -> None:
        super().__init__(parent)
        self.now = now
        self.rows: tuple[FollowUpRow, ...] = ()
        self._backend: Backend | None = None
        self._background: Background | None = None
        self._read = self._answered = 0
        self._day: date | None = None
        self._busy: set[UUID] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look_at_clock)
        self._wait_a_minute()

    def bind(self, backend: Backend, background: Background) -> None:
        self._backend, self._background = backend, background
        background.destroyed.connect(self._unbind)
        self.refresh()

    def refresh(self) -> None:
        """Read again; an answer that a newer question overtook is dropped."""
        backend = self._backend
        if backend is None or self._background is None:
            return
        self._read += 1
        this_read, self._day = self._read, self.now().date()
        midnight = _midnight_after(self._day)
        self._background.run_read(
            lambda: backend.reads.promises_due_before(midnight), lambda rows: self._on_read(this_read, rows)
        )

    def shows(self, customers: Set[UUID]) -> bool:
        """Whether a promise to one of these customers is listed, or may be by what is being read just now."""
        return self._answered != self._read or not customers.isdisjoint(row.customer_id for row in self.rows)

    def late(self) -> int:
        """Return how many are late now."""
        now = self.now()
        return sum(row.due_at <= now for row in self.rows)

    def look_at_clock(self) -> None:
        """Lateness grows by itself; a new day brings new promises."""
        self._wait_a_minute()
        if self._day is not None and self.now().date() != self._day:
            self.refresh()
        self.changed.emit()

    def settle(self, row: FollowUpRow) -> None:
        """Mark a promise done."""
        done = FollowUpStatus.DONE

        def told(settled_at: datetime) -> None:
            text = QCoreApplication.translate("FollowUps", "Done: {what}").format(what=row.what)
            self._offer_undo(text, row, lambda backend: backend.follow_ups.reopen(row, done, settled_at))

        self._write(row, lambda backend: backend.follow_ups.settle(row, done), told)

    def snooze(self, row: FollowUpRow, due: datetime) -> None:
        """Put a promise off until `due`."""
        moved = row._replace(due_at=due)

        def told(_: object) -> None:
            text = QCoreApplication.translate("FollowUps", "Snoozed until {when}: {what}")
            text = text.format(when=dates.short_when(due, self.now()), what=row.what)
            self._offer_undo(text, row, lambda backend: backend.follow_ups.snooze(moved, row.due_at))

        self._write(row, lambda backend: backend.follow_ups.snooze(row, due), told)

    def in_an_hour(self, row: FollowUpRow) -> datetime:
        """Return an hour after the promise, or after now where it is late."""
        return max(self.now(), row.due_at.astimezone()).replace(second=0, microsecond=0) + HOUR

    def _offer_undo(self, text: str, row: FollowUpRow, undo: Callable[[Backend], Future[Any]]) -> None:
        action = QCoreApplication.translate("FollowUps", "Undo")
        self.toast.emit(text, action, lambda: self._write(row, undo))

    def _write(
        self, row: FollowUpRow, write: Callable[[Backend], Future[Any]], done: Callable[[Any], None] | None = None
    ) -> None:
        """Write once a row at a time, then read; a second key on the same row waits for nothing and does nothing."""
        backend = self._backend
        if backend is None or self._background is None or row.id in self._busy:
            return
        self._busy.add(row.id)
        self._background.run_write(
            lambda: write(backend), lambda result: self._on_written(row, result, done),
            lambda error: self._on_failed(row, error),
        )  # fmt: skip

    def _on_written(self, row: FollowUpRow, result: Any, done: Callable[[Any], None] | None) -> None:
        self._busy.discard(row.id)
        self.refresh()
        if done is not None:
            done(result)

    def _on_failed(self, row: FollowUpRow, error: AppError) -> None:
        self._busy.discard(row.id)
        self.toast.emit(words.error(error), "", None)

    def _on_read(self, read: int, rows: list[FollowUpRow]) -> None:
        if read != self._read:
            return
        self._answered = read
        if self.rows != tuple(rows):  # showing them takes longer than reading them
            self.rows = tuple(rows)
            self.changed.emit()

    def _wait_a_minute(self) -> None:
        now = self.now()
        self._timer.start(_MINUTE_MS - (now.second * 1000 + now.microsecond // 1000) + 1)

    def _unbind(self) -> None:
        self._backend = self._background = None


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min).astimezone()
