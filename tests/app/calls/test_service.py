"""A call is logged once, whoever it rang at."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.bootstrap import Backend, open_backend
from app.calls import service
from models.call import CALL, CALL_LEG
from models.enums import CallOutcome, CallStep, Direction
from models.operation import CONFLICT
from tests.factories import NOON, add_customer, call_event

SECOND = timedelta(seconds=1)


def rows(backend: Backend, what: Any) -> list[Any]:
    return backend.folder.reader.run(lambda c: list(c.execute(select(what))))


def record(backend: Backend, *events: Any) -> None:
    for event in events:
        future = backend.calls.record(event)
        if future is not None:
            future.result()


def test_an_answered_call_is_one_call_with_one_leg(backend: Backend) -> None:
    record(
        backend,
        call_event(CallStep.RINGING, at=NOON),
        call_event(CallStep.ANSWERED, at=NOON + SECOND),
        call_event(CallStep.HELD, at=NOON + 2 * SECOND),
        call_event(CallStep.ENDED, at=NOON + 9 * SECOND, outcome=CallOutcome.ANSWERED),
    )
    (call,), (leg,) = rows(backend, CALL), rows(backend, CALL_LEG)
    assert (call.number, call.began_at, leg.call_id) == ("934125580", NOON, call.id)
    assert (leg.answered_at, leg.ended_at, leg.outcome) == (NOON + SECOND, NOON + 9 * SECOND, "answered")


def test_three_desks_that_rang_write_one_call(backend: Backend) -> None:
    for extension in ("1001", "1002", "1003"):
        fields = {"call": f"1.{extension}", "linked_id": "1.1", "extension": extension}
        record(backend, call_event(CallStep.RINGING, **fields))
    assert len(rows(backend, CALL)) == 1 and len(rows(backend, CALL_LEG)) == 3


def test_a_desk_that_restarts_in_mid_call_goes_on_with_the_same_call(tmp_path: Path) -> None:
    for step in (CallStep.RINGING, CallStep.ANSWERED):
        backend = open_backend(tmp_path / "data")
        record(backend, call_event(CallStep.RINGING), call_event(step))
        backend.close()
    backend = open_backend(tmp_path / "data")
    assert len(rows(backend, CALL)) == len(rows(backend, CALL_LEG)) == 1
    backend.close()


def test_an_attended_transfer_makes_the_second_desks_leg_one_of_the_customers_call(backend: Backend) -> None:
    customer_id = add_customer(backend, "Jordi", "934125580")
    first = call_event(CallStep.RINGING, "1.1", extension="1001")
    later = {"at": NOON + SECOND, "extension": "1002"}
    consult = call_event(CallStep.RINGING, "2.2", "1001", direction=Direction.INTERNAL, **later)
    customers = {"linked_id": "1.1", "extension": "1002", "e164": "+34934125580", "transferred_from": "1001"}
    moved = call_event(CallStep.PARTY_CHANGED, "2.2", **customers)
    record(backend, first, call_event(CallStep.ANSWERED), consult, moved)
    future = backend.calls.assign(backend.calls.call_id(moved), customer_id)
    assert future is not None and future.result() is None
    record(backend, call_event(CallStep.ANSWERED, "2.2", **customers))
    calls = {call.id: call.direction for call in rows(backend, CALL)}
    legs = {leg.extension: (leg.call_id, leg.transferred_from) for leg in rows(backend, CALL_LEG)}
    assert calls[legs["1002"][0]] == "inbound" and legs["1002"] == (legs["1001"][0], "1001")
    assert rows(backend, CONFLICT) == []
    assert [row.person for row in backend.reads.timeline(customer_id)] == ["1001, 1002"]


def test_a_party_that_changes_within_a_call_changes_its_record(backend: Backend) -> None:
    record(
        backend,
        call_event(CallStep.RINGING, number="1001", direction=Direction.INTERNAL),
        call_event(CallStep.PARTY_CHANGED, number="934125580", e164="+34934125580", transferred_from="1001"),
    )
    (call,) = rows(backend, CALL)
    assert (call.number, call.direction) == ("934125580", "inbound")


def test_whose_call_it_was_can_be_corrected_without_a_conflict(backend: Backend) -> None:
    first, second = (add_customer(backend, name, "934125580") for name in ("A", "B"))
    event = call_event(CallStep.RINGING)
    record(backend, event)
    for customer_id in (first, second, second):
        future = backend.calls.assign(backend.calls.call_id(event), customer_id)
        if future is not None:
            future.result()
    assert rows(backend, CALL)[0].customer_id == second and rows(backend, CONFLICT) == []
    assert backend.reads.timeline(first) == [] and len(backend.reads.timeline(second)) == 1


def test_of_whose_calls_were_a_days_worth_is_remembered_and_no_more(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_ASSIGNED", 3)
    customer_id = add_customer(backend, "A", "934125580")
    events = [call_event(CallStep.RINGING, f"1.{number}") for number in range(5)]
    for event in events:
        record(backend, event)
        backend.calls.assign(backend.calls.call_id(event), customer_id)
    assert list(backend.calls._customers) == [backend.calls.call_id(event) for event in events[2:]]
    assert backend.calls.assign(backend.calls.call_id(events[-1]), customer_id) is None


@pytest.mark.parametrize("outcome", list(CallOutcome))
def test_every_outcome_reaches_the_timeline(backend: Backend, outcome: CallOutcome) -> None:
    customer_id = add_customer(backend, "Maria", "934125580")
    event = call_event(CallStep.RINGING)
    record(backend, event, call_event(CallStep.ENDED, at=NOON + SECOND, outcome=outcome))
    future = backend.calls.assign(backend.calls.call_id(event), customer_id)
    assert future is not None and future.result() is None
    assert [row.state for row in backend.reads.timeline(customer_id)] == [outcome]
