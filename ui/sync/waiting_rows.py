"""What waits for the store, as the rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.enums import CaseKind, SyncPhase
from ui.panels import change_words, dates
from ui.widgets.icons import IconName
from ui.widgets.item_roles import ItemRole

if TYPE_CHECKING:
    from app.sync.waiting import Change

Index = QModelIndex | QPersistentModelIndex
ICONS: dict[str, IconName] = {
    "case": "alert",
    "case_event": "note",
    "follow_up": "calendar",
    "customer": "user",
    "contact_point": "phone",
    "number_choice": "user",
    "call": "phone-in",
    "call_leg": "phone-in",
    "conflict": "check",
}
CASE_ICONS: dict[str, IconName] = {CaseKind.SUGGESTION: "bulb", CaseKind.ENQUIRY: "question"}


class WaitingRows(QAbstractListModel):
    """One row a change; a list that only grew or shrank at its ends keeps what is selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: list[Change] = []
        self._now: datetime | None = None
        self._phase = SyncPhase.CONNECTING

    def show_changes(self, changes: Sequence[Change], phase: SyncPhase, now: datetime) -> None:
        """Show these; operations are answered in order, so they go from the front and come at the end."""
        self._phase, self._now = phase, now
        gone = next((i for i, c in enumerate(self._changes) if changes and c.op_id == changes[0].op_id), None)
        if gone is None:
            gone = len(self._changes)
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            del self._changes[:gone]
            self.endRemoveRows()
        kept = len(self._changes)
        if len(changes) < kept:
            self.beginRemoveRows(QModelIndex(), len(changes), kept - 1)
            del self._changes[len(changes) :]
            self.endRemoveRows()
        elif len(changes) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(changes) - 1)
            self._changes.extend(changes[kept:])
            self.endInsertRows()
        self._changes[:] = changes
        if self._changes:
            self.dataChanged.emit(self.index(0), self.index(len(self._changes) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's default and name
        return 0 if parent.isValid() else len(self._changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        change = self._changes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{change_words.headline(change)} · {self._detail(change)}"
        if role == ItemRole.HEADLINE:
            return change_words.headline(change)
        if role == ItemRole.DETAIL:
            return self._detail(change)
        if role == ItemRole.ICON:
            return _icon(change)
        return None

    def _detail(self, change: Change) -> str:
        now = self._now or change.at
        saved = QCoreApplication.translate("SyncPage", "saved {when}").format(when=dates.clock_or_day(change.at, now))
        return " · ".join(part for part in (change.topic.customer, saved, _why(self._phase)) if part)


def _icon(change: Change) -> IconName:
    if change.table == "case" and change.topic.kind in CASE_ICONS:
        return CASE_ICONS[change.topic.kind]
    return ICONS.get(change.table, "info")


def _why(phase: SyncPhase) -> str:
    if phase == SyncPhase.ONLINE:
        return QCoreApplication.translate("SyncPage", "is being sent")
    if phase == SyncPhase.REFUSED:
        return QCoreApplication.translate("SyncPage", "waits until the store lets this desk in")
    return QCoreApplication.translate("SyncPage", "waits for the server")
