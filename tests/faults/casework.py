"""What a desk does all day, by the services the window uses: cases with a promise, and what is added to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from app.bootstrap import Backend
from app.cases.records import NewCase, SavedCase
from app.customers.records import NewCustomer
from app.follow_ups.records import NewFollowUp
from app.workflows.records import WrapUp
from models.base import utc_now
from models.enums import CaseKind, Severity
from tests.postgres_server import Store

PROMISED = timedelta(days=2)


def a_customer(backend: Backend) -> UUID:
    return backend.customers.add(NewCustomer("Núria Vidal", phone="972 00 00 01")).result()


def save_case(backend: Backend, summary: str, customer: UUID | None = None) -> SavedCase:
    """Save a case with a promise; it is on the disk when this returns."""
    case = NewCase(
        CaseKind.COMPLAINT, summary, Severity.HIGH, "billing", "Charged twice.", customer, number="972000001"
    )
    promise = NewFollowUp("Call back", utc_now() + PROMISED, "Europe/Madrid", customer_id=customer)
    return backend.wrap_up.save(WrapUp(case, promise)).result()


def add_to(backend: Backend, saved: SavedCase, note: str, customer: UUID | None = None) -> None:
    """Add to a case what is said in another call."""
    more = NewCase(CaseKind.COMPLAINT, note, customer_id=customer)
    backend.wrap_up.save(WrapUp(more, add_to=saved.id, add_to_reference=saved.reference)).result()


def wrong_with(store: Store, saved: Collection[str], added: Collection[str]) -> list[str]:
    """Say which of these cases and notes are not there once, and which cases lack what was saved with them."""
    cases = store.run(
        "SELECT c.summary, (SELECT count(*) FROM app.case_event e WHERE e.case_id = c.id AND e.kind = 'received'), "
        '(SELECT count(*) FROM app.follow_up f WHERE f.case_id = c.id) FROM app."case" c'
    )
    notes = store.run("SELECT e.note, count(*) FROM app.case_event e WHERE e.kind = 'added' GROUP BY 1")
    answers = store.run("SELECT result, count(*) FROM sync.op_log WHERE result <> 'applied' GROUP BY 1")
    there = Counter(summary for summary, _, _ in cases)
    return [
        *(f"the case {summary!r} is lost" for summary in saved if summary not in there),
        *(f"the note {note!r} is lost" for note in set(added) - {note for note, _ in notes}),
        *(f"{what!r} is there {count} times" for what, count in [*there.items(), *notes] if count > 1),
        *(f"{summary!r} has {begun} events, {due} promises" for summary, begun, due in cases if (begun, due) != (1, 1)),
        *(f"{count} operations were {result}" for result, count in answers),
    ]
