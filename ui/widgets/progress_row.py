"""How far something long is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.widgets.buttons import ShortcutButton

MOST = 100


class ProgressRow(QWidget):
    """A bar with its percents and a button beside it."""

    cancelled = Signal()

    def __init__(self, accessible_name: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, MOST)
        self.bar.setAccessibleName(accessible_name)
        self.bar.setFormat(f"{accessible_name}  %p %")
        self.cancel = ShortcutButton(cancel)
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)

    def set_percent(self, percent: int) -> None:
        self.bar.setValue(percent)

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        self.cancel.setEnabled(True)
        super().showEvent(event)  # type: ignore[arg-type]

    def _stop(self) -> None:
        self.cancel.setEnabled(False)  # it may take a moment
        self.cancelled.emit()
