"""The card about the shared store: none yet, or which one and as whom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card


class StoreCard(Card):
    """Leads to the sign-in page, or to the sync page of a desk that is signed in."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "Shared store"), parent)
        self._model = model
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.sign_in = ShortcutButton(QCoreApplication.translate("Settings", "Sign in to a shared store…"))
        self.sign_in.clicked.connect(model.sign_in_wanted)
        self.details = ShortcutButton(QCoreApplication.translate("Settings", "Sync, password, sign out…"))
        self.details.clicked.connect(model.sync_wanted)
        self.body.addWidget(self.said)
        self.body.addWidget(self.sign_in, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        model.bound.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        backend = self._model.backend
        shared = backend.shared if backend is not None else None
        self.setVisible(backend is None or not backend.is_demo)
        self.sign_in.setVisible(shared is None)
        self.sign_in.setEnabled(backend is not None)
        self.details.setVisible(shared is not None)
        if shared is None:
            text = QCoreApplication.translate(
                "Settings",
                "This computer works alone. In a shared store several desks see the same cases.",
            )
        else:
            text = QCoreApplication.translate("Settings", "{login} is signed in at {store}.")
            text = text.format(login=shared.address.login, store=shared.address.shown())
        self.said.setText(text)
