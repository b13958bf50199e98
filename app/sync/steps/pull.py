"""What others changed, into the cache."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.storage.slices import slices
from app.sync.desk_files import DeskFiles
from app.sync.merge import strangers, to_fetch, to_hold
from app.sync.records import Page, Row, Welcome
from app.sync.shared_store import MOST_FETCHED, SharedStore
from app.sync.steps.take import fetch, take

MOST_PULLED = 1000  # changes a page
MOST_LET_GO = 50  # customers a transaction


@dataclass(frozen=True, slots=True)
class Pulled:
    """How many rows came, and whether there is more already."""

    rows: int
    more: bool


def pull(store: SharedStore, files: DeskFiles, welcome: Welcome) -> Pulled:
    """Take one page of changes, and what changed about the customers that are held.

    The cursor moves last: whatever stops this, the same page is taken again. Raises what the store raises.
    """
    standing = files.run(lambda _, cache: cache.standing())
    if standing.cursor is None:
        raise RuntimeError("nothing was pulled before `say_hello`")
    page = store.pull(standing.cursor, MOST_PULLED)
    count = _fetch(store, files, page, welcome, standing.seq)
    own = files.run(lambda outbox, _: outbox.taken_between(standing.seq, page.cursor.seq))
    confirmed = _confirmed(store, files, own)
    take(files, [*page.rows, *confirmed], cursor=page.cursor)
    return Pulled(len(page.rows) + count, page.more)


def _fetch(store: SharedStore, files: DeskFiles, page: Page, welcome: Welcome, seq: int) -> int:
    """Bring what changed of held customers, those whom work of our teams is about, and others while there is room."""
    about = {row.customer_id for row in page.rows if row.customer_id is not None}
    held = files.run(lambda _, cache: cache.held(page.touched.keys() | about))
    fresh = to_hold(page.rows, welcome.identity.teams, held)
    if others := strangers(page.touched, held, fresh):
        room = welcome.most_held - files.run(lambda _, cache: cache.count_held()) - len(fresh)
        fresh += others[: max(0, room)]
    if fresh:
        files.run(lambda _, cache: cache.hold(fresh))
    changed = to_fetch(page.touched, held)
    unwhole = [of for of in changed if held[of] == 0]
    count = fetch(store, files, [*fresh, *unwhole], 0, page.cursor.seq)
    return count + fetch(store, files, [of for of in changed if held[of]], seq, page.cursor.seq)


def _confirmed(store: SharedStore, files: DeskFiles, own: set[UUID]) -> list[Row]:
    """Return the store's rows of what this desk wrote and no page brings: of nobody, or of customers it let go."""
    waiting = files.run(lambda _, cache: cache.unconfirmed(own))
    return [row for part in slices(waiting, MOST_FETCHED) for row in store.rows(part)]


def make_whole(store: SharedStore, files: DeskFiles) -> int:
    """Bring customers of whom a look-up was stopped halfway; return how many rows came."""
    missing = files.run(lambda _, cache: cache.not_whole(MOST_FETCHED))
    seq = files.run(lambda _, cache: cache.standing()).seq
    return fetch(store, files, missing, 0, max(seq, 1))


def let_go(files: DeskFiles, most_held: int) -> None:
    """Let the customers go that were not used for longest, until as many are held as a desk may hold."""
    while True:
        gone = files.run(lambda _, cache: cache.evict(most_held, at_once=MOST_LET_GO))
        files.changed(gone)
        if len(gone.customers) < MOST_LET_GO:
            return
