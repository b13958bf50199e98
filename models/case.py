"""A complaint, suggestion or enquiry, and its append-only story."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, Named, Table, text

from models.base import STORE, EntityColumns, Key, UtcTime

IS_OPEN = text("closed_at IS NULL AND deleted_at IS NULL")
FILTERS = ("owner", "category", "status", "severity", "kind")  # of the queue, the one that leaves the fewest first


def _of_open(name: str, *columns: str) -> Index:
    """An index on the cases that are open: a few of a hundred of all there were.

    The migration says the condition for PostgreSQL too; said here, it would have every start import that dialect.
    """
    return Index(f"ix_case_open_{name}", *columns, sqlite_where=IS_OPEN)


class CaseColumns(EntityColumns):
    """What a customer brought; `reference` was read out on the phone and never changes."""

    reference: Named[str] = Column(unique=True)
    kind: Named[str]
    customer_id: Named[UUID | None] = Column(Key)
    call_id: Named[UUID | None] = Column(Key)
    number: Named[str | None]  # the number it came from when nobody could be named yet
    category: Named[str | None]  # path of ids, e.g. "billing/charge/double"
    severity: Named[str]
    summary: Named[str]
    description: Named[str | None]
    status: Named[str]
    owner: Named[str | None]
    team: Named[int | None]  # whose work it is; NULL on one seat, which has no teams
    opened_at: Named[datetime] = Column(UtcTime)
    closed_at: Named[datetime | None] = Column(UtcTime)


CASE = Table(
    "case",
    STORE,
    CaseColumns,
    _of_open("customer_id", "customer_id", "opened_at"),
    _of_open("opened_at", "opened_at", "id"),
    # A page of the queue under any filters is read from the index of one of them, which tells the others too.
    *(_of_open(name, name, "opened_at", "id", *(other for other in FILTERS if other != name)) for name in FILTERS),
    _of_open("counts", "kind", "severity", "status", "owner"),  # in the order of the groups that are counted
)


class CaseEventColumns(EntityColumns):
    """One thing that happened to a case; appended, never edited."""

    case_id: Named[UUID] = Column(Key)
    call_id: Named[UUID | None] = Column(Key)
    at: Named[datetime] = Column(UtcTime)
    actor: Named[str | None]
    kind: Named[str]
    note: Named[str | None]


CASE_EVENT = Table("case_event", STORE, CaseEventColumns, Index(None, "case_id", "at"))
