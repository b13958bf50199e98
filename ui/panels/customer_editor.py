"""The card of a customer while it is being corrected."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.customers.records import CustomerCard, NewCustomer
from ui.panels import dates, field_words
from ui.panels.customer_fields import CustomerFields
from ui.panels.customer_form import SAVE_KEYS, first_wrong
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.notice_bar import NoticeBar

FIELDS = ("name", "company", "city", "language")
Changes = dict[str, tuple[Any, Any]]


class CustomerEditor(Card):
    """Corrects name, company, city and language; Enter saves, Escape leaves everything as it was."""

    saved = Signal(object, object)  # CustomerCard as it was, Changes; empty where nothing was changed
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CustomerEditor", "Edit customer"), parent)
        captions = {
            "name": QCoreApplication.translate("CustomerForm", "Name"),
            "company": QCoreApplication.translate("CustomerForm", "Company"),
            "city": QCoreApplication.translate("CustomerForm", "City"),
            "language": QCoreApplication.translate("CustomerForm", "Language"),
        }
        self.fields = CustomerFields(captions, self)
        self.fields.submitted.connect(self.submit)
        self.fields.left.connect(self.left)
        self.cancel_button = ShortcutButton(
            QCoreApplication.translate("CustomerEditor", "Cancel"), "Esc", self, bind=False
        )
        self.cancel_button.clicked.connect(self.left)
        self.save_button = ShortcutButton(
            QCoreApplication.translate("CustomerEditor", "Save"), SAVE_KEYS, self, kind="primary", icon="check"
        )
        self.save_button.clicked.connect(self.submit)
        self._card: CustomerCard | None = None  # as it was when it was opened: what a change is based on
        self._seen: CustomerCard | None = None  # as it stands by now
        self.news = NoticeBar(state="warning", action=QCoreApplication.translate("CustomerEditor", "Show"), parent=self)
        self.news.hide()
        self.news.action_triggered.connect(self.show_theirs)
        self.body.addWidget(self.news)
        self.body.addWidget(self.fields)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        self.body.addLayout(row)

    def edit(self, card: CustomerCard) -> None:
        """Fill the fields and take the keyboard: the user asked for it."""
        self._card = self._seen = card
        self.news.hide()
        self.fields.show_theirs({})
        self.fields.set_values({name: getattr(card, name) or "" for name in FIELDS})
        self.fields.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    def see(self, card: CustomerCard) -> None:
        """Tell that the customer was read again: what somebody else changed is said, and what is typed here stays.

        Saving still changes what the card showed when it was opened, so that the store finds a conflict.
        """
        if self.isHidden() or self._card is None or self._card.id != card.id or self._seen == card:
            return
        self._seen = card
        changed = self._changed()
        self.news.setVisible(bool(changed))
        self.fields.show_theirs({})
        if changed:
            text = QCoreApplication.translate("CustomerEditor", "Somebody changed this meanwhile ({time}): {fields}")
            named = ", ".join(field_words.field(name) for name in changed)
            self.news.set_notice(text.format(time=dates.clock(datetime.now(UTC)), fields=named))

    def show_theirs(self) -> None:
        """Put what stands there now beside what is typed."""
        said = QCoreApplication.translate("CustomerEditor", "Stands there now: {value}")
        self.fields.show_theirs({
            name: said.format(value=field_words.value("customer", name, getattr(self._seen, name), {}))
            for name in self._changed()
        })  # fmt: skip

    def _changed(self) -> list[str]:
        return [name for name in FIELDS if getattr(self._seen, name) != getattr(self._card, name)]

    def submit(self) -> None:
        if self._card is None:
            return
        wrong = first_wrong(NewCustomer(self.fields.values()["name"]))
        if wrong is not None:
            self.fields.show_error(*wrong)
            return
        self.saved.emit(self._card, changes(self._card, self.fields.values()))


def changes(card: CustomerCard, values: dict[str, str]) -> Changes:
    """Return {field: (what the card showed, what it shall be)} of what is not the same any more."""
    tidied = {name: " ".join(value.split()) or None for name, value in values.items()}
    return {name: (getattr(card, name), value) for name, value in tidied.items() if value != getattr(card, name)}
