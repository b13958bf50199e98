"""The white panel most things stand on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

PADDING = 16


class Card(QFrame):
    """A framed panel; `body` is the layout for content, below an optional title with actions at its right."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, padding: int = PADDING) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._header = QWidget(self)
        self._header_row = QHBoxLayout(self._header)
        self._header_row.setContentsMargins(PADDING, 12, PADDING, 4)
        self._header_row.setSpacing(8)
        self._title = QLabel(self._header)
        self._title.setProperty("kind", "strong")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._header_row.addWidget(self._title)
        self._header_row.addStretch(1)
        outer.addWidget(self._header)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(padding, 4, padding, padding)
        self.body.setSpacing(6)
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Show the title, also as the card's accessible name; without title and actions the header takes no room."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._refresh_header()

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right end of the header."""
        widget.setParent(self._header)
        self._header_row.addWidget(widget)
        self._refresh_header()

    def _refresh_header(self) -> None:
        beside_title_and_stretch = self._header_row.count() > 2
        shown = bool(self._title.text()) or beside_title_and_stretch
        self._header.setVisible(shown)
        margins = self.body.contentsMargins()
        margins.setTop(4 if shown else margins.left())
        self.body.setContentsMargins(margins)
