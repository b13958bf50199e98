"""A panel that drops from a control inside the window, so that no window manager can move the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

_MARGIN = 4


class PopupPanel(QFrame):
    """A framed child of the anchor's window, below the anchor or above it where there is no room.

    Escape, a click elsewhere, and the window's resizing close it; `closed` follows.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "popup")
        self._anchor: QWidget | None = None
        self.hide()

    def open_below(self, anchor: QWidget, width: int = 0) -> None:
        """Show at the anchor, `width` px wide, or as wide as the content asks for."""
        window = anchor.window()
        self._anchor = anchor
        if self.parentWidget() is not window:
            self.setParent(window)
        self.ensurePolished()
        wanted = self.sizeHint()
        height = min(wanted.height(), window.height() - 2 * _MARGIN)
        self.resize(min(max(width, wanted.width() if not width else 0), window.width() - 2 * _MARGIN), height)
        self.move(self._place(anchor, window))
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def close_panel(self) -> None:
        """Hide and tell; does nothing when it is not open."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            if not self._is_ours(watched):
                self.close_panel()
        elif kind in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate) and watched is self.parent():
            self.close_panel()
        return False

    def _is_ours(self, widget: QWidget) -> bool:
        """Whether the widget belongs to the panel, to a menu opened from it, or to the anchor."""
        if widget is self or self.isAncestorOf(widget) or widget.window() is not self.window():
            return True
        anchor = self._anchor
        return anchor is not None and (widget is anchor or anchor.isAncestorOf(widget))

    def _place(self, anchor: QWidget, window: QWidget) -> QPoint:
        below = anchor.mapTo(window, QPoint(0, anchor.height() + _MARGIN))
        above = anchor.mapTo(window, QPoint(0, 0)).y() - _MARGIN - self.height()
        y = below.y() if below.y() + self.height() <= window.height() or above < 0 else above
        y = max(_MARGIN, min(y, window.height() - self.height() - _MARGIN))
        x = max(_MARGIN, min(below.x(), window.width() - self.width() - _MARGIN))
        return QPoint(x, y)
