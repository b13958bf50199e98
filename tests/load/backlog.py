"""Drain a long backlog into one store and fill a desk from it, beside what the server does at all with as many rows.

`python -m tests.load.backlog --operations 200000` prints one JSON object. Raw is one table with a key and a log beside
it, 200 rows a commit as JSON, and the rows read back as JSON: no rules, no rights, no order.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar
from uuid import UUID

import psycopg

from app.storage.operations import Operation
from app.sync.postgres import wire
from app.sync.postgres.store import connect
from app.sync.shared_store import MOST_FETCHED, MOST_PUSHED
from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.sync.contract.desks import At, new
from tests.load.run import make_store, server
from tests.postgres_server import PASSWORD, Server, Store

T = TypeVar("T")
CALLS_A_CUSTOMER = 5
RAW_TABLES = """
    CREATE SCHEMA raw;
    CREATE TABLE raw.row (id uuid PRIMARY KEY, fields jsonb NOT NULL);
    CREATE TABLE raw.log (op_id uuid PRIMARY KEY, n bigint UNIQUE, body jsonb NOT NULL)"""
RAW_PUSH = """
    WITH o AS (SELECT * FROM jsonb_to_recordset(%s::jsonb) AS r (op_id uuid, n bigint, body jsonb)),
        logged AS (INSERT INTO raw.log SELECT op_id, n, body FROM o)
    INSERT INTO raw.row SELECT op_id, body FROM o"""


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load.backlog", description=__doc__)
    parser.add_argument("--operations", type=int, default=200_000, metavar="N")
    with server() as (running, _):
        print(json.dumps(run(running, parser.parse_args(words).operations), indent=1))
    return 0


def run(running: Server, number: int) -> dict[str, Any]:
    """Return operations and rows a second, ours and raw, and how many of which result there were."""
    store = make_store(running, 1)
    try:
        login = store.add_login("Maria", Role.AGENT, 1)
        desk = At(connect(store.address(login), PASSWORD), "Maria")
        operations = list(backlog(desk, number))
        facts = {"operations": number} | _drain(desk, operations) | _fill(desk) | _raw(store, operations)
        desk.store.close()
        return facts
    finally:
        store.drop()


def backlog(desk: At, number: int) -> Iterator[Operation]:
    """Yield the operations of calls as an agent has them: a call with its leg, a case with its story and a promise."""
    customer = uuid7()
    for place in range(number):
        call, step = divmod(place, 7)
        now = utc_now()
        if step == 0:
            call_id, case_id = uuid7(), uuid7()
            if call % CALLS_A_CUSTOMER == 0:
                customer = uuid7()
                yield desk.op("customer.create", customer, new("customer", name=f"Carmen Ruiz {call}"))
            else:
                yield desk.op(
                    "contact_point.create", uuid7(), new("contact_point", customer_id=customer, label=str(call))
                )
        elif step == 1:
            yield desk.op("call.log", call_id, new("call", customer_id=customer))
        elif step == 2:
            leg = new("call_leg", call_id=call_id, agent=desk.name, answered_at=now, ended_at=now)
            yield desk.op("call_leg.log", uuid7(), leg)
        elif step == 3:
            case = new("case", customer_id=customer, call_id=call_id, owner=desk.name, reference=f"K7-{call:05}-X")
            yield desk.op("case.create", case_id, case)
        elif step == 4:
            yield desk.op("case_event.create", uuid7(), new("case_event", case_id=case_id, actor=desk.name))
        elif step == 5:
            yield desk.op("follow_up.create", uuid7(), new("follow_up", customer_id=customer, case_id=case_id))
        else:
            yield desk.op("case.edit", case_id, {"status": ("received", "acknowledged")})


def _drain(desk: At, operations: Sequence[Operation]) -> dict[str, Any]:
    answers: dict[str, int] = {}

    def push(part: Sequence[Operation]) -> None:
        for result in desk.push(*part):
            answers[result.result] = answers.get(result.result, 0) + 1

    seconds = _timed(push, _parts(operations, MOST_PUSHED))
    return {"results": answers, "seconds": round(seconds, 1), "operations_a_second": round(len(operations) / seconds)}


def _fill(desk: At) -> dict[str, Any]:
    """Fetch all a desk holds, as its first sync does."""
    rows: set[UUID] = set()

    def fetch(part: Sequence[UUID]) -> None:
        rows.update(row.id for row in desk.store.customers(part))

    seconds = _timed(fetch, _parts(desk.store.working_set(), MOST_FETCHED))
    return {"rows": len(rows), "rows_a_second": round(len(rows) / seconds)}


def _raw(store: Store, operations: Sequence[Operation]) -> dict[str, Any]:
    with psycopg.connect(store.server.url(store.database), autocommit=True) as connection:
        for statement in RAW_TABLES.split(";"):
            connection.execute(statement)
        pushed = _timed(lambda part: connection.execute(RAW_PUSH, [wire.encode(part)]), _parts(operations, MOST_PUSHED))
        begun = time.monotonic()
        found = len(connection.execute("SELECT to_jsonb(r) FROM raw.row r").fetchall())
        read = time.monotonic() - begun
    return {"raw_operations_a_second": round(len(operations) / pushed), "raw_rows_a_second": round(found / read)}


def _parts(of: Sequence[T], most: int) -> list[Sequence[T]]:
    return [of[at : at + most] for at in range(0, len(of), most)]


def _timed(do: Callable[[T], object], parts: Sequence[T]) -> float:
    begun = time.monotonic()
    for part in parts:
        do(part)
    return time.monotonic() - begun


if __name__ == "__main__":
    raise SystemExit(main())
