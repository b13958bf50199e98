"""A desk's copy of what it needs of a shared store, with what this desk saved shown on top of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, RootTransaction, bindparam, delete, insert, select, update

from app.storage import cache_rows, cache_search, faults
from app.storage.cache_overlay import overlay
from app.storage.cache_pour import Lot, pour
from app.storage.cache_tables import key
from app.storage.cache_take import Taking, held_of
from app.storage.engine import CACHE as CACHE_KIB
from app.storage.engine import checkpoint
from app.storage.local_store import GapError, Pushed, Result
from app.storage.operations import Operation
from app.storage.prepared import PreparedRead, PreparedWrite
from app.storage.projection import TOKENED, refresh_tokens
from app.storage.store_rows import Cursor, Row
from models.base import microseconds, utc_now
from models.cache import CACHE, CURSOR, HELD
from models.enums import OperationResult

# While much is poured: the indexes of all a desk may hold, as each row is somewhere in each; fewer checkpoints.
POUR_KIB, POUR_PAGES = 48 * 1024, 16_384
LOG_PAGES = 1000  # SQLite's own
HOLD = "INSERT INTO held (customer_id, seq, used_at) VALUES (?, 0, ?) ON CONFLICT DO NOTHING"
WHOLE = "UPDATE held SET seq = max(seq, ?) WHERE customer_id = ?"
APPLIED = PreparedRead(select(CURSOR.c.applied_n), int)
SHOWN = PreparedWrite(update(CURSOR).values(applied_n=bindparam("n")))
USE = PreparedWrite(update(HELD).where(HELD.c.customer_id == bindparam("of")).values(used_at=bindparam("now")))


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the cache is: `store` is None and `seq` 0 before it was ever filled. `teams` are whose work is in it."""

    store: UUID | None
    seq: int
    op_id: UUID | None
    applied_n: int
    lease_until: datetime | None
    teams: tuple[int, ...]
    filled_after: UUID | None
    is_filled: bool
    is_indexing: bool

    @property
    def cursor(self) -> Cursor | None:
        """Where to pull from; None when nothing was pulled yet."""
        return None if self.store is None else Cursor(self.seq, self.op_id)


# Asked for before and behind each piece of sync.
STANDING = PreparedRead(
    select(
        CURSOR.c.store, CURSOR.c.seq, CURSOR.c.op_id, CURSOR.c.applied_n, CURSOR.c.lease_until, CURSOR.c.teams,
        CURSOR.c.filled_after, CURSOR.c.is_filled, CURSOR.c.is_indexing,
    ),
    lambda store, seq, op_id, applied_n, until, teams, *filled: Standing(
        store, seq, op_id, applied_n, until, tuple(json.loads(teams or "[]")), *filled
    ),
)  # fmt: skip


class CacheStore:
    """A `LocalStore` on `cache.db`; one thread uses it at a time."""

    def __init__(self, engine: Engine) -> None:
        self.path = Path(str(engine.url.database))
        with faults.told(faults.writing, self.path):
            self._connection = engine.connect()
        self._poured: RootTransaction | None = None

    def last_n(self, device: UUID) -> int:
        """Return the last operation of this desk that is shown, whatever the desk was called then."""
        with self._changing(faults.reading):
            return APPLIED.all(self._connection, {})[0]

    def push(self, device: UUID, operations: Sequence[Operation]) -> Pushed:
        """Show operations of this desk; the store has yet to answer each."""
        pushed = Pushed()
        with self._changing(faults.following):
            last = APPLIED.all(self._connection, {})[0]
            for op in operations:
                if op.n > last + 1:
                    raise GapError(last + 1)
                if op.n == last + 1:
                    self._show(op, pushed)
                    last = op.n
                pushed.results.append(Result(op.op_id, OperationResult.APPLIED))
            SHOWN.run(self._connection, {"n": last})
            self._finish(pushed)
        return pushed

    def standing(self) -> Standing:
        """Return how far the cache is."""
        with self._changing(faults.reading):
            return standing(self._connection)

    def begin(self, store: UUID, cursor: Cursor, teams: Collection[int], applied_n: int) -> None:
        """Drop all rows: this is to be filled with what `store` has, which is pulled from `cursor` on afterwards.

        Operations of this desk are shown again from `applied_n` + 1 on.
        """
        with self._changing():
            for table in CACHE.sorted_tables:
                self._connection.execute(delete(table))
            values = {"one": 1, "store": store, "seq": cursor.seq, "op_id": cursor.op_id, "applied_n": applied_n}
            values |= {"teams": json.dumps(sorted(teams)), "is_filled": False, "is_indexing": False}
            self._connection.execute(insert(CURSOR).values(values))

    def wipe(self, applied_n: int) -> None:
        """Drop all rows and what is known of the store, and give the room back; nobody is signed in any more."""
        with self._changing():
            for table in CACHE.sorted_tables:
                self._connection.execute(delete(table))
            self._connection.execute(
                insert(CURSOR).values(one=1, seq=0, applied_n=applied_n, is_filled=False, is_indexing=False)
            )
        with faults.told(faults.writing, self.path):
            self._driver.execute("VACUUM")
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def note(self, **values: Any) -> None:
        """Keep columns of `cursor`, such as `lease_until` or `is_filled`."""
        with self._changing():
            self._connection.execute(update(CURSOR).values(values))

    def take(
        self,
        rows: Iterable[Row],
        pending: Iterable[Operation] = (),
        *,
        whole: Mapping[UUID, int] | None = None,
        cursor: Cursor | None = None,
        filled_after: UUID | None = None,
    ) -> Pushed:
        """Write rows as the store has them, and show this desk's operations on top that the store's rows may lack.

        `pending` are those about these rows that it has not answered, or answered with a sequence above that of the
        row, in order (`SharedOutbox.pending_of`). `whole` are customers all rows of whom are here now, up to a
        sequence; `cursor` and `filled_after` say how far the cache is then. Rows about customers that are not held and
        of other teams are left out.
        """
        pushed = Pushed()
        with self._changing(faults.following):
            teams = standing(self._connection).teams
            taking = Taking(self._connection, teams, pushed)
            taking.take(rows)
            for op in pending:
                if op.entity not in taking.left_out:
                    overlay(self._connection, op, pushed)
            self._finish(pushed)
            self._driver.executemany(WHOLE, [(seq, of.bytes) for of, seq in (whole or {}).items()])
            if cursor is not None:
                self._connection.execute(update(CURSOR).values(seq=cursor.seq, op_id=cursor.op_id))
            if filled_after is not None:
                self._connection.execute(update(CURSOR).values(filled_after=filled_after))
        return pushed

    def pour(self, lot: Lot, pending: Iterable[Operation], seq: int) -> Pushed:
        """Write all about customers this desk did not hold, who are whole up to `seq` then, with `pending` on top.

        Nobody else sees it before `settle`, or before anything else is written here: each transaction writes a page of
        every index for nearly every row. Their search texts are made by `add_tokens` and `add_texts`.
        """
        pushed, before = Pushed(), Pushed()
        with faults.told(faults.following, self.path, self._connection):
            if self._poured is None:
                self._make_room(POUR_KIB, POUR_PAGES)
                self._poured = self._connection.begin()
            try:
                left_out = pour(self._connection, lot, seq, before)
                for op in pending:
                    if op.entity not in left_out:
                        overlay(self._connection, op, before)
                self._finish(before)
            except BaseException:
                transaction, self._poured = self._poured, None
                transaction.rollback()
                raise
        pushed.tables |= before.tables.union(heap.table for heap in lot.heaps)
        pushed.customers |= before.customers.union(lot.customers)
        return pushed

    def settle(self) -> None:
        """Have all see what was poured."""
        if self._poured is not None:
            with faults.told(faults.writing, self.path, self._connection):
                transaction, self._poured = self._poured, None
                transaction.commit()

    def unsearched(self, after: int, most: int) -> str:
        """Return customers without search texts behind a row of the table, as `cache_search.entries` takes them."""
        with self._changing(faults.reading):
            return cache_search.unsearched(self._driver, after, most)

    def add_tokens(self, tokens: str) -> None:
        """Add search tokens as `cache_search.add_tokens` takes them; nobody is found by them before `add_texts`."""
        with self._changing():
            self._connection.execute(update(CURSOR).values(is_indexing=True))
            cache_search.add_tokens(self._driver, tokens)

    def add_texts(self, entries: Sequence[cache_search.Entry], *, last: bool) -> Pushed:
        """Add the search texts of customers whose tokens are in; with `last` there are no tokens without texts then."""
        pushed = Pushed([], {"customer"}, {key(entry.customer) for entry in entries})
        with self._changing():
            cache_search.add_texts(self._connection, entries)
            if last:
                self._connection.execute(update(CURSOR).values(is_indexing=False))
        return pushed

    def forget_search(self) -> None:
        """Drop all search texts and tokens, which are to be made again."""
        with self._changing():
            cache_search.forget(self._driver)
            self._connection.execute(update(CURSOR).values(is_indexing=False))

    def hold(self, customers: Iterable[UUID]) -> None:
        """Keep customers in step from now on, before their rows are asked for: a pull meanwhile asks for them too."""
        now = microseconds(utc_now())
        with self._changing():
            self._driver.executemany(HOLD, [(of.bytes, now) for of in customers])

    def held(self, among: Iterable[UUID]) -> dict[UUID, int]:
        """Return {customer: sequence up to which they are whole, 0 for not yet} of those that are held."""
        with self._changing(faults.reading):
            return held_of(self._driver, among)

    def count_held(self) -> int:
        with self._changing(faults.reading):
            return int(self._driver.execute("SELECT count(*) FROM held").fetchone()[0])

    def trust_up_to(self, seq: int) -> None:
        """Take nobody for whole beyond a sequence: a store that was put back gives those behind it to other changes."""
        with self._changing():
            self._driver.execute("UPDATE held SET seq = ? WHERE seq > ?", (seq, seq))

    def not_whole(self, most: int) -> list[UUID]:
        """Return customers that are held and all rows of whom have not come yet."""
        with self._changing(faults.reading):
            found = select(HELD.c.customer_id).where(HELD.c.seq == 0).limit(most)
            return list(self._connection.execute(found).scalars())

    def use(self, customers: Iterable[UUID]) -> None:
        """Note that customers were looked at."""
        now = utc_now()
        with self._changing():
            USE.run(self._connection, *({"of": of, "now": now} for of in customers))

    def drop_own(self, entities: Iterable[UUID]) -> Pushed:
        """Take away rows that are only here: the store would not have them."""
        pushed = Pushed()
        with self._changing():
            for entity in entities:
                cache_rows.drop_own(self._connection, entity, pushed)
            self._finish(pushed)
        return pushed

    def unconfirmed(self, entities: Iterable[UUID]) -> list[UUID]:
        """Return those of which the store's row has not come, or that nothing brings: calls of nobody."""
        with self._changing(faults.reading):
            return cache_rows.unconfirmed(self._driver, entities)

    def open_work(self) -> list[tuple[UUID, int]]:
        """Return (id, revision) of the open cases and promises of this desk's teams."""
        with self._changing(faults.reading):
            return cache_rows.open_work(self._driver, standing(self._connection).teams)

    def revisions(self, customers: Iterable[UUID]) -> dict[UUID, list[tuple[UUID, int]]]:
        """Return {customer: (id, revision) of each row about them}."""
        with self._changing(faults.reading):
            return {of: cache_rows.revisions(self._driver, of) for of in customers}

    def some_held(self, after: UUID, most: int) -> list[UUID]:
        """Return customers that are held and whole, by id, behind one."""
        whole = select(HELD.c.customer_id).where(HELD.c.seq > 0, HELD.c.customer_id > after)
        with self._changing(faults.reading):
            return list(self._connection.execute(whole.order_by(HELD.c.customer_id).limit(most)).scalars())

    def drop_customers(self, customers: Iterable[UUID]) -> Pushed:
        """Take away all rows about customers that stay held: they have to come again."""
        pushed = Pushed()
        with self._changing():
            for of in customers:
                cache_rows.drop_customer(self._connection, of.bytes, pushed)
                self._driver.execute("UPDATE held SET seq = 0 WHERE customer_id = ?", (of.bytes,))
            self._finish(pushed)
        return pushed

    def evict(self, most: int, at_once: int = 200) -> Pushed:
        """Let the customers go that were not looked at for longest, up to `at_once`, until `most` are held.

        Those with open work of this desk's teams stay.
        """
        pushed = Pushed()
        with self._changing():
            teams = standing(self._connection).teams
            cache_rows.evict(self._connection, most, teams, at_once, pushed)
            self._finish(pushed)
        return pushed

    def checkpoint(self) -> None:
        self.settle()
        checkpoint(self._connection)
        self._make_room(CACHE_KIB, LOG_PAGES)

    def close(self) -> None:
        self.settle()
        self._connection.close()
        self._connection.engine.dispose()

    @property
    def _driver(self) -> Any:
        return self._connection.connection.driver_connection

    @contextmanager
    def _changing(self, how: Any = faults.writing) -> Iterator[None]:
        if self._poured is not None and how is faults.reading:
            with faults.told(how, self.path, self._connection):
                yield
            return
        self.settle()
        with faults.told(how, self.path, self._connection), self._connection.begin():
            yield

    def _make_room(self, kib: int, pages: int) -> None:
        self._driver.execute(f"PRAGMA cache_size = -{kib}")
        self._driver.execute(f"PRAGMA wal_autocheckpoint = {pages}").fetchall()

    def _show(self, op: Operation, pushed: Pushed) -> None:
        if op.kind.startswith("customer.create@"):
            self._driver.execute(HOLD, (op.entity.bytes, microseconds(utc_now())))
        overlay(self._connection, op, pushed)

    def _finish(self, pushed: Pushed) -> None:
        if pushed.tables & TOKENED:
            refresh_tokens(self._connection, *pushed.customers)


def standing(connection: Connection) -> Standing:
    """Return how far a cache is."""
    (found,) = STANDING.all(connection, {})
    return found


def lay_out(connection: Connection, applied_n: int) -> None:
    """Make the tables of a cache that waits to be filled."""
    CACHE.create_all(connection)
    connection.execute(insert(CURSOR).values(one=1, seq=0, applied_n=applied_n, is_filled=False, is_indexing=False))
