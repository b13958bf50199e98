"""A desk at a shared store, as the contract tests see it: it pushes what it says and reads what it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

from app.storage.local_store import Result
from app.storage.operations import Operation, to_json
from app.sync.records import Cursor, Desk, Row, Welcome
from app.sync.shared_store import SharedStore
from models.base import utc_now, uuid7
from models.enums import Role

START = Cursor(0, None)
MOST = 500


class Stores(Protocol):
    """One shared store of some engine, made for `seats` desks, with the teams 1, 2 and 3; desks connect to it.

    `has_limits` tells whether look-ups are limited.
    """

    has_limits: bool
    seats: int

    def connect(self, name: str, role: Role, teams: tuple[int, ...]) -> SharedStore:
        """Connect as somebody by their display name, who is added when first met; the first team is their home."""
        ...

    def age(self, days: int) -> None:
        """Have all that was logged so far be so many days older."""
        ...

    def let_pass(self, days: int, but: UUID) -> None:
        """Age all there is but one row by days; called only where `has_limits`."""
        ...


class At:
    """A desk of one login: its device and the number of its next operation."""

    def __init__(self, store: SharedStore, name: str = "", device: UUID | None = None) -> None:
        self.store = store
        self.name = name
        self.device = device or uuid7()
        self.prefix = "K7"
        self.n = 0
        self.welcome = self.hello()

    def hello(self, cursor: Cursor | None = None, **values: Any) -> Welcome:
        said = {"device": self.device, "prefix": self.prefix, "machine": "m", "program": "0.1.0", "clock": utc_now()}
        return self.store.hello(Desk(**said | values), cursor)

    def op(self, kind: str, entity: UUID, body: Mapping[str, Any], *, n: int | None = None) -> Operation:
        """Return the next operation; `body` is {field: new}, or {field: (base, new)} for an edit."""
        self.n = self.n + 1 if n is None else n
        pairs = {name: pair if isinstance(pair, tuple) else (None, pair) for name, pair in body.items()}
        values = {name: {"base": to_json(base), "new": to_json(new)} for name, (base, new) in pairs.items()}
        return Operation(uuid7(), self.n, kind if "@" in kind else f"{kind}@1", entity, utc_now(), values)

    def push(self, *operations: Operation) -> list[Result]:
        return self.store.push(self.device, operations)

    def do(self, kind: str, entity: UUID, /, **body: Any) -> Result:
        """Push one operation and return its result."""
        return self.push(self.op(kind, entity, body))[0]

    def make(self, table: str, /, **values: Any) -> UUID:
        """Make a row with whatever it must have and return its id."""
        entity = uuid7()
        result = self.do(f"{table}.create", entity, **new(table, **values))
        assert (result.result, result.reason) == ("applied", None)
        return entity

    def read(self, entity: UUID) -> Row:
        """Return a row as it stands."""
        return self.store.rows([entity])[0]

    def fields(self, entity: UUID) -> Mapping[str, Any]:
        values = self.read(entity).values
        assert values is not None
        return values

    def pull(self, cursor: Cursor = START) -> tuple[dict[UUID, Row], dict[UUID, int], Cursor]:
        """Return all that changed behind a cursor by id, whose customers were touched, and the cursor then."""
        rows: dict[UUID, Row] = {}
        touched: dict[UUID, int] = {}
        more = True
        while more:
            page = self.store.pull(cursor, MOST)
            rows |= {row.id: row for row in page.rows}
            touched |= page.touched
            cursor, more = page.cursor, page.more
        return rows, touched, cursor


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


def new(table: str, /, **values: Any) -> dict[str, Any]:
    """Return the fields a new row of a table must have."""
    now = utc_now()
    given: dict[str, dict[str, Any]] = {
        "customer": {"kind": "person", "name": "Carmen Ruiz"},
        "contact_point": {"customer_id": uuid7(), "kind": "phone", "value": "934 125 580"},
        "number_choice": {"number": "+34934125580", "customer_id": uuid7(), "chosen_at": now},
        "call": {"direction": "inbound", "number": "934125580", "began_at": now},
        "call_leg": {"call_id": uuid7(), "extension": "1001", "began_at": now},
        "case": {
            "reference": f"K7-{uuid7().int % 10**9}", "kind": "complaint", "severity": "normal", "summary": "No light",
            "status": "received", "opened_at": now,
        },
        "case_event": {"case_id": uuid7(), "at": now, "kind": "note", "note": "called back"},
        "follow_up": {
            "what": "call back", "channel": "call", "due_at": now, "time_zone": "Europe/Madrid", "status": "open",
        },
    }  # fmt: skip
    return given[table] | values
