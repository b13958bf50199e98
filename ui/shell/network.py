"""Says when the system says that the network is back."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

SPREAD_MS = 3000  # a switch comes back for a whole floor at once, and who comes back signs in


class NetworkWatch(QObject):
    """Emits `back` a moment after the network came back; where the system tells nothing, never."""

    back = Signal()

    def __init__(self, parent: QObject | None = None, spread_ms: int | None = None) -> None:
        super().__init__(parent)
        self._information: QNetworkInformation | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.back)
        self._spread_ms = SPREAD_MS if spread_ms is None else spread_ms

    def start(self) -> None:
        """Listen to the system, where it can tell; asks it on this thread, which takes some milliseconds."""
        from PySide6.QtNetwork import QNetworkInformation  # not on the way to the first paint

        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            self._information = QNetworkInformation.instance()
            self._information.reachabilityChanged.connect(self.take)

    def take(self, reachability: QNetworkInformation.Reachability) -> None:
        """Take what the system says; a store may well stand where no internet is."""
        if reachability.name in ("Site", "Online"):
            self._soon.start(random.randint(0, self._spread_ms))  # noqa: S311 - so that not all come at once
        else:
            self._soon.stop()
