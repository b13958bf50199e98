"""Makes what needs a person, the way it comes about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.bootstrap import Backend
from tests.factories import add_customer


def edit(backend: Backend, table: str, entity: UUID, /, verb: str = "edit", **fields: tuple[Any, Any]) -> None:
    """Save a change of fields from what was shown; blocks until readers see it."""
    body = {name: {"base": base, "new": new} for name, (base, new) in fields.items()}
    assert backend.folder.writer is not None
    backend.folder.writer.submit(lambda unit: unit.again(f"{table}.{verb}@1", entity, body)).result(10)


def make_conflict(backend: Backend, name: str = "Núria Puig") -> UUID:
    """Have two desks change the city of a new customer, of Girona, the first to Vic, the second to Olot."""
    customer = add_customer(backend, name, city="Girona")
    edit(backend, "customer", customer, city=("Girona", "Vic"))
    edit(backend, "customer", customer, city=("Girona", "Olot"))
    return customer


def refuse(backend: Backend, customer: UUID) -> None:
    """Have the store refuse a second customer of the same id."""
    edit(backend, "customer", customer, verb="create", kind=(None, "person"), name=(None, "The same again"))
