"""The thread that keeps a desk in step with its store; whatever it waits for, it can be woken."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError, TransientError
from app.events import CaseEditors, SyncState
from app.sync.desk_files import DeskFiles
from app.sync.later import Later
from app.sync.records import Welcome
from app.sync.retry import LONGEST_S, Backoff
from app.sync.shared_store import NewerOperationError, SharedStore
from app.sync.steps.fill import who_is_here
from app.sync.steps.hello import Caller
from app.sync.steps.talk import Talk
from app.sync.steps.verify import Verifier
from models.base import utc_now
from models.enums import Role, SyncPhase

log = logging.getLogger(__name__)
DRAW = random.SystemRandom()
FILL_S = 0.25  # of a first sync between two looks at what else there is to do
STOP_S = 3.0  # a link that is cut holds nobody up who closes the window: what is on its way is sent again
NEWER = KnownError(
    QT_TRANSLATE_NOOP("AppError", "This program and the shared store do not fit"),
    QT_TRANSLATE_NOOP(
        "AppError", "The store is older than this program. What you save is kept here and sent once it was upgraded."
    ),
)


@dataclass(frozen=True, slots=True)
class Timing:
    """All in seconds.

    `look` is how long what another process saved may wait, `debounce` how long an agent's pull; `late` is after how
    long it is said of what was saved that it waits, whatever the link is waiting for.
    """

    look: float = 2.0
    late: float = 1.0
    heartbeat: float = 5.0
    poll: float = 15.0
    verify: float = 600.0
    debounce: tuple[float, float] = (2.0, 5.0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the thread asks and tells: how to connect, who calls, what waits (operations, for a person), what is new."""

    connect: Callable[[], SharedStore]
    caller: Callable[[], Caller]
    counts: Callable[[], tuple[int, int]]
    on_state: Callable[[SyncState], None]
    on_welcome: Callable[[Welcome], None]
    on_editors: Callable[[CaseEditors], None] = lambda _: None
    now: Callable[[], datetime] = utc_now


class SyncLoop(threading.Thread):
    """Connects, sends, fills, pulls and compares until it is stopped; comes back by itself after any failure."""

    def __init__(self, files: DeskFiles, around: Surroundings, timing: Timing | None = None) -> None:
        super().__init__(name="sync", daemon=True)
        self._files, self._around = files, around
        self._timing = timing or Timing()
        self._backoff = Backoff(DRAW.random)
        self._woken = threading.Event()
        self._stopped = False
        self._poked = False
        self._editing: UUID | None = None
        self._editors: CaseEditors | None = None
        self._store: SharedStore | None = None
        self._lock, self._telling = threading.Lock(), threading.Lock()
        self._state = SyncState(SyncPhase.CONNECTING)
        self._since: datetime | None = None
        self._late = Later(self._timing.late, self._tell_waiting)

    def state(self) -> SyncState:
        return self._state

    def saved(self) -> None:
        """Something was saved here: send it."""
        if self.is_alive():  # else another process sends it, and would not say here when it has
            self._late.ask()
        self._wake()

    def poke(self) -> None:
        """Look at once, whatever is waited for: somebody rings whom nobody knows, or the network is back."""
        self._poked = True
        self._backoff.reset()
        self._wake()

    def editing(self, case: UUID | None) -> None:
        """A case came into the form here, or (None) none is there any more: let others know, and hear of them."""
        self._editing, self._editors = case, None  # whoever asks anew is told, whatever was told before
        self._wake()

    def stop(self) -> None:
        """End; what it waits for is given up, what it sends is sent again the next time."""
        self._stopped = True
        self._wake()
        self._late.stop()
        if self.is_alive():
            self.join(STOP_S)

    def run(self) -> None:
        while not self._stopped:
            delay = self._backoff.next
            try:
                self._session()
                continue
            except NewerOperationError:
                self._tell(SyncPhase.REFUSED, NEWER)
                delay = _slow
            except TransientError as error:
                self._tell(SyncPhase.OFFLINE, error)
            except AppError as error:
                self._tell(SyncPhase.REFUSED, error)
                delay = _slow
            except Exception:
                log.exception("sync met a bug; it tries again")
                self._tell(SyncPhase.OFFLINE)
            self._pause(delay())

    def _session(self) -> None:
        """Connect and stay in step until something fails."""
        if self._state.phase != SyncPhase.OFFLINE:
            self._tell(SyncPhase.CONNECTING)
        store = self._connect()
        with self._lock:
            self._store = store
        try:
            talk = Talk(store, self._files, self._around.caller)
            self._around.on_welcome(talk.welcome)
            self._backoff.reset()
            _Session(self, store, talk).run()
        finally:
            with self._lock:
                self._store = None
            self._tell_editors(())  # who works on it now, nobody knows
            store.close()

    def _connect(self) -> SharedStore:
        try:
            return self._around.connect()
        except TransientError as error:
            self._tell(SyncPhase.OFFLINE, error)
            for _ in who_is_here(self._files):
                if self._stopped:
                    break
            raise

    def _wake(self) -> None:
        self._woken.set()
        with self._lock:
            if self._store is not None:
                self._store.interrupt()

    def _pause(self, seconds: float) -> None:
        """Wait for the next try; meanwhile say what waits."""
        until = time.monotonic() + seconds
        while not self._stopped and not self._poked and (left := until - time.monotonic()) > 0:
            if self._woken.wait(left):
                self._woken.clear()
                self._tell(self._state.phase, self._state.error)
        self._poked = False

    def _tell(self, phase: SyncPhase, error: AppError | None = None, done: int = 0, total: int = 0) -> None:
        self._files.report()  # what is counted is on the screen
        with self._telling:
            waiting, attention = self._around.counts()
            if phase == SyncPhase.ONLINE:
                self._since = self._around.now()
            self._become(SyncState(phase, self._since, waiting, attention, done, total, error))

    def _tell_waiting(self) -> None:
        """Say what waits; called in another thread, as the one of the loop may be waiting for the store."""
        with self._telling:
            waiting, attention = self._around.counts()
            self._become(self._state._replace(waiting=waiting, attention=attention))

    def _become(self, state: SyncState) -> None:
        if state != self._state:
            self._state = state
            self._around.on_state(state)

    def _tell_editors(self, names: Sequence[str]) -> None:
        editors = CaseEditors(self._editing, tuple(names)) if self._editing is not None else None
        if editors != self._editors:
            self._editors = editors
            if editors is not None:
                self._around.on_editors(editors)


class _Session:
    """As long as one connection lasts."""

    def __init__(self, loop: SyncLoop, store: SharedStore, talk: Talk) -> None:
        self._loop, self._store, self._talk = loop, store, talk
        self._files, self._timing = loop._files, loop._timing
        self._verifier = Verifier()
        self._said: UUID | None = None
        now = time.monotonic()
        self._pull_at, self._verify_at, self._heard_at = now, now + self._timing.verify, now

    def run(self) -> None:
        while not self._loop._stopped:
            self._send()
            if self._fill():
                continue
            if self._loop._poked or time.monotonic() >= self._pull_at:
                self._loop._poked = False
                self._pull()
            if time.monotonic() >= self._verify_at:
                self._compare()
            if self._loop._editing != self._said:
                self._say_editing()
            self._loop._woken.clear()
            if not (self._loop._stopped or self._loop._poked):
                self._wait()

    def _send(self) -> None:
        """Send all that waits, and say so while it is much."""
        while not self._loop._stopped:
            sent = self._talk.send()
            if sent.count:
                self._heard_at = time.monotonic()
                self._pull_at = min(self._pull_at, self._heard_at + self._debounced())
                if sent.more or self._loop._state.phase == SyncPhase.ONLINE:
                    self._loop._tell(SyncPhase.ONLINE)
            if not sent.more:
                return

    def _fill(self) -> bool:
        """Take some of the first sync, until something was saved or it is time to say how far; False when it is done.

        What is sent between two parts waits for the writer to have written the one, while nobody asks for the next.
        """
        until = time.monotonic() + FILL_S
        self._loop._woken.clear()
        if not self._talk.fill():
            return False
        while time.monotonic() < until and not self._loop._woken.is_set() and self._talk.fill():
            pass
        filling = self._talk.filling
        self._loop._tell(SyncPhase.FILLING, done=filling.done, total=filling.total)
        self._heard_at = time.monotonic()
        return True

    def _pull(self) -> None:
        """Pull all there is; with nothing more to come the desk is in step."""
        while not self._loop._stopped and self._talk.pull().more:
            self._send()
        self._files.report()  # before what tidies up: somebody may be waiting for it
        self._talk.tidy()
        self._heard_at = time.monotonic()
        self._pull_at = self._heard_at + self._timing.poll
        self._loop._tell(SyncPhase.ONLINE)

    def _compare(self) -> None:
        verdict = self._verifier.step(self._store, self._files, self._talk.welcome)
        log.info("compared with the store: %s", verdict)
        self._heard_at = time.monotonic()
        self._verify_at = self._heard_at + self._timing.verify

    def _say_editing(self) -> None:
        """Say what is in the form here; whoever answers is there too, so it is a heartbeat as well."""
        self._said = self._loop._editing
        self._loop._tell_editors(self._store.editing(self._said))

    def _wait(self) -> None:
        """Wait for a hint, for what is due next, or to be woken; make sure now and then that anybody is there."""
        now = time.monotonic()
        if now - self._heard_at >= self._timing.heartbeat:
            if self._said is None:
                self._store.heartbeat()
            else:
                self._say_editing()
            self._heard_at = now = time.monotonic()
        due = min(self._pull_at, self._heard_at + self._timing.heartbeat, now + self._timing.look)
        if self._store.wait(max(0.0, due - now)):
            self._heard_at = time.monotonic()
            self._pull_at = min(self._pull_at, self._heard_at + self._debounced())

    def _debounced(self) -> float:
        """Return for how long a pull waits for more: who leads sees it at once, a thousand agents not all together."""
        if self._talk.welcome.identity.role != Role.AGENT:
            return 0.0
        return DRAW.uniform(*self._timing.debounce)


def _slow() -> float:
    """Return for how long to leave alone what a person must mend."""
    return LONGEST_S
