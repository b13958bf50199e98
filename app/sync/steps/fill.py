"""The first filling of a cache: the work of the desk's teams, then the customers it is about, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from uuid import UUID

from app.storage.cache_pour import Lot
from app.storage.cache_store import CacheStore, Standing
from app.storage.heaps import Heap
from app.storage.shared_outbox import SharedOutbox
from app.storage.slices import slices
from app.sync.desk_files import DeskFiles
from app.sync.shared_store import SharedStore
from app.sync.steps.poured import ALL, Poured
from app.sync.steps.searchable import make_searchable
from app.sync.steps.take import fetch
from app.sync.steps.team_work import add_work

# Ids tell when a customer was made, and neighbours stand on the same pages: of those who are wanted first, so many are
# brought in the order of their ids.
A_BLOCK = 5000


@dataclass(slots=True)
class Filling:
    """How far a filling is, for who watches: `total` is an estimate until the customers' turn comes.

    When it `is_whole` all rows are here, and customers are made findable by name.
    """

    done: int = 0
    total: int = 0
    is_whole: bool = False
    _steps: Generator[None, None, bool] | None = field(default=None, repr=False)

    def step(self, store: SharedStore, files: DeskFiles) -> bool:
        """Bring one more batch; return whether there is more. What is in stays, wherever it is stopped.

        Raises what the store raises.
        """
        if self._steps is None:
            standing = files.run(_standing)
            if standing.is_filled:
                return False
            self._steps = self._fill(store, files, standing)
        try:
            next(self._steps)
        except StopIteration as ended:
            self._steps = None
            if ended.value:
                files.run(_end)
        except BaseException:
            self._steps = None
            raise
        return True

    def _fill(self, store: SharedStore, files: DeskFiles, standing: Standing) -> Generator[None, None, bool]:
        """Bring the work of the teams, then all customers, and make these findable by name.

        Returns False when the cache was dropped meanwhile.
        """
        if standing.filled_after != ALL and not (yield from add_work(store, files, standing.filled_after)):
            return False
        _forget_half(files, standing)
        if not (yield from self._add_customers(store, files, max(standing.seq, 1))):
            return False
        yield from make_searchable(files)
        return True

    def _add_customers(self, store: SharedStore, files: DeskFiles, seq: int) -> Generator[None, None, bool]:
        """Bring all customers, a batch at each turn; return False when the cache was dropped meanwhile."""
        left, poured = self._missing(store, files), Poured(files)
        pour = _Once(lambda: None)
        while left:
            batch, left = left[: poured.asked], left[poured.asked :]
            try:
                heaps = store.whole(batch, pour)
            finally:
                pour()
            self._bring(store, files, poured.large, seq)
            pour = _Once(partial(_pour, poured, batch, heaps, seq))
            self.done += len(batch)
            yield
            if poured.is_dropped:
                return False
        pour()
        self._bring(store, files, poured.large, seq)
        poured.settle()
        poured.wait()
        if poured.is_dropped:
            return False
        self.is_whole = True
        yield
        return True

    def _bring(self, store: SharedStore, files: DeskFiles, customers: list[UUID], seq: int) -> None:
        """Bring customers of whom there is too much to be poured."""
        if customers:
            files.run(lambda _, cache: cache.hold(customers))
            fetch(store, files, customers, 0, seq)
            customers.clear()

    def _missing(self, store: SharedStore, files: DeskFiles) -> list[UUID]:
        """Return the customers to bring, a block in the order of ids; those of an earlier try are whole."""
        wanted = store.working_set()
        held = files.run(lambda _, cache: cache.held(wanted))
        missing = [of for of in wanted if not held.get(of)]
        self.done, self.total = len(wanted) - len(missing), len(wanted)
        return [of for some in slices(missing, A_BLOCK) for of in sorted(some, key=attrgetter("int"))]


def who_is_here(files: DeskFiles) -> Iterator[None]:
    """Make customers findable by name whom a first sync has brought that was stopped, a piece at each turn.

    For when the store is away: the others may not come today.
    """
    standing = files.run(_standing)
    if not standing.is_filled:
        _forget_half(files, standing)
        yield from make_searchable(files)


def _forget_half(files: DeskFiles, standing: Standing) -> None:
    """Drop search texts and tokens if they were stopped in the middle of: nobody knows where."""
    if standing.is_indexing:
        files.run(lambda _, cache: cache.forget_search())


class _Once:
    """Work that is done at the first call; later ones, of a store that was asked late, do nothing."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work: Callable[[], None] | None = work

    def __call__(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work()


def _pour(poured: Poured, batch: Sequence[UUID], heaps: Sequence[Heap], seq: int) -> None:
    poured.add(Lot.of(batch, heaps), seq)


def _standing(_: SharedOutbox, cache: CacheStore) -> Standing:
    return cache.standing()


def _end(_: SharedOutbox, cache: CacheStore) -> None:
    """Note that it is filled, unless it was begun anew while customers were made findable."""
    if cache.standing().filled_after == ALL:
        cache.note(is_filled=True)
