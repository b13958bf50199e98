"""A small PBX for the demo, the tests and the command line: plays recordings over AMI on 127.0.0.1."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import ssl
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.telephony.ami.message import Message
from app.telephony.ami.parser import Parser
from app.telephony.replay_script import Part, Switchboard, load, renewed, shift_to_now

HOST = "127.0.0.1"
BANNER = b"Asterisk Call Manager/11.0.0\r\n"
HELD_STEP = 0.02
LONGEST_SLEEP = 0.1  # so that a hold is noticed in time
CHALLENGE = "840415273"
_LISTS = {
    "coreshowchannels": ("Channels will follow", "CoreShowChannel"),
    "status": ("Channel status will follow", "Status"),
    "queuestatus": ("Queue status will follow", "QueueStatus"),
    "queuesummary": ("Queue summary will follow", "QueueSummary"),
    "devicestatelist": ("Device State Changes will follow", "DeviceStateList"),
    "extensionstatelist": ("Extension Statuses will follow", "ExtensionStateList"),
    "presencestatelist": ("Presence State Changes will follow", "PresenceStateList"),
    "bridgelist": ("Bridge listing will follow", "BridgeList"),
    "parkedcalls": ("Parked calls will follow", "ParkedCalls"),
    "pjsipshowendpoints": ("A listing of Endpoints follows, presented as EndpointList events", "EndpointList"),
    "sippeers": ("Peer status list will follow", "Peerlist"),
}
_COMPLETE = {"coreshowchannels": "CoreShowChannelsComplete"}
_LOG = logging.getLogger(__name__)
_Pairs = Sequence[tuple[str, str]]


class ReplayServer:
    """Plays `files` one after the other while a client is logged in, as the PBX did; any login is good.

    `speed` divides the recorded times. With `loop` it begins again after the last file, else it waits for
    the next login; `pause` seconds lie between two files. From the second time on, and always with
    `fresh_ids`, unique ids are of now, so that each play is a call of its own. `secret` set: only this
    password is good. `port` 0 takes a free one; read it after start().
    """

    def __init__(
        self,
        files: Sequence[Path],
        *,
        port: int = 0,
        speed: float = 1.0,
        loop: bool = False,
        pause: float = 0.0,
        fresh_ids: bool = False,
        secret: str | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._plays = [load(path) for path in files]
        self.port = port
        self.speed, self.pause, self._loop = speed, pause, loop  # may be changed while it plays
        self._fresh_ids, self._secret, self._tls = fresh_ids, secret, tls
        self._switchboard = Switchboard()
        self._held_since: float | None = None
        self._held = 0.0
        self._part: Part | None = None
        self._part_began = self._began = time.monotonic()
        self._clients: set[_Client] = set()
        self._logins = 0
        self._last_shift = 0
        self._ready = threading.Event()
        self._failure: OSError | None = None
        self._running: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="replay-server", daemon=True)

    def start(self) -> None:
        """Listen; KnownError where the port is taken or not allowed."""
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            raise KnownError(
                QT_TRANSLATE_NOOP("AppError", "The recording cannot be played"),
                QT_TRANSLATE_NOOP("AppError", "Port {port} cannot be opened: {reason}. Choose another one."),
                port=self.port,
                reason=self._failure.strerror or self._failure,
            ) from self._failure

    def stop(self) -> None:
        """Close every connection and the port."""
        if self._running is not None and self._thread.is_alive():
            self._call(self._finish)
        self._thread.join(2)

    def drop(self) -> None:
        """Cut every connection, as a network does; the play goes on when a client is back."""
        self._call(self._drop_clients)

    def hold(self) -> None:
        """Let the clock of the recording stand; what was asked meanwhile is answered."""
        self._held_since = self._held_since or time.monotonic()

    def go_on(self) -> None:
        """Let the clock of the recording go on."""
        since, self._held_since = self._held_since, None
        self._held += time.monotonic() - since if since is not None else 0.0

    def say(self, *messages: _Pairs) -> None:
        """Say something that is not in a recording to every client."""
        self._call(self._broadcast, [Message(pairs) for pairs in messages])

    @property
    def clients(self) -> int:
        """How many clients are logged in."""
        return sum(client.logged_in for client in list(self._clients))

    def _call(self, function: object, *args: object) -> None:
        if self._running is not None and not self._running.is_closed():
            self._running.call_soon_threadsafe(function, *args)  # type: ignore[arg-type]

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception:
            _LOG.exception("the replay server failed")
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        self._running = asyncio.get_running_loop()
        self._stopped = asyncio.Event()
        self._changed = asyncio.Event()
        try:
            server = await asyncio.start_server(self._accept, HOST, self.port, ssl=self._tls)
        except OSError as error:
            self._failure = error
            return
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        player = asyncio.create_task(self._play_loudly())
        await self._stopped.wait()
        player.cancel()
        server.close()
        self._drop_clients()

    def _finish(self) -> None:
        self._stopped.set()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = _Client(self, writer)
        self._clients.add(client)
        parser = Parser()
        try:
            writer.write(BANNER)
            while not client.closed and (data := await reader.read(65536)):
                for message in parser.feed(data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")):
                    client.answer(message)
                await writer.drain()
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._clients.discard(client)
            writer.close()

    async def _play_loudly(self) -> None:
        """Play; a bug in it ends the play, not the server, and would be silent in a task of its own."""
        try:
            await self._play()
        except Exception:
            _LOG.exception("the replay server stopped playing")

    async def _play(self) -> None:
        times = 0
        while self._plays:
            for play in self._plays:
                await self._play_one(play, fresh=self._fresh_ids or times > 0)
                await asyncio.sleep(self.pause)
            times += 1
            if not self._loop:
                await self._until_login(self._logins)

    async def _play_one(self, play: list[Part], fresh: bool) -> None:
        self._switchboard.clear()
        shift = 0
        for number, part in enumerate(play):
            if number:
                self._drop_clients()
            await self._until_login(self._logins if number else 0)
            if fresh and not shift:
                shift = self._last_shift = max(shift_to_now(part), self._last_shift + 1)
            self._part, self._part_began = part, time.monotonic()
            self._switchboard.restart(renewed(m, shift) for m in part.lists.get("coreshowchannels", []))
            await self._play_part(part, shift)

    async def _play_part(self, part: Part, shift: int) -> None:
        began = self._clock()
        for index, heard in enumerate(part.heard):
            due = began + part.delay(index) / self.speed
            while (wait := due - self._clock()) > 0 or self._held_since is not None:
                await asyncio.sleep(HELD_STEP if self._held_since is not None else min(wait, LONGEST_SLEEP))
            if not self.clients:
                away = self._clock()
                await self._until_login(0)
                began += self._clock() - away
            message = renewed(heard.message, shift)
            self._switchboard.hear(message)
            self._broadcast([message])

    def _clock(self) -> float:
        """Seconds that stand still while the play is held."""
        now = time.monotonic()
        return now - self._held - (now - self._held_since if self._held_since is not None else 0.0)

    async def _until_login(self, logins: int) -> None:
        """Wait for a client: one that is logged in, and beyond the first `logins` of them."""
        while not self.clients or self._logins <= logins:
            self._changed.clear()
            await self._changed.wait()

    def _broadcast(self, messages: list[Message]) -> None:
        for client in list(self._clients):
            if client.logged_in:
                client.write(messages)

    def _drop_clients(self) -> None:
        for client in list(self._clients):
            client.close()
        self._clients.clear()

    def logged_in(self) -> Message:
        """A client logged in: what a PBX says then."""
        self._logins += 1
        self._changed.set()
        recorded = self._part.uptime if self._part is not None else self._plays[0][0].uptime if self._plays else 0
        since = self._part_began if self._part is not None else self._began
        uptime = (recorded or 0) + int(time.monotonic() - since)
        return Message(
            [("Event", "FullyBooted"), ("Privilege", "system,all"), ("Uptime", str(uptime)), ("Status", "Fully Booted")]
        )

    def accepts(self, login: Message) -> bool:
        """Whether the password is good, as it is or as the digest of the challenge."""
        if self._secret is None:
            return True
        digest = hashlib.md5((CHALLENGE + self._secret).encode(), usedforsecurity=False).hexdigest()
        return self._secret == login.get("Secret") or digest == login.get("Key")

    def listed(self, action: str) -> list[Message]:
        """The items of a list: the channels as they are now, the rest as recorded."""
        if action in ("coreshowchannels", "status"):
            return self._switchboard.channels()
        return self._part.lists.get(action, []) if self._part is not None else []


class _Client:
    """One connection and whether it is logged in."""

    def __init__(self, server: ReplayServer, writer: asyncio.StreamWriter) -> None:
        self._server = server
        self._writer = writer
        self.logged_in = False
        self.closed = False

    def answer(self, message: Message) -> None:
        """Answer one action with the client's own ActionID."""
        action = message.get("Action").casefold()
        own = [("ActionID", message.get("ActionID"))] if message.get("ActionID") else []
        if action in ("login", "challenge"):
            self._log_in(action, message, own)
        elif not self.logged_in:
            self._respond("Error", own, "Permission denied")
        elif action == "logoff":
            self._respond("Goodbye", own, "Thanks for all the fish.")
            self.close()
        elif action == "ping":
            self._say([("Response", "Success"), *own, ("Ping", "Pong"), ("Timestamp", f"{time.time():.6f}")])
        elif action in _LISTS:
            self._list(action, own)
        elif action in ("events", "filter", "corestatus", "coresettings", "waitevent"):
            self._respond("Success", own, "Done")
        else:
            self._respond("Error", own, "Invalid/unknown command")

    def write(self, messages: list[Message]) -> None:
        """Send messages."""
        for message in messages:
            lines = "".join(f"{key}: {value}\r\n" for key, value in message.pairs)
            self._writer.write(lines.encode() + b"\r\n")

    def close(self) -> None:
        """End the connection."""
        self.closed = True
        self.logged_in = False
        self._writer.close()

    def _log_in(self, action: str, message: Message, own: _Pairs) -> None:
        if action == "challenge":
            self._say([("Response", "Success"), *own, ("Challenge", CHALLENGE)])
        elif self._server.accepts(message):
            self._respond("Success", own, "Authentication accepted")
            self.logged_in = True
            self.write([self._server.logged_in()])
        else:
            self._respond("Error", own, "Authentication failed")
            self.close()

    def _list(self, action: str, own: _Pairs) -> None:
        text, name = _LISTS[action]
        items = self._server.listed(action)
        self._say([("Response", "Success"), *own, ("EventList", "start"), ("Message", text)])
        for item in items:
            pairs = [pair for pair in item.pairs if pair[0].casefold() not in ("event", "actionid")]
            self._say([("Event", item.get("Event") or name), *own, *pairs])
        complete = _COMPLETE.get(action, name + "Complete")
        self._say([("Event", complete), *own, ("EventList", "Complete"), ("ListItems", str(len(items)))])

    def _respond(self, response: str, own: _Pairs, text: str) -> None:
        self._say([("Response", response), *own, ("Message", text)])

    def _say(self, pairs: _Pairs) -> None:
        self.write([Message(pairs)])
