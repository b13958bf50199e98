"""The log of the store as a table that is read page by page, for administrators."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.errors import AppError
from app.workflows.records import SearchResult
from models.enums import OperationResult
from ui.panels import field_words, words

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from app.sync.audit import AuditLine, AuditPage
    from ui.background import Background

Index = QModelIndex | QPersistentModelIndex
PAGE = 100


class Column(IntEnum):
    """What stands where."""

    TAKEN = 0
    CLAIMED = 1
    AHEAD = 2
    LOGIN = 3
    DEVICE = 4
    WHAT = 5
    ABOUT = 6
    RESULT = 7


class AuditModel(QAbstractTableModel):
    """Newest lines first; further pages come as the view asks for them."""

    failed = Signal(object)  # AppError: the log could not be read
    found = Signal(str, bool)  # what the filter is about in words, "" for everything; whether there is such a thing
    read = Signal()  # a page came

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bound: tuple[Backend, Background] | None = None
        self._lines: list[AuditLine] = []
        self.names: dict[str, str] = {}
        self._login = ""
        self._entity: UUID | None = None
        self._question = 0
        self.reading = self._has_more = False

    def bind(self, backend: Backend, background: Background) -> None:
        self._bound = (backend, background)
        background.destroyed.connect(self.unbind)

    def unbind(self) -> None:
        self._bound = None

    def show(self, login: str, about: str) -> None:
        """Show the newest lines of a login ("" for all), about the case or customer that `about` names ("" for all)."""
        if self._bound is None:
            return
        backend, background = self._bound
        self._question += 1
        question, self._login = self._question, login.strip()
        if not about.strip():
            self._begin(question, None, "")
            return

        def take(result: SearchResult) -> None:
            if question == self._question:
                entity, named = _first(result)
                self.found.emit(named or about.strip(), entity is not None)
                if entity is not None:
                    self._begin(question, entity, named)

        background.run_read(lambda: backend.reads.search(about.strip(), 1), take, self.failed.emit)

    def line(self, row: int) -> AuditLine | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headers()[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return TEXTS[Column(index.column())](line)
        return line.row.reason if role == Qt.ItemDataRole.ToolTipRole else None

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        return not parent.isValid() and self._has_more and not self.reading

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        if self.canFetchMore(parent):
            self._read(self._question, self._lines[-1].row.seq if self._lines else None)

    def _begin(self, question: int, entity: UUID | None, named: str) -> None:
        self._entity = entity
        if not named:
            self.found.emit("", True)
        self.beginResetModel()
        self._lines, self._has_more = [], False
        self.endResetModel()
        self._read(question, None)

    def _read(self, question: int, before: int | None) -> None:
        if self._bound is None:
            return
        backend, background = self._bound
        login, entity = self._login, self._entity
        self.reading = True
        background.run_read(
            lambda: backend.audit.page(before, PAGE, login, entity),
            lambda page: self._take(question, page),
            lambda error: self._not_read(question, error),
        )

    def _take(self, question: int, page: AuditPage) -> None:
        if question != self._question:
            return
        self.reading, self._has_more = False, len(page.lines) == PAGE
        self.names |= page.names
        if page.lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(page.lines) - 1)
            self._lines.extend(page.lines)
            self.endInsertRows()
        self.read.emit()

    def _not_read(self, question: int, error: AppError) -> None:
        if question == self._question:
            self.reading = self._has_more = False
            self.failed.emit(error)


def result_words(result: str) -> str:
    """Return what became of an operation; a result of a newer Ringbook by its own name."""
    said: dict[str, str] = {
        OperationResult.APPLIED: QCoreApplication.translate("Audit", "Taken"),
        OperationResult.CONFLICT: QCoreApplication.translate("Audit", "Conflict"),
        OperationResult.PARKED: QCoreApplication.translate("Audit", "Waits for what it is about"),
        OperationResult.REFUSED: QCoreApplication.translate("Audit", "Refused"),
    }
    return said.get(result, result)


def about(line: AuditLine) -> str:
    """Return what a line is about, as people name it."""
    topic = line.topic
    return " ".join(part for part in (topic.reference, topic.title) if part)


TEXTS: dict[Column, Callable[[AuditLine], str]] = {
    Column.TAKEN: lambda line: field_words.moment_of(line.row.taken_at, seconds=True),
    Column.CLAIMED: lambda line: field_words.moment_of(line.row.at, seconds=True),
    Column.AHEAD: lambda line: words.clock_ahead(line.row.offset_ms),
    Column.LOGIN: lambda line: line.row.login,
    Column.DEVICE: lambda line: str(line.row.device)[-8:],
    Column.WHAT: lambda line: (
        field_words.operation(line.table, line.verb, line.row.body) if line.table else line.row.kind
    ),
    Column.ABOUT: about,
    Column.RESULT: lambda line: result_words(line.row.result),
}


def _headers() -> dict[Column, str]:
    return {
        Column.TAKEN: QCoreApplication.translate("Audit", "Taken by the store"),
        Column.CLAIMED: QCoreApplication.translate("Audit", "Time of the desk"),
        Column.AHEAD: QCoreApplication.translate("Audit", "Its clock ahead"),
        Column.LOGIN: QCoreApplication.translate("Audit", "Login"),
        Column.DEVICE: QCoreApplication.translate("Audit", "Device"),
        Column.WHAT: QCoreApplication.translate("Audit", "What"),
        Column.ABOUT: QCoreApplication.translate("Audit", "About"),
        Column.RESULT: QCoreApplication.translate("Audit", "Result"),
    }


def _first(result: SearchResult) -> tuple[UUID | None, str]:
    """Return the case a reference names, else the first customer found, and their name."""
    if result.cases:
        return result.cases[0].id, result.cases[0].reference
    if result.customers:
        return result.customers[0].customer_id, result.customers[0].name
    return None, ""
