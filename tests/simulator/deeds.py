"""What people at desks do: one random unit of work each, on what their screen shows. Some of it is not allowed."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID, uuid5

from app.storage.unit_of_work import UnitOfWork

NAMES = ("Carmen Ruiz", "Pol Vidal", "Marta Bosch", "王小明", "Núria Sala", "Joan Font")
WORDS = ("no light", "late", "wrong bill", "没有信号", "no answer", "thanks", "again")
SEVERITIES = ("low", "normal", "high", "urgent")
CALLS = UUID("5f0f2b3e-0000-4000-8000-000000000001")
MOST_CALLS = 12


class Screen(Protocol):
    """What a person sees and who they are."""

    name: str
    extension: str
    rng: random.Random

    def now(self) -> datetime: ...
    def some(self, table: str) -> Any | None: ...
    def elsewhere(self) -> tuple[str, UUID] | None: ...
    def teams(self) -> list[int]: ...


Deed = Callable[[Screen, UnitOfWork], None]


def new_customer(at: Screen, unit: UnitOfWork) -> None:
    number = at.rng.choice((None, None, f"C-{at.rng.randrange(30)}"))  # two may give one number: the later is refused
    of = unit.create("customer", {"kind": "person", "name": at.rng.choice(NAMES), "number": number, "city": "Girona"})
    unit.create("contact_point", {"customer_id": of, "kind": "phone", "value": f"97{at.rng.randrange(10**7):07}"})


def new_case(at: Screen, unit: UnitOfWork) -> None:
    customer = at.some("customer")
    values = {
        "reference": unit.take_reference(), "kind": "complaint", "severity": "normal", "status": "received",
        "summary": at.rng.choice(WORDS), "opened_at": at.now(), "customer_id": customer and customer.id,
        "team": at.rng.choice((None, None, *at.teams())), "owner": at.name,
    }  # fmt: skip
    of = unit.create("case", values)
    unit.create("case_event", {"case_id": of, "at": at.now(), "actor": at.name, "kind": "opened"})


def new_follow_up(at: Screen, unit: UnitOfWork) -> None:
    customer = at.some("customer")
    unit.create("follow_up", {
        "what": at.rng.choice(WORDS), "channel": "call", "due_at": at.now(), "time_zone": "Europe/Madrid",
        "status": "open", "customer_id": customer and customer.id,
    })  # fmt: skip


def edit_case(at: Screen, unit: UnitOfWork) -> None:
    """Several fields at once; NULL is a value."""
    if (case := at.some("case")) is not None:
        texts = {name: at.rng.choice((None, *WORDS)) for name in ("description", "category", "owner")}
        wanted = texts | {"summary": at.rng.choice(WORDS), "severity": at.rng.choice(SEVERITIES)}
        _edit(unit, "case", case, dict(at.rng.sample(sorted(wanted.items()), at.rng.randrange(1, 5))))


def close_case(at: Screen, unit: UnitOfWork) -> None:
    if (case := at.some("case")) is not None:
        _edit(unit, "case", case, {"status": "closed", "closed_at": at.now()})
        unit.create("case_event", {"case_id": case.id, "at": at.now(), "actor": at.name, "kind": "closed"})


def reopen_case(at: Screen, unit: UnitOfWork) -> None:
    if (case := at.some("case")) is not None:
        _edit(unit, "case", case, {"status": "received", "closed_at": None})


def move_case(at: Screen, unit: UnitOfWork) -> None:
    """To another team, another customer, or both."""
    if (case := at.some("case")) is not None:
        customer = at.some("customer")
        moves = {"team": at.rng.choice(at.teams()), "customer_id": customer and customer.id}
        _edit(unit, "case", case, dict(at.rng.sample(sorted(moves.items()), at.rng.randrange(1, 3))))


def say_of_case(at: Screen, unit: UnitOfWork) -> None:
    if (case := at.some("case")) is not None:
        unit.create("case_event", {"case_id": case.id, "at": at.now(), "kind": "note", "note": at.rng.choice(WORDS)})


def edit_customer(at: Screen, unit: UnitOfWork) -> None:
    if (customer := at.some("customer")) is not None:
        wanted = {
            "name": at.rng.choice(NAMES), "company": at.rng.choice((None, "Acme", "Aigües")),
            "city": at.rng.choice((None, "Girona", "上海")), "segment": at.rng.choice((None, "vip")),
        }  # fmt: skip
        _edit(unit, "customer", customer, dict(at.rng.sample(sorted(wanted.items()), at.rng.randrange(1, 4))))


def edit_contact(at: Screen, unit: UnitOfWork) -> None:
    if (point := at.some("contact_point")) is not None:
        _edit(unit, "contact_point", point, {"label": at.rng.choice((None, "home", "work"))})


def move_contact(at: Screen, unit: UnitOfWork) -> None:
    point, customer = at.some("contact_point"), at.some("customer")
    if point is not None and customer is not None:
        _edit(unit, "contact_point", point, {"customer_id": customer.id})


def merge(at: Screen, unit: UnitOfWork) -> None:
    """Refused to agents, and where both were merged into each other."""
    one, other = at.some("customer"), at.some("customer")
    if one is not None and other is not None:
        _edit(unit, "customer", one, {"merged_into": other.id})
        if (point := at.some("contact_point")) is not None and point.customer_id == one.id:
            _edit(unit, "contact_point", point, {"customer_id": other.id})


def log_call(at: Screen, unit: UnitOfWork) -> None:
    """Several desks report one call, each with what it knows."""
    of = uuid5(CALLS, str(at.rng.randrange(MOST_CALLS)))
    customer = at.some("customer")
    unit.log("call", of, {
        "direction": "inbound", "number": at.rng.choice((None, "934125580")), "queue": at.rng.choice((None, "sales")),
        "customer_id": at.rng.choice((None, customer and customer.id)), "began_at": at.now(),
    })  # fmt: skip
    leg = {"call_id": of, "extension": at.extension, "agent": at.name, "began_at": at.now()}
    unit.log("call_leg", uuid5(of, at.extension), leg | {"outcome": at.rng.choice((None, "answered", "missed"))})


def name_caller(at: Screen, unit: UnitOfWork) -> None:
    call, customer = at.some("call"), at.some("customer")
    if call is not None and customer is not None:
        _edit(unit, "call", call, {"customer_id": customer.id})


def choose(at: Screen, unit: UnitOfWork) -> None:
    if (customer := at.some("customer")) is not None:
        key = f"+3497{at.rng.randrange(4)}"
        chosen = at.some("number_choice")
        if chosen is not None and at.rng.random() < 0.5:
            _edit(unit, "number_choice", chosen, {"customer_id": customer.id})
        else:
            values = {"number": key, "customer_id": customer.id, "chosen_at": at.now()}
            unit.log("number_choice", uuid5(CALLS, key), values)


def settle_promise(at: Screen, unit: UnitOfWork) -> None:
    if (promise := at.some("follow_up")) is not None:
        done = at.rng.choice(("done", "cancelled"))
        _edit(unit, "follow_up", promise, {"status": done, "settled_at": at.now()})


def settle_conflict(at: Screen, unit: UnitOfWork) -> None:
    if (conflict := at.some("conflict")) is not None:
        _edit(unit, "conflict", conflict, {"settled_at": at.now(), "settled_by": at.name})


def take_back(at: Screen, unit: UnitOfWork) -> None:
    """Refused to those who did not make it, or too late."""
    if (case := at.some("case")) is not None:
        _edit(unit, "case", case, {"deleted_at": at.now()})


def pretend(at: Screen, unit: UnitOfWork) -> None:
    """What no desk of ours sends."""
    case, customer = at.some("case"), at.some("customer")
    wrong: list[tuple[str, UUID, dict[str, Any]]] = []
    if case is not None:
        long_ago = (at.now() - timedelta(days=60)).isoformat()
        wrong = [
            ("case.edit@1", case.id, {"reference": "K7-1"}),
            ("case.edit@1", case.id, {"no_such": "x"}),
            ("case.edit@1", case.id, {"closed_at": long_ago}),
            ("case_event.edit@1", case.id, {"note": "never"}),
            ("case.create@1", case.id, {"reference": "K7-2"}),
            ("case.log@1", case.id, {"summary": "x"}),
        ]
    if customer is not None:
        wrong.append(("customer.create@1", customer.id, {"kind": "person", "name": "again"}))
    if wrong:
        kind, of, values = at.rng.choice(wrong)
        unit.again(kind, of, {name: {"base": None, "new": value} for name, value in values.items()})


def hear_of(at: Screen, unit: UnitOfWork) -> None:
    """Write about something another desk has not sent yet: it waits for it."""
    if (known := at.elsewhere()) is not None:
        table, of = known
        field = {"customer": "segment", "case": "description"}[table]
        unit.again(f"{table}.edit@1", of, {field: {"base": None, "new": at.rng.choice(WORDS)}})


def _edit(unit: UnitOfWork, table: str, row: Any, wanted: dict[str, Any]) -> None:
    unit.edit(table, row.id, {name: (getattr(row, name), value) for name, value in wanted.items()})


DEEDS: dict[Deed, int] = {
    new_customer: 6, new_case: 9, new_follow_up: 3, edit_case: 16, close_case: 3, reopen_case: 2, move_case: 6,
    say_of_case: 4, edit_customer: 8, edit_contact: 3, move_contact: 3, merge: 6, log_call: 6, name_caller: 3,
    choose: 4, settle_promise: 3, settle_conflict: 5, take_back: 2, pretend: 3, hear_of: 3,
}  # fmt: skip
