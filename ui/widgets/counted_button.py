"""An icon with a small number on it: how many things wait behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from ui import theme
from ui.widgets.buttons import IconButton

MOST = 99
_HEIGHT = 16


class CountedButton(IconButton):
    """Nothing waiting shows no number; the count is read out with the name."""

    count = 0

    def set_count(self, count: int, name: str) -> None:
        """Show a number; `name` tells it in words."""
        self.count = count
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def badge(self) -> str:
        """Return the number as it is painted."""
        return "" if not self.count else str(self.count) if self.count <= MOST else f"{MOST}+"

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if text := self.badge():
            painter, look = QPainter(self), theme.current()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = max(_HEIGHT, QFontMetrics(theme.font("pill")).horizontalAdvance(text) + 8)
            rect = QRectF(self.width() - width - 1, 1, width, _HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("warning"))
            painter.drawRoundedRect(rect, _HEIGHT / 2, _HEIGHT / 2)
            painter.setFont(theme.font("pill"))
            painter.setPen(look.color("on_warning"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
