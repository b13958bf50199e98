"""What the customer card reads and saves; no widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.customers.records import CustomerCard, NewCustomer
from app.workflows.records import Pop
from ui.background import Background

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.panels.customer_editor import Changes


class CustomerModel(QObject):
    """Saves new customers, corrections and numbers; each of the latter two can be undone.

    `undo_offered`: what was done in a sentence, and what undoes it.
    """

    created = Signal(object, object)  # UUID, key of the call it was written down for
    not_created = Signal(object, object)  # AppError, key
    undo_offered = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bound: tuple[Backend, Background] | None = None

    def bind(self, backend: Backend, background: Background) -> None:
        self._bound = (backend, background)

    def region(self) -> str:
        """Return where national numbers are read; "" before the backend is there."""
        return self._bound[0].settings().region if self._bound else ""

    def add(self, new: NewCustomer, key: str | None) -> None:
        """Save a new customer; `created` or `not_created` follows."""
        backend, background = self._backend()
        background.run_write(
            lambda: backend.customers.add(new),
            lambda customer_id: self.created.emit(customer_id, key),
            lambda error: self.not_created.emit(error, key),
        )

    def edit(self, card: CustomerCard, changes: Changes) -> None:
        """Save a correction and offer to undo it."""
        backend, background = self._backend()
        back = {name: (new, base) for name, (base, new) in changes.items()}

        def undo() -> None:
            background.run_write(lambda: backend.customers.edit(card.id, back))

        sentence = QCoreApplication.translate("CustomerPanel", "{name} was changed.").format(name=card.name)
        background.run_write(
            lambda: backend.customers.edit(card.id, changes),
            lambda _: self.undo_offered.emit(sentence, undo),
        )

    def candidates(self, number: str, done: Callable[[Pop], None]) -> None:
        """Read again who may have a number."""
        backend, background = self._backend()
        background.run_read(lambda: backend.reads.pop(number), done)

    def link(self, card: CustomerCard, number: str) -> None:
        """Give a number to a customer; undone, it is theirs no more."""
        backend, background = self._backend()
        sentence = QCoreApplication.translate("CustomerPanel", "This number was added to {name}.")

        def added(contact_id: UUID) -> None:
            def undo() -> None:
                background.run_write(lambda: backend.customers.remove_contact(contact_id))

            self.undo_offered.emit(sentence.format(name=card.name), undo)

        background.run_write(lambda: backend.customers.add_phone(card.id, number), added)

    def _backend(self) -> tuple[Backend, Background]:
        if self._bound is None:
            raise RuntimeError("the customer panel was used before it was bound")
        return self._bound
