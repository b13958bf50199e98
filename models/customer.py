"""A customer, how they are reached, and what makes them findable."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Entity, StoreBase


class Customer(Entity, StoreBase):
    """A person or an organisation; names as written."""

    __tablename__ = "customer"

    kind: Mapped[str]
    name: Mapped[str]
    number: Mapped[str | None] = mapped_column(unique=True)  # the customer number people quote, e.g. C-104882
    company: Mapped[str | None]
    city: Mapped[str | None]
    language: Mapped[str | None]
    time_zone: Mapped[str | None]
    segment: Mapped[str | None]
    source: Mapped[str | None]
    since: Mapped[datetime | None]
    merged_into: Mapped[UUID | None]


class ContactPoint(Entity, StoreBase):
    """A number, block of numbers, e-mail or address; several customers may share one.

    `value` is as given; `e164` the full number (of a block: its beginning); `suffix_key` the last nine
    national digits reversed, so that "ends with" is an indexed prefix.
    """

    __tablename__ = "contact_point"
    __table_args__ = (
        Index(None, "customer_id", "kind", "deleted_at", "value"),  # a customer's first number without the row
        Index(None, "e164"),
        Index(None, "suffix_key"),
    )

    customer_id: Mapped[UUID]
    kind: Mapped[str]
    value: Mapped[str]
    label: Mapped[str | None]
    e164: Mapped[str | None]
    suffix_key: Mapped[str | None]


class NumberChoice(Entity, StoreBase):
    """The customer somebody chose last time for a number several share; `number` is E.164 or as received."""

    __tablename__ = "number_choice"

    number: Mapped[str] = mapped_column(unique=True)
    customer_id: Mapped[UUID]
    chosen_at: Mapped[datetime]


class SearchText(StoreBase):
    """What a search shows of a customer and, folded, all it is found by (`app/storage/search_index.py`).

    Derived from the rows above: twenty hits are twenty pages of the file, and would be sixty if read from those.
    """

    __tablename__ = "search_text"
    __table_args__ = ({"sqlite_with_rowid": False},)

    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    company: Mapped[str | None]
    city: Mapped[str | None]
    number: Mapped[str | None]
    phone: Mapped[str | None]
    text: Mapped[str]


class SearchToken(StoreBase):
    """One findable piece of a search text; a text's tokens are known from it, so none are looked up by customer."""

    __tablename__ = "search_token"
    __table_args__ = ({"sqlite_with_rowid": False},)

    token: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
