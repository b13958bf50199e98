"""Makes what tests need: data folders, customers, calls."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from app import phone_numbers
from app.bootstrap import Backend
from app.events import CallEvent
from app.storage.folder import DataFolder
from app.storage.unit_of_work import UnitOfWork
from models.enums import CallStep, ContactKind, CustomerKind, Direction

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
REGION = "ES"


def customer_in(
    unit: UnitOfWork, name: str, *phones: str, prefix: str = "", email: str = "", region: str = REGION, **fields: Any
) -> UUID:
    """Add a customer with numbers, a block and an e-mail to a unit of work."""
    customer_id = unit.create("customer", {"kind": CustomerKind.PERSON, "name": name} | fields)
    for phone in phones:
        number = phone_numbers.parse(phone, region)
        assert number is not None
        values = {"kind": ContactKind.PHONE, "value": phone, "e164": number.e164, "suffix_key": number.suffix_key}
        unit.create("contact_point", values | {"customer_id": customer_id})
    if prefix:
        values = {"customer_id": customer_id, "kind": ContactKind.PREFIX, "value": prefix, "e164": prefix}
        unit.create("contact_point", values)
    if email:
        unit.create("contact_point", {"customer_id": customer_id, "kind": ContactKind.EMAIL, "value": email})
    return customer_id


def add_customer(where: Backend | DataFolder, name: str, *phones: str, **fields: Any) -> UUID:
    """Save a customer; blocks until it is there."""
    folder = where.folder if isinstance(where, Backend) else where
    assert folder.writer is not None
    return folder.writer.submit(lambda unit: customer_in(unit, name, *phones, **fields)).result()


def settle(backend: Backend) -> None:
    """Wait until readers see what was saved."""
    assert backend.folder.writer is not None
    backend.folder.writer.submit(lambda _: None).result(10)


def call_event(step: CallStep, call: str = "1.1", number: str | None = "934125580", **fields: Any) -> CallEvent:
    """One event of an inbound call at extension 1001."""
    values: dict[str, Any] = {"at": NOON, "t": None, "extension": "1001", "direction": Direction.INBOUND}
    return CallEvent(**values | {"event": step, "call": call, "linked_id": call, "number": number} | fields)
