"""The panel that shows a password that was made, this once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.buttons import ShortcutButton
from ui.widgets.fields import note_label


class PasswordPanel(QWidget):
    """Copied by a button; "handed over" forgets it."""

    handed_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.password = QLabel(), QLabel()
        self.title.setProperty("kind", "strong")
        self.title.setWordWrap(True)
        self.password.setProperty("kind", "timer")
        self.password.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.password.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = ShortcutButton(
            QCoreApplication.translate("Admin", "Copy"), "Ctrl+Shift+P", icon="copy", kind="primary"
        )
        self.end = ShortcutButton(QCoreApplication.translate("Admin", "I have handed it over"))
        self.said = note_label("")
        self.copy.clicked.connect(self._copy)
        self.end.clicked.connect(self._end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.password)
        column.addWidget(
            note_label(
                QCoreApplication.translate(
                    "Admin",
                    "It is shown this once: the store keeps but a hash of it. Hand it over; they change it on their "
                    "sync page.",
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.end)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addStretch(1)

    def show_password(self, login: str, password: str) -> None:
        text = QCoreApplication.translate("Admin", "The password of {login}").format(login=login)
        self.title.setText(text)
        self.password.setText(password)
        self.password.setAccessibleName(text)
        self.said.setText("")

    def is_holding(self) -> bool:
        """Whether there is a password that nobody has handed over yet."""
        return bool(self.password.text())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.password.text())
        self.said.setText(QCoreApplication.translate("Admin", "It is on the clipboard."))

    def _end(self) -> None:
        self.password.clear()
        self.said.setText("")
        self.handed_over.emit()
