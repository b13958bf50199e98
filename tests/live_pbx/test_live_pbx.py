"""The adapter against a real Asterisk with simulated phones: who rings, who took it, who was transferred where."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.live_pbx.desk import CUSTOMER, Desk, play, steps
from tests.live_pbx.pbx import FOLDER


def test_a_call_rings_at_the_right_extension_and_nowhere_else(desk: Callable[..., Desk], sip: ModuleType) -> None:
    one, two = desk("1001"), desk("1002")

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER, "Maria")
        await asyncio.sleep(1.5)
        await call.hangup()

    play(sip, scene, ("1001",))
    ring = one.call("ringing", "1001")
    assert (ring.number, ring.e164, ring.name) == (CUSTOMER, "+886934445566", "Maria")
    assert one.call("ended", "1001").outcome == "answered"
    assert two.drain() == []


def test_a_call_answered_elsewhere_ends_at_the_others(desk: Callable[..., Desk], sip: ModuleType) -> None:
    everyone = desk()

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000100", CUSTOMER)
        await asyncio.sleep(2)
        await call.hangup()

    play(sip, scene, ("1002",))
    assert everyone.call("ended", "1001").outcome == "answered_elsewhere"
    everyone.call("ended", "1002")
    outcomes = {e.extension: e.outcome for e in everyone.drain() if e.event == "ended"}
    assert outcomes == {"1001": "answered_elsewhere", "1002": "answered", "1003": "answered_elsewhere"}
    assert {event.queue for event in everyone.seen} == {"support"}


def test_an_attended_transfer_brings_the_customer_to_the_second_agent(
    desk: Callable[..., Desk], sip: ModuleType
) -> None:
    everyone = desk()

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        talk = phones["1001"].calls[0]
        await talk.hold()
        question = phones["1001"].call("1002")
        await asyncio.sleep(1)
        await talk.refer_attended(question)
        await asyncio.sleep(1)
        await call.hangup()

    play(sip, scene, ("1001", "1002"))
    got = everyone.call("party_changed", "1002")
    assert (got.number, got.direction, got.transferred_from) == (CUSTOMER, "inbound", "1001")
    everyone.call("ended", "1002")
    assert steps(everyone.seen, "1002") == ["ringing", "answered", "party_changed", "ended"]
    assert [e.outcome for e in everyone.seen if e.call == everyone.seen[0].call][-1] == "transferred"


@pytest.mark.parametrize("code", ["**1001", "*8"], ids=["of a phone", "of the group"])
def test_a_pickup_ends_the_ring_and_gives_the_customer_to_who_took_it(
    desk: Callable[..., Desk], sip: ModuleType, code: str
) -> None:
    everyone = desk()

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        phones["1003"].call(code)
        await asyncio.sleep(1)
        await call.hangup()

    play(sip, scene)
    assert everyone.call("answered", "1003").number == CUSTOMER
    everyone.call("ended", "1003")
    assert [e.outcome for e in everyone.seen if e.extension == "1001"] == [None, "answered_elsewhere"]


def test_a_desk_that_connects_in_mid_call_finds_the_call(sip: ModuleType) -> None:
    late: list[Desk] = []

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        late.append(Desk("1001"))
        await asyncio.to_thread(late[0].call, "answered", "1001")
        await call.hangup()

    play(sip, scene, ("1001",))
    try:
        ended = late[0].call("ended", "1001")
        assert (ended.number, ended.outcome) == (CUSTOMER, "answered")
    finally:
        late[0].source.stop()


def test_over_tls_with_the_certificate_of_the_pbx(desk: Callable[..., Desk], sip: ModuleType) -> None:
    over_tls = desk("1001", host="localhost", port=5039, tls=True, ca_file=str(FOLDER / "ami.crt"))

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        await call.hangup()

    play(sip, scene)
    assert over_tls.call("ended", "1001").outcome == "missed"


def test_a_blind_transfer_rings_the_second_agent_with_the_customer(desk: Callable[..., Desk], sip: ModuleType) -> None:
    everyone = desk()

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        await phones["1001"].calls[0].refer("1002")
        await asyncio.sleep(1.5)
        await call.hangup()

    play(sip, scene, ("1001", "1002"))
    ring = everyone.call("ringing", "1002")
    assert (ring.number, ring.direction, ring.transferred_from) == (CUSTOMER, "inbound", "1001")
    assert everyone.call("ended", "1002").outcome == "answered"
    assert steps(everyone.drain(), "1001") == ["ringing", "answered", "transferred", "ended"]
    assert [e.outcome for e in everyone.seen if e.extension == "1001"][-1] == "transferred"
