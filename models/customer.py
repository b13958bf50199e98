"""A customer, how they are reached, and what makes them findable."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, Named, Table, TypedColumns

from models.base import STORE, EntityColumns, Key, UtcTime


class CustomerColumns(EntityColumns):
    """A person or an organisation; names as written."""

    kind: Named[str]
    name: Named[str]
    number: Named[str | None] = Column(unique=True)  # the customer number people quote, e.g. C-104882
    company: Named[str | None]
    city: Named[str | None]
    language: Named[str | None]
    time_zone: Named[str | None]
    segment: Named[str | None]
    source: Named[str | None]
    since: Named[datetime | None] = Column(UtcTime)
    merged_into: Named[UUID | None] = Column(Key)


CUSTOMER = Table("customer", STORE, CustomerColumns)


class ContactPointColumns(EntityColumns):
    """A number, block of numbers, e-mail or address; several customers may share one.

    `value` is as given; `e164` the full number (of a block: its beginning); `suffix_key` the last nine
    national digits reversed, so that "ends with" is an indexed prefix.
    """

    customer_id: Named[UUID] = Column(Key)
    kind: Named[str]
    value: Named[str]
    label: Named[str | None]
    e164: Named[str | None]
    suffix_key: Named[str | None]


CONTACT_POINT = Table(
    "contact_point",
    STORE,
    ContactPointColumns,
    Index(None, "customer_id", "kind", "deleted_at", "value"),  # a customer's first number without the row
    Index(None, "e164"),
    Index(None, "suffix_key"),
)


class NumberChoiceColumns(EntityColumns):
    """The customer somebody chose last time for a number several share; `number` is E.164 or as received."""

    number: Named[str] = Column(unique=True)
    customer_id: Named[UUID] = Column(Key)
    chosen_at: Named[datetime] = Column(UtcTime)


NUMBER_CHOICE = Table("number_choice", STORE, NumberChoiceColumns)


class SearchTextColumns(TypedColumns):
    """What a search shows of a customer and, folded, all it is found by (`app/storage/search_index.py`).

    Derived from the rows above: twenty hits are twenty pages of the file, and would be sixty if read from those.
    """

    customer_id: Named[UUID] = Column(Key, primary_key=True)
    name: Named[str]
    kind: Named[str]
    company: Named[str | None]
    city: Named[str | None]
    number: Named[str | None]
    phone: Named[str | None]
    text: Named[str]


SEARCH_TEXT = Table("search_text", STORE, SearchTextColumns, sqlite_with_rowid=False)


class SearchTokenColumns(TypedColumns):
    """One findable piece of a search text; a text's tokens are known from it, so none are looked up by customer."""

    token: Named[str] = Column(primary_key=True)
    customer_id: Named[UUID] = Column(Key, primary_key=True)


SEARCH_TOKEN = Table("search_token", STORE, SearchTokenColumns, sqlite_with_rowid=False)
