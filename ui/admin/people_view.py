"""People: the table of logins at the left, whoever is chosen at the right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QWidget

from app.errors import AppError, TransientError
from app.sync.admin_records import LoginRow
from ui import theme
from ui.admin import admin_words
from ui.admin.add_panel import AddPanel
from ui.admin.model import AdminModel, problem
from ui.admin.password_panel import PasswordPanel
from ui.admin.person_panel import PersonPanel
from ui.panels import dates
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.tables import Column, RowsModel, dress

SIDE_WIDTH = 380
WIDTHS = (150, 120, 110, 0, 95, 95, 90)
TEAMS = 3


class PeopleView(QWidget):
    """Arrow keys choose; Ctrl+N adds somebody; Esc leaves what is being typed."""

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.rows: RowsModel[LoginRow] = RowsModel(_columns(), lambda row: row.login, self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.add = ShortcutButton(QCoreApplication.translate("Admin", "Add a person"), "Ctrl+N", icon="plus")
        self.notice = NoticeBar("", "bad", closable=True)
        self.notice.hide()
        self.person, self.adding, self.password = PersonPanel(model), AddPanel(model), PasswordPanel()
        self.nobody = EmptyState("user", QCoreApplication.translate("Admin", "Choose somebody, or add one."))
        self.side = QStackedWidget()
        self._chosen = ""
        self._lay_out()
        self.add.clicked.connect(self._begin_adding)
        self.adding.left.connect(self.leave)
        self.password.handed_over.connect(self.leave)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        model.people_changed.connect(self._show)
        model.password_made.connect(self._show_password)
        model.refused.connect(self._show_problem)
        escape = QShortcut(QKeySequence("Esc"), self.side)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    def take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to who is chosen; a password stays until it was handed over, what was typed for another time."""
        if not self.password.is_holding():
            self._show_person()
            self.take_keyboard()

    def _begin_adding(self) -> None:
        if not self.password.is_holding():
            self.notice.hide()
            self.side.setCurrentWidget(self.adding)
            self.adding.begin()

    def _show_password(self, login: str, password: str) -> None:
        self._select(login)
        self.password.show_password(login, password)
        self.side.setCurrentWidget(self.password)
        self.password.copy.setFocus()

    def _show_problem(self, error: AppError) -> None:
        """Of what was typed into a form the form itself says it; that nobody answers, the page."""
        if self.side.currentWidget() is self.person and not isinstance(error, TransientError):
            self.notice.set_notice(problem(error))
            self.notice.show()

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is None:
            return
        self._chosen = row.login
        self.notice.hide()
        if not self.password.is_holding():
            self._show_person()

    def _show(self) -> None:
        self.rows.set_rows(self.model.people)
        self._select(self._chosen or self.model.me)
        if self.side.currentWidget() in (self.nobody, self.person):
            self._show_person()

    def _select(self, login: str) -> None:
        place = max(0, self.rows.place_of(login))
        if self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(place, 0))

    def _show_person(self) -> None:
        person = self.model.person(self._chosen)
        if person is None:
            self.side.setCurrentWidget(self.nobody)
            return
        self.person.show_person(person)
        self.side.setCurrentWidget(self.person)

    def _lay_out(self) -> None:
        dress(self.table, QCoreApplication.translate("Admin", "People"))
        header = self.table.horizontalHeader()
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(TEAMS, QHeaderView.ResizeMode.Stretch)
        people = Card(QCoreApplication.translate("Admin", "People"))
        people.add_action(self.add)
        people.body.addWidget(self.notice)
        people.body.addWidget(self.table, 1)
        for part in (self.nobody, self.person, self.adding, self.password):
            self.side.addWidget(part)
        right = Card("")
        right.setFixedWidth(SIDE_WIDTH)
        right.body.addWidget(self.side, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(people, 1)
        row.addWidget(right)


def _columns() -> tuple[Column[LoginRow], ...]:
    return (
        Column(QCoreApplication.translate("Admin", "Name"), lambda row: row.name, _muted),
        Column(QCoreApplication.translate("Admin", "Login"), lambda row: row.login, _muted),
        Column(QCoreApplication.translate("Admin", "Role"), lambda row: admin_words.role(row.role), _muted),
        Column(QCoreApplication.translate("Admin", "Teams"), lambda row: ", ".join(row.teams), _muted),
        Column(QCoreApplication.translate("Admin", "May sign in"), _may_sign_in, _muted),
        Column(QCoreApplication.translate("Admin", "Last seen"), _last_seen, _muted),
        Column(QCoreApplication.translate("Admin", "Computers"), lambda row: admin_words.number(row.devices), _muted),
    )


def _muted(row: LoginRow) -> theme.Role | None:
    return None if row.is_active else "muted"


def _may_sign_in(row: LoginRow) -> str:
    if row.is_active:
        return QCoreApplication.translate("Admin", "yes")
    return QCoreApplication.translate("Admin", "switched off")


def _last_seen(row: LoginRow) -> str:
    if row.last_seen is None:
        return QCoreApplication.translate("Admin", "never")
    return dates.short_when(row.last_seen, datetime.now().astimezone())
