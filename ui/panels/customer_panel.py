"""The console's left column: who is calling, in every case there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app import phone_numbers
from app.customers.records import CustomerCard, NewCustomer
from app.errors import AppError
from app.phone_numbers import PhoneNumber
from app.workflows.records import CustomerView, Pop
from models.enums import MatchReason
from ui.background import Background
from ui.panels import words
from ui.panels.customer_card import CustomerCardView
from ui.panels.customer_facts import same_number
from ui.panels.customer_messages import IdleCard, InternalCard, WithheldCard
from ui.panels.customer_model import CustomerModel
from ui.panels.search_focus import FocusReturn
from ui.widgets import tab_order

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.panels.customer_chooser import CustomerChooser
    from ui.panels.customer_editor import Changes, CustomerEditor
    from ui.panels.customer_form import NewCustomerForm

T = TypeVar("T", bound=QWidget)


class CustomerPanel(QWidget):
    """Shows one card at a time; nothing that shows by itself takes or moves the keyboard.

    All but the idle card are made when they are first wanted, or by `rehearse`: a start does without them.
    Say with `set_call` which call the next `show_…` is about: what is half typed is kept for each call. Where the user
    went on from a card (to correct it, to choose, to write down somebody new), showing the same thing again leaves
    them there.
    """

    customer_chosen = Signal(object)  # UUID: the agent says that this is who is calling
    customer_created = Signal(object, object)  # UUID, key of the call for which it was written down
    search_requested = Signal()  # show the customer then found under the same call: the unknown number becomes theirs
    toast = Signal(str, str, object)  # a sentence, the word for its action, and what that calls (None for no action)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.model = CustomerModel(self)
        self.idle = IdleCard(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.idle)
        self._focus = FocusReturn(self)
        self._key: str | None = None
        self._asked: tuple[object, ...] = ()  # what the console wanted shown last
        self._home: QWidget = self.idle
        self._current: QWidget = self.idle
        self._on_detour = False  # the user went on from what was asked for
        self._typed: dict[str | None, NewCustomer] = {}
        self._number: PhoneNumber | None = None  # of an unknown caller
        self._calling: str | None = None
        self._view: CustomerView | None = None
        self._wanted_for: tuple[str | None, str] | None = None  # the call and number somebody is searched for
        self.model.created.connect(self._created)
        self.model.not_created.connect(self._not_created)
        self.model.undo_offered.connect(self._offer_undo)

    @cached_property
    def card(self) -> CustomerCardView:
        card = self._put(CustomerCardView(self))
        card.edit_wanted.connect(self._edit)
        card.other_wanted.connect(self._choose_other)
        return card

    @cached_property
    def editor(self) -> CustomerEditor:
        from ui.panels.customer_editor import CustomerEditor

        editor = self._put(CustomerEditor(self))
        editor.left.connect(self._go_back)
        editor.saved.connect(self._save_changes)
        return editor

    @cached_property
    def chooser(self) -> CustomerChooser:
        from ui.panels.customer_chooser import CustomerChooser

        chooser = self._put(CustomerChooser(self))
        chooser.chosen.connect(self._choose)
        chooser.nobody_chosen.connect(self.start_new)
        chooser.left.connect(self._go_back)
        return chooser

    @cached_property
    def form(self) -> NewCustomerForm:
        from ui.panels.customer_form import NewCustomerForm

        form = self._put(NewCustomerForm(self))
        form.save_wanted.connect(self._save_new)
        form.search_wanted.connect(self._search)
        form.left.connect(self._go_back)
        return form

    @cached_property
    def withheld(self) -> WithheldCard:
        withheld = self._put(WithheldCard(self))
        withheld.search_wanted.connect(self._search)
        return withheld

    @cached_property
    def internal(self) -> InternalCard:
        return self._put(InternalCard(self))

    def rehearse(self) -> Iterator[None]:
        """Make what the first rings would have to make, a card a step."""
        yield from self.card.rehearse()
        for name in ("form", "chooser", "withheld", "internal", "editor"):
            getattr(self, name)
            yield

    def bind(self, backend: Backend, background: Background) -> None:
        self.model.bind(backend, background)

    def set_call(self, key: str | None) -> None:
        """Say which call the next `show_…` is about; None for no call."""
        if key == self._key:
            return
        self._keep_typed()
        if self._has("form"):
            self.form.set_untyped()
        self._park_keyboard()
        self._key, self._asked, self._on_detour = key, (), False

    def is_typed(self) -> bool:
        """Whether the user is writing here, so that another card had better wait."""
        return self._shows("editor") or (self._shows("form") and self.form.is_typed())

    def show_idle(self) -> None:
        """Nobody is calling."""
        self._ask(self.idle, "idle")

    def show_customer(
        self, view: CustomerView, reason: MatchReason | None = None, others: int = 0, calling: str | None = None
    ) -> None:
        """Show a customer; `calling` is the number of the call, as received or E.164, `others` how many it also fits.

        A choice among the others needs `calling`.
        """
        self._take_number(view.card, calling)
        self._view, self._calling, self._number = view, calling, None
        if self._has("editor"):
            self.editor.see(view.card)
        self.card.show_view(view, reason, others if calling else 0, calling, self.model.region())
        self._ask(self.card, "customer", view.card.id)

    def show_candidates(self, pop: Pop) -> None:
        """Let the agent choose among several customers, the likeliest one marked."""
        self._number = pop.number
        self.chooser.show_candidates(pop.candidates)
        self._ask(self.chooser, "candidates", tuple(candidate.customer_id for candidate in pop.candidates))

    def show_unknown(self, number: PhoneNumber) -> None:
        """Offer to write down a new customer, or to search for the one who uses another number."""
        self._number = number
        asked = ("unknown", number.raw)
        if self._asked != asked:
            self._fill_form("")
        self._ask(self.form, *asked)

    def show_withheld(self) -> None:
        """The number is withheld: offer to search for the customer."""
        self._number = None
        self._ask(self.withheld, "withheld")

    def show_internal(self, name: str, extension: str) -> None:
        """A colleague calls."""
        self.internal.show_colleague(name, extension)
        self._ask(self.internal, "internal")

    def start_new(self, name: str = "") -> None:
        """The user asks for a new customer: show the form, with the number of an unknown caller if there is one."""
        self._fill_form(name)
        self._detour(self.form)
        self.form.take_keyboard()

    def forget_call(self, key: str) -> None:
        """Let go of what was half typed for a call that is put away."""
        self._typed.pop(key, None)

    def _put(self, card: T) -> T:
        """Take a card that was just made, unseen; the Tab key finds it where the other cards are."""
        fields: list[QWidget] = []
        while (field := (fields[-1] if fields else card).nextInFocusChain()) is not None and card.isAncestorOf(field):
            fields.append(field)
        card.hide()
        self._column.addWidget(card)
        tab_order.put_in_place(self, *(field for field in fields if field.focusPolicy() != Qt.FocusPolicy.NoFocus))
        return card

    def _has(self, name: str) -> bool:
        """Whether a card has been made."""
        return name in vars(self)

    def _shows(self, name: str) -> bool:
        return self._has(name) and self._current is getattr(self, name)

    def _ask(self, card: QWidget, *asked: object) -> None:
        """Show what the console wants, unless the user has gone on from just that."""
        if asked == self._asked and self._on_detour:
            return
        self._asked, self._on_detour = asked, False
        self._home = card
        self._show(card)

    def _detour(self, card: QWidget) -> None:
        self._on_detour = True
        self._show(card)

    def _go_back(self) -> None:
        """Return from where the user went, and the keyboard to where it was before."""
        self._focus.give_back()
        if self._on_detour:
            self._on_detour = False
            self._show(self._home)

    def _show(self, card: QWidget) -> None:
        if card is self._current:
            return
        self._park_keyboard()
        if self._shows("form"):
            self._keep_typed()
        self._current.hide()
        self._current = card
        card.show()

    def _park_keyboard(self) -> None:
        """Keep the keyboard on the panel itself where the field it was in goes: a key must not land elsewhere."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_typed(self) -> None:
        """Keep what was typed, but for the number nobody typed: another party of the same call has another."""
        if self._shows("form") and self.form.is_typed():
            values = self.form.values()
            kept = "" if values.phone == self.form.prefilled().phone else values.phone
            self._typed[self._key] = values._replace(phone=kept)

    def _fill_form(self, name: str) -> None:
        number, region = self._number, self.model.region()
        phone = phone_numbers.display(number.e164 or number.raw, region) if number else ""
        self._keep_typed()
        typed = self._typed.get(self._key, NewCustomer(""))
        values = typed._replace(name=name or typed.name, phone=typed.phone or phone)
        self.form.show_values(values, NewCustomer("", phone=phone))

    def _take_number(self, card: CustomerCard, calling: str | None) -> None:
        """Give the number of an unknown caller to the customer the agent searched for, unless it is theirs."""
        if self._wanted_for is None or self._wanted_for[0] != self._key:
            return
        number, self._wanted_for = self._wanted_for[1], None
        region = self.model.region()
        if not number or calling is None or not same_number(number, calling, region):
            return
        if not any(same_number(contact.e164 or contact.value, number, region) for contact in card.contacts):
            self.model.link(card, number)

    def _search(self) -> None:
        self._wanted_for = (self._key, self._number.raw if self._number else "")
        self.search_requested.emit()

    def _choose(self, customer_id: UUID) -> None:
        self._go_back()
        self.customer_chosen.emit(customer_id)

    def _choose_other(self) -> None:
        if self._calling is not None:
            key = self._key
            self.model.candidates(self._calling, lambda pop: self._show_others(key, pop))

    def _show_others(self, key: str | None, pop: Pop) -> None:
        if key != self._key or self._current is not self.card:
            return
        self._number = pop.number
        self.chooser.show_candidates(pop.candidates)
        self._detour(self.chooser)
        self.chooser.take_keyboard()

    def _edit(self) -> None:
        if self._view is not None:
            self._detour(self.editor)
            self.editor.edit(self._view.card)

    def _save_changes(self, card: CustomerCard, changes: Changes) -> None:
        if changes:
            self.model.edit(card, changes)
        self._go_back()

    def _save_new(self, new: NewCustomer) -> None:
        self.model.add(new, self._key)

    def _created(self, customer_id: UUID, key: str | None) -> None:
        self._typed.pop(key, None)
        if key == self._key and self._shows("form"):
            self.form.set_untyped()
            self._focus.give_back()
        self.customer_created.emit(customer_id, key)

    def _not_created(self, error: AppError, key: str | None) -> None:
        if key == self._key:
            self.form.show_problem(error)
        else:
            self.toast.emit(words.error(error), "", None)

    def _offer_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        self.toast.emit(sentence, QCoreApplication.translate("CustomerPanel", "Undo"), undo)
