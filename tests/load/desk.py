"""A desk without a window: it saves what a call brings now and then, and pulls when it hears of a change."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar
from uuid import UUID

from app.errors import TransientError
from app.storage.references import free_prefix
from app.storage.unit_of_work import UnitOfWork
from app.sync.address import StoreAddress
from app.sync.postgres.store import connect
from app.sync.records import Cursor, Desk
from app.sync.shared_store import SharedStore
from models.base import utc_now, uuid7
from models.enums import CaseKind, Role

T = TypeVar("T")
DEBOUNCE_SECONDS = (2.0, 5.0)  # of an agent; a supervisor pulls at once
PAGE = 500
MOST_TRIES = 20


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits where: a login, what it may do, and how often it saves."""

    address: StoreAddress
    password: str
    role: Role
    saves_a_minute: float


@dataclass(slots=True)
class Done:
    """What a desk did and saw; times in seconds.

    `saved` is {case: its sequence}, `seen` {case: how long after it was saved it was here}; `began` is the sequence
    behind which the desk reads.
    """

    login: str
    role: Role
    home: int = 0
    device: UUID = field(default_factory=uuid7)
    began: int = 0
    saved: dict[UUID, int] = field(default_factory=dict)
    seen: dict[UUID, float] = field(default_factory=dict)
    pushes: list[float] = field(default_factory=list)
    pulls: int = 0
    retries: int = 0
    error: str = ""


class SimulatedDesk(threading.Thread):
    """Works until `ended`, then says goodbye once all it can know of is here."""

    def __init__(self, seat: Seat, customers: list[UUID], ended: threading.Event, quiet: threading.Event) -> None:
        super().__init__(name=seat.address.login, daemon=True)
        self.done = Done(seat.address.login, seat.role)
        self._seat, self._customers = seat, customers
        self._ended, self._quiet = ended, quiet
        self._random = Random(seat.address.login)
        self._cursor = Cursor(0, None)
        self._unit = UnitOfWork(1, "K7", 1)

    def run(self) -> None:
        try:
            self._store: SharedStore = connect(self._seat.address, self._seat.password)
            self._work()
            self._quiet.wait()  # until the last of all has pushed
            self._pull()
            self._store.close()
        except Exception as error:
            self.done.error = f"{type(error).__name__}: {error}"

    def _work(self) -> None:
        desk = Desk(self.done.device, free_prefix(lambda _: False), self.name, "load", utc_now())
        welcome = self._again(lambda: self._store.hello(desk, None))
        self._cursor, self.done.home = welcome.cursor, welcome.identity.home
        self._unit, self.done.began = UnitOfWork(1, welcome.prefix, 1), welcome.cursor.seq
        save_at, pull_at = self._next_save(), None
        while not self._ended.is_set():
            now = time.monotonic()
            hinted = self._store.wait(max(0.0, min(save_at, pull_at or save_at, now + 1.0) - now))
            now = time.monotonic()
            if hinted and pull_at is None:
                pull_at = now if self._seat.role == Role.SUPERVISOR else now + self._random.uniform(*DEBOUNCE_SECONDS)
            if pull_at is not None and now >= pull_at:
                pull_at = None
                self._pull()
            if now >= save_at:
                save_at = self._next_save()
                self._save()

    def _next_save(self) -> float:
        if not self._seat.saves_a_minute:
            return float("inf")
        return time.monotonic() + self._random.expovariate(self._seat.saves_a_minute / 60)

    def _save(self) -> None:
        """Push what a call brings: the call and its leg, a case, what happened first, a promise."""
        mark, now, customer = self._unit.mark(), utc_now(), self._random.choice(self._customers)
        call = uuid7()
        self._unit.log("call", call, {"direction": "inbound", "customer_id": customer, "began_at": now})
        self._unit.log("call_leg", uuid7(), {"call_id": call, "extension": "1001", "began_at": now})
        case = self._unit.create("case", {
            "reference": self._unit.take_reference(), "kind": CaseKind.COMPLAINT, "severity": "normal",
            "status": "received", "summary": f"sent {time.time_ns()}", "customer_id": customer, "call_id": call,
            "opened_at": now,
        })  # fmt: skip
        self._unit.create("case_event", {"case_id": case, "at": now, "kind": "received"})
        self._unit.create("follow_up", {
            "customer_id": customer, "case_id": case, "what": "call back", "channel": "call", "due_at": now,
            "time_zone": "Europe/Madrid", "status": "open",
        })  # fmt: skip
        begun = time.perf_counter()
        results = self._again(lambda: self._store.push(self.done.device, self._unit.since(mark)))
        if any(result.result != "applied" for result in results):
            raise AssertionError(f"not applied: {results}")
        self.done.pushes.append(time.perf_counter() - begun)
        place = [op.entity for op in self._unit.since(mark)].index(case)
        self.done.saved[case] = results[place].seq or 0

    def _again(self, work: Callable[[], T]) -> T:
        """Ask until the store answers, as a desk does."""
        for _ in range(MOST_TRIES):
            try:
                return work()
            except TransientError:
                self.done.retries += 1
                time.sleep(self._random.uniform(0, 1))
        return work()

    def _pull(self) -> None:
        more = True
        while more:
            page = self._store.pull(self._cursor, PAGE)
            self._cursor, more = page.cursor, page.more
            self.done.pulls += 1
            now = time.time_ns()
            for row in page.rows:
                if row.table == "case" and row.values is not None and row.id not in self.done.seen:
                    self.done.seen[row.id] = (now - int(row.values["summary"].split()[1])) / 1e9
