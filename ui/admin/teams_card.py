"""The card of teams: how many see their work, what is open, a new one, another name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTableView, QWidget

from app.errors import AppError
from app.sync.admin_records import TeamRow
from ui.admin import admin_words
from ui.admin.model import AdminModel, problem
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import note_label
from ui.widgets.restyle import set_state
from ui.widgets.tables import Column, RowsModel, dress

LONGEST = 80
NUMBER_WIDTH = 130


class TeamsCard(Card):
    """Enter in the line adds a team; of the one that is chosen in the table it changes the name."""

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Admin", "Teams"), parent)
        self._model = model
        self._asked = False
        self.rows: RowsModel[TeamRow] = RowsModel(
            (
                Column(QCoreApplication.translate("Admin", "Team"), lambda team: team.name),
                Column(QCoreApplication.translate("Admin", "People"), lambda team: admin_words.number(team.people)),
                Column(
                    QCoreApplication.translate("Admin", "Open cases"), lambda team: admin_words.number(team.open_cases)
                ),
            ),
            lambda team: team.id,
            self,
        )
        self.table = QTableView()
        self.table.setModel(self.rows)
        dress(self.table, self.title())
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(QCoreApplication.translate("Admin", "Name of a team"))
        self.line.setAccessibleName(QCoreApplication.translate("Admin", "Name of a team"))
        self.add = ShortcutButton(QCoreApplication.translate("Admin", "Add"))
        self.rename = ShortcutButton(QCoreApplication.translate("Admin", "Rename"))
        self.problem = note_label("")
        set_state(self.problem, "state", "bad")
        self.problem.hide()
        for column in (1, 2):
            self.table.setColumnWidth(column, NUMBER_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.rename)
        row.addWidget(self.add)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.problem)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.add.click)
        self.add.clicked.connect(self._add)
        self.rename.clicked.connect(self._rename)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._refresh())
        model.people_changed.connect(self._show)
        model.state_changed.connect(self._refresh)
        model.refused.connect(self._refused)
        model.done.connect(self._done)
        self._refresh()

    def take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        chosen = self.rows.row(self.table.currentIndex().row())
        self.rows.set_rows(self._model.teams)
        place = -1 if chosen is None else self.rows.place_of(chosen.id)
        self.table.setCurrentIndex(self.rows.index(place, 0) if place >= 0 else QModelIndex())
        self._refresh()

    def _refresh(self) -> None:
        able = not self._model.is_busy and bool(self.line.text().strip())
        self.add.setEnabled(able)
        self.rename.setEnabled(able and self.table.currentIndex().isValid())

    def _typed(self, _: str) -> None:
        self.problem.hide()
        self._refresh()

    def _add(self) -> None:
        self._asked = True
        self._model.add_team(self.line.text().strip())

    def _rename(self) -> None:
        chosen = self.rows.row(self.table.currentIndex().row())
        if chosen is not None:
            self._asked = True
            self._model.rename_team(chosen.name, self.line.text().strip())

    def _refused(self, error: AppError) -> None:
        if self._asked:
            self._asked = False
            self.problem.setText(problem(error))
            self.problem.show()

    def _done(self, what: str) -> None:
        if what == "team" and self._asked:
            self._asked = False
            self.line.clear()
            self._refresh()
