"""The adapter against a real Asterisk with simulated phones; only where one is there.

RINGBOOK_PBX_SCRIPTS names a folder that holds `pbx` (start, stop, cli), `sipphone.py` and an Asterisk that is set
up for them: extensions 1001 to 1003, direct lines 930000101 and on, queue 930000100, AMI user console/secret.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import pwd
import queue
import subprocess
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.events import CallEvent, PbxState
from app.settings import PbxSettings
from app.telephony.adapters.asterisk import AsteriskSource
from app.telephony.ami.link import Timings
from app.telephony.source import PbxEvent
from models.enums import PbxStatus

SCRIPTS = os.environ.get("RINGBOOK_PBX_SCRIPTS", "")
PERSON = Path(pwd.getpwuid(os.getuid()).pw_dir)  # the tests' own HOME is another
PBX = os.environ.get("RINGBOOK_PBX", str(PERSON / ".cache" / "ringbook-pbx"))
pytestmark = [
    pytest.mark.pbx,
    pytest.mark.skipif(not SCRIPTS, reason="no live PBX: RINGBOOK_PBX_SCRIPTS is not set"),
    pytest.mark.xdist_group("pbx"),
]
CUSTOMER = "0934445566"
QUICK = Timings(backoff_first=0.2, backoff_last=0.5)
Scene = Callable[[dict[str, Any]], Awaitable[None]]


def pbx(*arguments: str) -> str:
    command, env = [f"{SCRIPTS}/pbx", *arguments], {**os.environ, "RINGBOOK_PBX": PBX}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env=env).stdout


@pytest.fixture(scope="module", autouse=True)
def _running_pbx() -> None:
    pbx("start")


@pytest.fixture(scope="module")
def sip() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sipphone", Path(SCRIPTS) / "sipphone.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Desk:
    """An adapter and what it has posted."""

    def __init__(self, extension: str = "", **settings: Any) -> None:
        values = {"host": "127.0.0.1", "port": 5038, "tls": False, "username": "console", **settings}
        self.posted: queue.Queue[PbxEvent] = queue.Queue()
        self.seen: list[CallEvent] = []
        self.source = AsteriskSource(PbxSettings(extension=extension, **values), "secret", "TW", QUICK)
        self.source.start(self.posted.put)

    def until(self, wanted: Callable[[PbxEvent], bool], seconds: float = 20) -> PbxEvent:
        end = time.monotonic() + seconds
        while True:
            event = self.posted.get(timeout=max(0.01, end - time.monotonic()))
            if isinstance(event, CallEvent):
                self.seen.append(event)
            if wanted(event):
                return event

    def connected(self) -> None:
        self.until(lambda event: isinstance(event, PbxState) and event.status is PbxStatus.CONNECTED)

    def call(self, step: str, extension: str) -> CallEvent:
        found = self.until(lambda e: isinstance(e, CallEvent) and (e.event, e.extension) == (step, extension))
        assert isinstance(found, CallEvent)
        return found

    def drain(self) -> list[CallEvent]:
        while not self.posted.empty():
            event = self.posted.get()
            if isinstance(event, CallEvent):
                self.seen.append(event)
        return self.seen


@pytest.fixture
def desk() -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []

    def sit(*args: Any, **settings: Any) -> Desk:
        desks.append(Desk(*args, **settings))
        desks[-1].connected()
        return desks[-1]

    yield sit
    for one in desks:
        one.source.stop()


def play(sip: ModuleType, scene: Scene, answering: tuple[str, ...] = ()) -> None:
    """Run a scene with phones for the three agents and the trunk; those `answering` pick up after half a second."""

    async def picks_up(call: Any) -> None:
        await asyncio.sleep(0.03)
        call.ring()
        if call.phone.user in answering:
            await asyncio.sleep(0.5)
            if call.state == "ringing":
                call.answer()

    async def run() -> None:
        places = {**sip.AGENTS, "trunk": sip.TRUNK}
        phones = {user: await sip.Phone(user, ip, on_call=picks_up).start() for user, ip in places.items()}
        try:
            await scene(phones)
            await asyncio.sleep(0.5)
        finally:
            for phone in phones.values():
                phone.stop()

    asyncio.run(run())


def steps(events: list[CallEvent], extension: str) -> list[str]:
    return [str(event.event) for event in events if event.extension == extension]


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


def test_a_pickup_ends_the_ring_and_gives_the_customer_to_who_took_it(
    desk: Callable[..., Desk], sip: ModuleType
) -> None:
    everyone = desk()

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        phones["1003"].call("**1001")
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
    over_tls = desk("1001", host="localhost", port=5039, tls=True, ca_file=f"{PBX}/ami.crt")

    async def scene(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        await call.hangup()

    play(sip, scene)
    assert over_tls.call("ended", "1001").outcome == "missed"


def test_a_restart_in_mid_call_ends_it_and_the_next_call_rings(desk: Callable[..., Desk], sip: ModuleType) -> None:
    one = desk("1001")

    async def first(phones: dict[str, Any]) -> None:
        phones["trunk"].call("930000101", CUSTOMER)
        await asyncio.sleep(1)
        await asyncio.to_thread(pbx, "cli", "core restart now")
        await asyncio.sleep(0.5)

    async def second(phones: dict[str, Any]) -> None:
        call = phones["trunk"].call("930000101", "0955555555")
        await asyncio.sleep(1)
        await call.hangup()

    play(sip, first, ("1001",))
    one.call("ended", "1001")
    one.connected()
    play(sip, second)
    assert one.call("ended", "1001").number == "0955555555"
    assert steps(one.seen, "1001").count("ended") == 2
