"""A desk at the live PBX: an adapter and what it has posted; and scenes for the phones to play."""

from __future__ import annotations

import asyncio
import queue
import time
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

from app.events import CallEvent, PbxState
from app.settings import PbxSettings
from app.telephony.adapters.asterisk import AsteriskSource
from app.telephony.ami.link import Timings
from app.telephony.source import PbxEvent
from models.enums import PbxStatus

CUSTOMER = "0934445566"
QUICK = Timings(backoff_first=0.2, backoff_last=0.5)
Scene = Callable[[dict[str, Any]], Awaitable[None]]


class Desk:
    """An adapter and what it has posted."""

    def __init__(self, extension: str = "", timings: Timings = QUICK, **settings: Any) -> None:
        values = {"host": "127.0.0.1", "port": 5038, "tls": False, "username": "console", **settings}
        self.posted: queue.Queue[PbxEvent] = queue.Queue()
        self.seen: list[CallEvent] = []
        self.source = AsteriskSource(PbxSettings(extension=extension, **values), "secret", "TW", timings)
        self.source.start(self.posted.put)

    def until(self, wanted: Callable[[PbxEvent], bool], seconds: float = 20) -> PbxEvent:
        end = time.monotonic() + seconds
        while True:
            event = self.posted.get(timeout=max(0.01, end - time.monotonic()))
            if isinstance(event, CallEvent):
                self.seen.append(event)
            if wanted(event):
                return event

    def connected(self, seconds: float = 20) -> None:
        self.state(PbxStatus.CONNECTED, seconds)

    def state(self, status: PbxStatus, seconds: float = 20) -> None:
        self.until(lambda event: isinstance(event, PbxState) and event.status is status, seconds)

    def call(self, step: str, extension: str) -> CallEvent:
        found = self.until(lambda e: isinstance(e, CallEvent) and (e.event, e.extension) == (step, extension))
        assert isinstance(found, CallEvent)
        return found

    def ended(self, many: int) -> CallEvent:
        """Wait until so many calls have ended in all, and return the last of these ends."""
        while len(ends := [event for event in self.seen if event.event == "ended"]) < many:
            self.until(lambda event: isinstance(event, CallEvent) and event.event == "ended")
        return ends[-1]

    def drain(self) -> list[CallEvent]:
        while not self.posted.empty():
            event = self.posted.get()
            if isinstance(event, CallEvent):
                self.seen.append(event)
        return self.seen


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
