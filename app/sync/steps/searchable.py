"""Making customers findable whose rows have come in a first sync."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from app.storage.cache_search import Entry
from app.storage.cache_store import CacheStore
from app.storage.local_store import Pushed
from app.storage.search_index import tokens
from app.storage.shared_outbox import SharedOutbox
from app.storage.slices import slices
from app.sync.desk_files import DeskFiles

MOST_TOKENS = 4000  # a transaction: about 10 ms
MOST_TEXTS = 400
TURN = 40  # customers between whose tokens others have the interpreter


@dataclass(slots=True)
class Searchable:
    """How far customers are found: those up to the row `after` of the table; `more` when there were any at last."""

    after: int = 0
    more: bool = True

    def add(self, files: DeskFiles, most: int) -> Iterator[None]:
        """Make search texts and tokens of up to `most` more customers, a piece at each turn."""
        after, entries = files.run(lambda _, cache: cache.unsearched(self.after, most))
        self.more = bool(entries)
        for part in _stretches(entries):
            files.run(partial(_add_tokens, part=part))
            yield
        for some in slices(entries, MOST_TEXTS):
            files.changed(files.run(partial(_add_texts, some=some, last=some[-1] is entries[-1])))
            yield
        self.after = after


def _add_tokens(_: SharedOutbox, cache: CacheStore, part: str) -> None:
    cache.add_tokens(part)


def _add_texts(_: SharedOutbox, cache: CacheStore, some: Sequence[Entry], *, last: bool) -> Pushed:
    return cache.add_texts(some, last=last)


def _stretches(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the tokens of customers, a stretch of the alphabet at a time, as JSON of [token, customer]."""
    found: dict[str, list[tuple[str, str]]] = {}
    for n, entry in enumerate(entries):
        of = entry.customer.hex()
        for token in tokens(entry.values["text"]):
            found.setdefault(token[:2], []).append((token, of))
        if n % TURN == TURN - 1:
            time.sleep(0)
    part: list[tuple[str, str]] = []
    for begin in sorted(found):
        if part and len(part) + len(found[begin]) > MOST_TOKENS:
            yield json.dumps(part, ensure_ascii=False)
            part = []
        for some in slices(sorted(found[begin]), MOST_TOKENS):
            part += some
            if len(part) >= MOST_TOKENS:
                yield json.dumps(part, ensure_ascii=False)
                part = []
    if part:
        yield json.dumps(part, ensure_ascii=False)
