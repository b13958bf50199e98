"""The supervisor's window: has a customer on screen and notes when what another desk saved is painted there."""

from __future__ import annotations

import subprocess
import threading
import time
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.waiting import wait
from tests.load.windows import is_in_step, session_on
from ui import theme

PAUSE_MS = (150, 450)  # between what is painted and the next saving
SEED = 7


def watch(folder: Path, jordi: UUID, saving: subprocess.Popen[str], saves: int) -> list[float]:
    """Ask the other window for so many savings, one behind the other; return how long each took, in seconds."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, "light", "en")
    session = session_on(folder)
    loop = QEventLoop()
    watch = Watch(session, saving, saves, loop)
    QTimer.singleShot(0, lambda: _begin(session, jordi, watch))
    try:
        wait(loop)
    finally:
        session.window.close()
        assert saving.stdin is not None
        saving.stdin.close()
    return [painted - watch.begun[reference] for reference, painted in watch.painted.items()]


def _begin(session: Any, jordi: UUID, watch: Watch) -> None:
    """Open the customer once the desk is in step."""
    if not is_in_step(session):
        QTimer.singleShot(100, lambda: _begin(session, jordi, watch))
        return
    session.model.open_customer(jordi, watch.ask)


class Watch(QObject):
    """Asks for a saving, waits until it is painted, asks for the next."""

    def __init__(self, session: Any, saving: subprocess.Popen[str], saves: int, loop: QEventLoop) -> None:
        super().__init__(session)
        self.begun: dict[str, float] = {}
        self.painted: dict[str, float] = {}
        self._session, self._saving, self._saves, self._loop = session, saving, saves, loop
        self._random = Random(SEED)
        self._timeline = session.window.console.timeline
        self._timeline.list.viewport().installEventFilter(self)
        threading.Thread(target=self._read, daemon=True).start()

    def ask(self) -> None:
        assert self._saving.stdin is not None
        self._saving.stdin.write("save\n")
        self._saving.stdin.flush()

    def _read(self) -> None:
        assert self._saving.stdout is not None
        for line in self._saving.stdout:
            reference, begun = line.split()
            self.begun[reference] = float(begun)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        now, model = time.time(), self._timeline.model
        rows = (model.timeline_row(model.index(row)) for row in range(min(model.rowCount(), 3)))
        for reference in (row.reference for row in rows if row is not None and row.reference is not None):
            if reference not in self.painted:
                self.painted[reference] = now
                if len(self.painted) == self._saves:
                    self._loop.quit()
                else:
                    QTimer.singleShot(self._random.randint(*PAUSE_MS), self, self.ask)
