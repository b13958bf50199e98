"""The adapter for an Asterisk over AMI: a thread that stays connected and posts what happens at one extension."""

from __future__ import annotations

import asyncio
import logging
import random
import ssl
import threading
from datetime import UTC, datetime

from app.errors import QT_TRANSLATE_NOOP
from app.events import PbxHeard, PbxState
from app.settings import PbxSettings
from app.telephony.ami import heard
from app.telephony.ami.link import Link, LoginRefusedError, Timings
from app.telephony.ami.message import Message
from app.telephony.source import PbxEvent, Post
from app.telephony.tracker import Tracker
from models.enums import PbxStatus

_LOG = logging.getLogger(__name__)
_STOP_WITHIN = 1.8
_LISTS = ("QueueStatus", "ExtensionStateList", "CoreShowChannels")
_INSTEAD = {"CoreShowChannels": "Status", "Status": ""}

_REFUSED = QT_TRANSLATE_NOOP(
    "AppError",
    "The PBX refused the user {user}: the name or the password is wrong, or this computer may not connect.",
)
_BAD_LOGIN = QT_TRANSLATE_NOOP("AppError", "The user name or the password of the PBX holds a line break.")
_UNTRUSTED = QT_TRANSLATE_NOOP(
    "AppError", "The certificate of {host} is not trusted: {reason}. Choose the file of its issuer in the settings."
)
_NO_CA = QT_TRANSLATE_NOOP("AppError", "The certificate file {path} cannot be read: {reason}.")
_NO_TLS = QT_TRANSLATE_NOOP("AppError", "{host}:{port} does not answer with TLS: {reason}.")
_UNREACHABLE = QT_TRANSLATE_NOOP("AppError", "{host}:{port} cannot be reached: {reason}.")
_SILENT = QT_TRANSLATE_NOOP("AppError", "{host}:{port} does not answer; the PBX may be starting.")
_GONE = QT_TRANSLATE_NOOP("AppError", "The connection to {host}:{port} broke; connecting again.")
_BUG = QT_TRANSLATE_NOOP("AppError", "The connection to {host}:{port} failed for an unknown reason; see the log.")


class AsteriskSource:
    """Meets `CallSource`. `secret` is the password of `settings.username`; `region` reads national numbers."""

    def __init__(self, settings: PbxSettings, secret: str, region: str | None, timings: Timings | None = None) -> None:
        self._settings = settings
        self._secret = secret
        self._timings = timings or Timings()
        self._tracker = Tracker(region, settings.extension or None)
        self._post: Post | None = None
        self._state: PbxState | None = None
        self._lock = threading.RLock()
        self._running: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="asterisk", daemon=True)

    def __repr__(self) -> str:
        return f"AsteriskSource({self._settings.host}:{self._settings.port})"

    def start(self, post: Post) -> None:
        """Begin to connect; may be called once."""
        self._post = post
        self._thread.start()

    def stop(self) -> None:
        """Log off and end the thread; nothing is posted afterwards."""
        self._stopped.set()
        with self._lock:
            self._post = None
            if self._running is not None and self._task is not None and not self._running.is_closed():
                self._running.call_soon_threadsafe(self._task.cancel)
        if self._thread.is_alive():
            self._thread.join(_STOP_WITHIN)

    def _run(self) -> None:
        try:
            asyncio.run(self._stay_connected())
        except asyncio.CancelledError:
            pass
        except Exception:
            _LOG.exception("the PBX thread ended")

    async def _stay_connected(self) -> None:
        with self._lock:
            self._running = asyncio.get_running_loop()
            self._task = asyncio.current_task()
        failures = 0
        self._say(PbxStatus.CONNECTING)
        while not self._stopped.is_set():
            state = await self._try()
            if self._was_connected:
                failures = 0
            self._say_state(state)
            await asyncio.sleep(self._wait(state, failures))
            failures += 1

    async def _try(self) -> PbxState:
        """Connect and stay; return why it ended."""
        self._was_connected = False
        where = {"host": self._settings.host, "port": str(self._settings.port)}
        try:
            await self._session()
        except LoginRefusedError:
            return _state(PbxStatus.REFUSED, _REFUSED, user=self._settings.username)
        except _CertificateFileError as error:
            return _state(PbxStatus.REFUSED, _NO_CA, path=self._settings.ca_file, reason=str(error))
        except ssl.SSLCertVerificationError as error:
            return _state(PbxStatus.REFUSED, _UNTRUSTED, host=self._settings.host, reason=error.verify_message)
        except ssl.SSLError as error:
            return _state(PbxStatus.UNREACHABLE, _NO_TLS, reason=error.reason or str(error), **where)
        except TimeoutError:
            return _state(PbxStatus.UNREACHABLE, _SILENT, **where)
        except OSError as error:
            if self._was_connected:
                return _state(PbxStatus.UNREACHABLE, _GONE, **where)
            return _state(PbxStatus.UNREACHABLE, _UNREACHABLE, reason=error.strerror or str(error), **where)
        except ValueError:
            return _state(PbxStatus.REFUSED, _BAD_LOGIN)
        except Exception:
            _LOG.exception("a bug broke the connection to the PBX; connecting again")
            return _state(PbxStatus.UNREACHABLE, _BUG, **where)
        return _state(PbxStatus.UNREACHABLE, _GONE, **where)

    async def _session(self) -> None:
        settings = self._settings
        tls = _tls(settings)
        link = await Link.open(settings.host, settings.port, tls, self._timings)
        try:
            await link.log_in(settings.username, self._secret, in_clear=tls is not None)
            self._was_connected = True
            self._take(Message([("Banner", "connected")]))
            await self._listen(link)
        finally:
            await link.close()

    async def _listen(self, link: Link) -> None:
        """Take every message at once; ask who is on the line when the PBX has booted, or does not tell this user."""
        asked: dict[str, str] = {}

        def ask() -> None:
            asked.update({link.send(action): action for action in _LISTS})
            self._say(PbxStatus.CONNECTED)

        untold = asyncio.get_running_loop().call_later(self._timings.boot, ask)
        try:
            async for message in link.messages():
                self._take(message)
                if message.event == "fullybooted":
                    untold.cancel()
                    ask()
                elif message.response == "error":
                    self._ask_instead(link, asked, asked.pop(message.get("ActionID"), ""))
        finally:
            untold.cancel()

    def _ask_instead(self, link: Link, asked: dict[str, str], refused: str) -> None:
        """A list is not allowed: ask for the one that tells the same; with neither, what was up is lost to us."""
        instead = _INSTEAD.get(refused)
        if instead:
            asked[link.send(instead)] = instead
        elif instead is not None:
            for event in self._tracker.finish(datetime.now(UTC)):
                self._tell(event)

    def _take(self, message: Message) -> None:
        at = datetime.now(UTC)
        for event in self._tracker.feed(message, at):
            self._tell(event)
        text = heard.line(message)
        if text is not None:
            self._tell(PbxHeard(at, text))

    def _say(self, status: PbxStatus) -> None:
        self._say_state(PbxState(status))

    def _say_state(self, state: PbxState) -> None:
        if state != self._state:
            self._state = state
            _LOG.info("PBX %s", state.status)
            self._tell(state)

    def _tell(self, event: PbxEvent) -> None:
        with self._lock:
            if self._post is not None:
                self._post(event)

    def _wait(self, state: PbxState, failures: int) -> float:
        """Seconds until the next try: doubled each time, with jitter, so that a hundred desks do not come at once."""
        timings = self._timings
        if state.status is PbxStatus.REFUSED:
            return timings.refused
        wait = min(timings.backoff_first * 2.0 ** min(failures, 16), timings.backoff_last)
        return wait * random.uniform(0.75, 1.25)  # noqa: S311 - jitter, no secret


class _CertificateFileError(Exception):
    """The file with the issuer's certificate is of no use."""


def _tls(settings: PbxSettings) -> ssl.SSLContext | None:
    if not settings.tls:
        return None
    try:
        context = ssl.create_default_context(cafile=settings.ca_file or None)
    except OSError as error:  # ssl.SSLError too
        raise _CertificateFileError(error.strerror or str(error)) from error
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def _state(status: PbxStatus, message: str, **values: str) -> PbxState:
    return PbxState(status, message, tuple(values.items()))
