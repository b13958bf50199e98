"""The list of what waits: a row for each field two people changed and for each change the store refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from app.sync.attention_records import Attention, Disagreement, Topic
from ui.panels import dates, field_words
from ui.sync.attention_model import Item, item_id
from ui.widgets.icons import IconName
from ui.widgets.item_roles import ItemRole
from ui.widgets.timeline_delegate import dress_list
from ui.widgets.two_line_delegate import TwoLineDelegate

Index = QModelIndex | QPersistentModelIndex
ICONS: dict[str, IconName] = {"case": "alert", "customer": "user", "follow_up": "calendar", "call": "phone"}


class AttentionRows(QAbstractListModel):
    """Conflicts first, those about one case or customer side by side; then what was refused."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._names: Mapping[str, str] = {}

    def show(self, attention: Attention) -> None:
        self.beginResetModel()
        self._items, self._names = [*attention.disagreements, *attention.refused], attention.names
        self.endResetModel()

    def items(self) -> Sequence[Item]:
        return self._items

    def place(self, item: Item) -> int:
        """Return the row of an item, -1 where it waits no longer."""
        wanted = item_id(item)
        return next((row for row, one in enumerate(self._items) if item_id(one) == wanted), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._items[index.row()]
        headline, detail = title(item.topic), _detail(item)
        values: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: f"{headline}, {detail}",
            Qt.ItemDataRole.AccessibleDescriptionRole: spoken(item, self._names),
            ItemRole.HEADLINE: headline,
            ItemRole.DETAIL: detail,
            ItemRole.WHEN: dates.short_when(item.at, datetime.now(UTC)),
            ItemRole.ICON: ICONS.get(item.topic.table, "info"),
            ItemRole.STATE: "warning" if isinstance(item, Disagreement) else "bad",
        }
        return values.get(role)


def title(topic: Topic) -> str:
    """Return what something is about: "K7-00042-X Charged twice", a name, or what sort of thing where nobody knows."""
    named = " ".join(part for part in (topic.reference, topic.title) if part)
    return named or field_words.thing(topic.table)


def spoken(item: Item, names: Mapping[str, str]) -> str:
    """Return what stands at the right of a row, for who has it read out."""
    if not isinstance(item, Disagreement):
        return field_words.changes(item.table, item.verb, item.body, names)
    base, now, mine = (
        field_words.value(item.table, item.field, held, names) for held in (item.base, item.now, item.mine)
    )
    text = QCoreApplication.translate("Attention", "Before: {before}. Stands now: {now}. Not written: {other}.")
    return text.format(before=base, now=now, other=mine)


def _detail(item: Item) -> str:
    if isinstance(item, Disagreement):
        return QCoreApplication.translate("Attention", "Conflict: {field}").format(field=field_words.field(item.field))
    what = field_words.operation(item.table, item.verb, item.body)
    return QCoreApplication.translate("Attention", "Refused: {what}").format(what=what)


class AttentionList(QListView):
    """The list at the left; letters are the page's keys, not a search within the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setAccessibleName(QCoreApplication.translate("Attention", "What needs attention"))
        dress_list(self)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Find nothing by typed letters."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
                           Qt.Key.Key_PageDown):  # fmt: skip
            super().keyPressEvent(event)
        else:
            event.ignore()  # to the page
