"""What the window shows when the data does not open: the key is gone, or something else is in the way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app.errors import AppError, DamagedError
from ui.panels import words
from ui.settings.recovery_key_page import WIDTH, RecoveryKeyPage, middle
from ui.widgets.buttons import ButtonKind, ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import Field

__all__ = ["FailurePage", "MissingKeyPage", "RecoveryKeyPage"]

LONGEST = 200


class MissingKeyPage(QWidget):
    """Asks for the recovery key; `show_error` says that it was the wrong one and lets the user try again."""

    recovery_key_entered = Signal(str)
    restore_requested = Signal()

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhPreferUppercase)
        self.field.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self._labelled = Field(
            QCoreApplication.translate("Recovery", "Recovery key"),
            self.field,
            QCoreApplication.translate(
                "Recovery", "Capitals, spaces and dashes do not matter; O counts as 0, I and L as 1."
            ),
        )
        self.go_on = ShortcutButton(QCoreApplication.translate("Recovery", "Continue"), "Return", kind="primary")
        self.go_on.clicked.connect(self._enter)
        self.field.textEdited.connect(self._typed)
        card = Card(words.error_title(error))
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(12)
        card.body.addWidget(_sentence(error))
        card.body.addWidget(self._labelled)
        self.restore = _restore_button()
        self.restore.clicked.connect(self.restore_requested)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.go_on)
        card.body.addLayout(row)
        middle(self, card)
        self.setFocusProxy(self.field)
        self._typed("")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.field.setFocus()  # before the data is open there is nothing else to type into

    def problem(self) -> str:
        return self._labelled.problem()

    def show_error(self, error: AppError) -> None:
        """Say why the recovery key did not open the data."""
        self.field.setReadOnly(False)
        self.go_on.setEnabled(True)
        self._labelled.set_problem(words.error(error))

    def _typed(self, text: str) -> None:
        self._labelled.set_problem("")
        self.go_on.setEnabled(bool(text.strip()))

    def _enter(self) -> None:
        self.field.setReadOnly(True)
        self.go_on.setEnabled(False)
        self.recovery_key_entered.emit(self.field.text())


class FailurePage(QWidget):
    """Says why the data does not open and offers to try again."""

    retry_requested = Signal()
    repair_requested = Signal()
    quit_requested = Signal()
    restore_requested = Signal()

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        quit_it = ShortcutButton(QCoreApplication.translate("Recovery", "Quit"))
        quit_it.clicked.connect(self.quit_requested)
        is_damaged = isinstance(error, DamagedError)  # then trying again is not what helps
        kind: ButtonKind = "plain" if is_damaged else "primary"
        self.again = ShortcutButton(QCoreApplication.translate("Recovery", "Try again"), kind=kind)
        self.again.clicked.connect(self._retry)
        self.quit = quit_it
        row = QHBoxLayout()
        row.setSpacing(10)
        self.restore = _restore_button()
        self.restore.clicked.connect(self.restore_requested)
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(quit_it)
        row.addWidget(self.again)
        self.mend = ShortcutButton(QCoreApplication.translate("Recovery", "Mend"), kind="primary")
        self.mend.clicked.connect(self._repair)
        row.addWidget(self.mend)
        if not is_damaged:
            self.mend.hide()
        card = Card(words.error_title(error))
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(16)
        card.body.addWidget(_sentence(error))
        if is_damaged:
            card.body.addWidget(_note(QCoreApplication.translate(
                "Recovery",
                "“Mend” sets aside what is damaged and goes on with what is whole. Nothing is deleted.",
            )))  # fmt: skip
        card.body.addLayout(row)
        middle(self, card)
        self.setFocusProxy(self.again)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.again.setFocus()

    def _repair(self) -> None:
        for button in (self.again, self.mend):
            button.setEnabled(False)
        self.mend.setText(QCoreApplication.translate("Recovery", "Mending…"))
        self.repair_requested.emit()

    def _retry(self) -> None:
        for button in (self.again, self.mend):
            button.setEnabled(False)  # another page comes, this one again if it was in vain
        self.retry_requested.emit()


def _restore_button() -> ShortcutButton:
    return ShortcutButton(QCoreApplication.translate("Recovery", "Restore a backup…"), kind="link")


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "muted")
    label.setWordWrap(True)
    return label


def _sentence(error: AppError) -> QLabel:
    label = QLabel(words.error(error))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
