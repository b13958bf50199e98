"""The panel that lets somebody sign in; what was typed stays until they are added."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.sync.admin_records import Person
from models.enums import Role
from ui.admin import admin_words
from ui.admin.model import AdminModel, problem
from ui.admin.panel_layout import lay_out_panel
from ui.admin.team_choice import TeamChoice
from ui.widgets.buttons import ShortcutButton
from ui.widgets.fields import Field, note_label
from ui.widgets.restyle import set_state
from ui.widgets.segmented import Segmented

LONGEST = 80


class AddPanel(QWidget):
    """Name, login (made of the name until somebody types one), role, teams; Ctrl+Enter adds, Esc leaves."""

    left = Signal()

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._asked = False
        self.name, self.login = QLineEdit(), QLineEdit()
        for line in (self.name, self.login):
            line.setMaxLength(LONGEST)
        self.name_field = Field(
            QCoreApplication.translate("Admin", "Name"), self.name,
            QCoreApplication.translate("Admin", "As colleagues see it; it stays."),
        )  # fmt: skip
        self.login_field = Field(
            QCoreApplication.translate("Admin", "Login"), self.login,
            QCoreApplication.translate("Admin", "What they type to sign in: letters, digits, “.”, “-” and “_”."),
        )  # fmt: skip
        self.role = Segmented(admin_words.roles(), QCoreApplication.translate("Admin", "Role"))
        self.teams = TeamChoice()
        self.problem = note_label("")
        set_state(self.problem, "state", "bad")
        self.problem.hide()
        self.cancel = ShortcutButton(QCoreApplication.translate("Admin", "Cancel"), "Esc", bind=False)
        self.add = ShortcutButton(QCoreApplication.translate("Admin", "Add"), "Ctrl+Return", kind="primary")
        self._lay_out()
        self.name.textEdited.connect(self._suggest)
        self.login.textEdited.connect(self._typed)
        self.login.returnPressed.connect(self.add.click)
        self.cancel.clicked.connect(self.left)
        self.add.clicked.connect(self._add)
        model.state_changed.connect(self._refresh)
        model.refused.connect(self._refused)
        model.done.connect(self._done)

    def begin(self) -> None:
        """Come up with the keyboard, with what was typed before it was left."""
        names = [team.name for team in self._model.teams]
        me = self._model.person(self._model.me)
        chosen = [team for team in self.teams.chosen() if team in names]
        self.teams.set_teams(names, chosen or (me.teams if me is not None else ()))
        self._refresh()
        self.name.setFocus()

    def _suggest(self, name: str) -> None:
        if not self.login.isModified():
            self.login.setText(suggested_login(name))
        self._typed("")

    def _typed(self, _: str) -> None:
        self.problem.hide()
        self._refresh()

    def _refresh(self) -> None:
        busy = self._model.is_busy
        for part in (self.name, self.login):
            part.setReadOnly(busy)
        filled = bool(self.name.text().strip() and self.login.text().strip() and self.teams.home.count())
        self.add.setEnabled(filled and not busy)

    def _add(self) -> None:
        self._asked = True
        self.problem.hide()
        role = Role(str(self.role.value()))
        self._model.add(Person(self.login.text().strip(), self.name.text().strip(), role, self.teams.chosen()))

    def _refused(self, error: AppError) -> None:
        if self._asked:
            self._asked = False
            self.problem.setText(problem(error))
            self.problem.show()

    def _done(self, what: str) -> None:
        if what == "add":
            self._asked = False
            for line in (self.name, self.login):
                line.clear()
            self.role.set_value(Role.AGENT)

    def _lay_out(self) -> None:
        title = QLabel(QCoreApplication.translate("Admin", "Add a person"))
        title.setProperty("kind", "strong")
        form = QVBoxLayout()
        form.setSpacing(10)
        role = Field(QCoreApplication.translate("Admin", "Role"), self.role)
        for part in (title, self.name_field, self.login_field, role, self.teams):
            form.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        lay_out_panel(self, form, self.problem, row)


def suggested_login(name: str) -> str:
    """Return "nuria.puig" of "Núria Puig"; "" of a name in another script, whose login a person chooses."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return ".".join(re.findall(r"[a-z0-9]+", plain)[:2])
