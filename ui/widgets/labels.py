"""Small labels: captions of fields, printed keys, text that ends in an ellipsis, icons that follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.widgets import icons


class Caption(QLabel):
    """A muted 12 px label; give it the field it names as buddy so that screen readers find it."""

    def __init__(self, text: str = "", buddy: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "caption")
        if buddy is not None:
            self.setBuddy(buddy)


class KeyCaption(QLabel):
    """A key combination printed as a key cap; takes portable text such as "Ctrl+K"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(printed_keys(keys), parent)
        self.setProperty("kind", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class ElidedLabel(QLabel):
    """One line of text cut with an ellipsis where it does not fit; the tooltip then shows all of it."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self._shown: str | None = None  # what fits, None before it was measured
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another text; the same again costs nothing."""
        if text != self.text():
            super().setText(text)
            self._shown = None

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 + margins.left() + margins.right()
        return QSize(width, super().sizeHint().height())

    def shown_text(self) -> str:
        """Return the text as painted, with its ellipsis; measured when it is painted, once for text, size and font."""
        if self._shown is None:
            text = self.text()
            self._shown = self.fontMetrics().elidedText(text, self._mode, self.contentsRect().width())
            tip = text if self._shown != text else ""
            if tip != self._tip:
                self._tip = tip
                self.setToolTip(tip)
        return self._shown

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._shown = None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._shown = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()) | int(Qt.TextFlag.TextSingleLine),
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )


class IconLabel(QLabel):
    """An icon that is only a picture: no focus, no name of its own, tinted anew when the theme changes."""

    def __init__(
        self,
        name: icons.IconName,
        role: theme.Role = "text",
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setFixedSize(size, size)
        self._tint()

    def set_icon(self, name: icons.IconName, role: theme.Role = "text") -> None:
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        self.setPixmap(icons.pixmap(self._name, self._role, self._size))


def printed_keys(keys: str) -> str:
    """Return a shortcut as people read it: native names, and ↵ for Return, which is long on a button."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "↵")
