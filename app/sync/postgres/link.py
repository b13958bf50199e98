"""One connection to PostgreSQL on which nothing waits for ever, and whose waiting for a hint another thread can end."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import suppress
from typing import Any, TypeVar

import psycopg
from psycopg.rows import TupleRow

from app.sync.address import StoreAddress
from app.sync.postgres.errors import LateError, connecting

CONNECT_S = 3
# The system finds a cut link by itself in eight seconds, also while a long answer is waited for.
KEEPALIVE = {"keepalives_idle": 3, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 8_000}
SERVER_S = 60  # when the server itself gives up a statement whose desk has gone
CHANNEL = "ringbook"
TICK_S = 0.2
Tick = Callable[[], None]
T = TypeVar("T")


class PatientConnection(psycopg.Connection[TupleRow]):
    """Whatever it waits for, it waits until a moment: a cut link may stay silent for hours.

    Meanwhile `tick` is called several times a second, and `meanwhile` once, when the next statement is on its way; what
    they raise ends the wait, and the statement at the server.
    """

    until = float("inf")
    tick: Tick | None = None
    meanwhile: Tick | None = None

    def wait(self, gen: Generator[Any, Any, T], interval: float = 0.0, timeout: float | None = None) -> T:
        until = self.until if timeout is None else min(self.until, time.monotonic() + timeout)
        with selectors.DefaultSelector() as selector:
            try:
                events = next(gen)
                meanwhile, self.meanwhile = self.meanwhile, None
                self._do(meanwhile)
                while True:
                    selector.register(self.fileno(), events)
                    ready = self._select(selector, until)
                    selector.unregister(self.fileno())
                    if not ready:
                        raise LateError("no answer in time")
                    events = gen.send(ready)
            except StopIteration as done:
                result: T = done.value
                return result

    def _select(self, selector: selectors.BaseSelector, until: float) -> int:
        """Return what the socket is ready for, 0 when it was for nothing before `until`."""
        while True:
            left = until - time.monotonic()
            for _, events in selector.select(max(0.0, min(left, SERVER_S if self.tick is None else TICK_S))):
                return events
            if left <= 0:
                return 0
            self._do(self.tick)

    def _do(self, work: Tick | None) -> None:
        try:
            if work is not None:
                work()
        except BaseException:
            self.pgconn.get_cancel().cancel()
            self.close()
            raise


class Link:
    """A connection and what wakes whoever waits on it; one thread uses it, any may call `interrupt`."""

    def __init__(self, address: StoreAddress, password: str | None) -> None:
        """Connect; raises KnownError and TransientError as `errors.connecting` says."""
        options: Mapping[str, Any] = address.conninfo() | KEEPALIVE
        with connecting(address):
            self._connection = PatientConnection.connect(
                **options, password=password, autocommit=True, connect_timeout=CONNECT_S, application_name="Ringbook",
                options=f"-c statement_timeout={SERVER_S}s -c timezone=UTC -c client_encoding=UTF8",
            )  # fmt: skip
        self._is_hinted = False
        self._connection.add_notify_handler(self._on_notify)
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._waker.setblocking(False)

    def ask(self, query: str, values: tuple[Any, ...], seconds: float, meanwhile: Tick | None = None) -> list[TupleRow]:
        """Run a statement and return its rows; when the answer takes longer the connection is closed.

        `meanwhile` is called while the server works; it must not ask anything itself.
        """
        self._connection.until = time.monotonic() + seconds
        self._connection.meanwhile = meanwhile
        try:
            return self._connection.execute(query, values, prepare=True, binary=True).fetchall()
        except LateError:
            self._connection.close()
            raise

    def listen(self) -> None:
        """Be hinted at what others push from now on."""
        self._connection.until = time.monotonic() + CONNECT_S
        self._connection.execute(f"LISTEN {CHANNEL}")

    def wait(self, seconds: float) -> bool:
        """Block until somebody else has pushed or `interrupt` is called; return whether somebody has."""
        until = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self._connection.fileno(), selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while not self._is_hinted:
                ready = selector.select(max(0.0, until - time.monotonic()))
                if not ready or self._was_woken():
                    break
                self._read()
        hinted, self._is_hinted = self._is_hinted, False
        return hinted

    def interrupt(self) -> None:
        """End a `wait`, or the next one, from any thread."""
        with suppress(OSError):  # it is full of them already, or closed
            self._waker.send(b"!")

    def close(self) -> None:
        self._connection.close()
        self._woken.close()
        self._waker.close()

    def _read(self) -> None:
        """Take what has arrived; raises OperationalError when the server has closed."""
        pgconn = self._connection.pgconn
        pgconn.consume_input()
        while notify := pgconn.notifies():
            self._is_hinted = self._is_hinted or notify.be_pid != pgconn.backend_pid

    def _was_woken(self) -> bool:
        try:
            return bool(self._woken.recv(4096))
        except BlockingIOError:
            return False

    def _on_notify(self, notify: psycopg.Notify) -> None:
        """Others pushed while we did something else; of our own pushes we know."""
        self._is_hinted = self._is_hinted or notify.pid != self._connection.pgconn.backend_pid
