"""The page of administration: people, teams, the store; above them why it cannot be reached while it cannot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.admin.model import AdminModel, problem
from ui.admin.people_view import PeopleView
from ui.admin.store_view import StoreView
from ui.admin.teams_card import TeamsCard
from ui.widgets.buttons import ShortcutButton
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.segmented import Segmented

PEOPLE, TEAMS, STORE = "people", "teams", "store"


class AdminPage(QWidget):
    """Arrow keys change between people and store, F5 reads again. A store in a file has no people to look after."""

    toast = Signal(str, str, object)

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.people = PeopleView(model) if model.has_people else None
        self.teams = TeamsCard(model) if model.has_people else None
        self.store = StoreView(model)
        self._views = {PEOPLE: self.people, TEAMS: self.teams, STORE: self.store}
        self.views = QStackedWidget()
        self.offline = NoticeBar("", "warning", QCoreApplication.translate("Admin", "Try again"))
        self.offline.hide()
        self.state = QLabel()
        self.state.setProperty("kind", "caption")
        self.again = ShortcutButton(QCoreApplication.translate("Admin", "Refresh"), "F5")
        options: list[tuple[str, object]] = [
            (QCoreApplication.translate("Admin", "People"), PEOPLE),
            (QCoreApplication.translate("Admin", "Teams"), TEAMS),
            (QCoreApplication.translate("Admin", "The store"), STORE),
        ]
        shown = [option for option in options if self._views[str(option[1])] is not None]
        self.choice = Segmented(shown, QCoreApplication.translate("Admin", "Administration"))
        self._lay_out()
        self.choice.changed.connect(self._choose)
        self.again.clicked.connect(model.refresh)
        self.offline.action_triggered.connect(model.refresh)
        model.state_changed.connect(self._refresh)
        model.toast.connect(self.toast)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.model.refresh()
        self._take_keyboard()

    def _choose(self, name: object) -> None:
        view = self._views[str(name)]
        if view is not None:
            self.views.setCurrentWidget(view)
        if self.model.was_read:
            self.model.refresh()

    def _take_keyboard(self) -> None:
        view = self.views.currentWidget()
        if isinstance(view, PeopleView | TeamsCard | StoreView):
            view.take_keyboard()

    def _refresh(self) -> None:
        model = self.model
        self.offline.setVisible(model.offline is not None)
        if model.offline is not None:
            text = QCoreApplication.translate(
                "Admin", "Administration needs the store. {problem} What you have typed stays."
            )
            self.offline.set_notice(text.format(problem=problem(model.offline)))
        busy = model.is_busy or model.is_reading
        self.offline.button.setEnabled(not busy)
        if model.is_busy:
            self.state.setText(QCoreApplication.translate("Admin", "Asking the store…"))
        elif model.is_reading:
            self.state.setText(QCoreApplication.translate("Admin", "Reading…"))
        else:
            self.state.setText("")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.choice)
        self.choice.setVisible(self.people is not None)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.again)
        for view in self._views.values():
            if view is not None:
                self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.offline)
        column.addWidget(self.views, 1)
