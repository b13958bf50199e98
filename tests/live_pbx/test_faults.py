"""A real Asterisk that restarts, dies, freezes or hangs up in mid-call: the call ends once, the next one rings."""

from __future__ import annotations

import asyncio
import re
import signal
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from app.events import CallEvent
from app.telephony.ami.link import Timings
from models.enums import PbxStatus
from tests.live_pbx.desk import CUSTOMER, Desk, play, steps
from tests.live_pbx.pbx import pbx, send, start

NEXT = "0955555555"
PATIENT = Timings(backoff_first=0.2, backoff_last=0.5)
DEADLINE = PATIENT.idle + PATIENT.pong  # seconds until a silent PBX is noticed
SLACK = 2.0


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """Whatever happens, no frozen PBX stays behind."""
    yield
    start()
    send(signal.SIGCONT)


def in_a_call(sip: ModuleType, desk: Desk, what: Callable[[], None]) -> None:
    """Have the customer talk to 1001 while `what` happens, in a thread of its own; then the phones hang up."""

    async def scene(phones: dict[str, Any]) -> None:
        phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.to_thread(desk.call, "answered", "1001")
        await asyncio.to_thread(what)

    play(sip, scene, ("1001",))


def next_call(sip: ModuleType, desk: Desk) -> CallEvent:
    """Another customer calls and gives up; return how it ended."""

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", NEXT)
        await asyncio.to_thread(desk.call, "ringing", "1001")
        await call.hangup()

    play(sip, scene)
    return desk.call("ended", "1001")


def lives(desk: Desk) -> list[list[str]]:
    """The steps of each call so far, in the order of their beginning."""
    calls = dict.fromkeys(event.call for event in desk.drain())
    return [steps([event for event in desk.seen if event.call == call], "1001") for call in calls]


def test_a_restart_in_mid_call_ends_it_and_the_next_call_rings(desk: Callable[..., Desk], sip: ModuleType) -> None:
    one = desk("1001")
    in_a_call(sip, one, lambda: str(pbx("cli", "core restart now")) and None)
    one.ended(1)
    one.connected()
    assert next_call(sip, one).number == NEXT
    assert lives(one) == [["ringing", "answered", "ended"], ["ringing", "ended"]]


def test_a_crash_in_mid_call_is_noticed_at_once_and_the_call_is_lost(
    desk: Callable[..., Desk], sip: ModuleType
) -> None:
    one = desk("1001")

    def crash() -> None:
        send(signal.SIGKILL)
        begun = time.monotonic()
        one.state(PbxStatus.UNREACHABLE, 5)
        print(f"a killed PBX was noticed after {time.monotonic() - begun:.2f} s")

    in_a_call(sip, one, crash)
    start()
    one.connected()
    lost = one.ended(1)
    assert (lost.number, lost.outcome) == (CUSTOMER, "lost")
    assert next_call(sip, one).number == NEXT
    assert lives(one) == [["ringing", "answered", "ended"], ["ringing", "ended"]]


def test_a_frozen_pbx_is_noticed_within_the_deadline_and_found_again_with_the_call(
    desk: Callable[..., Desk], sip: ModuleType
) -> None:
    one = desk("1001", timings=PATIENT)

    def freeze() -> None:
        send(signal.SIGSTOP)
        begun = time.monotonic()
        try:
            one.state(PbxStatus.UNREACHABLE, DEADLINE + SLACK)
            print(f"a silent PBX was noticed after {time.monotonic() - begun:.1f} s of at most {DEADLINE:.0f}")
        finally:
            send(signal.SIGCONT)
        begun = time.monotonic()
        one.connected(PATIENT.login + SLACK)
        print(f"and found again {time.monotonic() - begun:.1f} s after it went on")

    in_a_call(sip, one, freeze)
    pbx("cli", "channel request hangup all")
    ended = one.call("ended", "1001")
    assert (ended.number, ended.outcome) == (CUSTOMER, "answered")
    assert next_call(sip, one).number == NEXT
    assert lives(one) == [["ringing", "answered", "ended"], ["ringing", "ended"]]


def test_a_link_cut_in_mid_call_comes_back_and_the_call_goes_on(desk: Callable[..., Desk], sip: ModuleType) -> None:
    one = desk("1001")

    def cut() -> None:
        connected = pbx("cli", "manager show connected")
        for session in re.findall(r"^ *console .*?(\d+) +\d+ +\d+ +\d+ *$", connected, re.M):
            pbx("cli", f"manager kick session {session}")
        one.state(PbxStatus.UNREACHABLE, 5)
        one.connected()

    in_a_call(sip, one, cut)
    pbx("cli", "channel request hangup all")
    assert one.call("ended", "1001").outcome == "answered"
    assert next_call(sip, one).number == NEXT
    assert lives(one) == [["ringing", "answered", "ended"], ["ringing", "ended"]]


def test_a_pbx_that_comes_back_while_the_phones_still_hold_loses_the_call_once(
    desk: Callable[..., Desk], sip: ModuleType
) -> None:
    one = desk("1001")

    def crash_and_come_back() -> None:
        send(signal.SIGKILL)
        one.state(PbxStatus.UNREACHABLE, 5)
        start()
        one.connected()

    in_a_call(sip, one, crash_and_come_back)
    assert one.ended(1).outcome == "lost"
    in_a_call(sip, one, lambda: None)
    pbx("cli", "channel request hangup all")
    assert one.ended(2).outcome == "answered"
    assert lives(one) == [["ringing", "answered", "ended"]] * 2
