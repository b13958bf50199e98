"""A thin coloured line that says one thing and offers one way on."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets import icons, tab_order
from ui.widgets.buttons import IconButton, ShortcutButton
from ui.widgets.labels import IconLabel
from ui.widgets.restyle import set_state

_ICONS: dict[theme.State, icons.IconName] = {
    "neutral": "info",
    "accent": "info",
    "good": "check-circle",
    "warning": "warning",
    "bad": "alert",
}


class _Parts(NamedTuple):
    icon: IconLabel
    label: QLabel
    button: ShortcutButton
    close_button: IconButton


class NoticeBar(QFrame):
    """Icon, wrapping text, optional action button and close button, on the soft colour of its state.

    What is in it is made with its first words: most notices of a window are never seen.
    """

    action_triggered = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        state: theme.State = "accent",
        action: str = "",
        parent: QWidget | None = None,
        *,
        icon: icons.IconName | None = None,
        closable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "notice")
        self._own_icon, self._closable = icon, closable
        self._text, self._state, self._action = text, state, action
        if text:
            self.set_notice(text)

    @property
    def button(self) -> ShortcutButton:
        return self._parts.button

    @property
    def close_button(self) -> IconButton:
        return self._parts.close_button

    def text(self) -> str:
        return self._text

    def set_notice(self, text: str, state: theme.State | None = None, action: str | None = None) -> None:
        """Change the words; state and action stay where they are not given, an empty action hides the button."""
        parts = self._parts
        self._text = text
        parts.label.setText(text)
        self.setAccessibleName(text)
        if state is not None:
            self._show_state(state, parts.icon)
        if action is not None:
            parts.button.set_label(action)
            parts.button.setVisible(bool(action))

    @cached_property
    def _parts(self) -> _Parts:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumHeight(26)
        close = QCoreApplication.translate("Widgets", "Close this message")
        made = _Parts(
            IconLabel("info", "accent", 16, self),
            label,
            ShortcutButton(self._action, "", self, kind="round"),
            IconButton("close", close, self, size=14, side=26),
        )
        made.button.clicked.connect(self.action_triggered)
        made.button.setVisible(bool(self._action))
        made.close_button.clicked.connect(self._close)
        made.close_button.setVisible(self._closable)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        for part in made:
            row.addWidget(part, 1 if part is label else 0)
        tab_order.put_in_place(self, made.button, made.close_button)
        self._show_state(self._state, made.icon)
        return made

    def _show_state(self, state: theme.State, icon: IconLabel) -> None:
        set_state(self, "state", state)
        icon.set_icon(self._own_icon or _ICONS[state], theme.role_of(state))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
