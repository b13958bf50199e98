"""The list below the search field: customers, cases and commands, without ever taking the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

from app.errors import AppError
from app.events import RowsChanged
from ui.background import Background
from ui.panels import words
from ui.panels.search_focus import FocusReturn
from ui.panels.search_model import SearchModel
from ui.panels.search_results import Command, Row, SearchRows
from ui.widgets.labels import Caption
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.popup_panel import PopupPanel
from ui.widgets.search_field import SearchField
from ui.widgets.timeline_delegate import dress_list
from ui.widgets.two_line_delegate import ROW_HEIGHT, TwoLineDelegate

if TYPE_CHECKING:
    from app.bootstrap import Backend

WIDTH = 520
MOST_ROWS = 8


class SearchPanel(QObject):
    """Belongs to a search field, in which the keyboard stays: ↓ ↑ move in the list, Enter opens, Escape leaves.

    Afterwards the keyboard goes back to where it was before the field got it.
    """

    customer_opened = Signal(object)  # UUID
    case_opened = Signal(object)  # CaseRow
    new_customer_requested = Signal(str)

    def __init__(self, field: SearchField, window: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.model = SearchModel(self)
        self.rows = SearchRows(self)
        self.popup = PopupPanel(window)
        self.list = QListView(self.popup)
        self.nothing = QLabel(self.popup)
        self.problem = NoticeBar(state="bad", parent=self.popup)
        self._focus = FocusReturn(field)
        self._shown_for = ""  # what was typed for the rows on screen
        self._open_first_of = ""  # Enter was pressed before the answer to this came
        self._build()
        field.searched.connect(self._ask)
        field.moved.connect(self._move)
        field.returnPressed.connect(self._open_current)
        field.installEventFilter(self)
        self.model.found.connect(self._show)
        self.model.failed.connect(self._show_problem)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def bind(self, backend: Backend, background: Background) -> None:
        self.model.bind(backend, background)

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Offer these (name, shortcut, what it does) after ">" or where what is typed matches their words."""
        self.model.set_commands(commands)

    def rows_changed(self, change: RowsChanged) -> None:
        """A shared store has sent somebody: they may be among those looked for, unless a row was chosen already."""
        if "customer" in change.tables and self.popup.isVisible() and self.list.currentIndex().row() <= 0:
            self.model.ask(self._shown_for)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Escape in the empty field gives the keyboard back; with text the field clears itself."""
        if watched is not self._field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return event.key() == Qt.Key.Key_Escape and not self._field.text() and self._focus.give_back()

    def _build(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(QCoreApplication.translate("SearchPanel", "Found"))
        dress_list(self.list)
        self.list.clicked.connect(self._open)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setProperty("kind", "muted")
        self.nothing.setContentsMargins(16, 8, 16, 8)
        hint = QCoreApplication.translate("SearchPanel", "↑ ↓ to move, Enter to open, > for commands, Esc to leave")
        keys = Caption(hint, None, self.popup)
        keys.setContentsMargins(16, 6, 16, 6)
        column = QVBoxLayout(self.popup)
        column.setContentsMargins(1, 4, 1, 2)
        column.setSpacing(0)
        for widget in (self.problem, self.nothing, self.list, keys):
            column.addWidget(widget)

    def _ask(self, typed: str) -> None:
        if typed and typed == self._shown_for and self.popup.isVisible():
            return  # it is there already: the row chosen meanwhile stays
        self._open_first_of = self._open_first_of if self._open_first_of == typed else ""
        self.model.ask(typed)
        if not typed:
            self._shown_for = ""
            self.popup.close_panel()

    def _show(self, typed: str, rows: list[Row]) -> None:
        found = any(row.kind != "new_customer" for row in rows)
        nothing = QCoreApplication.translate("SearchPanel", "Nothing found for “{text}”").format(text=typed)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not found)
        self.problem.hide()
        self.rows.show(rows)
        self._shown_for = typed
        self._open_popup(len(rows))
        if found and self._open_first_of == typed and self._field.hasFocus():
            self._open(self.rows.index(0, 0))

    def _show_problem(self, _typed: str, error: AppError) -> None:
        self.rows.show([])
        self.nothing.hide()
        self.problem.set_notice(words.error(error))
        self.problem.show()
        self._open_popup(0)

    def _open_popup(self, rows: int) -> None:
        """Show the answer below the field, unless the user has left it meanwhile."""
        if not self._field.hasFocus():
            return
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(min(rows, MOST_ROWS) * ROW_HEIGHT)
        if rows:
            self.list.setCurrentIndex(self.rows.index(0, 0))
        self.popup.open_below(self._field, WIDTH)

    def _move(self, step: int) -> None:
        if self.popup.isHidden():
            self._ask(self._field.text().strip())
            return
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(row, 0))

    def _open_current(self) -> None:
        typed = self._field.text().strip()
        if typed and typed != self._shown_for:  # faster than the answer: never open a row of the one before
            self._open_first_of = typed
            self._ask(typed)
        elif self.popup.isVisible() and self.list.currentIndex().isValid():
            self._open(self.list.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        self._open_first_of = ""
        self._field.clear()
        self._focus.give_back()
        if row.kind == "customer":
            self.customer_opened.emit(row.thing.customer_id)
        elif row.kind == "case":
            self.case_opened.emit(row.thing)
        elif row.kind == "command":
            row.thing[2]()
        else:
            self.new_customer_requested.emit(row.thing)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is self._field and now is not None:
            self.popup.close_panel()
