"""Who is calling, and all that is shown of them."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from phonenumbers import re_util

from app import phone_numbers
from app.bootstrap import Backend
from app.cases import queries as cases
from app.cases.records import NewCase
from app.customers import queries as customers
from app.customers import search as search_module
from app.customers.queries import PAGE
from app.errors import KnownError
from app.follow_ups import queries as follow_ups
from app.follow_ups.records import NewFollowUp
from app.storage.prepared import PreparedRead
from app.storage.unit_of_work import UnitOfWork
from app.workflows.records import WrapUp
from models.base import utc_now
from models.enums import CaseKind, ContactKind, Direction, FollowUpStatus, InteractionKind, MatchReason
from tests.factories import add_customer


@pytest.mark.parametrize(
    "number", ["934125580", "+34 934 12 55 80", "0034934125580", "34934125580", "tel:+34934125580"]
)
def test_one_customer_with_the_number_is_the_record(backend: Backend, number: str) -> None:
    customer_id = add_customer(backend, "Jordi", "93 412 55 80")
    pop = backend.reads.pop(number)
    assert pop.view is not None and pop.view.card.id == customer_id
    assert [c.reason for c in pop.candidates] == [MatchReason.SAME_NUMBER]


def test_several_customers_are_a_choice_that_is_remembered(backend: Backend) -> None:
    add_customer(backend, "Anna", "934125580")
    second = add_customer(backend, "Pere", "934125580")
    pop = backend.reads.pop("934125580")
    assert pop.view is None and {c.name for c in pop.candidates} == {"Anna", "Pere"} and pop.number is not None
    backend.customers.choose(pop.number, second).result()
    again = backend.reads.pop("+34934125580")
    assert again.view is not None and again.view.card.name == "Pere" and len(again.candidates) == 2
    assert again.candidates[0].reason == MatchReason.CHOSEN


def test_another_choice_replaces_the_one_before(backend: Backend) -> None:
    first, second = (add_customer(backend, name, "934125580") for name in ("Anna", "Pere"))
    number = backend.reads.pop("934125580").number
    assert number is not None
    backend.customers.choose(number, first).result()
    backend.customers.choose(number, second, first).result()
    pop = backend.reads.pop("934125580")
    assert pop.view is not None and pop.view.card.id == second


def test_nobody_withheld_and_garbage_name_nobody(backend: Backend) -> None:
    add_customer(backend, "Anna", "934125580")
    assert backend.reads.pop("911111111").candidates == ()
    assert backend.reads.pop("anonymous").number is None
    for garbage in ("1" * 50, "abc", "1003", "12"):
        assert backend.reads.pop(garbage).candidates == ()


def test_the_same_national_number_of_another_country_is_a_weaker_reason(backend: Backend) -> None:
    add_customer(backend, "Taipei", "+886934125580")
    assert [c.reason for c in backend.reads.pop("934125580").candidates] == [MatchReason.SAME_NATIONAL]


def test_the_last_seven_digits_alone_are_offered_not_decided(backend: Backend) -> None:
    add_customer(backend, "Anna", "914125580")
    pop = backend.reads.pop("934125580")
    assert pop.view is None and [c.reason for c in pop.candidates] == [MatchReason.LAST_SEVEN]


def test_a_number_in_a_block_belongs_to_the_organisation(backend: Backend) -> None:
    add_customer(backend, "Hotel Marítim", prefix="+3493555")
    add_customer(backend, "Whole province", prefix="+3493")
    pop = backend.reads.pop("935551234")
    assert pop.view is not None and pop.view.card.name == "Hotel Marítim"
    assert [c.reason for c in pop.candidates] == [MatchReason.ORGANISATION]


def test_the_view_holds_open_cases_promises_and_the_timeline(backend: Backend) -> None:
    customer_id = add_customer(backend, "Jordi", "934125580", email="jordi@example.cat")
    due = utc_now() + timedelta(days=1)
    case = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=customer_id, category="billing/twice")
    promise = NewFollowUp("Call back", due, "Europe/Madrid", customer_id=customer_id)
    saved = backend.wrap_up.save(WrapUp(case, promise), applied=True).result()
    view = backend.reads.customer(customer_id)
    assert view is not None
    assert [c.reference for c in view.open_cases] == [saved.reference]
    assert [(p.what, p.due_at, p.case_id) for p in view.promises] == [("Call back", due, saved.id)]
    assert [row.kind for row in view.timeline] == [InteractionKind.FOLLOW_UP, InteractionKind.COMPLAINT]
    assert {c.kind for c in view.card.contacts} == {ContactKind.PHONE, ContactKind.EMAIL}


def test_a_withdrawn_case_and_its_promise_are_gone_and_the_reference_is_not_used_again(backend: Backend) -> None:
    customer_id = add_customer(backend, "Jordi", "934125580")
    promise = NewFollowUp("Call", utc_now() + timedelta(days=1), "UTC", customer_id=customer_id)
    form = WrapUp(NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=customer_id), promise)
    saved = backend.wrap_up.save(form, applied=True).result()
    backend.wrap_up.withdraw(saved).result()
    view = backend.reads.customer(customer_id)
    assert view is not None and (view.open_cases, view.promises, view.timeline) == ((), (), ())
    assert backend.wrap_up.save(form, applied=True).result().reference != saved.reference


def test_a_promise_in_the_past_saves_neither_it_nor_the_case(backend: Backend) -> None:
    customer_id = add_customer(backend, "Jordi", "934125580")
    promise = NewFollowUp("Call", utc_now() - timedelta(minutes=1), "UTC", customer_id=customer_id)
    with pytest.raises(KnownError):
        backend.wrap_up.save(
            WrapUp(NewCase(CaseKind.ENQUIRY, "x", customer_id=customer_id), promise), applied=True
        ).result()
    assert backend.reads.timeline(customer_id) == []


def test_an_addition_goes_to_the_open_case_and_makes_no_new_one(backend: Backend) -> None:
    customer_id = add_customer(backend, "Jordi", "934125580")
    new = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=customer_id)
    saved = backend.wrap_up.save(WrapUp(new), applied=True).result()
    again = backend.wrap_up.save(WrapUp(new, add_to=saved.id, add_to_reference=saved.reference), applied=True).result()
    view = backend.reads.customer(customer_id)
    assert again.reference == saved.reference and view is not None and len(view.open_cases) == 1


def test_promises_are_due_snoozed_settled_and_each_is_undone(backend: Backend) -> None:
    customer_id = add_customer(backend, "Jordi", "934125580")
    due = utc_now() + timedelta(hours=1)
    form = WrapUp(
        NewCase(CaseKind.ENQUIRY, "x", customer_id=customer_id),
        NewFollowUp("Call", due, "UTC", customer_id=customer_id),
    )
    backend.wrap_up.save(form, applied=True).result()

    def today() -> list[object]:
        return [p.what for p in backend.reads.promises_due_before(utc_now() + timedelta(hours=2))]

    (row,) = backend.reads.promises_due_before(utc_now() + timedelta(hours=2))
    later = due + timedelta(days=1)
    backend.follow_ups.snooze(row, later).result()
    assert today() == []
    (moved,) = backend.reads.promises_due_before(later + timedelta(hours=1))
    backend.follow_ups.snooze(moved, due).result()
    assert today() == ["Call"]
    settled_at = backend.follow_ups.settle(row, FollowUpStatus.DONE).result()
    assert today() == []
    backend.follow_ups.reopen(row, FollowUpStatus.DONE, settled_at).result()
    assert today() == ["Call"]


def test_pages_of_the_timeline_follow_one_another_without_gap_or_repeat(backend: Backend) -> None:
    customer_id = add_customer(backend, "Jordi", "934125580")
    for i in range(45):
        backend.wrap_up.save(
            WrapUp(NewCase(CaseKind.ENQUIRY, f"Question {i}", customer_id=customer_id)), applied=True
        ).result()
    pages, before = [], None
    while page := backend.reads.timeline(customer_id, before=before):
        pages.append(len(page))
        seen = [row.headline for row in page]
        before = page[-1]
    assert pages == [20, 20, 5] and seen[-1] == "Question 0"


@pytest.mark.parametrize("recent", [3, PAGE - 1, PAGE, PAGE + 5])
def test_the_calls_of_seven_days_are_counted_beyond_the_first_page_too(backend: Backend, recent: int) -> None:
    customer_id = add_customer(backend, "Anna", "934125580")
    days_ago = [day / 10 for day in range(recent)] + [8.0, 30.0]

    def work(unit: UnitOfWork) -> None:
        for days in days_ago:
            values = {"direction": Direction.INBOUND, "customer_id": customer_id}
            unit.create("call", values | {"began_at": utc_now() - timedelta(days=days)})
        promise = {"what": "Call", "channel": "call", "due_at": utc_now() + timedelta(days=1), "status": "open"}
        unit.create("follow_up", promise | {"customer_id": customer_id, "time_zone": "UTC"})

    assert backend.folder.writer is not None
    backend.folder.writer.submit(work).result()
    pop = backend.reads.pop("934125580")
    assert pop.view is not None and pop.view.calls_in_week == recent


def test_once_warm_the_numbers_of_the_customers_countries_are_shown_without_learning_them(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_customer(backend, "Hannah Okafor", "+447911123456")
    backend.reads.warm_up()
    re_util._COMPILED_PATTERNS.clear()
    backend.reads.warm_up_numbers()

    def compile_(*_: object) -> None:
        raise AssertionError("compiled late")

    monkeypatch.setattr(re_util, "re", SimpleNamespace(compile=compile_))
    assert phone_numbers.display("+447911654321", "ES") == "+44 7911 654321"
    with pytest.raises(AssertionError, match="compiled late"):
        phone_numbers.display("+6421555123", "ES")


def test_once_warm_a_ring_and_a_search_compile_nothing(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(2):
        add_customer(backend, f"Jordi Puig {n}", f"93412558{n}")
    for cached in (search_module._statement, customers._timeline, cases._by_reference):
        cached.cache_clear()
    for module in (search_module, customers, cases, follow_ups):
        for read in vars(module).values():
            if isinstance(read, PreparedRead):
                read._statement._compiled.clear()
    backend.reads.warm_up()

    def compile_(*_: object) -> None:
        raise AssertionError("compiled late")

    monkeypatch.setattr("app.storage.prepared._Statement._compile", compile_)
    assert backend.reads.pop("934125580").view is not None
    assert backend.reads.pop("911111111").view is None
    assert len(backend.reads.search("jordi").customers) == len(backend.reads.search("pu jor").customers) == 2
