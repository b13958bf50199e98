"""The shared store on PostgreSQL: each method is one call of a function of its schema api."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from psycopg.errors import LockNotAvailable, UndefinedFunction

from app.storage.heaps import Heap, heaps_of
from app.storage.local_store import Result
from app.storage.operations import Operation
from app.storage.references import beginnings
from app.sync.address import StoreAddress
from app.sync.digest import digest
from app.sync.postgres import wire
from app.sync.postgres.errors import calling
from app.sync.postgres.link import Link
from app.sync.records import AuditRow, Cursor, Desk, Digest, Page, Row, Welcome

HEARTBEAT_S = 3
SHORT_S = 8  # what one waits for who has a caller on the phone, or who pushes: a cut link is noticed within ten
LONG_S = 30  # pages of a first sync


class PostgresStore:
    """A `SharedStore`."""

    def __init__(self, link: Link, address: StoreAddress) -> None:
        self._link = link
        self._address = address
        with calling(address):
            link.listen()

    def hello(self, desk: Desk, cursor: Cursor | None) -> Welcome:
        seen = (cursor.seq, cursor.op_id) if cursor else (None, None)
        said = (desk.device, desk.prefix, desk.machine, desk.program, desk.clock, desk.wire, *seen)
        query = "SELECT api.hello(%s, %s::text, %s::text, %s::text, %s, %s::integer, %s::bigint, %s::uuid)"
        return wire.welcome(self._ask(query, *said)[0][0])

    def last_n(self, device: UUID) -> int:
        return int(self._ask("SELECT api.last_n(%s)", device)[0][0])

    def begin_after(self, device: UUID, n: int) -> None:
        self._ask("SELECT api.begin_after(%s, %s)", device, n)

    def push(self, device: UUID, operations: Sequence[Operation]) -> list[Result]:
        found = self._ask("SELECT * FROM api.push(%s, %s::jsonb)", device, wire.encode(operations))
        return [Result(*line) for line in found]

    def answers(self, device: UUID, after_n: int, most: int) -> list[tuple[int, Result]]:
        found = self._ask("SELECT * FROM api.answers(%s, %s::bigint, %s::integer)", device, after_n, most)
        return [(n, Result(*line)) for n, *line in found]

    def pull(self, cursor: Cursor, most: int) -> Page:
        found = self._ask("SELECT * FROM api.pull(%s::bigint, %s::integer)", cursor.seq, most, seconds=LONG_S)
        (seq, _, op_id, _, about), *rows = found
        touched = {UUID(customer): last for customer, last in about["touched"].items()}
        return Page(_rows(rows), touched, Cursor(seq, op_id), about["more"])

    def team_rows(self, after: UUID | None, most: int) -> list[Row]:
        return _rows(self._ask("SELECT * FROM api.team_rows(%s::uuid, %s::integer)", after, most, seconds=LONG_S))

    def working_set(self) -> list[UUID]:
        return [id_ for (id_,) in self._ask("SELECT api.working_set()", seconds=LONG_S)]

    def customers(self, ids: Sequence[UUID], after_seq: int = 0) -> list[Row]:
        query = "SELECT * FROM api.customers(%s::uuid[], %s::bigint)"
        return _rows(self._ask(query, list(ids), after_seq, seconds=LONG_S))

    def whole(self, ids: Sequence[UUID], meanwhile: Callable[[], None] | None = None) -> list[Heap]:
        with calling(self._address), suppress(UndefinedFunction):  # a store of the version before
            found = self._link.ask("SELECT * FROM api.whole(%s::uuid[])", (list(ids),), LONG_S, meanwhile)
            return [Heap(*line) for line in found]
        return heaps_of(self.customers(ids), ids)

    def rows(self, entities: Sequence[UUID]) -> list[Row]:
        return _rows(self._ask("SELECT * FROM api.rows(%s::uuid[])", list(entities)))

    def whose(self, e164: str | None, suffix_key: str | None) -> list[UUID]:
        return [id_ for (id_,) in self._ask("SELECT api.whose(%s::text, %s::text)", e164, suffix_key)]

    def find(self, text: str) -> list[UUID]:
        text = text.replace("\0", "").encode(errors="replace").decode()
        return [id_ for (id_,) in self._ask("SELECT api.find(%s::text, %s::text[])", text, beginnings(text))]

    def open_digest(self) -> Digest:
        return Digest(*self._ask("SELECT * FROM api.open_digest()", seconds=LONG_S)[0])

    def customer_digests(self, ids: Sequence[UUID]) -> dict[UUID, Digest]:
        found = self._ask("SELECT * FROM api.customer_digests(%s::uuid[])", list(ids), seconds=LONG_S)
        return {id_: Digest(rows, hash_) for id_, rows, hash_ in found} | {
            id_: digest(()) for id_ in set(ids) - {id_ for id_, _, _ in found}
        }

    def audit(self, before_seq: int | None, most: int, login: str = "", entity: UUID | None = None) -> list[AuditRow]:
        query = "SELECT * FROM api.audit(%s::bigint, %s::integer, %s::text, %s::uuid)"
        return [AuditRow(*line) for line in self._ask(query, before_seq, most, login, entity, seconds=LONG_S)]

    def editing(self, case: UUID | None) -> list[str]:
        with calling(self._address), suppress(UndefinedFunction):
            return [name for (name,) in self._link.ask("SELECT api.editing(%s::uuid)", (case,), HEARTBEAT_S)]
        return []

    def heartbeat(self) -> None:
        self._ask("SELECT 1", seconds=HEARTBEAT_S)

    def wait(self, seconds: float) -> bool:
        with calling(self._address):
            return self._link.wait(seconds)

    def interrupt(self) -> None:
        self._link.interrupt()

    def close(self) -> None:
        self._link.close()

    def _ask(self, query: str, *values: Any, seconds: float | None = None) -> list[tuple[Any, ...]]:
        seconds = SHORT_S if seconds is None else seconds
        with calling(self._address):
            try:
                return self._link.ask(query, values, seconds)
            except LockNotAvailable:  # whoever holds the counter for too long is ended; we are asked again
                self._link.ask("SELECT api.unblock()", (), seconds)
                raise


def connect(address: StoreAddress, password: str | None) -> PostgresStore:
    """Sign in; raises KnownError for what a person must mend, TransientError when the server does not answer."""
    return PostgresStore(Link(address, password), address)


def _rows(found: Sequence[tuple[Any, ...]]) -> list[Row]:
    return [wire.row(*line) for line in found]
