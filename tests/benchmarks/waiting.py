"""Waits in an event loop, with an end to patience."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

PATIENCE_MS = 120_000


def wait(loop: QEventLoop) -> None:
    """Run the loop until it is quit; raises RuntimeError when that takes too long."""
    late = QTimer(singleShot=True, interval=PATIENCE_MS)
    late.timeout.connect(lambda: loop.exit(1))
    late.start()
    if loop.exec():
        raise RuntimeError("what was to be painted was not painted in time")
