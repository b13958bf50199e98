"""Drain a long backlog of a desk into one store and fill a desk from it, beside what the server does at all.

`python -m tests.load.backlog --operations 200000` prints one JSON object. The desk is a real one: what waits lies in
its outbox, is shown in its cache, and goes as its sync thread sends it. Raw is one table with a key and a log beside
it, 200 rows a commit as JSON, and the rows read back as JSON: no rules, no rights, no order, no desk.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import psycopg

from app.storage.cache_store import CacheStore
from app.storage.engine import open_file
from app.storage.operations import Operation
from app.storage.shared_outbox import SharedOutbox, waiting
from app.storage.slices import slices
from app.storage.writer import Writer
from app.sync.desk_files import OwnFiles
from app.sync.postgres import wire
from app.sync.postgres.store import connect
from app.sync.shared_store import MOST_FETCHED, MOST_PUSHED, SharedStore
from app.sync.steps.hello import Caller
from app.sync.steps.talk import Talk
from app.sync.writer_files import WriterFiles
from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.storage.desk import KEY, OpenFiles
from tests.app.sync.contract.desks import At, new
from tests.load.run import cpu, make_store, server
from tests.postgres_server import PASSWORD, Server, Store

T = TypeVar("T")
CALLS_A_CUSTOMER = 5
SAVED_TOGETHER = 1000
FILES = {"outbox.db": True, "cache.db": False}  # with its durability
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
    with server() as (running, folder):
        print(json.dumps(run(running, parser.parse_args(words).operations, partial(cpu, folder)), indent=1))
    return 0


def run(running: Server, number: int, server_cpu: Callable[[], float] = lambda: 0.0) -> dict[str, Any]:
    """Return operations and rows a second, ours and raw, and how many of which result there were.

    `server_cpu` tells the seconds of processor time the server has used.
    """
    store = make_store(running, 1)
    try:
        login = store.add_login("Maria", Role.AGENT, 1)

        def open_store() -> SharedStore:
            return connect(store.address(login), PASSWORD)

        desk = At(open_store(), "Maria")
        operations = list(backlog(desk, number))
        facts = {"operations": number} | _drain(open_store, operations, server_cpu)
        facts |= {"results": dict(store.run("SELECT result, count(*) FROM sync.op_log GROUP BY result"))}
        facts |= _fill(desk) | _raw(store, operations)
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


def _drain(
    open_store: Callable[[], SharedStore], operations: Sequence[Operation], server_cpu: Callable[[], float]
) -> dict[str, Any]:
    """Save operations at a desk that is in step but away, then have it send them: from the first to the last answer."""
    with tempfile.TemporaryDirectory() as place:
        _save(Path(place), open_store, operations)
        engines = [open_file(Path(place) / name, KEY, write=True, full=full) for name, full in FILES.items()]
        writer = Writer(lambda: SharedOutbox(engines[0]), lambda: CacheStore(engines[1]))
        writer.start()  # shows what waits
        reads = open_file(Path(place) / "outbox.db", KEY)
        store = open_store()
        talk = Talk(store, WriterFiles(writer, lambda _: None), _caller)
        before, own, begun = server_cpu(), time.process_time(), time.monotonic()
        while talk.send().more:
            with reads.connect() as connection:
                waiting(connection)  # as the window says it
        seconds, own, server_s = time.monotonic() - begun, time.process_time() - own, server_cpu() - before
        store.close()
        with reads.connect() as connection:
            left = waiting(connection)
        reads.dispose()
        writer.close()
    each = {"seconds": seconds, "desk_cpu_seconds": own, "server_cpu_seconds": server_s}
    rate = round(len(operations) / seconds)
    return {"left": left} | {name: round(value, 1) for name, value in each.items()} | {"operations_a_second": rate}


def _save(place: Path, open_store: Callable[[], SharedStore], operations: Sequence[Operation]) -> None:
    files = OpenFiles(place)
    store = open_store()
    talk = Talk(store, OwnFiles(files.outbox, files.cache), _caller)
    while talk.fill():
        pass
    store.close()
    for part in slices(operations, SAVED_TOGETHER):
        files.outbox.save([lambda unit, part=part: [unit.again(op.kind, op.entity, op.body) for op in part]])  # type: ignore[misc]
    files.close()


def _caller() -> Caller:
    return Caller("this one", "0.1.0", utc_now())


def _fill(desk: At) -> dict[str, Any]:
    """Fetch all a desk holds, as its first sync does."""
    rows: set[UUID] = set()

    def fetch(part: Sequence[UUID]) -> None:
        rows.update(row.id for row in desk.store.customers(part))

    seconds = _timed(fetch, slices(desk.store.working_set(), MOST_FETCHED))
    return {"rows": len(rows), "rows_a_second": round(len(rows) / seconds)}


def _raw(store: Store, operations: Sequence[Operation]) -> dict[str, Any]:
    with psycopg.connect(store.server.url(store.database), autocommit=True) as connection:
        for statement in RAW_TABLES.split(";"):
            connection.execute(statement)
        pushed = _timed(lambda part: connection.execute(RAW_PUSH, [wire.encode(part)]), slices(operations, MOST_PUSHED))
        begun = time.monotonic()
        found = len(connection.execute("SELECT to_jsonb(r) FROM raw.row r").fetchall())
        read = time.monotonic() - begun
    return {"raw_operations_a_second": round(len(operations) / pushed), "raw_rows_a_second": round(found / read)}


def _timed(do: Callable[[T], object], parts: Iterable[T]) -> float:
    begun = time.monotonic()
    for part in parts:
        do(part)
    return time.monotonic() - begun


if __name__ == "__main__":
    raise SystemExit(main())
