"""The panel of one login: role and teams, switching it off, another password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.sync.admin_records import LoginRow
from models.enums import Role
from ui.admin import admin_words
from ui.admin.model import AdminModel
from ui.admin.panel_layout import lay_out_panel
from ui.admin.team_choice import TeamChoice
from ui.widgets.buttons import ShortcutButton
from ui.widgets.fields import Field, note_label
from ui.widgets.labels import ElidedLabel
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.segmented import Segmented


class PersonPanel(QWidget):
    """Shows who is chosen; Ctrl+Enter saves role and teams, and what was not saved is there as long as they are."""

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: LoginRow | None = None
        self.name, self.login = QLabel(), ElidedLabel()
        self.name.setProperty("kind", "strong")
        self.login.setProperty("kind", "caption")
        self.note = note_label("")
        self.role = Segmented(admin_words.roles(), QCoreApplication.translate("Admin", "Role"))
        self.role_field = Field(QCoreApplication.translate("Admin", "Role"), self.role)
        self.teams = TeamChoice()
        self.save = ShortcutButton(QCoreApplication.translate("Admin", "Save"), "Ctrl+Return", kind="primary")
        self.active = ShortcutButton("")
        self.reset = ShortcutButton(QCoreApplication.translate("Admin", "New password…"))
        self.ask = NoticeBar("", "warning", QCoreApplication.translate("Admin", "Make it"), closable=True)
        self._lay_out()
        self.role.changed.connect(self._edited)
        self.teams.changed.connect(self._edited)
        self.save.clicked.connect(self._save)
        self.active.clicked.connect(self._switch)
        self.reset.clicked.connect(self._ask_reset)
        self.ask.action_triggered.connect(self._reset)
        self.ask.closed.connect(self.reset.setFocus)
        model.state_changed.connect(self._edited)

    def show_person(self, person: LoginRow) -> None:
        """Show somebody as they stand; the same person again keeps what was chosen and not saved."""
        was, self._shown = self._shown, person
        names = [team.name for team in self._model.teams]
        kept = was is not None and was.login == person.login and self._is_edited(was)
        chosen = self.teams.chosen() if kept else person.teams
        self.name.setText(person.name)
        self.login.setText(person.login)
        if not kept:
            self.role.set_value(person.role)
            self.ask.hide()
        self.teams.set_teams(names, [team for team in chosen if team in names] or person.teams)
        switch_off = QCoreApplication.translate("Admin", "Switch off")
        self.active.set_label(switch_off if person.is_active else QCoreApplication.translate("Admin", "Switch on"))
        self.note.setText(self._said_of(person))
        self.note.setVisible(bool(self.note.text()))
        self._edited()

    def _said_of(self, person: LoginRow) -> str:
        if person.login == self._model.me:
            return QCoreApplication.translate(
                "Admin", "Your own login: another administrator changes its role; the sync page your password."
            )
        standing = self._model.standing
        if standing is not None and not standing.can_make_logins:
            return QCoreApplication.translate(
                "Admin",
                "The store cannot change logins yet: whoever runs the server runs “store upgrade” once, "
                "as a role that may make roles.",
            )
        if not person.may_reset:
            return QCoreApplication.translate(
                "Admin", "This login is used elsewhere on the server too: only its owner gives it another password."
            )
        return ""

    def _is_edited(self, person: LoginRow) -> bool:
        return (self.role.value(), self.teams.chosen()) != (person.role, tuple(person.teams))

    def _edited(self, _: object = None) -> None:
        person, busy = self._shown, self._model.is_busy
        if person is None:
            return
        mine = person.login == self._model.me
        standing = self._model.standing
        able = standing is None or standing.can_make_logins is not False
        self.role.setEnabled(not mine and able and not busy)
        self.teams.setEnabled(not busy)
        self.save.setEnabled(not busy and self._is_edited(person))
        self.active.setEnabled(not busy and not mine and able)
        self.reset.setEnabled(not busy and not mine and person.may_reset)

    def _save(self) -> None:
        if self._shown is not None:
            self._model.save(self._shown.login, Role(str(self.role.value())), self.teams.chosen())

    def _switch(self) -> None:
        if self._shown is not None:
            self._model.set_active(self._shown.login, not self._shown.is_active)

    def _ask_reset(self) -> None:
        if self._shown is None:
            return
        text = QCoreApplication.translate(
            "Admin", "{name} signs in by the old password no more, and the desks they have open ask for the new one."
        )
        self.ask.set_notice(text.format(name=self._shown.name))
        self.ask.show()
        self.ask.button.setFocus()

    def _reset(self) -> None:
        self.ask.hide()
        if self._shown is not None:
            self._model.reset_password(self._shown.login)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.login)
        form = QVBoxLayout()
        form.setSpacing(10)
        form.addLayout(names)
        for part in (self.note, self.role_field, self.teams):
            form.addWidget(part)
        signing_in = QHBoxLayout()
        signing_in.setSpacing(8)
        signing_in.addWidget(self.active)
        signing_in.addWidget(self.reset)
        signing_in.addStretch(1)
        form.addLayout(signing_in)
        form.addWidget(self.ask)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save)
        lay_out_panel(self, form, None, row)
        self.ask.hide()
