"""Reads that span features: what a ring, a search or a click puts on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection

from app import phone_numbers
from app.cases import queries as cases
from app.cases.records import CaseRow, CaseStory
from app.cases.rules import most_alike
from app.customers import queries as customers
from app.customers.records import Candidate, CustomerCard, TimelineRow
from app.customers.search import search
from app.follow_ups import queries as follow_ups
from app.follow_ups.records import FollowUpRow
from app.phone_numbers import PhoneNumber
from app.settings import Settings
from app.storage.reader import Reader
from app.storage.references import beginnings
from app.workflows.records import CustomerView, Pop, SearchResult
from models.base import utc_now
from models.enums import InteractionKind, MatchReason

if TYPE_CHECKING:
    from app.sync.lookup import Lookup

WEEK = timedelta(days=7)
NOBODY = UUID(int=0)
NOBODYS = PhoneNumber("000000000", "000000000", "+000000000", "000000000")
SURE = {MatchReason.CHOSEN, MatchReason.SAME_NUMBER, MatchReason.SAME_NATIONAL, MatchReason.ORGANISATION}


class Reads:
    """What the window reads; each call blocks, so it runs in a worker."""

    def __init__(self, reader: Reader, settings: Callable[[], Settings]) -> None:
        self._reader = reader
        self._settings = settings
        self._online: Lookup | None = None

    def ask_online(self, lookup: Lookup) -> None:
        """Have a shared store asked about whoever this desk does not hold; what it says is read here afterwards."""
        self._online = lookup

    def pop(self, number: str | None) -> Pop:
        """Return who is calling from a number as the PBX sent it.

        Where this desk is not sure its store is asked too: RowsChanged tells when to look again.
        """
        parsed = phone_numbers.parse(number, self._settings().region)
        if parsed is None:
            return Pop(None)
        pop = self._reader.run(lambda connection: _pop(connection, parsed))
        if self._online is not None:
            self._online.use(candidate.customer_id for candidate in pop.candidates)
            if pop.view is None:
                self._online.whose(parsed)
        return pop

    def customer(self, customer_id: UUID) -> CustomerView | None:
        """Return all that is shown of one customer."""

        def read(connection: Connection) -> CustomerView | None:
            card = customers.card(connection, customer_id)
            return None if card is None else _view(connection, card)

        view = self._reader.run(read)
        if self._online is not None:
            self._online.use([customer_id])
        return view

    def warm_up(self) -> None:
        """Compile what a ring and a search read, and load how the region writes numbers, before the first of them."""
        phone_numbers.parse(NOBODYS.raw, self._settings().region)
        self._reader.run(_warm_up)

    def warm_up_numbers(self) -> None:
        """Load how numbers are written in the customers' countries: for the first of each it takes up to 40 ms."""
        region = self._settings().region
        for number in self._reader.run(customers.some_numbers):
            phone_numbers.parse(number, region)
            phone_numbers.display(number, region)

    def version(self) -> int:
        """Return a number that changes when anybody writes, a command beside the window too."""
        return self._reader.version()

    def timeline(
        self, customer_id: UUID, kinds: Sequence[InteractionKind] = (), before: TimelineRow | None = None
    ) -> list[TimelineRow]:
        """Return one more page of a timeline."""
        return self._reader.run(lambda connection: customers.timeline(connection, customer_id, kinds, before))

    def search(self, text: str, most: int = customers.PAGE) -> SearchResult:
        """Return customers and cases for what somebody typed so far; as `pop`, a shared store is asked too."""
        found = self._reader.run(lambda connection: _search(connection, text, most))
        if self._online is not None and len(found.customers) < most:
            self._online.find(text)
        return found

    def promises_due_before(self, moment: datetime) -> list[FollowUpRow]:
        """Return the open promises due before then, those that are late first."""
        return self._reader.run(lambda connection: follow_ups.due_before(connection, moment))

    def case_story(self, case_id: UUID) -> CaseStory | None:
        """Return a case as it stands with the last things that happened to it."""
        return self._reader.run(lambda connection: cases.story(connection, case_id))

    def similar_case(self, customer_id: UUID, summary: str, category: str) -> CaseRow | None:
        """Return the customer's open case that a new one looks like."""
        return self._reader.run(
            lambda connection: most_alike(summary, category, cases.open_cases(connection, customer_id))
        )


def _warm_up(connection: Connection) -> None:
    customers.candidates(connection, NOBODYS)
    customers.contacts(connection, NOBODY)
    customers.card(connection, NOBODY)
    customers.timeline(connection, NOBODY)
    cases.open_cases(connection, NOBODY)
    follow_ups.open_for(connection, NOBODY)
    for text in ("zzzz", "zzzz yyyy"):
        _search(connection, text, customers.PAGE)


def _pop(connection: Connection, number: phone_numbers.PhoneNumber) -> Pop:
    found = tuple(customers.candidates(connection, number))
    one = _the_one(found)
    return Pop(number, found, _view(connection, customers.with_contacts(connection, one.card)) if one else None)


def _the_one(candidates: Sequence[Candidate]) -> Candidate | None:
    """One certain candidate, or the one somebody chose last time; a chooser is still offered for the others."""
    if len(candidates) == 1 and candidates[0].reason in SURE:
        return candidates[0]
    chosen = [c for c in candidates if c.reason == MatchReason.CHOSEN]
    return chosen[0] if chosen else None


def _view(connection: Connection, card: CustomerCard) -> CustomerView:
    timeline = tuple(customers.timeline(connection, card.id))
    return CustomerView(
        card,
        tuple(cases.open_cases(connection, card.id)),
        tuple(follow_ups.open_for(connection, card.id)),
        timeline,
        _calls_in_week(connection, card.id, timeline),
    )


def _calls_in_week(connection: Connection, customer_id: UUID, timeline: Sequence[TimelineRow]) -> int:
    """Count on the first page of the timeline, and ask only where the week is longer than that page."""
    since = utc_now() - WEEK
    if len(timeline) == customers.PAGE and timeline[-1].at >= since:
        return customers.calls_since(connection, customer_id, since)
    return sum(row.kind == InteractionKind.CALL and row.at >= since for row in timeline)


def _search(connection: Connection, text: str, most: int) -> SearchResult:
    found = [case for beginning in beginnings(text) for case in cases.by_reference(connection, beginning, most)]
    return SearchResult(text, tuple(search(connection, text, most)), tuple(found[:most]))
