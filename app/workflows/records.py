"""What the window asks for in one go."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from app.cases.records import CaseRow, NewCase
from app.customers.records import Candidate, CustomerCard, SearchHit, TimelineRow
from app.follow_ups.records import FollowUpRow, NewFollowUp
from app.phone_numbers import PhoneNumber


class CustomerView(NamedTuple):
    """All the console shows of one customer at once."""

    card: CustomerCard
    open_cases: tuple[CaseRow, ...]
    promises: tuple[FollowUpRow, ...]
    timeline: tuple[TimelineRow, ...]
    calls_in_week: int


class Pop(NamedTuple):
    """Who is calling: `number` is None when it was withheld; `view` is there when one customer is the answer.

    No candidates and no view is an unknown caller; candidates without a view are for the chooser.
    """

    number: PhoneNumber | None
    candidates: tuple[Candidate, ...] = ()
    view: CustomerView | None = None


class SearchResult(NamedTuple):
    """What a search found: customers, and cases whose reference begins so."""

    text: str
    customers: tuple[SearchHit, ...]
    cases: tuple[CaseRow, ...]


class WrapUp(NamedTuple):
    """What the case form saves: a new case, or an addition to the open case `add_to`, with or without a promise."""

    case: NewCase
    follow_up: NewFollowUp | None = None
    add_to: UUID | None = None
    add_to_reference: str = ""
    draft_key: str | None = None
