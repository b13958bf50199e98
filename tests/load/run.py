"""Sit many desks at one store, have them work, and say what came of it: nothing lost, how fast, at what cost."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import secrets
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID

import psutil

from app.sample import own_server
from app.sync.postgres import schema
from models.base import uuid7
from models.enums import Role
from tests.load.desk import Done, Seat, SimulatedDesk
from tests.postgres_server import PASSWORD, Server, Store, url_of

DURABLE = {
    "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "autovacuum": "on", "shared_buffers": "128MB",
}  # as PostgreSQL is without settings  # fmt: skip
DESKS_A_PROCESS = 50
DESKS_A_TEAM = 40
DESKS_A_SUPERVISOR = 10
SETTLE_SECONDS = 3


def main(words: Sequence[str] | None = None) -> int:
    """Print one JSON object; exit 1 when anything was lost, doubled or missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--desks", type=int, default=200, metavar="N")
    parser.add_argument("--seconds", type=float, default=60.0, metavar="S")
    parser.add_argument("--saves", type=float, default=6.0, metavar="N", help="of a desk a minute (default: 6)")
    parser.add_argument("--customers", type=int, default=2000, metavar="N")
    args = parser.parse_args(words)
    with server() as (running, folder):
        facts = run(running, folder, args.desks, args.seconds, args.saves, args.customers)
    print(json.dumps(facts, indent=1))
    return 1 if facts["wrong"] else 0


@contextmanager
def server() -> Iterator[tuple[Server, Path]]:
    """Give a server that writes to the disk as one in use does, and its folder."""
    own = own_server.start(own_server.SETTINGS | DURABLE)
    try:
        yield Server(url_of(own)), own.folder
    finally:
        own.stop()


def run(running: Server, folder: Path, desks: int, seconds: float, saves: float, customers: int) -> dict[str, Any]:
    """Have so many desks work for so long; return the figures, and in "wrong" what must not be."""
    before = cpu(folder)
    worked = work_at(running, desks, seconds, saves, customers)
    facts = {"desks": desks, "seconds": round(worked.seconds, 1)} | figures(worked.desks)
    facts["server_cpu"] = round((cpu(folder) - before) / worked.seconds, 3)
    return facts | {"wrong": worked.wrong}


@dataclass(frozen=True, slots=True)
class Worked:
    """What desks did together, in how many seconds, and what of it must not be."""

    desks: Sequence[Done]
    seconds: float
    wrong: Sequence[str]


def work_at(running: Server, desks: int, seconds: float, saves: float, customers: int) -> Worked:
    """Make a store on a server, have desks work at it, look whether all is there, and take it away."""
    store = make_store(running, max(1, desks // DESKS_A_TEAM))
    try:
        ids = add_customers(store, customers)
        seats = list(sit_down(store, desks, saves))
        crews = [seats[i : i + DESKS_A_PROCESS] for i in range(0, len(seats), DESKS_A_PROCESS)]
        begun = time.monotonic()
        done = work(crews, ids, seconds)
        return Worked(done, time.monotonic() - begun, wrong(store, done))
    finally:
        store.drop()


def make_store(running: Server, teams: int) -> Store:
    """Make a store with so many teams."""
    store = Store(running, f"load_{secrets.token_hex(4)}")
    running.create(store.database)
    with store.connection() as connection:
        schema.upgrade(connection)
    for team in range(1, teams + 1):
        store.run("INSERT INTO sync.team VALUES (:id, :name)", id=team, name=f"Team {team}")
    return store


def add_customers(store: Store, number: int) -> list[UUID]:
    """Put customers into the store, behind the back of its log."""
    ids = [uuid7() for _ in range(number)]
    for place, customer in enumerate(ids):
        values = {"id": customer, "name": f"Customer {place}"}
        store.run("INSERT INTO app.customer (id, kind, name, revision) VALUES (:id, 'person', :name, 1)", **values)
    return ids


def sit_down(store: Store, desks: int, saves: float) -> Iterator[Seat]:
    """Yield a seat each; one in ten is a supervisor, who saves nothing and watches."""
    teams = max(1, desks // DESKS_A_TEAM)
    for place in range(desks):
        role = Role.SUPERVISOR if place % DESKS_A_SUPERVISOR == 0 else Role.AGENT
        login = store.add_login(f"desk{place}", role, place // DESKS_A_SUPERVISOR % teams + 1)
        yield Seat(store.address(login), PASSWORD, role, 0.0 if role == Role.SUPERVISOR else saves)


def work(crews: Sequence[Sequence[Seat]], customers: list[UUID], seconds: float) -> list[Done]:
    """Run each crew in a process of its own; return what all desks did."""
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    ready, quiet = context.Barrier(len(crews)), context.Barrier(len(crews))
    processes = [context.Process(target=crew, args=(c, customers, seconds, ready, quiet, results)) for c in crews]
    for process in processes:
        process.start()
    done = [one for _ in crews for one in results.get(timeout=seconds + 120)]
    for process in processes:
        process.join()
    return done


def crew(seats: Sequence[Seat], customers: list[UUID], seconds: float, ready: Any, quiet: Any, results: Any) -> None:
    """Sit at so many desks at once, in threads."""
    ended, all_quiet = threading.Event(), threading.Event()
    desks = [SimulatedDesk(seat, customers, ended, all_quiet) for seat in seats]
    ready.wait()
    for desk in desks:
        desk.start()
    time.sleep(seconds)
    ended.set()
    time.sleep(SETTLE_SECONDS)
    quiet.wait()
    all_quiet.set()
    for desk in desks:
        desk.join(60)
    results.put([desk.done for desk in desks])


def figures(done: Sequence[Done]) -> dict[str, Any]:
    """Return how many saves there were and how long things took (ms): p50, p99 and the longest."""
    watched = [seconds for one in done if one.role == Role.SUPERVISOR for seconds in one.seen.values()]
    return {
        "saves": sum(len(one.saved) for one in done),
        "pulls": sum(one.pulls for one in done),
        "retries": sum(one.retries for one in done),
        "push_ms": spread([seconds for one in done for seconds in one.pushes]),
        "saved_to_supervisor_ms": spread(watched),
    }


def spread(seconds: Sequence[float]) -> Mapping[str, float]:
    """Return the p50, the p99 and the longest in milliseconds."""
    if len(seconds) < 2:
        return {}
    cuts = quantiles(seconds, n=100, method="inclusive")
    return {
        name: round(1000 * value, 1) for name, value in (("p50", cuts[49]), ("p99", cuts[98]), ("most", max(seconds)))
    }


def wrong(store: Store, done: Sequence[Done]) -> list[str]:
    """Return what was lost, doubled or missed; nothing, if all is well."""
    found = [f"{one.login}: {one.error}" for one in done if one.error]
    kept = [row[0] for row in store.run('SELECT id FROM app."case"')]
    saved = [case for one in done for case in one.saved]
    if missing := set(saved) - set(kept):
        found.append(f"{len(missing)} saved cases are not in the store")
    if len(kept) != len(set(kept)) or len(saved) != len(set(saved)):
        found.append("a case is there twice")
    for device, first, last, count in store.run(
        "SELECT device, min(n), max(n), count(*) FROM sync.op_log GROUP BY device"
    ):
        if (first, last) != (1, count):
            found.append(f"device {device} has {count} operations from {first} to {last}")
    for one in done:
        team = (other for other in done if other.home == one.home)
        due = {case for other in team for case, seq in other.saved.items() if seq > one.began}
        if unseen := due - set(one.seen):
            found.append(f"{one.login} never saw {len(unseen)} of {len(due)} cases of its team")
    return found


def cpu(folder: Path) -> float:
    """Return the processor time of all processes of the server that are alive, in seconds."""
    postmaster = psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
    times = [process.cpu_times() for process in (postmaster, *postmaster.children(recursive=True))]
    return sum(t.user + t.system + getattr(t, "children_user", 0) + getattr(t, "children_system", 0) for t in times)
