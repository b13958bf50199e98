"""The link to the PBX as the settings page follows it: its state, since when, and what was last heard."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.events import PbxHeard, PbxState
from models.enums import PbxStatus

MOST_LINES = 50
REFRESH_MS = 250


class LiveLink(QObject):
    """Takes every event and tells the page at most four times a second, however busy the PBX is."""

    state_changed = Signal()
    lines_heard = Signal(list)  # list[PbxHeard], oldest first, those since the last time

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = PbxState(PbxStatus.OFF)
        self.since = datetime.now(UTC)
        self.recent: deque[PbxHeard] = deque(maxlen=MOST_LINES)  # for a page that is opened later
        self._waiting: deque[PbxHeard] = deque(maxlen=MOST_LINES)
        self._pause = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._pause.timeout.connect(self._tell)

    def take_state(self, state: PbxState) -> None:
        if state.status != self.state.status:
            self.since = datetime.now(UTC)
        self.state = state
        self.state_changed.emit()

    def take_line(self, line: PbxHeard) -> None:
        self._waiting.append(line)
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        if self._waiting:
            lines = list(self._waiting)
            self.recent.extend(lines)
            self._waiting.clear()
            self._pause.start()
            self.lines_heard.emit(lines)
