"""The rows of one customer's timeline, read page by page and never reset while the customer stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.customers.records import TimelineRow
from models.enums import InteractionKind
from ui.background import Background
from ui.panels.dates import short_when
from ui.panels.timeline_text import Words, describe
from ui.widgets.item_roles import ItemRole

if TYPE_CHECKING:
    from app.bootstrap import Backend

Index = QModelIndex | QPersistentModelIndex
Kinds = tuple[InteractionKind, ...]
PAGE = 20  # rows a read returns; fewer mean there are no more


class TimelineModel(QAbstractListModel):
    """Row 0 is the call in progress while there is one; the others are things that happened, newest first.

    `read`: a page has come, so that the view can tell nothing yet from nothing read yet.
    """

    read = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bound: tuple[Backend, Background] | None = None
        self._customer: UUID | None = None
        self._kinds: Kinds = ()
        self._generation = 0  # answers to questions of an earlier one are dropped
        self._all: list[TimelineRow] = []
        self._rows: list[TimelineRow] = []
        self._said: dict[UUID, tuple[TimelineRow, bool, Words]] = {}
        self._is_read = True
        self._more = False
        self._reading_more = False
        self._live: Words | None = None
        self._live_call: UUID | None = None

    def bind(self, backend: Backend, background: Background) -> None:
        self._bound = (backend, background)
        self.refresh()

    def show(self, customer: UUID | None, kinds: Kinds, known: Sequence[TimelineRow] | None) -> None:
        """Show another customer or other kinds; `known` is the first page where it has been read already."""
        self._generation += 1
        self.beginResetModel()
        self._customer, self._kinds = customer, kinds
        self._all = list(known or ())
        self._rows = self._visible()
        self._said.clear()
        self._more = len(self._all) >= PAGE
        self._reading_more = False
        self._is_read = known is not None or customer is None
        self.endResetModel()
        if known is None:
            self.refresh()

    def refresh(self) -> None:
        """Read the first page again and put in what changed."""
        self._ask(None, self._take_first)

    def take_first(self, customer: UUID, page: Sequence[TimelineRow]) -> None:
        """Put in a first page of all kinds that somebody else has read."""
        if customer == self._customer and not self._kinds:
            self._take_first(page)

    def set_call_in_progress(self, live: Words | None, call_id: UUID | None) -> None:
        """Show or hide the row of the call in progress; its own record is hidden that long."""
        if live is None and self._live is not None:
            self.beginRemoveRows(QModelIndex(), 0, 0)
            self._live = None
            self.endRemoveRows()
        elif live is not None and self._live is None:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._live = live
            self.endInsertRows()
        elif live != self._live:
            self._live = live
            self.dataChanged.emit(self.index(0), self.index(0))
        self._live_call = call_id if live is not None else None
        self._show(self._visible())

    def timeline_row(self, index: Index) -> TimelineRow | None:
        """Return what a row stands for, None for the call in progress."""
        row = index.row() - self._offset()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def is_read(self) -> bool:
        """Whether there being no rows means that there is nothing."""
        return self._is_read

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows) + self._offset()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, now = self.timeline_row(index), datetime.now(UTC)
        said = self._describe(row, now) if row is not None else self._live
        if said is None:
            return None
        if role == ItemRole.WHEN:
            return short_when(row.at if row is not None else now, now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{said.headline}\n{said.detail}".strip()
        values: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: said.headline,
            Qt.ItemDataRole.AccessibleDescriptionRole: said.detail,
            ItemRole.HEADLINE: said.headline,
            ItemRole.DETAIL: said.detail,
            ItemRole.ICON: said.icon,
            ItemRole.STATE: said.state,
        }
        return values.get(role)

    def _describe(self, row: TimelineRow, now: datetime) -> Words:
        """Put a row into words once, not for each of the six things painted of it; a promise grows late by itself."""
        past = row.at < now
        said = self._said.get(row.id)
        if said is None or said[:2] != (row, past):
            said = self._said[row.id] = (row, past, describe(row, now))
        return said[2]

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        return not parent.isValid() and self._more and not self._reading_more and self._customer is not None

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        if self.canFetchMore(parent) and self._all:
            self._reading_more = True
            last = self._all[-1]
            self._ask(last, lambda page: self._take_more(last, page))

    def _ask(self, before: TimelineRow | None, take: Callable[[list[TimelineRow]], None]) -> None:
        if self._bound is None or self._customer is None:
            return
        backend, background = self._bound
        customer, kinds, generation = self._customer, self._kinds, self._generation

        def deliver(page: list[TimelineRow]) -> None:
            if generation == self._generation:
                take(page)

        background.run_read(lambda: backend.reads.timeline(customer, kinds, before), deliver)

    def _take_first(self, page: Sequence[TimelineRow]) -> None:
        """Rows older than the page stay as they were read; a short page is all there is."""
        full = len(page) >= PAGE
        older = [row for row in self._all if _key(row) < _key(page[-1])] if full else []
        if full and not older:
            self._more = True
        elif not full:
            self._more = False
        ids = {row.id for row in page}
        self._all = [*page, *(row for row in older if row.id not in ids)]
        self._is_read = True
        self._show(self._visible())
        self.read.emit()

    def _take_more(self, last: TimelineRow, page: Sequence[TimelineRow]) -> None:
        self._reading_more = False
        if not self._all or self._all[-1] != last:
            return  # a refresh came between: the view asks again
        self._more = len(page) >= PAGE
        known = {row.id for row in self._all}
        self._all += [row for row in page if row.id not in known]
        self._show(self._visible())

    def _visible(self) -> list[TimelineRow]:
        return [row for row in self._all if row.id != self._live_call]

    def _offset(self) -> int:
        return 0 if self._live is None else 1

    def _show(self, wanted: list[TimelineRow]) -> None:
        """Turn the rows on screen into those wanted by removing, inserting and replacing single rows."""
        keys = {_key(row) for row in wanted}
        for position in reversed(range(len(self._rows))):
            if _key(self._rows[position]) not in keys:
                self._remove(position)
        position = 0
        while position < len(wanted):
            if position < len(self._rows) and _key(self._rows[position]) == _key(wanted[position]):
                self._replace(position, wanted[position])
                position += 1
            else:
                position += self._insert(position, wanted)

    def _remove(self, position: int) -> None:
        at = position + self._offset()
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[position]
        self.endRemoveRows()

    def _replace(self, position: int, row: TimelineRow) -> None:
        if self._rows[position] != row:
            self._rows[position] = row
            index = self.index(position + self._offset())
            self.dataChanged.emit(index, index)

    def _insert(self, position: int, wanted: list[TimelineRow]) -> int:
        """Insert at `position` all rows up to the next one that is there already; return how many."""
        there = _key(self._rows[position]) if position < len(self._rows) else None
        end = position
        while end < len(wanted) and _key(wanted[end]) != there:
            end += 1
        at = position + self._offset()
        self.beginInsertRows(QModelIndex(), at, at + end - position - 1)
        self._rows[position:position] = wanted[position:end]
        self.endInsertRows()
        return end - position


def _key(row: TimelineRow) -> tuple[datetime, bytes]:
    """Return the place of a row; the newest has the greatest."""
    return row.at, row.id.bytes
