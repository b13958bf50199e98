"""Python's cycle collector, kept on the window's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PERIOD_MS = 500
START_MS = 5000  # until then nothing is looked at: what a start makes stays
THRESHOLDS = (2000, 10, 10)  # objects made since the last time, then rounds of the generation below


class GarbageCollector(QObject):
    """Collects here and nowhere else.

    By itself the collector runs in whichever thread happens to allocate: a widget in a reference cycle would then
    be destroyed by the writer's or the PBX link's thread, and Qt crashes. As a timer it also never stops a ring
    half way to the screen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        keep_off_threads()
        self._timer = QTimer(self, interval=PERIOD_MS)
        self._timer.timeout.connect(collect_due)
        QTimer.singleShot(START_MS, self._timer, self._timer.start)


def keep_off_threads() -> None:
    """Stop the collector from starting by itself; what is alive already is not looked at again."""
    gc.disable()
    gc.freeze()


def collect_due() -> None:
    """Collect the oldest generation that is due, as Python would have."""
    for generation, (count, threshold) in reversed(list(enumerate(zip(gc.get_count(), THRESHOLDS, strict=True)))):
        if count > threshold:
            gc.collect(generation)
            return
