"""The cards that say in a sentence why there is no customer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState

SEARCH_KEYS = "Ctrl+Shift+K"  # of the new customer's form too


class IdleCard(Card):
    """Nobody is calling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CustomerPanel", "Customer"), parent)
        sentence = QCoreApplication.translate("CustomerPanel", "The customer shows here as soon as the phone rings.")
        self.message = EmptyState("phone-in", sentence, "", self)
        self.body.addWidget(self.message)


class WithheldCard(Card):
    """The caller hides the number, so they have to be asked."""

    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CustomerPanel", "Withheld number"), parent)
        self.message = EmptyState(
            "phone-off",
            QCoreApplication.translate(
                "CustomerPanel",
                "The caller withholds the number. Ask for an order, a name or a case and search for it.",
            ),
            QCoreApplication.translate("CustomerForm", "Search for the customer"),
            self,
            shortcut=SEARCH_KEYS,
        )
        self.message.activated.connect(self.search_wanted)
        self.body.addWidget(self.message)


class InternalCard(Card):
    """A colleague calls; no customer is looked up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CustomerPanel", "Internal call"), parent)
        self.message = EmptyState("headset", "", "", self)
        self.body.addWidget(self.message)

    def show_colleague(self, name: str, extension: str) -> None:
        """Say who calls; without a name the extension alone."""
        if name and extension:
            template = QCoreApplication.translate("CustomerPanel", "{name}, extension {extension}")
        else:
            template = QCoreApplication.translate("CustomerPanel", "Extension {extension}")
        self.message.set_sentence(template.format(name=name, extension=extension or name))
