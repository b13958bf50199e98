"""Making customers findable whose rows have come in a first sync."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial

from app.storage.cache_search import Entry, entries
from app.storage.cache_store import CacheStore
from app.storage.local_store import Pushed
from app.storage.search_index import tokens
from app.storage.shared_outbox import SharedOutbox
from app.storage.slices import slices
from app.sync.desk_files import DeskFiles

MOST_TOGETHER = 2500  # customers whose tokens are sorted together: the more, the more of them share a page
FIRST_TOGETHER = 500  # the first, then twice as many each time, so that the writer has something soon
MOST_READ = 250  # customers: a few ms of the writer
MOST_TOKENS = 4000  # a transaction: about 7 ms
MOST_TEXTS = 400
TURN = 20  # customers between whose tokens others have the interpreter; for as long as it takes to wake somebody
PAUSE_S = 1e-4

Work = Callable[[SharedOutbox, CacheStore], Pushed]


def make_searchable(files: DeskFiles) -> Iterator[None]:
    """Make search texts and tokens of all customers here that have none, a piece at each turn.

    While the writer has one piece, those of the next customers are made.
    """
    batch = _Batch(files, 0, FIRST_TOGETHER)
    while batch.turn():
        yield
    while batch.entries:
        following = _Batch(files, batch.after, min(2 * len(batch.entries), MOST_TOGETHER))
        writing: Future[Pushed] | None = None
        for work in batch.works():
            if writing is not None:
                while not writing.done() and following.turn():
                    pass
                files.changed(writing.result())
            writing = files.start(work)
            yield
        while following.turn():
            yield
        if writing is not None:
            files.changed(writing.result())
        batch = following


class _Batch:
    """At least `enough` customers behind the row `after` of their table; their tokens are made some at a turn."""

    def __init__(self, files: DeskFiles, after: int, enough: int) -> None:
        self.after = after  # the row of the last in `entries`
        self.entries: list[Entry] = []
        self._tokens: dict[str, list[str]] = {}  # by their first two letters, each with whose it is behind it
        self._turns = self._make(files, enough)

    def turn(self) -> bool:
        """Make some more; return False when all were made."""
        return next(self._turns, False)

    def works(self) -> Iterator[Work]:
        """Yield what is to be written: the tokens, a stretch of the alphabet at a time, then the texts."""
        for part in self._stretches():
            yield partial(_add_tokens, part=json.dumps(part, ensure_ascii=False))
        for some in slices(self.entries, MOST_TEXTS):
            yield partial(_add_texts, some=some, last=some[-1] is self.entries[-1])

    def _make(self, files: DeskFiles, enough: int) -> Iterator[bool]:
        reading: Future[str] | None = self._read(files)
        while reading is not None:
            last, some = entries(reading.result())
            if last is None:
                return
            self.after = last
            self.entries += some
            reading = self._read(files) if len(self.entries) < enough else None  # while tokens of these are made
            for turn in slices(some, TURN):
                for entry in turn:
                    of = entry.customer.hex()
                    for token in tokens(entry.values["text"]):
                        self._tokens.setdefault(token[:2], []).append(token + of)
                time.sleep(PAUSE_S)
                yield True

    def _read(self, files: DeskFiles) -> Future[str]:
        return files.start(partial(_unsearched, after=self.after))

    def _stretches(self) -> Iterator[Sequence[str]]:
        part: list[str] = []
        for begin in sorted(self._tokens):
            found = sorted(self._tokens.pop(begin))
            if part and len(part) + len(found) > MOST_TOKENS:
                yield part
                part = []
            *full, rest = slices(found, MOST_TOKENS)
            yield from full
            part += rest
        if part:
            yield part


def _unsearched(_: SharedOutbox, cache: CacheStore, after: int) -> str:
    return cache.unsearched(after, MOST_READ)


def _add_tokens(_: SharedOutbox, cache: CacheStore, part: str) -> Pushed:
    cache.add_tokens(part)
    return Pushed()


def _add_texts(_: SharedOutbox, cache: CacheStore, some: Sequence[Entry], *, last: bool) -> Pushed:
    return cache.add_texts(some, last=last)
