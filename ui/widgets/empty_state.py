"""What a list shows when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets import icons
from ui.widgets.buttons import ShortcutButton
from ui.widgets.labels import IconLabel


class EmptyState(QWidget):
    """An icon, one sentence, and a button where something can be done about it."""

    activated = Signal()

    def __init__(
        self,
        icon: icons.IconName,
        sentence: str,
        action: str = "",
        parent: QWidget | None = None,
        *,
        shortcut: str = "",
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addStretch(1)
        self._icon = IconLabel(icon, "muted", 32, self)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._label = QLabel(sentence, self)
        self._label.setProperty("kind", "muted")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._label)
        self.button: ShortcutButton | None = None
        if action:
            self.button = ShortcutButton(action, shortcut, self)
            self.button.clicked.connect(self.activated)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def sentence(self) -> str:
        return self._label.text()

    def set_sentence(self, sentence: str, icon: icons.IconName | None = None) -> None:
        self._label.setText(sentence)
        if icon is not None:
            self._icon.set_icon(icon, "muted")
