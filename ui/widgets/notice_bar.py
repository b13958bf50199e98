"""A thin coloured line that says one thing and offers one way on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets import icons
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


class NoticeBar(QFrame):
    """Icon, wrapping text, optional action button and close button, on the soft colour of its state."""

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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        self._icon = IconLabel("info", "accent", 16, self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setMinimumHeight(26)
        self.button = ShortcutButton(action, "", self, kind="round")
        self.button.clicked.connect(self.action_triggered)
        self.close_button = IconButton(
            "close", QCoreApplication.translate("Widgets", "Close this message"), self, size=14, side=26
        )
        self.close_button.clicked.connect(self._close)
        self.close_button.setVisible(closable)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._own_icon = icon
        self.set_notice(text, state, action)

    def text(self) -> str:
        return self._label.text()

    def set_notice(self, text: str, state: theme.State | None = None, action: str | None = None) -> None:
        """Change the words; state and action stay where they are not given, an empty action hides the button."""
        self._label.setText(text)
        self.setAccessibleName(text)
        if state is not None:
            set_state(self, "state", state)
            self._icon.set_icon(self._own_icon or _ICONS[state], theme.role_of(state))
        if action is not None:
            self.button.set_label(action)
            self.button.setVisible(bool(action))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
