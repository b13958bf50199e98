"""The card of changes that have waited for more than a day for a row that has not come: what they are, and whose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableView, QWidget

from app.sync.audit import AuditLine
from ui.admin import admin_words
from ui.admin.model import AdminModel
from ui.panels import field_words
from ui.widgets.card import Card
from ui.widgets.fields import note_label
from ui.widgets.tables import Column, RowsModel, dress

WIDTHS = (150, 120, 90, 0)
TABLE_HEIGHT = 112


class ParkedCard(Card):
    """There only while something waits; below the table stands what the chosen one writes."""

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Admin", "Waiting for more than a day"), parent)
        self._model = model
        self.rows: RowsModel[AuditLine] = RowsModel(_columns(self._age), lambda line: line.row.seq, self)
        self.table = QTableView()
        self.table.setModel(self.rows)
        dress(self.table, self.title())
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(TABLE_HEIGHT)
        self.detail = QLabel()
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        note = QCoreApplication.translate(
            "Admin",
            "They change something another desk has made and not sent yet. Have that desk connect; what its disk has "
            "lost, somebody types again.",
        )
        self.body.addWidget(note_label(note))
        self.body.addWidget(self.table)
        self.body.addWidget(self.detail)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        model.standing_changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        held = self._model.standing
        lines = held.parked.lines if held is not None else ()
        self.rows.set_rows(lines)
        self.setVisible(bool(lines))
        if lines:
            self.table.setCurrentIndex(self.rows.index(0, 0))

    def _show_line(self, index: QModelIndex) -> None:
        line, held = self.rows.row(index.row()), self._model.standing
        if line is not None and held is not None:
            names = held.parked.names
            self.detail.setText(field_words.changes(line.table, line.verb, line.row.body, names))

    def _age(self, line: AuditLine) -> str:
        held = self._model.standing
        return admin_words.age(line.row.taken_at, held.now) if held is not None else ""


def _columns(age: object) -> tuple[Column[AuditLine], ...]:
    return (
        Column(QCoreApplication.translate("Admin", "Since"), age),  # type: ignore[arg-type]
        Column(QCoreApplication.translate("Admin", "Whose"), lambda line: line.row.login),
        Column(QCoreApplication.translate("Admin", "Device"), lambda line: str(line.row.device)[-8:]),
        Column(QCoreApplication.translate("Admin", "What"), _what),
    )


def _what(line: AuditLine) -> str:
    if not line.table:
        return line.row.kind
    return field_words.operation(line.table, line.verb, line.row.body)
