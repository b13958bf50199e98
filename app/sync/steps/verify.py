"""Compare what is here with the store, and bring again what differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.sync.desk_files import DeskFiles
from app.sync.digest import digest
from app.sync.records import Welcome
from app.sync.shared_store import MOST_FETCHED, SharedStore
from app.sync.steps.hello import begin_anew
from app.sync.steps.pull import pull
from app.sync.steps.take import fetch

NOBODY = UUID(int=0)


class Verdict(StrEnum):
    """What a comparison found; SKIPPED: something moved meanwhile, so that nothing can be said."""

    SAME = "same"
    MENDED = "mended"
    DROPPED = "dropped"
    SKIPPED = "skipped"


@dataclass(slots=True)
class Verifier:
    """Goes round the customers that are held, some at a time."""

    at: UUID = NOBODY

    def step(self, store: SharedStore, files: DeskFiles, welcome: Welcome) -> Verdict:
        """Compare the open work of the teams and some customers.

        Work that differs means that something was missed: the cache is dropped and filled anew. Customers that differ
        are brought again. Raises what the store raises.
        """
        if not _is_quiet(store, files, welcome):
            return Verdict.SKIPPED
        theirs = store.open_digest()
        customers = files.run(lambda _, cache: cache.some_held(self.at, MOST_FETCHED))
        digests = store.customer_digests(customers) if customers else {}
        if not _is_quiet(store, files, welcome):
            return Verdict.SKIPPED
        self.at = customers[-1] if customers else NOBODY
        if digest(files.run(lambda _, cache: cache.open_work())) != theirs:
            begin_anew(files, welcome)
            return Verdict.DROPPED
        here = files.run(lambda _, cache: cache.revisions(customers))
        other = [of for of in customers if of not in digests or digest(here[of]) != digests[of]]
        if not other:
            return Verdict.SAME
        files.changed(files.run(lambda _, cache: cache.drop_customers(other)))
        fetch(store, files, other, 0, files.run(lambda _, cache: cache.standing()).seq)
        return Verdict.MENDED


def _is_quiet(store: SharedStore, files: DeskFiles, welcome: Welcome) -> bool:
    """Whether nothing waits and nothing came: then both sides are of one moment."""
    if files.run(lambda outbox, cache: outbox.waiting() or not cache.standing().is_filled):
        return False
    before = files.run(lambda _, cache: cache.standing()).seq
    pulled = pull(store, files, welcome)
    return not pulled.more and files.run(lambda _, cache: cache.standing()).seq == before
