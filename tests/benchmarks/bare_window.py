"""The limit of a start: a bare Qt window. Prints {"painted": …, "memory": MiB} and ends."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

SETTLE_MS = 500


class FirstPaint(QObject):
    """Calls back once, after the first paint of a window."""

    def __init__(self, application: QApplication, painted: Callable[[], object]) -> None:
        super().__init__(application)
        self._application, self._painted = application, painted
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False


def megabytes() -> float:
    """Return the resident memory of this process in MiB, from Linux."""
    with Path("/proc/self/status").open(encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> int:
    application = QApplication(sys.argv[:1])
    facts: dict[str, float] = {}

    def painted() -> None:
        facts["painted"] = time.monotonic()
        QTimer.singleShot(SETTLE_MS, finish)

    def finish() -> None:
        print(json.dumps(facts | {"memory": megabytes()}), flush=True)
        application.quit()

    watcher = FirstPaint(application, painted)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Ringbook"))
    window.resize(1280, 800)
    window.show()
    code = application.exec()
    watcher.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
