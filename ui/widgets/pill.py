"""A short state in words on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

HEIGHT = 20
_SIDE = 11


class Pill(QWidget):
    """Text with a state colour; `inset` puts it on card ground, for use on a coloured banner."""

    def __init__(
        self,
        text: str = "",
        state: theme.State = "neutral",
        parent: QWidget | None = None,
        *,
        inset: bool = False,
    ) -> None:
        super().__init__(parent)
        self._text, self._state, self._inset = text, state, inset
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setFont(theme.font("pill"))

    def text(self) -> str:
        return self._text

    def state(self) -> theme.State:
        return self._state

    def set_pill(self, text: str, state: theme.State | None = None) -> None:
        """Change the words, and the state when one is given."""
        if (text, state or self._state) == (self._text, self._state):
            return
        self._text, self._state = text, state or self._state
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2 * _SIDE, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(theme.font("pill"))
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_pill(painter, QRectF(self.rect()), self._text, self._state, inset=self._inset)


def pill_width(text: str) -> int:
    """Return the width a pill with this text takes, in px; for delegates."""
    return QFontMetrics(theme.font("pill")).horizontalAdvance(text) + 2 * _SIDE


def paint_pill(painter: QPainter, rect: QRectF, text: str, state: theme.State, *, inset: bool = False) -> None:
    """Paint a pill filling `rect`, in the painter's font."""
    look = theme.current()
    ground: theme.Role = "card" if inset and state != "bad" else theme.soft_role_of(state)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(ground))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(look.color(theme.role_of(state)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
