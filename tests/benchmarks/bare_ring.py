"""The limit of a ring: a socket, the bare SQL and one label."""

from __future__ import annotations

import socket
import threading
import time
from itertools import cycle
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel

from tests.benchmarks import raw
from tests.benchmarks.waiting import wait
from tests.benchmarks.world import BURST_NUMBERS

BARE_GAP_MS = 20


class Bare(QObject):
    """The limit: a number over a socket, the bare SQL in the receiving thread, its rows painted in one label."""

    found = Signal(object)

    def __init__(self, connection: Any) -> None:
        super().__init__()
        self._connection = connection
        self._numbers = cycle(BURST_NUMBERS)
        self._label = QLabel()
        self._label.resize(1280, 800)
        self._label.installEventFilter(self)
        self._times: list[float] = []
        self._loop = QEventLoop()
        self._begun: float | None = None
        self._shown = False
        self._ours, self._theirs = socket.socketpair()
        self.found.connect(self._show)

    def run(self, count: int) -> list[float]:
        """Return how many ms each of `count` numbers took, one after the other."""
        self._count = count
        receiver = threading.Thread(target=self._receive, daemon=True)
        receiver.start()
        self._label.show()
        QTimer.singleShot(BARE_GAP_MS, self, self._send)
        try:
            wait(self._loop)
        finally:
            self._theirs.close()
            receiver.join()
            self._ours.close()
            self._label.close()
        return self._times

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._shown:
            self._shown = False
            QTimer.singleShot(0, self, self._painted)
        return False

    def _send(self) -> None:
        self._begun = time.perf_counter()
        self._theirs.sendall(f"+886{next(self._numbers)[1:]}\n".encode())

    def _receive(self) -> None:
        with self._ours.makefile(encoding="ascii") as lines:
            for line in lines:
                self.found.emit(raw.pop(self._connection, line.strip()))

    def _show(self, rows: list[Any]) -> None:
        self._shown = True
        self._label.setText("\n".join(map(str, rows)))

    def _painted(self) -> None:
        assert self._begun is not None
        self._times.append((time.perf_counter() - self._begun) * 1000)
        if len(self._times) == self._count:
            self._loop.quit()
        else:
            QTimer.singleShot(BARE_GAP_MS, self, self._send)
