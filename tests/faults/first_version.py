"""A store as the first version of the schema made it, and a desk of that version: what it asks is frozen here."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.sync.postgres import creating, schema
from app.sync.postgres.admin_link import owner_of, session
from models.enums import Role
from tests.made_store import MadeStore
from tests.postgres_server import PASSWORD, Store

FIRST = "0001"
NOW = datetime.now(UTC)
DEVICE = UUID("0194f0aa-0000-7000-8000-0000000000d1")
# Each statement as the client of the first version sent it, which prepared them all.
HELLO = "SELECT api.hello(%s, %s::text, %s::text, %s::text, %s, %s::integer, %s::bigint, %s::uuid)"
PUSH = "SELECT * FROM api.push(%s, %s::jsonb)"
READS: dict[str, tuple[str, list[Any]]] = {
    "last_n": ("SELECT api.last_n(%s)", [DEVICE]),
    "answers": ("SELECT * FROM api.answers(%s, %s::bigint, %s::integer)", [DEVICE, 0, 100]),
    "pull": ("SELECT * FROM api.pull(%s::bigint, %s::integer)", [0, 500]),
    "team_rows": ("SELECT * FROM api.team_rows(%s::uuid, %s::integer)", [None, 500]),
    "working_set": ("SELECT api.working_set()", []),
    "open_digest": ("SELECT * FROM api.open_digest()", []),
    "whose": ("SELECT api.whose(%s::text, %s::text)", ["+34972000001", "100000279"]),
    "find": ("SELECT api.find(%s::text, %s::text[])", ["nuri vid", []]),
    "find Chinese": ("SELECT api.find(%s::text, %s::text[])", ["王", []]),
    "find a reference": ("SELECT api.find(%s::text, %s::text[])", ["A2-00001", ["A2-00001"]]),
    "audit": ("SELECT * FROM api.audit(%s::bigint, %s::integer, %s::text, %s::uuid)", [None, 50, "", None]),
    "heartbeat": ("SELECT 1", []),
}
OF_CUSTOMERS = {
    "customers": "SELECT * FROM api.customers(%s::uuid[], %s::bigint)",
    "rows": "SELECT * FROM api.rows(%s::uuid[])",
    "customer_digests": "SELECT * FROM api.customer_digests(%s::uuid[])",
}


def create(store: MadeStore) -> None:
    """Make a store of the first version with the team Residential and the administrator Anna."""
    with creating.new_database(store.address, store.password), session(store.address, store.password) as at:
        creating.build_tables(at, FIRST)
        with creating.as_owner(at.raw, owner_of(at.raw)):
            schema.fill_rights(at.tables)
            at.tables.execution_options(no_parameters=True).exec_driver_sql(schema.PLANNING.read_text("utf-8"))
            schema.grant(at.tables)
        at.raw.execute("INSERT INTO sync.team (name) VALUES ('Residential')")
    add(store, "anna", Role.ADMINISTRATOR)


def add(store: MadeStore, who: str, role: Role = Role.AGENT) -> str:
    """Let somebody of the team Residential in by PASSWORD; this program adds people to no store of that version."""
    return Store(store.server, store.name).add_login(who.capitalize(), role, 1)


def _id(number: int) -> UUID:
    return UUID(f"0194f0aa-0000-7000-8000-{number:012x}")


def _operation(n: int, kind: str, entity: UUID, fields: dict[str, Any]) -> dict[str, Any]:
    body = {
        name: {"base": value[0], "new": value[1]} if isinstance(value, tuple) else {"base": None, "new": value}
        for name, value in fields.items()
    }
    return {
        "op_id": str(_id(1000 + n)), "n": n, "kind": kind, "entity": str(entity), "at": NOW.isoformat(), "body": body,
    }  # fmt: skip


NURIA, WEI, PHONE, CASE, EVENT, PROMISE, CALL, NOBODY = (_id(n) for n in range(1, 9))


def operations() -> list[list[dict[str, Any]]]:
    """Return two pushes with what may become of an operation: applied, in conflict, refused, parked."""
    due = (NOW + timedelta(days=2)).isoformat()
    first = [
        ("customer.create@1", NURIA, {"kind": "person", "name": "Núria Vidal", "city": "Olot"}),
        ("customer.create@1", WEI, {"kind": "person", "name": "王伟"}),
        ("contact_point.create@1", PHONE, {
            "customer_id": str(NURIA), "kind": "phone", "value": "972 00 00 01", "e164": "+34972000001",
            "suffix_key": "100000279"}),
        ("call.log@1", CALL, {"direction": "inbound", "began_at": NOW.isoformat(), "customer_id": str(NURIA)}),
        ("case.create@1", CASE, {
            "customer_id": str(NURIA), "reference": "A2-00001-K", "kind": "complaint", "severity": "normal",
            "summary": "No light", "status": "received", "opened_at": NOW.isoformat()}),
        ("case_event.create@1", EVENT, {"case_id": str(CASE), "at": NOW.isoformat(), "kind": "received"}),
        ("follow_up.create@1", PROMISE, {
            "customer_id": str(NURIA), "case_id": str(CASE), "what": "Call back", "channel": "call", "due_at": due,
            "time_zone": "Europe/Madrid", "status": "open"}),
    ]  # fmt: skip
    second = [
        ("customer.edit@1", NURIA, {"city": ("Olot", "Girona")}),
        ("case.edit@1", CASE, {"summary": ("Not this", "Dark"), "status": ("received", "open")}),
        ("customer.create@1", NURIA, {"kind": "person", "name": "Again"}),
        ("case.edit@1", NOBODY, {"summary": (None, "Of a case that has not come")}),
        ("customer.edit@1", WEI, {"merged_into": (None, str(NURIA))}),
        ("customer.edit@1", NURIA, {"since": (None, "infinity")}),
    ]
    numbered = iter(range(1, 100))
    return [[_operation(next(numbered), kind, of, values) for kind, of, values in one] for one in (first, second)]


def asked(store: MadeStore, login: str, name: str, password: str = PASSWORD) -> Any:
    """Return what one of READS is answered."""
    with store.connect(login, password) as connection:
        connection.execute("SET timezone = 'UTC'")
        return connection.execute(*READS[name], binary=True).fetchall()


def life(store: MadeStore, login: str, password: str = PASSWORD) -> dict[str, Any]:
    """Do all a desk of the first version does, twice where it may be sent twice, and return what it was answered."""
    with store.connect(login, password) as connection:
        connection.execute("SET timezone = 'UTC'")

        def ask(query: str, values: list[Any]) -> Any:
            return connection.execute(query, values, prepare=True, binary=True).fetchall()

        said: dict[str, Any] = {"hello": ask(HELLO, [DEVICE, "A2", "this one", "1.0", NOW, 1, None, None])}
        for number, some in enumerate(operations()):
            said[f"push {number}"] = ask(PUSH, [DEVICE, json.dumps(some)])
            said[f"push {number} again"] = ask(PUSH, [DEVICE, json.dumps(some)])
        said |= {name: ask(query, values) for name, (query, values) in READS.items()}
        for name, query in OF_CUSTOMERS.items():
            said[name] = ask(query, [[NURIA, WEI], 0] if name == "customers" else [[NURIA, WEI]])
        last = said["hello"][0][0]
        said["hello again"] = ask(HELLO, [DEVICE, "A2", "this one", "1.0", NOW, 1, last["seq"] + 1, _id(1001)])
        return said
