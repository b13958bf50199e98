"""One of the three values of a field that two people changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.sync.text_diff import marked
from ui.widgets.labels import Caption
from ui.widgets.restyle import set_state
from ui.widgets.scroll_area import ScrollArea

LEAST_HEIGHT = 120


class ConflictColumn(QFrame):
    """A caption, who wrote it and when, and the value with what differs from the one before marked."""

    clicked = Signal()

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setMinimumHeight(LEAST_HEIGHT)
        self._before, self._value = "", ""
        self.caption = QLabel(caption, self)
        self.caption.setProperty("kind", "strong")
        self.who = Caption("", None, self)
        self.who.setWordWrap(True)
        self.value = QLabel(self)
        self.value.setWordWrap(True)
        self.value.setTextFormat(Qt.TextFormat.RichText)
        self.value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        scroll = ScrollArea(self)
        self.value.setProperty("transparent", True)
        scroll.setWidget(self.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.caption)
        column.addWidget(self.who)
        column.addWidget(scroll, 1)

    def show_value(self, caption: str, who: str, value: str, before: str | None = None) -> None:
        """Show a value in words; without `before` nothing is marked."""
        self.caption.setText(caption)
        self.who.setText(who)
        self.who.setVisible(bool(who))
        self._value, self._before = value, value if before is None else before
        self.setAccessibleName(" – ".join(part for part in (caption, who, value) if part))
        self._paint()

    def text(self) -> str:
        """Return the value without its marks."""
        return self._value

    def set_chosen(self, chosen: bool) -> None:
        set_state(self, "state", "accent" if chosen else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.clicked.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "value"):
            self._paint()

    def _paint(self) -> None:
        text = marked(self._before, self._value, theme.current().value("warning_soft"))
        if text != self.value.text():
            self.value.setText(text)
