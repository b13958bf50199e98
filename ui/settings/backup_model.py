"""The backups of the settings page without their widgets: the last one, and the one being made."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.errors import AppError
from ui.panels import dates, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.bootstrap import Backend
    from app.workflows.backups import LastBackup
    from ui.background import Background
    from ui.event_bridge import EventBridge

REFRESH_MS = 60_000


class BackupModel(QObject):
    """Knows the last backup and runs one more; `changed` whenever what it says is another."""

    changed = Signal()
    toast = Signal(str, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last: LastBackup | None = None
        self.percent: int | None = None  # of the one being made
        self.problem = ""  # why the last try failed
        self.is_bound = False
        self._backend: Backend | None = None
        self._background: Background | None = None
        self._cancel: Callable[[], None] = lambda: None
        self._minute = QTimer(self, interval=REFRESH_MS)
        self._minute.timeout.connect(self.look)

    def bind(self, backend: Backend, background: Background, bridge: EventBridge) -> None:
        self._backend, self._background = backend, background
        self.is_bound = True
        bridge.backup_done.connect(lambda _: self.look())
        self.look()

    def look(self) -> None:
        """Find out about the last backup."""
        if self._backend is not None and self._background is not None:
            self._background.run_read(self._backend.backups.last, self._know)

    def make(self, target: Path) -> None:
        """Back up into a file; what was there under this name is replaced once the new one is whole."""
        if self._backend is None or self._background is None or self.percent is not None:
            return
        backups = self._backend.backups
        self.percent, self.problem = 0, ""
        self.changed.emit()
        self._cancel = self._background.run_long(
            lambda progress: backups.make(target, progress), self._progressed, self._made, self._failed, self._cancelled
        )

    def cancel(self) -> None:
        self._cancel()

    def text(self, now: datetime) -> str:
        """Return in one sentence what the last backup is."""
        if self.last is None:
            return QCoreApplication.translate("Backups", "There is no backup yet.")
        at = self.last.made_at
        day = dates.day(at, with_year=at.astimezone().year != now.astimezone().year)
        if not self.last.is_there:
            gone = QCoreApplication.translate(
                "Backups", "The last backup, of {day} at {time}, is no longer where it was written."
            )
            return gone.format(day=day, time=dates.clock(at))
        whole = QCoreApplication.translate("Backups", "Last backup: {day} at {time}, read back and whole.")
        return whole.format(day=day, time=dates.clock(at))

    def _know(self, last: LastBackup | None) -> None:
        self.last = last
        self.changed.emit()

    def _progressed(self, percent: int) -> None:
        self.percent = percent
        self.changed.emit()

    def _made(self, last: LastBackup) -> None:
        self.percent = None
        self._know(last)
        text = QCoreApplication.translate("Backups", "The backup is made, and was read back whole.")
        self.toast.emit(text, "", None)

    def _failed(self, error: AppError) -> None:
        self.percent = None
        self.problem = words.error(error)
        self.changed.emit()

    def _cancelled(self, _: None) -> None:
        self.percent = None
        self.changed.emit()
        self.toast.emit(QCoreApplication.translate("Backups", "No backup was made."), "", None)
