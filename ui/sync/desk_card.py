"""The card of the sync page that says how the link is and who this desk is to its store."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QWidget

from models.enums import SyncPhase
from ui.panels import sync_words
from ui.sync.view_model import SyncModel
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import note_label
from ui.widgets.labels import Caption, ElidedLabel
from ui.widgets.pill import Pill

CAPTION_WIDTH = 150


class DeskCard(Card):
    """State, reason, progress of a first fill, facts, and "Sync now"."""

    def __init__(self, model: SyncModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SyncPage", "Shared store"), parent)
        self._model = model
        self.pill = Pill()
        self.add_action(self.pill)
        self.reason = note_label("")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(QCoreApplication.translate("SyncPage", "Fetching customers"))
        self.progress.setFormat("%p %")
        self.store, self.login, self.device, self.prefix = (ElidedLabel() for _ in range(4))
        self.held, self.contact = ElidedLabel(), ElidedLabel()
        self.sync_now = ShortcutButton(QCoreApplication.translate("SyncPage", "Sync now"), "F5", kind="primary")
        self.sync_now.clicked.connect(model.sync_now)
        self.body.setSpacing(10)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.progress)
        self.body.addLayout(self._facts())
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        self.buttons.addWidget(self.sync_now)
        self.again = ShortcutButton(QCoreApplication.translate("SyncPage", "Sign in again…"))
        self.again.clicked.connect(model.sign_in_wanted)
        self.change = ShortcutButton(QCoreApplication.translate("SyncPage", "Change password…"))
        self.leave = ShortcutButton(QCoreApplication.translate("SyncPage", "Sign out…"))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.again)
        self.buttons.addWidget(self.change)
        self.buttons.addWidget(self.leave)
        self.body.addLayout(self.buttons)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        state, now = self._model.state, self._model.now()
        said = sync_words.status(state, now)
        self.pill.set_pill(said.text, said.state)
        self.reason.setText(said.reason)
        self.reason.setVisible(bool(said.reason))
        self.progress.setVisible(state.phase == SyncPhase.FILLING)
        self.progress.setRange(0, max(state.total, 1))
        self.progress.setValue(min(state.done, max(state.total, 1)))
        self.contact.setText(sync_words.last_contact(state, now))
        facts = self._model.facts
        desk = self._model.desk
        self.sync_now.setEnabled(desk is not None)
        self.leave.setEnabled(desk is not None)
        self.again.setVisible(state.phase == SyncPhase.REFUSED)
        self.change.setVisible(desk is not None and desk.can_change_password())
        if facts is None:
            return
        self.store.setText(facts.store)
        self.login.setText(facts.login)
        self.device.setText(str(facts.device))
        self.prefix.setText(f"{facts.prefix}-…")
        self.held.setText(QLocale().toString(facts.held))

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        rows = (
            (QCoreApplication.translate("SyncPage", "Store"), self.store),
            (QCoreApplication.translate("SyncPage", "Signed in as"), self.login),
            (QCoreApplication.translate("SyncPage", "Last contact"), self.contact),
            (QCoreApplication.translate("SyncPage", "Customers on this computer"), self.held),
            (QCoreApplication.translate("SyncPage", "References of this desk"), self.prefix),
            (QCoreApplication.translate("SyncPage", "Device"), self.device),
        )
        for place, (caption, label) in enumerate(rows):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAccessibleName(caption)
            grid.addWidget(Caption(caption), place, 0)
            grid.addWidget(label, place, 1)
        return grid
