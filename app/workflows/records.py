"""What the window asks for in one go."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.cases.records import CaseRow, NewCase
from app.customers.records import Candidate, CustomerCard, SearchHit, TimelineRow
from app.follow_ups.records import FollowUpRow, NewFollowUp
from app.phone_numbers import PhoneNumber


@dataclass(frozen=True, slots=True)
class CustomerView:
    """All the console shows of one customer at once."""

    card: CustomerCard
    open_cases: tuple[CaseRow, ...]
    promises: tuple[FollowUpRow, ...]
    timeline: tuple[TimelineRow, ...]
    calls_in_week: int


@dataclass(frozen=True, slots=True)
class Pop:
    """Who is calling: `number` is None when it was withheld; `view` is there when one customer is the answer.

    No candidates and no view is an unknown caller; candidates without a view are for the chooser.
    """

    number: PhoneNumber | None
    candidates: tuple[Candidate, ...] = ()
    view: CustomerView | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found: customers, and cases whose reference begins so."""

    text: str
    customers: tuple[SearchHit, ...]
    cases: tuple[CaseRow, ...]


@dataclass(frozen=True, slots=True)
class WrapUp:
    """What the case form saves: a new case, or an addition to the open case `add_to`, with or without a promise."""

    case: NewCase
    follow_up: NewFollowUp | None = None
    add_to: UUID | None = None
    add_to_reference: str = ""
    draft_key: str | None = None
