"""Gives the keyboard back to where it was before the user went somewhere for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusReturn(QObject):
    """Remembers which widget outside `inside` had the keyboard before one inside got it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._before: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember)

    def give_back(self) -> bool:
        """Return the keyboard; False where there is nobody left to give it to or it is elsewhere already."""
        before, self._before = self._before, None
        if not self._is_ours(QApplication.focusWidget()):
            return False
        if before is None or not isValid(before) or not before.isVisible() or not before.isEnabled():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _remember(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._is_ours(now) and old is not None and not self._is_ours(old):
            self._before = old

    def _is_ours(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self._inside or self._inside.isAncestorOf(widget))
