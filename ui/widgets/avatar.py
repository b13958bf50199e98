"""The round mark with a customer's initials."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Avatar(QWidget):
    """A disc with the initials of a name; a picture only, since the name stands beside it."""

    def __init__(self, name: str = "", size: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials, self._size = initials(name), size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        if (letters := initials(name)) != self._initials:
            self._initials = letters
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent_soft"))
        disc = QRectF(0, 0, self._size, self._size)
        painter.drawEllipse(disc)
        face = theme.font("strong")
        face.setPixelSize(round(self._size * 0.36))
        painter.setFont(face)
        painter.setPen(look.color("accent"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._initials)


def initials(name: str) -> str:
    """Return "JF" for "Jordi Ferrer i Soler", the family name's sign for a name in CJK, "" for no name."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return ""
    if unicodedata.east_asian_width(words[0][0]) in "WF":
        return words[0][0]
    capitals = [word[0] for word in words if word[0].isupper()] or [word[0].upper() for word in words]
    return "".join(capitals[:2])
