"""The shared store on PostgreSQL: each method is one call of a function of its schema api."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.storage.local_store import Result
from app.storage.operations import Operation
from app.sync.address import StoreAddress
from app.sync.postgres import wire
from app.sync.postgres.errors import calling
from app.sync.postgres.link import Link
from app.sync.records import Cursor, Desk, Page, Row, Welcome

HEARTBEAT_S = 3
SHORT_S = 10  # what one waits for who has a caller on the phone, or who pushes
LONG_S = 30  # pages of a first sync
BUSY = "55P03"  # somebody held the counter for too long


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

    def customers(self, ids: Sequence[UUID], after_seq: int = 0) -> list[Row]:
        query = "SELECT * FROM api.customers(%s::uuid[], %s::bigint)"
        return _rows(self._ask(query, list(ids), after_seq, seconds=LONG_S))

    def rows(self, entities: Sequence[UUID]) -> list[Row]:
        return _rows(self._ask("SELECT * FROM api.rows(%s::uuid[])", list(entities)))

    def interrupt(self) -> None:
        self._link.interrupt()

    def close(self) -> None:
        self._link.close()

    def _ask(self, query: str, *values: Any, seconds: float = SHORT_S) -> list[tuple[Any, ...]]:
        with calling(self._address):
            return self._link.ask(query, values, seconds)


def connect(address: StoreAddress, password: str | None) -> PostgresStore:
    """Sign in; raises KnownError for what a person must mend, TransientError when the server does not answer."""
    return PostgresStore(Link(address, password), address)


def _rows(found: Sequence[tuple[Any, ...]]) -> list[Row]:
    return [wire.row(*line) for line in found]
