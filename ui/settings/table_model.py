"""The last things heard from the PBX, as a list for a view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.events import PbxHeard
from ui.panels.dates import clock
from ui.settings.live_link import MOST_LINES

LONGEST_LINE = 200
NO_PARENT = QModelIndex()


class HeardModel(QAbstractListModel):
    """Newest first; lines are put in and taken away one end each, so that a view keeps its place."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._lines: list[str] = []

    def put(self, heard: list[PbxHeard]) -> None:
        """Put in what was heard, oldest first, and forget what is too old."""
        fresh = [one_line(line) for line in reversed(heard)][:MOST_LINES]
        if not fresh:
            return
        self.beginInsertRows(NO_PARENT, 0, len(fresh) - 1)
        self._lines[:0] = fresh
        self.endInsertRows()
        if len(self._lines) > MOST_LINES:
            self.beginRemoveRows(NO_PARENT, MOST_LINES, len(self._lines) - 1)
            del self._lines[MOST_LINES:]
            self.endRemoveRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        return self._lines[index.row()]


def one_line(heard: PbxHeard) -> str:
    """Return "12:04:31  text" in one line of bounded length: what a PBX says is not to be trusted."""
    text = " ".join("".join(c if c.isprintable() else " " for c in heard.text[:LONGEST_LINE]).split())
    return f"{clock(heard.at, seconds=True)}  {text}"
