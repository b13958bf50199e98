"""How a step of sync gets at the two files of its desk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

from app.storage.cache_store import CacheStore
from app.storage.local_store import Pushed
from app.storage.shared_outbox import SharedOutbox

T = TypeVar("T")


class DeskFiles(Protocol):
    """The outbox and the cache; whoever writes them does nothing else meanwhile, so each work is short."""

    def run(self, work: Callable[[SharedOutbox, CacheStore], T]) -> T:
        """Return what `work` makes of the files; it is run once, and what it raises comes through."""
        ...

    def start(self, work: Callable[[SharedOutbox, CacheStore], T]) -> Future[T]:
        """Have `work` run behind all that was asked for before, and go on meanwhile."""
        ...

    def changed(self, pushed: Pushed) -> None:
        """Hear what a step has changed of what the screen shows."""
        ...

    def report(self) -> None:
        """Have the screen hear at once what has changed until now."""
        ...


class OwnFiles:
    """Files that nobody else uses at the same time: of a simulated desk, or of one whose writer is not there."""

    def __init__(self, outbox: SharedOutbox, cache: CacheStore) -> None:
        self.outbox, self.cache = outbox, cache

    def run(self, work: Callable[[SharedOutbox, CacheStore], T]) -> T:
        return work(self.outbox, self.cache)

    def start(self, work: Callable[[SharedOutbox, CacheStore], T]) -> Future[T]:
        done: Future[T] = Future()
        done.set_result(self.run(work))
        return done

    def changed(self, pushed: Pushed) -> None:
        """Nobody looks."""

    def report(self) -> None:
        """Nobody looks."""
