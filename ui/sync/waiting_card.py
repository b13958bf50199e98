"""The card of the sync page that lists what the store has not answered yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.sync.view_model import SyncModel
from ui.sync.waiting_rows import WaitingRows
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import note_label
from ui.widgets.two_line_delegate import TwoLineDelegate

LEAST_HEIGHT = 160


class WaitingCard(Card):
    """Each change in words, the oldest first; nothing here needs doing, so nothing can be pressed."""

    def __init__(self, model: SyncModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SyncPage", "Waiting to send"), parent)
        self._model = model
        self.rows = WaitingRows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(LEAST_HEIGHT)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.title())
        self.empty = EmptyState("cloud-check", QCoreApplication.translate("SyncPage", "Everything is at the store."))
        self.more = note_label("")
        self.safe = note_label(
            QCoreApplication.translate(
                "SyncPage", "What waits is saved on this computer and goes by itself as soon as the store answers."
            )
        )
        for part in (self.empty, self.list, self.more, self.safe):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.list, 1)
        self.body.setStretchFactor(self.empty, 1)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        found = self._model.list
        changes = found.changes if found is not None else ()
        self.rows.show_changes(changes, self._model.state.phase, self._model.now())
        self.list.setVisible(bool(changes))
        self.safe.setVisible(bool(changes))
        self.empty.setVisible(found is not None and not changes)
        hidden = found.total - len(changes) if found is not None else 0
        self.more.setText(QCoreApplication.translate("SyncPage", "and %n more", "", hidden) if hidden else "")
        self.more.setVisible(hidden > 0)
