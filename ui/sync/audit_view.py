"""The page of who did what: the store's log with both clocks side by side, for administrators."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from models.enums import OperationResult
from ui.panels import field_words, words
from ui.sync.audit_model import AuditModel, Column
from ui.sync.refusal_words import reason
from ui.widgets.card import Card
from ui.widgets.labels import Caption
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.tables import dress

WIDTHS = {
    Column.TAKEN: 215, Column.CLAIMED: 215, Column.AHEAD: 130, Column.LOGIN: 110, Column.DEVICE: 90,
    Column.WHAT: 220, Column.RESULT: 190,
}  # fmt: skip
DETAIL_HEIGHT = 150
FIELD_WIDTH = 220


class AuditPage(QWidget):
    """Enter in a filter shows what it lets through; a line's fields stand below the table."""

    def __init__(self, model: AuditModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.login, self.about = QLineEdit(self), QLineEdit(self)
        self.notice = NoticeBar(parent=self)
        self.notice.hide()
        self.table = QTableView(self)
        self.detail = QLabel(self)
        self._lay_out()
        for field in (self.login, self.about):
            field.returnPressed.connect(self.refresh)
        model.failed.connect(self._show_problem)
        model.found.connect(self._show_found)
        model.read.connect(self._choose_first)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)

    def set_alone(self) -> None:
        """One seat knows no logins and no other clock."""
        for column in (Column.AHEAD, Column.LOGIN):
            self.table.setColumnHidden(column, True)
        for part in (self.login, self.login_caption):
            part.hide()

    def refresh(self) -> None:
        """Read the newest lines again, with what the filters say."""
        self.notice.hide()
        self.model.show(self.login.text(), self.about.text())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()
        self.about.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card(QCoreApplication.translate("Audit", "Who did what"), self)
        card.body.setSpacing(10)
        card.body.addLayout(self._filters())
        card.body.addWidget(self.notice)
        self._dress_table()
        card.body.addWidget(self.table, 1)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setProperty("transparent", True)
        scroll = QScrollArea(card)
        scroll.setWidgetResizable(True)
        scroll.setFixedHeight(DETAIL_HEIGHT)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setAccessibleName(QCoreApplication.translate("Audit", "What the chosen line wrote"))
        scroll.setWidget(self.detail)
        card.body.addWidget(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(card)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        about = Caption(QCoreApplication.translate("Audit", "Case or customer"), self.about)
        self.login_caption = Caption(QCoreApplication.translate("Audit", "Login"), self.login)
        for field, label in ((self.about, about), (self.login, self.login_caption)):
            field.setAccessibleName(label.text())
            field.setFixedWidth(FIELD_WIDTH)
            field.setClearButtonEnabled(True)
            row.addWidget(label)
            row.addWidget(field)
        row.addWidget(Caption(QCoreApplication.translate("Audit", "Enter shows; a reference, a name or a number")))
        row.addStretch(1)
        return row

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        dress(table, QCoreApplication.translate("Audit", "Who did what"))
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(Column.ABOUT, QHeaderView.ResizeMode.Stretch)

    def _choose_first(self) -> None:
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        if not self.model.rowCount():
            self.detail.clear()
            self._say(QCoreApplication.translate("Audit", "There is no such line."), "neutral")

    def _show_line(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is None:
            return
        said = [field_words.changes(line.table, line.verb, line.row.body, self.model.names)]
        if line.row.reason or line.row.result == OperationResult.PARKED:
            said.insert(0, reason(line.row.reason or "", line.row.result))
        self.detail.setText("\n".join(said))

    def _show_found(self, named: str, is_there: bool) -> None:
        if not is_there:
            text = QCoreApplication.translate("Audit", "Nothing found for “{text}”").format(text=named)
            self._say(text, "warning")
        elif named:
            self._say(QCoreApplication.translate("Audit", "Only what is about {what}").format(what=named), "accent")

    def _show_problem(self, error: AppError) -> None:
        self._say(words.error(error), "bad")

    def _say(self, text: str, state: str) -> None:
        self.notice.set_notice(text, state)  # type: ignore[arg-type]
        self.notice.show()
