"""The cards of the sync page that change the password and sign out; each is there only while it is wanted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app.errors import AppError
from ui.panels import words
from ui.sync.view_model import SyncModel
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import Field

LONGEST = 200


class PasswordCard(Card):
    """The password as it is, and twice the new one."""

    def __init__(self, model: SyncModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SyncPage", "Change the password"), parent)
        self._model = model
        self.old, self.new, self.again = (self._line() for _ in range(3))
        self.old_field = Field(QCoreApplication.translate("SyncPage", "Password as it is"), self.old)
        self.new_field = Field(QCoreApplication.translate("SyncPage", "New password"), self.new)
        self.again_field = Field(QCoreApplication.translate("SyncPage", "New password once more"), self.again)
        self.change = ShortcutButton(QCoreApplication.translate("SyncPage", "Change"), "Ctrl+Return", kind="primary")
        self.change.clicked.connect(self._change)
        self.cancel = ShortcutButton(QCoreApplication.translate("SyncPage", "Cancel"), "Esc", bind=False)
        self.cancel.clicked.connect(self.end)
        for part in (self.old_field, self.new_field, self.again_field):
            self.body.addWidget(part)
        self.body.addLayout(_row(self.cancel, self.change))
        model.password_changed.connect(self._changed)
        model.password_refused.connect(self._refused)
        self._typed("")

    def begin(self) -> None:
        """Come up, empty, with the keyboard."""
        self._clear()
        self.show()
        self.old.setFocus()

    def end(self) -> None:
        self._clear()
        self.hide()

    def _change(self) -> None:
        if self.new.text() != self.again.text():
            self.again_field.set_problem(
                QCoreApplication.translate("SyncPage", "It is not the same as the new password above.")
            )
            self.again.setFocus()
            self.again.selectAll()
            return
        self._set_busy(True)
        self._model.change_password(self.old.text(), self.new.text())

    def _changed(self) -> None:
        self._set_busy(False)
        self.end()
        self._model.toast.emit(QCoreApplication.translate("SyncPage", "The password is changed."), "", None)

    def _refused(self, error: AppError) -> None:
        self._set_busy(False)
        self.new_field.set_problem(words.error(error))
        self.old.setFocus()
        self.old.selectAll()

    def _set_busy(self, busy: bool) -> None:
        for line in (self.old, self.new, self.again):
            line.setReadOnly(busy)
        self.change.setEnabled(not busy)

    def _typed(self, _: str) -> None:
        for field in (self.old_field, self.new_field, self.again_field):
            field.set_problem("")
        self.change.setEnabled(all(line.text() for line in (self.old, self.new, self.again)))

    def _clear(self) -> None:
        for line in (self.old, self.new, self.again):
            line.clear()
        self._typed("")

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(LONGEST)
        line.textEdited.connect(self._typed)
        return line


class LeavingCard(Card):
    """Asks before signing out, and only where something still waits for the store."""

    def __init__(self, model: SyncModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SyncPage", "Sign out"), parent)
        self._model = model
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.send = ShortcutButton(QCoreApplication.translate("SyncPage", "Send, then sign out"), kind="primary")
        self.send.clicked.connect(model.send_and_sign_out)
        self.now = ShortcutButton(QCoreApplication.translate("SyncPage", "Sign out now"))
        self.now.clicked.connect(model.sign_out)
        self.cancel = ShortcutButton(QCoreApplication.translate("SyncPage", "Stay"), "Esc", bind=False)
        self.cancel.clicked.connect(self.end)
        self.body.addWidget(self.said)
        self.body.addLayout(_row(self.cancel, self.now, self.send))
        model.changed.connect(self.refresh)

    def begin(self) -> None:
        """Sign out at once where nothing waits, else come up and ask."""
        if not self._model.state.waiting:
            self._model.sign_out()
            return
        self.refresh()
        self.show()
        self.send.setFocus()

    def end(self) -> None:
        self.hide()
        if self._model.leaving:
            self._model.stay()

    def refresh(self) -> None:
        waiting, leaving = self._model.state.waiting, self._model.leaving
        if not waiting:  # it was sent while somebody read this
            text = QCoreApplication.translate("SyncPage", "Everything is at the store.")
        elif leaving:
            text = QCoreApplication.translate(
                "SyncPage", "%n changes are being sent; then you are signed out.", "", waiting
            )
        else:
            text = QCoreApplication.translate(
                "SyncPage",
                "%n changes are not at the store yet. They stay on this computer and go when you sign in here again.",
                "",
                waiting,
            )
        self.said.setText(text)
        if not waiting and self.send.hasFocus():
            self.now.setFocus()
        self.send.setVisible(waiting > 0)
        self.send.setEnabled(not leaving)


def _row(*buttons: ShortcutButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
