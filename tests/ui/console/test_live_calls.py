"""Which call is on screen, call by call."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from models.enums import CallOutcome, CallStep, Direction
from tests.factories import NOON, call_event
from ui.console.live_calls import LiveCalls


def play(calls: LiveCalls, *events: tuple[Any, ...]) -> list[str]:
    """Apply (step, leg, fields) and return the legs that are there."""
    for step, leg, *fields in events:
        calls.apply(call_event(step, leg, **(fields[0] if fields else {})), uuid4())
    return [call.leg for call in calls.all()]


RING, UP, END = CallStep.RINGING, CallStep.ANSWERED, CallStep.ENDED


def test_a_ringing_call_is_shown_when_there_is_no_other() -> None:
    calls = LiveCalls()
    assert play(calls, (RING, "a")) == ["a"] and calls.shown == "a"


def test_a_second_ring_during_a_talk_is_a_strip_and_does_not_replace_the_customer() -> None:
    calls = LiveCalls()
    assert play(calls, (RING, "a"), (UP, "a"), (RING, "b")) == ["a", "b"] and calls.shown == "a"


def test_the_call_that_is_answered_is_shown() -> None:
    calls = LiveCalls()
    play(calls, (RING, "a"), (UP, "a"), (RING, "b"), (CallStep.HELD, "a"), (UP, "b"))
    assert calls.shown == "b"


def test_the_call_that_is_resumed_is_shown() -> None:
    calls = LiveCalls()
    play(calls, (RING, "a"), (UP, "a"), (RING, "b"), (CallStep.HELD, "a"), (UP, "b"), (CallStep.RESUMED, "a"))
    assert calls.shown == "a"


def test_when_the_shown_call_ends_the_one_on_hold_comes_back() -> None:
    calls = LiveCalls()
    play(calls, (RING, "a"), (UP, "a"), (CallStep.HELD, "a"), (RING, "b"), (UP, "b"))
    play(calls, (END, "b", {"outcome": CallOutcome.ANSWERED}))
    assert calls.shown == "a"


@pytest.mark.parametrize("outcome", [CallOutcome.ANSWERED_ELSEWHERE, CallOutcome.REJECTED])
def test_a_call_taken_elsewhere_or_rejected_disappears(outcome: CallOutcome) -> None:
    calls = LiveCalls()
    assert play(calls, (RING, "a"), (END, "a", {"outcome": outcome})) == [] and calls.shown is None


@pytest.mark.parametrize("outcome", [CallOutcome.MISSED, CallOutcome.NO_ANSWER, CallOutcome.LOST])
def test_a_missed_or_lost_call_stays_until_it_is_closed(outcome: CallOutcome) -> None:
    calls = LiveCalls()
    assert play(calls, (RING, "a"), (END, "a", {"outcome": outcome})) == ["a"] and calls.shown == "a"
    calls.close("a")
    assert calls.all() == [] and calls.shown is None


def test_an_ended_call_leaves_when_the_next_one_rings() -> None:
    calls = LiveCalls()
    play(calls, (RING, "a"), (UP, "a"), (END, "a", {"outcome": CallOutcome.ANSWERED}))
    assert play(calls, (RING, "b")) == ["b"] and calls.shown == "b"


def test_a_consultation_that_becomes_the_customers_call_wants_a_look_up() -> None:
    calls = LiveCalls()
    internal = call_event(RING, "a", "1001", direction=Direction.INTERNAL)
    assert not calls.apply(internal, uuid4())
    changed = call_event(CallStep.PARTY_CHANGED, "a", "934125580", transferred_from="1001")
    assert calls.apply(changed, uuid4())
    (call,) = calls.all()
    assert (call.number, call.direction, call.transferred_from) == ("934125580", Direction.INBOUND, "1001")


def test_a_call_that_was_up_before_we_connected_is_shown_as_answered() -> None:
    calls = LiveCalls()
    play(calls, (UP, "a"))
    (call,) = calls.all()
    assert call.answered_at == NOON and call.live


def test_an_end_of_a_call_never_seen_is_nothing() -> None:
    assert play(LiveCalls(), (END, "a", {"outcome": CallOutcome.LOST})) == []


def test_a_look_up_stands_until_a_call_rings() -> None:
    calls = LiveCalls()
    calls.look_up("934125580", NOON)
    assert calls.shown == "number:934125580"
    assert play(calls, (RING, "a")) == ["a"]
