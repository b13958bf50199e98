"""Asking the store about somebody this desk does not hold, while a caller waits."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from app.errors import AppError
from app.phone_numbers import PhoneNumber
from app.sync.desk_files import DeskFiles
from app.sync.shared_store import SharedStore
from app.sync.steps.take import fetch

log = logging.getLogger(__name__)
ASKED_AGAIN_S = 60.0  # the same question within that time has the same answer
TYPED_S = 0.3  # how long nothing more is typed before the store is asked
SHORTEST_TEXT = 2
STOP_S = 0.5  # a store that does not answer holds nobody up who closes the window: nobody waits for it any more


class Lookup:
    """One thread on a connection of its own; what it finds lies in the cache, where the screen reads it.

    Only the last question that waits is asked: nobody needs the answer to what was typed before. Without a link
    nothing is asked, and nothing is said: the desk's state says it.
    """

    def __init__(
        self,
        connect: Callable[[], SharedStore],
        files: DeskFiles,
        is_online: Callable[[], bool],
        found: Callable[[], None],
    ) -> None:
        self._connect, self._files, self._is_online, self._found = connect, files, is_online, found
        self._store: SharedStore | None = None
        self._condition = threading.Condition()
        self._questions: dict[str, tuple[float, Callable[[SharedStore], list[UUID]]]] = {}
        self._asked: dict[str, float] = {}
        self._stopped = False
        self._thread: threading.Thread | None = None

    def whose(self, number: PhoneNumber) -> None:
        """Bring who has a number."""
        if number.e164 or number.suffix_key:
            key = f"number {number.e164 or number.suffix_key}"
            self._ask("number", key, 0.0, lambda store: store.whose(number.e164, number.suffix_key))

    def find(self, text: str) -> None:
        """Bring whom a search finds, once nobody types any more."""
        if len(text.strip()) >= SHORTEST_TEXT:
            self._ask("text", f"text {text}", TYPED_S, lambda store: store.find(text))

    def use(self, customers: Iterable[UUID]) -> None:
        """Note who was looked at, and bring those of them that this desk does not hold."""
        wanted = tuple(customers)
        if wanted:
            self._ask("ids", f"ids {sorted(wanted)}", 0.0, lambda _: list(wanted))

    def stop(self) -> None:
        with self._condition:
            self._stopped = True
            self._condition.notify()
        if self._thread is not None:
            self._thread.join(STOP_S)

    def _ask(self, kind: str, key: str, delay: float, question: Callable[[SharedStore], list[UUID]]) -> None:
        now = time.monotonic()
        with self._condition:
            if self._stopped or not self._is_online() or now - self._asked.get(key, -ASKED_AGAIN_S) < ASKED_AGAIN_S:
                return
            self._asked = {k: at for k, at in self._asked.items() if now - at < ASKED_AGAIN_S} | {key: now + delay}
            self._drop_untold(kind, key)
            self._questions[kind] = (now + delay, question)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="lookup", daemon=True)
                self._thread.start()
            self._condition.notify()

    def _drop_untold(self, kind: str, key: str) -> None:
        """What was typed before and never asked may be asked when it is typed again."""
        if kind in self._questions:
            prefix = key.split(" ", 1)[0] + " "
            self._asked = {k: at for k, at in self._asked.items() if k == key or not k.startswith(prefix)}

    def _run(self) -> None:
        while (question := self._next()) is not None:
            try:
                self._answer(question)
            except AppError as error:
                log.info("the store was not asked: %s", type(error).__name__)
                self._close()
            except Exception:
                if not self._stopped:  # then the files it would write are closed
                    log.exception("a look-up met a bug")
                self._close()
        self._close()

    def _next(self) -> Callable[[SharedStore], list[UUID]] | None:
        """Return the next question that is due; None at the end."""
        with self._condition:
            while not self._stopped:
                due = min(self._questions.items(), key=lambda item: item[1][0], default=None)
                now = time.monotonic()
                if due is not None and due[1][0] <= now:
                    del self._questions[due[0]]
                    return due[1][1]
                self._condition.wait(None if due is None else due[1][0] - now)
        return None

    def _answer(self, question: Callable[[SharedStore], list[UUID]]) -> None:
        store = self._store = self._store or self._connect()
        if bring(store, self._files, question(store)):
            self._found()

    def _close(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()


def bring(store: SharedStore, files: DeskFiles, customers: Sequence[UUID]) -> bool:
    """Hold customers and bring their rows; return whether any were missing. Raises what the store raises."""
    if not customers:
        return False
    held, standing = files.run(lambda _, cache: (cache.held(customers), cache.standing()))
    if standing.store is None:
        return False  # nothing was ever pulled, so nothing would keep them in step
    missing = [of for of in customers if not held.get(of)]
    files.run(lambda _, cache: cache.hold(missing))
    fetch(store, files, missing, 0, max(standing.seq, 1))
    files.run(lambda _, cache: cache.use(customers))
    return bool(missing)
