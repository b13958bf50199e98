"""Batches of operations such as desks send, and such as they should not: drawn from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.storage.operations import Operation
from models.base import utc_now
from tests.app.sync.contract.desks import At, new

TABLES = ("customer", "contact_point", "number_choice", "call", "call_leg", "case", "case_event", "follow_up")
LOGGED = ("call", "call_leg", "number_choice")
EDITS: dict[str, dict[str, list[Any]]] = {
    "customer": {"name": ["Núria", "王小明", "L'Hospitalet SL"], "city": [None, "Girona"], "number": ["C-7", None]},
    "contact_point": {"value": ["934125580", "93 412 55 80"], "label": [None, "home"], "deleted_at": [None]},
    "number_choice": {"chosen_at": []},
    "call": {"name": [None, "Pau"], "queue": [None, "billing"], "customer_id": [None]},
    "call_leg": {"extension": ["1001", "1002"], "outcome": [None, "answered"], "call_id": []},
    "case": {
        "status": ["received", "acknowledged", "closed"], "summary": ["No light", "Damp"], "owner": [None, "Maria"],
        "team": [1, 2, 3, 9, None], "customer_id": [None], "deleted_at": [None], "closed_at": [None],
    },
    "case_event": {"note": ["x"]},
    "follow_up": {"what": ["call back", "write"], "owner": [None, "Noah"], "status": ["open", "done"], "team": [1, 2]},
}  # fmt: skip


@dataclass
class Draw:
    """Draws operations about a small world, so that they meet; `values` is what its rows would be if all were taken."""

    random: random.Random
    values: dict[UUID, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    number: int = 0

    def batch(self, desk: At) -> list[Operation]:
        """Return operations of a desk, of which none, few or many are odd."""
        odd = self.random.choice([0.0, 0.03, 0.1, 0.4])
        return [self._odd(desk) if self.random.random() < odd else self._usual(desk) for _ in range(self._most())]

    def _most(self) -> int:
        return self.random.choice([3, 12, 30, 60])

    def _usual(self, desk: At) -> Operation:
        return self.random.choices(
            [self._create, self._call, self._edit, self._again], weights=[8, 2, 4, 3]
        )[0](desk)  # fmt: skip

    def _create(self, desk: At) -> Operation:
        table = self.random.choice([name for name in TABLES if name != "number_choice" or self.random.random() < 0.2])
        values = self._row(table, desk)
        entity = self.id()
        self.values[entity] = (table, values)
        return desk.op(f"{table}.{'log' if table in LOGGED else 'create'}", entity, values)

    def _call(self, desk: At) -> Operation:
        """Tell of an open call of nobody whose it is."""
        calls = [id_ for id_, (table, of) in self.values.items() if table == "call" and not of.get("customer_id")]
        if not calls:
            return self._create(desk)
        call, customer = self.random.choice(calls[-5:]), self._some("customer")
        self.values[call][1]["customer_id"] = customer
        return desk.op("call.edit", call, {"customer_id": (None, customer)})

    def _edit(self, desk: At, is_stale: bool = False) -> Operation:
        entity = self._some()
        table, values = self.values[entity]
        names = self.random.sample(sorted(EDITS[table]), self.random.choice([1, 1, 1, min(2, len(EDITS[table]))]))
        body = {}
        for name in names:
            if name not in ("team", "customer_id", "deleted_at", "number", "call_id") or self.random.random() < 0.2:
                base = (
                    "stale"
                    if is_stale and self.random.random() < 0.7 and not name.endswith("_id")
                    else values.get(name)
                )
                body[name] = (base, self._value(table, name, desk))
        for name, (_, value) in body.items():
            values[name] = value
        return desk.op(f"{table}.edit", entity, body)

    def _again(self, desk: At) -> Operation:
        """Log what was logged before, with more or less of it."""
        entity = self._some(*LOGGED)
        table, values = self.values[entity]
        more = self._row(table, desk)
        kept = {name: value for name, value in values.items() if value is not None}
        filled = {name: value for name, value in (more | kept).items() if self.random.random() < 0.8}
        self.values[entity] = (table, filled | kept)
        return desk.op(f"{table}.log", entity, filled)

    def _odd(self, desk: At) -> Operation:
        return self.random.choice([
            self._bad_value, self._bad_value, self._unknown, self._twice, self._reused, self._early, self._merge,
            self._delete, self._same_name, lambda of: self._edit(of, is_stale=True), self._bad_verb,
            lambda of: self._edit(of, is_stale=True),
        ])(desk)  # fmt: skip

    def _bad_value(self, desk: At) -> Operation:
        table = self.random.choice(TABLES)
        values = self._row(table, desk) | self.random.choice(BAD)(desk)
        return desk.op(f"{table}.{'log' if table in LOGGED else 'create'}", self.id(), values)

    def _unknown(self, desk: At) -> Operation:
        """Edit what has not come; perhaps it comes later."""
        table, entity = self.random.choice(("customer", "case", "follow_up")), self.id()
        values = self._row(table, desk)
        self.values[entity] = (table, values)
        return desk.op(f"{table}.edit", entity, {"name" if table == "customer" else "owner": (None, "Maria")})

    def _twice(self, desk: At) -> Operation:
        """Create what is there already, or was only edited."""
        entity = self._some()
        table, _ = self.values[entity]
        return desk.op(f"{table}.{'log' if table in LOGGED else 'create'}", entity, self._row(table, desk))

    def _reused(self, desk: At) -> Operation:
        """Create a row of another table under an id that is taken; no customer's, who is found or not by chance."""
        entity = self._some("call", "call_leg", "case", "case_event")
        return desk.op("follow_up.create", entity, self._row("follow_up", desk))

    def _early(self, desk: At) -> Operation:
        """Log what hangs on something that comes later, if it does."""
        table, above, name = self.random.choice([("call_leg", "call", "call_id"), ("case_event", "case", "case_id")])
        later = self.id()
        self.values[later] = (above, self._row(above, desk))
        values = self._row(table, desk) | {name: later}
        return desk.op(f"{table}.{'log' if table in LOGGED else 'create'}", self.id(), values)

    def _merge(self, desk: At) -> Operation:
        return desk.op("customer.edit", self._some("customer"), {"merged_into": (None, self._some("customer"))})

    def _delete(self, desk: At) -> Operation:
        entity = self._some("case", "follow_up", "contact_point", "customer")
        return desk.op(f"{self.values[entity][0]}.edit", entity, {"deleted_at": (None, utc_now())})

    def _same_name(self, desk: At) -> Operation:
        """Give a reference or a number that was given."""
        same = self._some("case", "customer", "number_choice")
        table, values = self.values[same]
        name = "reference" if table == "case" else "number"
        again = self._row(table, desk) | {name: values.get(name) or "C-7"}
        return desk.op(f"{table}.{'log' if table in LOGGED else 'create'}", self.id(), again)

    def _bad_verb(self, desk: At) -> Operation:
        table = self.random.choice(TABLES)
        verb = "create" if table in LOGGED else "log"
        kind = self.random.choice([f"{table}.{verb}", "conflict.create", "conflict.edit"])
        return desk.op(
            kind, self.id(), {"settled_at": (None, utc_now())} if "conflict" in kind else self._row(table, desk)
        )

    def _row(self, table: str, desk: At) -> dict[str, Any]:
        now = self._moment()
        customer = self._some("customer") if self.random.random() < 0.9 else self.id()
        self.number += 1
        given: dict[str, dict[str, Any]] = {
            "customer": {"name": f"Name {self.number}", "number": self._maybe(f"C-{self.number + 100}")},
            "contact_point": {"customer_id": customer, "label": str(self.number)},
            "number_choice": {"customer_id": customer, "number": f"+3493{self.number:07}", "chosen_at": now},
            "call": {"customer_id": self._maybe(customer), "queue": self._maybe("billing"), "began_at": now},
            "call_leg": {
                "call_id": self._some("call"), "agent": self._maybe(desk.name), "began_at": now,
                "ended_at": self._maybe(now),
            },
            "case": {
                "customer_id": self._maybe(customer), "reference": f"K7-{self.number:05}", "opened_at": now,
                "team": self._maybe(self.random.choice([1, 2, 3])), "owner": self._maybe(desk.name),
            },
            "case_event": {"case_id": self._some("case"), "actor": self._maybe(desk.name), "at": now},
            "follow_up": {"customer_id": self._maybe(customer), "due_at": now, "owner": self._maybe("Noah")},
        }  # fmt: skip
        return new(table, **given[table])

    def _value(self, table: str, name: str, desk: At) -> Any:
        if name == "call_id":
            return self._some("call")
        if name.endswith("_id"):
            return self._some("customer")
        if name.endswith("_at"):
            return self._moment()
        return self.random.choice(EDITS[table][name])

    def _some(self, *tables: str) -> UUID:
        """Return one that was named before, rather of late than long ago; where there is none, anybody."""
        found = [entity for entity, (table, _) in self.values.items() if not tables or table in tables]
        if not found:
            table = self.random.choice(tables or TABLES)
            found = [self.id()]
            self.values[found[0]] = (table, {})
        return found[-min(len(found), 1 + int(self.random.expovariate(0.15)))]

    def _maybe(self, value: Any) -> Any:
        return value if self.random.random() < 0.6 else None

    def _moment(self) -> datetime:
        """Return a time with six, fewer or no digits behind the second: PostgreSQL leaves away zeros."""
        digits = self.random.choice([1_000_000, 1000, 10, 1])
        now = utc_now() - timedelta(seconds=self.random.randrange(10_000))
        return now.replace(microsecond=now.microsecond // digits * digits)

    def id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)


BAD: list[Callable[[At], dict[str, Any]]] = [
    lambda _: {"nonsense": 1},
    lambda _: {"kind": None},
    lambda _: {"kind": 5},
    lambda _: {"customer_id": "not an id"},
    lambda _: {"customer_id": "{0199AAAA-0000-7000-8000-000000000000}"},
    lambda _: {"customer_id": "0199AAAA-0000-7000-8000-000000000000"},
    lambda _: {"began_at": "tomorrow"},
    lambda _: {"at": "2026-01-01 10:00:00+02"},
    lambda _: {"opened_at": utc_now() - timedelta(days=40)},
    lambda _: {"began_at": utc_now() + timedelta(days=3)},
    lambda _: {"actor": "Somebody Else"},
    lambda _: {"agent": "Somebody Else"},
    lambda _: {"team": 99},
    lambda _: {"team": "1"},
    lambda _: {"id": "0199aaaa-0000-7000-8000-000000000000"},
    lambda _: {"revision": 7},
    lambda _: {"label": "x" * 3000},
    lambda _: {"number": "9" * 9000},
]
