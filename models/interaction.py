"""The timeline of a customer, one row a thing that happened, clustered so that a page is one read."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Named, Table, TypedColumns

from models.base import STORE, Key, UtcTime


class InteractionColumns(TypedColumns):
    """A row of the timeline; derived from calls, cases and follow-ups when they are written.

    `id` is the id of what it stands for. `state` is the outcome of a call or the status of a case or promise;
    `severity` belongs to cases, `seconds` (talked) and `direction` to calls.
    """

    customer_id: Named[UUID] = Column(Key, primary_key=True)
    at: Named[datetime] = Column(UtcTime, primary_key=True)
    id: Named[UUID] = Column(Key, primary_key=True)
    kind: Named[str]
    state: Named[str | None]
    reference: Named[str | None]
    headline: Named[str | None]
    detail: Named[str | None]
    severity: Named[str | None]
    direction: Named[str | None]
    seconds: Named[int | None]
    person: Named[str | None]


INTERACTION = Table("interaction", STORE, InteractionColumns, sqlite_with_rowid=False)
