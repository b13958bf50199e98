"""One connection to an Asterisk: opened, logged in, kept alive, and read as messages."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import itertools
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass

from app.telephony.ami.actions import encode
from app.telephony.ami.message import Message
from app.telephony.ami.parser import Parser

CHUNK = 64 * 1024
MOST_KEPT = 20_000  # messages that may come before an answer: a PBX says little to who is not logged in


@dataclass(frozen=True, slots=True)
class Timings:
    """How long to wait for what, in seconds."""

    connect: float = 5.0
    login: float = 8.0
    boot: float = 1.0
    idle: float = 15.0
    pong: float = 8.0
    goodbye: float = 0.5
    backoff_first: float = 1.0
    backoff_last: float = 30.0
    refused: float = 60.0


class LoginRefusedError(Exception):
    """The PBX does not let this user in; one answer for a wrong name, a wrong password and a forbidden address."""


class Link:
    """Reads and writes one connection; every wait has its limit."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, timings: Timings) -> None:
        self._reader = reader
        self._writer = writer
        self._timings = timings
        self._parser = Parser()
        self._ready: list[Message] = []
        self._ids = (f"ringbook-{n}" for n in itertools.count(1))

    @classmethod
    async def open(cls, host: str, port: int, tls: ssl.SSLContext | None, timings: Timings) -> Link:
        """Connect; OSError (also ssl.SSLError, TimeoutError) where that fails."""
        async with asyncio.timeout(timings.connect):
            reader, writer = await asyncio.open_connection(host, port, ssl=tls)
        return cls(reader, writer, timings)

    async def log_in(self, username: str, secret: str, *, in_clear: bool) -> None:
        """Log in; LoginRefusedError where the PBX says no, TimeoutError where it says nothing.

        Where the line is not encrypted (not `in_clear`) only a digest of the password goes over it.
        """
        async with asyncio.timeout(self._timings.login):
            key = ("Secret", secret) if in_clear else ("Key", await self._digest(secret))
            auth = [] if in_clear else [("AuthType", "MD5")]
            action_id = self.send("Login", ("Username", username), *auth, key, ("Events", "on"))
            answer = await self._answer(action_id)
        if answer.response != "success":
            raise LoginRefusedError

    def send(self, action: str, *headers: tuple[str, str]) -> str:
        """Send an action and return its id; ValueError where a value holds a line break."""
        action_id = next(self._ids)
        self._writer.write(encode(action, action_id, *headers))
        return action_id

    async def messages(self) -> AsyncIterator[Message]:
        """Every message from now on; pings a quiet PBX.

        Raises TimeoutError where it does not answer, ConnectionError where it has closed the connection.
        """
        while True:
            while self._ready:
                yield self._ready.pop(0)
            try:
                await self._read(self._timings.idle)
            except TimeoutError:
                self.send("Ping")
                await self._read(self._timings.pong)

    async def close(self) -> None:
        """Say goodbye and close."""
        with contextlib.suppress(OSError, TimeoutError, ValueError):
            async with asyncio.timeout(self._timings.goodbye):
                if not self._writer.is_closing():
                    self.send("Logoff")
                    await self._writer.drain()
                self._writer.close()
                await self._writer.wait_closed()
        self._writer.close()

    async def _digest(self, secret: str) -> str:
        answer = await self._answer(self.send("Challenge", ("AuthType", "MD5")))
        if answer.response != "success":
            raise LoginRefusedError
        text = (answer.get("Challenge") + secret).encode()
        return hashlib.md5(text, usedforsecurity=False).hexdigest()

    async def _answer(self, action_id: str) -> Message:
        """The answer to one action; events that come before it are kept."""
        kept: list[Message] = []
        async for message in self.messages():
            if message.response and message.get("ActionID") in (action_id, ""):
                self._ready[:0] = kept
                return message
            kept.append(message)
            if len(kept) > MOST_KEPT:
                raise ConnectionResetError("a flood instead of an answer")
        raise ConnectionResetError

    async def _read(self, seconds: float) -> None:
        async with asyncio.timeout(seconds):
            data = await self._reader.read(CHUNK)
        if not data:
            raise ConnectionResetError("closed by the PBX")
        self._ready.extend(self._parser.feed(data))
