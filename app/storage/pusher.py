"""From the outbox into the store, a short transaction at a time."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any
from uuid import UUID

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError
from app.events import DataTrouble, RowsChanged
from app.storage.local_store import GapError, LocalStore, Result
from app.storage.operations import Operation
from app.storage.outbox import Outbox

log = logging.getLogger(__name__)
BATCH = 200
CHUNK = 20  # operations a transaction of the store takes while others wait: about 5 ms
LONGEST_PAUSE = 0.01
QUIET_SECONDS = 0.5  # between two reports, as long as there is more to push: each makes the window read


class Pusher:
    """Holds what the store lacks; should the store fail, it forgets it, since the outbox has it all."""

    def __init__(
        self, outbox: Outbox, store: LocalStore, on_change: Callable[[RowsChanged | DataTrouble], None]
    ) -> None:
        self._outbox, self._store, self._on_change = outbox, store, on_change
        self._units: deque[Sequence[Operation]] = deque()
        self._waiting: deque[tuple[int, Future[Any], Any]] = deque()
        self._tables: set[str] = set()
        self._customers: set[UUID] = set()
        self._reported = 0.0
        self._next_push = 0.0
        self.behind = 0  # operations
        self.failed = False  # the store lacks what only the outbox holds; `retry` may help

    def add(self, operations: Sequence[Operation]) -> None:
        """Take the operations of one unit of work."""
        if operations:
            self._units.append(operations)
            self.behind += len(operations)

    def when_taken(self, future: Future[Any], result: Any) -> None:
        """Resolve a future once the store has all that was added until now."""
        if self._units:
            self._waiting.append((self._units[-1][-1].n, future, result))
        else:
            future.set_result(result)

    def catch_up(self) -> None:
        """Push all the store lacks; raises what the store raises."""
        taken = self._store.last_n(self._outbox.device)
        while operations := self._outbox.after(taken, BATCH):
            self._push(operations)
            taken = operations[-1].n
        self.failed = False
        self._report()

    def push_some(self) -> None:
        """Push a chunk of whole units; resolve what waited for them and say what changed."""
        begun = time.monotonic()
        try:
            self._push(self._chunk())
        except Exception as error:
            log.exception("the store did not take operations; they wait in the outbox")
            if isinstance(error, AppError) and not self.failed:
                self._on_change(DataTrouble(error))
            self._units.clear()
            self.behind, self.failed = 0, True
        now = time.monotonic()
        self._next_push = now + min(now - begun, LONGEST_PAUSE) if self.behind else 0.0
        self._resolve()
        if not self.behind or time.monotonic() - self._reported > QUIET_SECONDS:
            self._report()

    def pause(self) -> float:
        """Return for how many seconds others shall have the machine: in a bulk write as long as a push takes."""
        return max(0.0, self._next_push - time.monotonic())

    def retry(self) -> None:
        """Push what the store would not take before, in an idle moment."""
        try:
            self.catch_up()
        except Exception as error:
            log.debug("the store takes no operations yet: %s", type(error).__name__)

    def _chunk(self) -> list[Operation]:
        chunk: list[Operation] = []
        while self._units and len(chunk) + len(self._units[0]) <= CHUNK:
            chunk += self._units.popleft()
        if not chunk and self._units:  # one that is larger than a chunk: whole as far as a push may be
            unit = self._units.popleft()
            chunk += unit[:BATCH]
            if len(unit) > BATCH:
                self._units.appendleft(unit[BATCH:])
        self.behind -= len(chunk)
        return chunk

    def _push(self, operations: Sequence[Operation]) -> None:
        """Send operations; before them any the store lacks, if another process died before it could."""
        while operations:
            try:
                pushed = self._store.push(self._outbox.device, operations)
            except GapError as gap:
                self._fill(gap.expected, operations[0].n)
                continue
            for result in pushed.results:
                if result.result != "applied":
                    log.error("operation %s was %s: %s", result.op_id, result.result, result.reason)
                if result.result == "refused":
                    self._on_change(DataTrouble(_refused(result)))
            self._tables |= pushed.tables
            self._customers |= pushed.customers
            return

    def _fill(self, expected: int, until: int) -> None:
        """Send what another process saved from sequence `expected` to before `until`."""
        while expected < until:
            missing = [op for op in self._outbox.after(expected - 1, BATCH) if op.n < until]
            if not missing:
                raise LookupError(f"the outbox lacks operation {expected}")
            self._push(missing)
            expected = missing[-1].n + 1

    def _resolve(self) -> None:
        """Resolve those whose operations went, or that the store would not take: they are saved either way."""
        first = self._units[0][0].n if self._units else None
        while self._waiting and (first is None or self._waiting[0][0] < first):
            _, future, result = self._waiting.popleft()
            future.set_result(result)

    def _report(self) -> None:
        self._reported = time.monotonic()
        if self._tables:
            changed = RowsChanged(frozenset(self._tables), frozenset(self._customers))
            self._tables, self._customers = set(), set()
            try:
                self._on_change(changed)
            except Exception:
                log.exception("nobody could be told what changed")


def _refused(result: Result) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "A change was not taken"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "It is kept ({reason}). Ctrl+Shift+A shows what needs attention, and “main.py refused --data …” lists such "
            "changes.",
        ),
        reason=result.reason,
    )
