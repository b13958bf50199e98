"""The card on which an unknown caller becomes a customer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.customers.records import NewCustomer
from app.customers.rules import check_new
from app.errors import AppError
from models.enums import CustomerKind
from ui.panels import words
from ui.panels.customer_fields import CustomerFields
from ui.panels.customer_messages import SEARCH_KEYS
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.labels import KeyCaption
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.segmented import Segmented

NAME_KEYS = "Ctrl+Shift+N"
SAVE_KEYS = "Ctrl+Shift+S"


class NewCustomerForm(Card):
    """Holds what is typed of a new customer; says what is wrong with it before it is sent to be saved."""

    save_wanted = Signal(object)  # NewCustomer
    search_wanted = Signal()
    left = Signal()  # Escape

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CustomerForm", "New customer"), parent)
        self.add_action(KeyCaption(NAME_KEYS, self))
        self.search_button = ShortcutButton(
            QCoreApplication.translate("CustomerForm", "Search for the customer"),
            SEARCH_KEYS,
            self,
            kind="link",
            icon="search",
        )
        self.search_button.clicked.connect(self.search_wanted)
        self.kind = Segmented(
            [(words.customer_kind(kind), kind) for kind in CustomerKind],
            QCoreApplication.translate("CustomerForm", "Person or organisation"),
            self,
        )
        self.fields = CustomerFields(_captions(), self)
        self.fields.submitted.connect(self.submit)
        self.fields.left.connect(self.left)
        self.problem = NoticeBar(state="bad", parent=self)
        self.problem.hide()
        self.save_button = ShortcutButton(
            QCoreApplication.translate("CustomerForm", "Save customer"), SAVE_KEYS, self, kind="primary", icon="check"
        )
        self.save_button.clicked.connect(self.submit)
        self._prefilled = NewCustomer("")
        self._lay_out()

    def values(self) -> NewCustomer:
        """Return what stands on the card."""
        return NewCustomer(kind=CustomerKind(str(self.kind.value())), **self.fields.values())

    def show_values(self, values: NewCustomer, prefilled: NewCustomer) -> None:
        """Fill the card; `prefilled` is what nobody typed."""
        self._prefilled = prefilled
        self.problem.hide()
        self.kind.set_value(values.kind)
        names = ("name", "phone", "email", "company", "city", "language")
        self.fields.set_values({name: getattr(values, name) for name in names})
        self.set_saving(False)

    def prefilled(self) -> NewCustomer:
        """Return what stood here before anybody typed."""
        return self._prefilled

    def is_typed(self) -> bool:
        """Whether somebody wrote something that would be lost."""
        return self.values() != self._prefilled

    def set_untyped(self) -> None:
        """What stands here has been saved, or is not needed any more."""
        self._prefilled = self.values()

    def take_keyboard(self) -> None:
        self.fields.field("name").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_saving(self, saving: bool) -> None:
        """While it is being saved it cannot be sent a second time."""
        self.save_button.setEnabled(not saving)

    def show_problem(self, error: AppError) -> None:
        """Say why it was not saved; everything typed stays."""
        self.set_saving(False)
        self.problem.set_notice(words.error(error))
        self.problem.show()

    def submit(self) -> None:
        """Check the fields and ask for them to be saved; otherwise mark the first that is wrong."""
        if not self.save_button.isEnabled():
            return
        values = self.values()
        self.fields.clear_errors()
        self.problem.hide()
        wrong = first_wrong(values)
        if wrong is not None:
            self.fields.show_error(*wrong)
            return
        self.set_saving(True)
        self.save_wanted.emit(values)

    def _lay_out(self) -> None:
        self.body.addWidget(self.search_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.fields)
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        self.body.addLayout(row)
        shortcut = QShortcut(QKeySequence(NAME_KEYS), self)
        shortcut.activated.connect(self.take_keyboard)


def first_wrong(values: NewCustomer) -> tuple[str, str] | None:
    """Return the first field that cannot be saved and why; the rules stay those of the application."""
    trials = (("name", values._replace(email="")), ("email", values._replace(name="-")))
    for field, trial in trials:
        try:
            check_new(trial)
        except AppError as error:
            return field, words.error(error)
    if values.phone.strip() and not any(character.isdigit() for character in values.phone):
        return "phone", QCoreApplication.translate("CustomerForm", "A phone number has digits.")
    return None


def _captions() -> dict[str, str]:
    return {
        "name": QCoreApplication.translate("CustomerForm", "Name"),
        "phone": QCoreApplication.translate("CustomerForm", "Phone"),
        "email": QCoreApplication.translate("CustomerForm", "E-mail"),
        "company": QCoreApplication.translate("CustomerForm", "Company"),
        "city": QCoreApplication.translate("CustomerForm", "City"),
        "language": QCoreApplication.translate("CustomerForm", "Language"),
    }
