"""What a process holds after so many calls, and whether that grows."""

from __future__ import annotations

import gc
import itertools
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.effort import resident


@dataclass(frozen=True, slots=True)
class Sample:
    """Megabytes, Python objects the collector knows, and Qt objects under the window, after so many calls."""

    calls: int
    megabytes: float
    objects: int
    qt_objects: int


def sample(window: QWidget, calls: int) -> Sample:
    """Look at this process now; what is garbage is collected first."""
    gc.collect()
    qt_objects = len(window.findChildren(QObject)) + len(QApplication.topLevelWidgets())
    return Sample(calls, resident(), len(gc.get_objects()), qt_objects)


def growth(samples: list[Sample], name: str) -> float:
    """Return how much is held more for each thousand calls: the median slope between any two samples (Theil–Sen)."""
    slopes = [
        (getattr(two, name) - getattr(one, name)) / (two.calls - one.calls)
        for one, two in itertools.combinations(samples, 2)
        if two.calls > one.calls
    ]
    return 1000 * sorted(slopes)[len(slopes) // 2] if slopes else 0.0
