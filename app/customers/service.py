"""Writes of customers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any
from uuid import UUID, uuid5

from app import phone_numbers
from app.customers.records import NewCustomer
from app.customers.rules import check_new
from app.phone_numbers import PhoneNumber
from app.settings import Settings
from app.storage.unit_of_work import UnitOfWork
from app.storage.writer import Writer
from models.base import utc_now
from models.enums import ContactKind

CHOICES = UUID("5f0b8f5e-6a54-4a0e-9f0a-2f4f3c1d7e10")  # names the choices of numbers; one row a number


class CustomerService:
    """Adds and edits customers and remembers who was chosen for a shared number."""

    def __init__(self, writer: Writer, settings: Callable[[], Settings]) -> None:
        self._writer = writer
        self._settings = settings

    def add(self, new: NewCustomer) -> Future[UUID]:
        """Save a new customer; resolves to the id. Raises KnownError at once when something is missing."""
        checked = check_new(new)
        return self._writer.submit(lambda unit: self._create(unit, checked))

    def edit(self, customer_id: UUID, changes: Mapping[str, tuple[Any, Any]]) -> Future[None]:
        """Change fields of a customer: {field: (what the card showed, what it shall be)}."""
        return self._writer.submit(lambda unit: unit.edit("customer", customer_id, changes))

    def add_phone(self, customer_id: UUID, raw: str) -> Future[UUID]:
        """Give a customer one more number; resolves to the id of the contact."""
        number = phone_numbers.parse(raw, self._settings().region)
        if number is None or not number.digits:
            raise ValueError("no number to add")
        return self._writer.submit(lambda unit: _add_phone(unit, customer_id, number))

    def remove_contact(self, contact_id: UUID) -> Future[None]:
        """Take a number or an e-mail away; undoes `add_phone`."""
        now = utc_now()
        return self._writer.submit(lambda unit: unit.edit("contact_point", contact_id, {"deleted_at": (None, now)}))

    def choose(self, number: PhoneNumber, customer_id: UUID, before: UUID | None = None) -> Future[None]:
        """Remember who was chosen for a number; `before` is who was remembered until now."""
        key = number.e164 or number.digits
        values = {"number": key, "customer_id": customer_id, "chosen_at": utc_now()}
        entity = uuid5(CHOICES, key)

        def work(unit: UnitOfWork) -> None:
            if before is None:
                unit.log("number_choice", entity, values)
            else:
                unit.edit("number_choice", entity, {"customer_id": (before, customer_id)})

        return self._writer.submit(work)

    def _create(self, unit: UnitOfWork, new: NewCustomer) -> UUID:
        names = ("name", "kind", "company", "city", "language")
        values = {name: getattr(new, name) or None for name in names}
        customer_id = unit.create("customer", values | {"since": utc_now()})
        number = phone_numbers.parse(new.phone, self._settings().region)
        if number is not None:
            _add_phone(unit, customer_id, number)
        if new.email:
            point = {"customer_id": customer_id, "kind": ContactKind.EMAIL, "value": new.email}
            unit.create("contact_point", point)
        return customer_id


def _add_phone(unit: UnitOfWork, customer_id: UUID, number: PhoneNumber) -> UUID:
    values = {
        "customer_id": customer_id, "kind": ContactKind.PHONE, "value": number.raw,
        "e164": number.e164, "suffix_key": number.suffix_key,
    }  # fmt: skip
    return unit.create("contact_point", values)
