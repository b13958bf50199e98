"""What a desk of a shared store does until it, or its server, is killed: saves cases, and says what it was told."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from app import bootstrap
from app.errors import TransientError
from app.storage import folder as data_folder
from app.sync.address import StoreAddress
from app.sync.desk_sync import DeskSync
from app.sync.loop import Timing
from app.sync.postgres.store import PostgresStore, connect
from models.enums import SyncPhase
from tests.faults import casework, moments
from tests.faults.forks import die_in, say
from tests.faults.moments import Moment
from tests.postgres_server import PASSWORD

SAVES = 6
MILLI = 0.001
LINGERS = 0.8  # seconds at most: until a desk is in step before it begins, and how long it goes on when all is saved
IN_STEP_FIRST = 0.8  # of the lives; else it saves before it is connected
TIMING = Timing(look=0.05, heartbeat=0.5, poll=0.1, debounce=(0.0, 0.01))
CALL = "a call of the store"  # a moment of this file is at a call, not at a statement
OUTBOX, CACHE = data_folder.OUTBOX, data_folder.CACHE_FILE
OPENING = Moment("while the desk opens", 0.04)
OF_DESKS = (
    OPENING,
    Moment("after some time", 0.3),
    Moment("while the outbox collects", 0, OUTBOX, "INSERT INTO operation"),
    Moment("during the outbox's commit", 600 * moments.MICRO, OUTBOX, "COMMIT"),
    Moment("between saving and showing", 0, CACHE, "BEGIN"),
    Moment("while the cache is written", 0, CACHE, "INSERT INTO"),
    Moment("during the cache's commit", 600 * moments.MICRO, CACHE, "COMMIT"),
    Moment("during a checkpoint of the cache", 2500 * moments.MICRO, CACHE, "COMMIT", checkpoint_pages=4),
    Moment("while a push is on its way", 8 * MILLI, CALL, "push"),
    Moment("when the store has answered a push", 0, CALL, "push answered"),
    Moment("while answers are kept", 0, OUTBOX, "UPDATE operation"),
    Moment("while a page is on its way", 3 * MILLI, CALL, "pull"),
    Moment("when a page has come", 0, CALL, "pull answered"),
    Moment("while the store says hello", 3 * MILLI, CALL, "hello"),
    Moment("when the store has said hello", 0, CALL, "hello answered"),
)
OF_SERVERS = (
    "backend",
    "postmaster",
)  # one process of the server, upon which all others end and begin anew; or the first
Dies = Moment | str | None


def live(data: Path, address: StoreAddress, life: str, dies: Dies, chance: Random, postmaster: int) -> None:
    """Save, send and pull until something dies; in the end this process always does, unless `dies` is None."""
    if isinstance(dies, Moment) and dies.file != CALL and "some time" not in dies.name:
        moments.arm(dies, chance, 0 if dies is OPENING else 3)
    backend = bootstrap.open_backend(data)
    at_call = partial(_at_call, dies, _Countdown(chance.randint(0, 0 if _is_of_hello(dies) else 2)), chance, postmaster)
    link = DeskSync(backend.folder, lambda: _told(connect(address, PASSWORD), at_call), timing=TIMING)
    backend.folder.on_change = link.saved_then(lambda _: None)
    if isinstance(dies, Moment) and "some time" in dies.name:
        moments.arm(dies, chance)
    link.start()
    if chance.random() < IN_STEP_FIRST:
        _wait(lambda: link.state().phase == SyncPhase.ONLINE)
    for number in range(SAVES):
        summary = f"{life} {number}"
        saved = casework.save_case(backend, summary)
        say(saved=summary, reference=saved.reference)
        if number % 3 == 0:
            casework.add_to(backend, saved, f"again {summary}")
            say(added=f"again {summary}")
    if dies is not None:
        say(moment="while it goes on")
        die_in(chance.uniform(0.0, LINGERS))
    _wait(lambda: (link.state().phase, link.state().waiting) == (SyncPhase.ONLINE, 0))
    link.stop()
    backend.close()


def come_to_rest(data: Path, address: StoreAddress) -> None:
    """Send and pull all there is, as a desk nothing befalls, and say what its outbox and cache have."""
    backend = bootstrap.open_backend(data)
    link = DeskSync(backend.folder, lambda: connect(address, PASSWORD), timing=TIMING)
    until = time.monotonic() + 30
    while True:
        try:
            waiting = link.sync_once().waiting
            break
        except TransientError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
    run: Callable[[str], list[Any]] = lambda sql: backend.folder.outbox_reader.run(  # noqa: E731
        lambda connection: [tuple(row) for row in connection.exec_driver_sql(sql)]
    )
    operations = run("SELECT hex(op_id), n, result, seq, hex(device) FROM operation ORDER BY n")
    cases = backend.folder.reader.run(
        lambda c: [tuple(row) for row in c.exec_driver_sql('SELECT hex(id), revision FROM "case"')]
    )
    say(waiting=waiting, operations=operations, cases=cases)
    link.stop()
    backend.close()


def _wait(holds: Callable[[], bool]) -> None:
    """Wait for something a while; it need not come."""
    until = time.monotonic() + LINGERS
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)


class _Countdown:
    """Says once, at the call it was told, that now is the time."""

    def __init__(self, calls: int) -> None:
        self._left = calls

    def is_now(self) -> bool:
        self._left -= 1
        return self._left == -1


def _is_of_hello(dies: Dies) -> bool:
    return isinstance(dies, Moment) and "hello" in dies.statement


def _at_call(
    dies: Dies, countdown: _Countdown, chance: Random, postmaster: int, name: str, store: PostgresStore
) -> None:
    """Let die what is to die at this call."""
    if isinstance(dies, Moment) and dies.file == CALL and dies.statement == name and countdown.is_now():
        say(moment=dies.name)
        die_in(chance.uniform(0.0, dies.within))
    elif dies in OF_SERVERS and name == "push" and countdown.is_now():
        victim = postmaster if dies == "postmaster" else store._link._connection.info.backend_pid
        say(server=dies)
        _kill_in(victim, chance.uniform(0.0, 8 * MILLI))


def _kill_in(victim: int, seconds: float) -> None:
    """Kill a process a moment later, while this one waits for it."""
    if os.fork() == 0:
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
        os._exit(0)


def _told(store: PostgresStore, at_call: Callable[[str, PostgresStore], None]) -> PostgresStore:
    """Have each call say that it goes off and that it was answered, and what a push was answered."""

    def wrap(name: str, call: Any) -> Any:
        def asked(*values: Any) -> Any:
            at_call(name, store)
            answer = call(*values)
            if name == "push":
                say(answered=[[result.op_id.hex, result.seq] for result in answer])
            at_call(f"{name} answered", store)
            return answer

        return asked

    for name in ("push", "pull", "hello"):
        setattr(store, name, wrap(name, getattr(store, name)))
    return store
