"""The page that asks for a shared store, who signs in, and the password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QWidget

from ui.settings.recovery_key_page import WIDTH, middle
from ui.shell.sign_in_model import SignInModel
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import Field, note_label
from ui.widgets.restyle import set_state

LONGEST = 500
PLACEHOLDER = "postgresql://server/database"


class SignInPage(QWidget):
    """Shows the model; each error stands where it belongs. Return signs in, Esc goes back where there is a way."""

    left = Signal()

    def __init__(self, model: SignInModel, leave: str, note: str = "", parent: QWidget | None = None) -> None:
        """`leave` is the way out in words ("" for none), `note` what is to be known before."""
        super().__init__(parent)
        self.model = model
        self.url, self.login, self.password = self._line("url"), self._line("login"), self._line("password")
        self.url.setPlaceholderText(PLACEHOLDER)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields = {
            "url": Field(QCoreApplication.translate("SignIn", "Shared store"), self.url),
            "login": Field(QCoreApplication.translate("SignIn", "User name"), self.login),
            "password": Field(QCoreApplication.translate("SignIn", "Password"), self.password),
        }
        self.safety = note_label("")
        self.remember = QCheckBox(QCoreApplication.translate("SignIn", "Keep the password in this computer's keyring"))
        self.remember.toggled.connect(lambda on: model.edit(remember=on) if on != model.remember else None)
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.setWordWrap(True)
        set_state(self.problem, "state", "bad")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(QCoreApplication.translate("SignIn", "Signing in…"))
        self.back = ShortcutButton(leave, "Esc", kind="link")
        self.back.clicked.connect(self.left)
        self.back.setVisible(bool(leave))
        self.go_on = ShortcutButton(QCoreApplication.translate("SignIn", "Sign in"), "Return", kind="primary")
        self.go_on.clicked.connect(model.sign_in)
        self._lay_out(note)
        model.changed.connect(self.refresh)
        model.failed.connect(self._take_keyboard)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._take_keyboard()

    def refresh(self) -> None:
        """Show what is typed; a line that says so already keeps its cursor."""
        model = self.model
        for name, line in (("url", self.url), ("login", self.login), ("password", self.password)):
            if line.text() != getattr(model, name):
                line.setText(getattr(model, name))
            line.setReadOnly(model.busy)
            self.fields[name].set_problem(model.problems.get(name, ""))
        self._refresh_password()
        self._refresh_safety()
        self.problem.setText(model.problems.get("", ""))
        self.problem.setVisible(bool(self.problem.text()))
        self.progress.setVisible(model.busy)
        self.go_on.setEnabled(model.can_sign_in())
        self.back.setEnabled(not model.busy)

    def _refresh_password(self) -> None:
        model = self.model
        self.remember.setVisible(model.place not in ("environment", "no_keyring"))
        self.remember.setChecked(model.remember)
        self.remember.setEnabled(not model.busy)
        no_keyring = QCoreApplication.translate(
            "SignIn", "This computer has no keyring: the password is asked for at each start."
        )
        self.fields["password"].set_note(no_keyring if model.place == "no_keyring" else "")
        self.password.setPlaceholderText(
            {
                "keyring": QCoreApplication.translate("SignIn", "Stored; leave empty to use it"),
                "environment": QCoreApplication.translate("SignIn", "Set by RINGBOOK_STORE_PASSWORD"),
            }.get(model.place, "")
        )

    def _refresh_safety(self) -> None:
        safety = self.model.safety()
        self.safety.setVisible(safety is not None)
        if safety is not None:
            self.safety.setText(safety.text)
            set_state(self.safety, "state", safety.state)

    def _take_keyboard(self) -> None:
        """To the first field that wants something: what is wrong, else what is empty, else the password."""
        lines = {"url": self.url, "login": self.login, "password": self.password}
        wrong = [lines[name] for name in self.model.problems if name in lines]
        empty = [line for line in (self.url, self.login) if not line.text()]
        line = (wrong or empty or [self.password])[0]
        line.setFocus()
        line.selectAll()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(LONGEST)
        line.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase)
        line.textEdited.connect(lambda text: self.model.edit(**{name: text}))
        return line

    def _lay_out(self, note: str) -> None:
        card = Card(QCoreApplication.translate("SignIn", "Sign in to a shared store"))
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(10)
        if note:
            card.body.addWidget(note_label(note))
        card.body.addWidget(self.fields["url"])
        card.body.addWidget(self.safety)
        for part in (self.fields["login"], self.fields["password"], self.remember, self.problem, self.progress):
            card.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.go_on)
        card.body.addLayout(row)
        middle(self, card)
