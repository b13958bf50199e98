"""What the readers of customers return; no database and no number parsing behind these."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from models.enums import ContactKind, CustomerKind, InteractionKind, MatchReason


class Contact(NamedTuple):
    """A number, block, e-mail or address of a customer."""

    id: UUID
    kind: ContactKind
    value: str
    label: str | None
    e164: str | None


class CustomerCard(NamedTuple):
    """A customer as the card shows it; their contacts are read with it or after it."""

    id: UUID
    kind: CustomerKind
    name: str
    number: str | None
    company: str | None
    city: str | None
    language: str | None
    time_zone: str | None
    segment: str | None
    since: datetime | None
    contacts: tuple[Contact, ...] = ()


class Candidate(NamedTuple):
    """Who may be calling (a card without contacts), why we think so, and when they last had to do with us."""

    card: CustomerCard
    reason: MatchReason
    last_contact_at: datetime | None = None

    @property
    def customer_id(self) -> UUID:
        return self.card.id

    @property
    def name(self) -> str:
        return self.card.name

    @property
    def kind(self) -> CustomerKind:
        return self.card.kind

    @property
    def company(self) -> str | None:
        return self.card.company

    @property
    def city(self) -> str | None:
        return self.card.city


class TimelineRow(NamedTuple):
    """One thing that happened with a customer; see `models.interaction.Interaction` for the fields."""

    at: datetime
    id: UUID
    kind: InteractionKind
    state: str | None
    reference: str | None
    headline: str | None
    detail: str | None
    severity: str | None
    direction: str | None
    seconds: int | None
    person: str | None


class SearchHit(NamedTuple):
    """A customer a search found; `phone` is the first of their numbers."""

    customer_id: UUID
    name: str
    kind: CustomerKind
    company: str | None
    city: str | None
    number: str | None
    phone: str | None


class NewCustomer(NamedTuple):
    """What the new-customer card holds."""

    name: str
    kind: CustomerKind = CustomerKind.PERSON
    phone: str = ""
    email: str = ""
    company: str = ""
    city: str = ""
    language: str = ""
