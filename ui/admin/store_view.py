"""How the store stands: facts and care at the left; desks, what waits too long and who changed whom at the right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.sync.admin_records import Deed, DeskRow
from ui.admin import admin_words
from ui.admin.care_card import CareCard
from ui.admin.model import AdminModel
from ui.admin.panel_layout import scrolling
from ui.admin.parked_card import ParkedCard
from ui.admin.store_card import StoreCard
from ui.panels import dates, field_words, words
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.tables import Column, RowsModel, dress

LEFT_WIDTH = 430
DESK_WIDTHS = (0, 90, 110, 120, 120, 100)


class StoreView(QWidget):
    """What waits too long is there only while something does."""

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.store, self.care, self.parked = StoreCard(model), CareCard(model), ParkedCard(model)
        self.desk_rows: RowsModel[DeskRow] = RowsModel(_desk_columns(), lambda row: row.device, self)
        self.desks = _table(self.desk_rows, QCoreApplication.translate("Admin", "Desks"))
        for column, width in enumerate(DESK_WIDTHS):
            self.desks.setColumnWidth(column, width)
        self.desks.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.no_desks = EmptyState("headset", QCoreApplication.translate("Admin", "No desk was here yet."))
        self.deed_rows: RowsModel[Deed] = RowsModel(_deed_columns(), lambda row: row.at, self)
        self.deeds = _table(self.deed_rows, QCoreApplication.translate("Admin", "People and teams: who changed what"))
        self.deeds.setColumnWidth(0, 180)
        self.deeds.setColumnWidth(1, 130)
        self.deeds.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._lay_out()
        model.standing_changed.connect(self._show)
        self._show()

    def take_keyboard(self) -> None:
        self.desks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        held = self._model.standing
        self.desk_rows.set_rows(held.desks if held is not None else ())
        self.deed_rows.set_rows(held.deeds if held is not None else ())
        self.desks.setVisible(self.desk_rows.rowCount() > 0)
        self.no_desks.setVisible(held is not None and not self.desk_rows.rowCount())

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.store)
        column.addWidget(self.care)
        scroll = scrolling(column)
        scroll.setFixedWidth(LEFT_WIDTH)
        desks = Card(QCoreApplication.translate("Admin", "Desks"))
        desks.body.addWidget(self.desks, 1)
        desks.body.addWidget(self.no_desks, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.parked)
        right.addWidget(desks, 3)
        if self._model.has_people:
            deeds = Card(QCoreApplication.translate("Admin", "People and teams: who changed what"))
            deeds.body.addWidget(self.deeds, 1)
            right.addWidget(deeds, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(scroll)
        row.addLayout(right, 1)


def _table(rows: RowsModel, name: str) -> QTableView:  # type: ignore[type-arg]
    table = QTableView()
    table.setModel(rows)
    dress(table, name)
    return table


def _desk_columns() -> tuple[Column[DeskRow], ...]:
    return (
        Column(QCoreApplication.translate("Admin", "Login"), lambda row: row.login),
        Column(QCoreApplication.translate("Admin", "References"), lambda row: f"{row.prefix}-…" if row.prefix else ""),
        Column(QCoreApplication.translate("Admin", "Program"), lambda row: row.program),
        Column(QCoreApplication.translate("Admin", "Last seen"), _last_seen),
        Column(
            QCoreApplication.translate("Admin", "Its clock ahead"), lambda row: words.clock_ahead(row.offset_ms),
            lambda row: "warning" if abs(row.offset_ms or 0) > admin_words.CLOCK_OFF_MS else None,
        ),
        Column(QCoreApplication.translate("Admin", "Device"), lambda row: str(row.device)[-8:]),
    )  # fmt: skip


def _last_seen(row: DeskRow) -> str:
    return dates.short_when(row.seen_at, datetime.now().astimezone())


def _deed_columns() -> tuple[Column[Deed], ...]:
    return (
        Column(QCoreApplication.translate("Admin", "When"), lambda row: field_words.moment_of(row.at)),
        Column(QCoreApplication.translate("Admin", "Who"), lambda row: row.login),
        Column(QCoreApplication.translate("Admin", "What"), admin_words.deed),
    )
