"""The phones of a live PBX in a thread of their own, so that windows live on beside them."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

PATIENCE = 10.0


class Exchange:
    """Phones of the agents and the trunk, which only ring; `do` runs in their thread, `rang_at` says when one rang."""

    def __init__(self, sip: ModuleType) -> None:
        self._sip = sip
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="phones", daemon=True)
        self.phones: dict[str, Any] = {}
        self.rang_at: dict[str, float] = {}  # by extension, time.monotonic() when the phone was asked to ring

    def start(self) -> None:
        self._thread.start()
        self.do(self._start)

    def stop(self) -> None:
        """Hang up what is up and end the thread."""
        try:
            self.do(self._stop)
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def do(self, what: Callable[[], Awaitable[Any]]) -> Any:
        """Run `what` in the phones' thread; return what it returns."""

        async def run() -> Any:
            return await what()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(PATIENCE)

    def call(self, dialled: str, number: str | None = None, *, by: str = "trunk") -> Any:
        """Dial from a phone; returns at once."""

        async def dial() -> Any:
            return self.phones[by].call(dialled, number)

        return self.do(dial)

    def ringing(self, extension: str) -> bool:
        return any(call.state == "ringing" for call in self.phones[extension].calls)

    def answer(self, extension: str) -> Any:
        """Take the call that rings there."""

        async def take() -> Any:
            call = next(call for call in self.phones[extension].calls if call.state == "ringing")
            call.answer()
            return call

        return self.do(take)

    async def _start(self) -> None:
        places = {**self._sip.AGENTS, "trunk": self._sip.TRUNK}
        self.phones = {user: await self._sip.Phone(user, ip, on_call=self._ring).start() for user, ip in places.items()}

    async def _stop(self) -> None:
        for phone in self.phones.values():
            for call in [call for call in phone.calls if call.outgoing and call.state != "ended"]:
                with contextlib.suppress(TimeoutError):
                    await call.hangup()
            phone.stop()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _ring(self, call: Any) -> None:
        self.rang_at[call.phone.user] = time.monotonic()
        await asyncio.sleep(0.03)
        if call.state == "new":
            call.ring()
