"""What segmented rows and chip groups share: checkable buttons with data, one tab stop, arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme

Option = tuple[str, object]
"""What a choice shows, and the data it stands for."""

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ChoiceButton(QPushButton):
    """A checkable button as wide as its text in bold, so that choosing it cuts and moves nothing."""

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = super().sizeHint()
        text = self.text().replace("&&", "&")
        bold = QFontMetrics(theme.font("strong")).horizontalAdvance(text)
        return QSize(hint.width() + max(0, bold - self.fontMetrics().horizontalAdvance(text)), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()


class ChoiceRow(QWidget):
    """Base of the choice widgets; `changed` tells every change of what is chosen, also by program."""

    changed = Signal(object)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._buttons: list[QPushButton] = []
        self._data: list[object] = []

    def buttons(self) -> list[QPushButton]:
        """Return the buttons in order, to give one a tooltip or to disable it."""
        return list(self._buttons)

    def button(self, data: object) -> QPushButton:
        """Return the button that stands for `data`; ValueError when none does."""
        return self._buttons[self._data.index(data)]

    def options(self) -> list[Option]:
        return [
            (button.text().replace("&&", "&"), data) for button, data in zip(self._buttons, self._data, strict=True)
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._buttons:
            return self._handle_key(self._buttons.index(watched), event)
        if event.type() == QEvent.Type.FocusIn and watched in self._buttons:
            self._make_tab_stop(self._buttons.index(watched))
        return super().eventFilter(watched, event)

    def _new_button(self, text: str, data: object, kind: str) -> QPushButton:
        button = ChoiceButton(text.replace("&", "&&"), self)
        button.setProperty("kind", kind)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleDescription(self.accessibleName())
        button.installEventFilter(self)
        self._buttons.append(button)
        self._data.append(data)
        return button

    def _handle_key(self, index: int, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        target = index + step
        while 0 <= target < len(self._buttons) and not self._buttons[target].isEnabled():
            target += step
        if 0 <= target < len(self._buttons):
            self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
            self._arrived(target)
        return True

    def _arrived(self, index: int) -> None:
        """Called when an arrow key has moved the focus to a button."""

    def _make_tab_stop(self, index: int) -> None:
        for position, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if position == index else Qt.FocusPolicy.ClickFocus)
        if self._buttons:
            self.setFocusProxy(self._buttons[index])

    def _checked_data(self) -> list[object]:
        return [data for button, data in zip(self._buttons, self._data, strict=True) if button.isChecked()]


def index_or_first(data: Sequence[object], wanted: object) -> int:
    """Return where `wanted` stands in `data`, or 0."""
    return data.index(wanted) if wanted in data else 0
