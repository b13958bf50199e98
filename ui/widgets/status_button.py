"""A quiet button in the bar: an icon in the colour of a state, and the state in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme
from ui.widgets import icons
from ui.widgets.labels import printed_keys

ICON = 16


class StatusButton(QPushButton):
    """Says how something is; pressed, it leads to where more is told."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name: icons.IconName = "info"
        self._state: theme.State = "neutral"
        self._keys = printed_keys(shortcut)
        self.setProperty("kind", "status")
        self.setIconSize(QSize(ICON, ICON))
        QShortcut(QKeySequence(shortcut), self).activated.connect(self.click)

    def state(self) -> theme.State:
        return self._state

    def set_status(self, icon: icons.IconName, state: theme.State, text: str, reason: str) -> None:
        """Show another state; `reason` is told on asking."""
        self._icon_name, self._state = icon, state
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(reason)
        self.setToolTip(f"{reason or text} ({self._keys})")
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icons.icon(self._icon_name, theme.role_of(self._state), ICON))
