"""The sync page: the link to the shared store at the left, what waits for it or for a person at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.sync.account_cards import LeavingCard, PasswordCard
from ui.sync.desk_card import DeskCard
from ui.sync.view_model import SyncModel
from ui.sync.waiting_card import WaitingCard
from ui.widgets.notice_bar import NoticeBar

GAP = 10


class SyncPage(QWidget):
    """Lays the cards out, above them that something needs a person while it does. Esc leaves."""

    left = Signal()
    attention_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SyncModel(self)
        self.desk, self.waiting = DeskCard(self.model), WaitingCard(self.model)
        side = QVBoxLayout()
        side.setSpacing(GAP)
        side.addWidget(self.desk)
        self.password, self.leaving = PasswordCard(self.model), LeavingCard(self.model)
        for card in (self.password, self.leaving):
            side.addWidget(card)
            card.hide()
        side.addStretch(1)
        self.attention = NoticeBar("", "warning", QCoreApplication.translate("SyncPage", "Look at it"))
        self.attention.action_triggered.connect(self.attention_wanted)
        lists = QVBoxLayout()
        lists.setSpacing(GAP)
        lists.addWidget(self.attention)
        lists.addWidget(self.waiting, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(side, 2)
        row.addLayout(lists, 3)
        self.desk.change.clicked.connect(lambda: self._ask(self.password))
        self.desk.leave.clicked.connect(lambda: self._ask(self.leaving))
        self.model.changed.connect(self._refresh)
        self._refresh()
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)

    def _refresh(self) -> None:
        count = self.model.state.attention
        self.attention.set_notice(QCoreApplication.translate("SyncPage", "%n changes need a person.", "", count))
        self.attention.setVisible(count > 0)

    def _ask(self, card: PasswordCard | LeavingCard) -> None:
        """One question at a time."""
        for other in (self.password, self.leaving):
            if other is not card:
                other.end()
        card.begin()

    def _escape(self) -> None:
        """Close what was asked for last, else leave."""
        for card in (self.password, self.leaving):
            if card.isVisible():
                card.end()
                self.desk.sync_now.setFocus()
                return
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.model.set_watched(True)
        self.desk.sync_now.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.model.set_watched(False)
