"""The sync page: the link to the shared store at the left, what waits for it or for a person at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.sync.desk_card import DeskCard
from ui.sync.view_model import SyncModel
from ui.sync.waiting_card import WaitingCard

GAP = 10


class SyncPage(QWidget):
    """Lays the cards out; `attention` is where what needs a person stands, above what waits. Esc leaves."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SyncModel(self)
        self.desk, self.waiting = DeskCard(self.model), WaitingCard(self.model)
        side = QVBoxLayout()
        side.setSpacing(GAP)
        side.addWidget(self.desk)
        side.addStretch(1)
        self.attention = QVBoxLayout()
        self.attention.setSpacing(GAP)
        lists = QVBoxLayout()
        lists.setSpacing(GAP)
        lists.addLayout(self.attention)
        lists.addWidget(self.waiting, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(side, 2)
        row.addLayout(lists, 3)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.model.set_watched(True)
        self.desk.sync_now.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.model.set_watched(False)
