"""The timeline of a customer, one row a thing that happened, clustered so that a page is one read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import StoreBase


class Interaction(StoreBase):
    """A row of the timeline; derived from calls, cases and follow-ups when they are written.

    `id` is the id of what it stands for. `state` is the outcome of a call or the status of a case or promise;
    `severity` belongs to cases, `seconds` (talked) and `direction` to calls.
    """

    __tablename__ = "interaction"
    __table_args__ = ({"sqlite_with_rowid": False},)

    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    state: Mapped[str | None]
    reference: Mapped[str | None]
    headline: Mapped[str | None]
    detail: Mapped[str | None]
    severity: Mapped[str | None]
    direction: Mapped[str | None]
    seconds: Mapped[int | None]
    person: Mapped[str | None]
