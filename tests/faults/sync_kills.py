"""Kills of desks and of their PostgreSQL: `python -m tests.faults.sync_kills --kills 1000` prints what came of it.

Two desks of one team are at work in each round and are killed, each at a moment of its own; in each third round the
server is killed first. A process of its own: it forks.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

from app.storage import shared_folder
from app.storage.shared_folder import SharedFacts
from models.enums import Role
from tests.faults import casework, sync_life
from tests.faults.forks import Child, Ended
from tests.faults.server_seat import MortalServer
from tests.faults.sync_life import OF_DESKS, OF_SERVERS
from tests.postgres_server import Store

LOGINS = {"anna": Role.AGENT, "pere": Role.SUPERVISOR}
ROUNDS_A_CHECK = 25
CARELESS = {"synchronous_commit": "off", "wal_writer_delay": "10s"}
MOST_UNANSWERED = 100  # on a busy machine a desk may die eight times over before its store has answered anything
SERVERS_EVERY = 3  # in each third round it is the server that dies


@dataclass
class Book:
    """What desks and people were told, and what is wrong with it."""

    store: Store
    desks: dict[str, Path]
    saved: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    references: set[str] = field(default_factory=set)
    answered: dict[str, int] = field(default_factory=dict)
    moments: Counter[str] = field(default_factory=Counter)
    servers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def kills(self) -> int:
        return self.moments.total() + self.servers.total()

    def take(self, ended: Ended) -> None:
        if not ended.was_killed and ended.code:
            self.wrong.append(f"a desk failed with {ended.code}")
        moment = ""
        for fact in ended.said:
            moment = fact.get("moment", moment)
            self.servers.update([fact["server"]] if "server" in fact else [])
            self.saved += [fact["saved"]] if "saved" in fact else []
            self.added += [fact["added"]] if "added" in fact else []
            self._refer(fact.get("reference"))
            for op_id, seq in fact.get("answered", ()):
                if self.answered.setdefault(op_id, seq) != seq:
                    self.wrong.append(f"{op_id} was {self.answered[op_id]}, then {seq}")
        self.moments.update([moment or "unseen"] if ended.was_killed else [])

    def check(self) -> None:
        """Let both desks come to rest and compare what they, their server and people were told."""
        for name in self.desks:
            self._rest(name)
        rests = {name: self._rest(name) for name in self.desks}  # what another sent coming to rest has come as well
        self.wrong += casework.wrong_with(self.store, self.saved, self.added)
        log = {row.op_id.hex: row for row in self.store.run("SELECT op_id, device, n, result, seq FROM sync.op_log")}
        self.wrong += [
            f"the store has forgotten {op_id}" for op_id, seq in self.answered.items()
            if op_id not in log or log[op_id].seq != seq
        ]  # fmt: skip
        cases = sorted((id_.hex.upper(), n) for id_, n in self.store.run('SELECT id, revision FROM app."case"'))
        for name, rest in rests.items():
            if rest is None:
                self.wrong.append(f"{name} does not come to rest")
                continue
            own = [
                (op_id.lower(), n, result, seq, device.lower()) for op_id, n, result, seq, device in rest["operations"]
            ]
            there = [
                (op_id, row.n, row.result, row.seq, row.device.hex) for op_id, *_ in own if (row := log.get(op_id))
            ]
            self.wrong += [f"{name} has {len(own)} operations, the store {len(there)}"] if own != there else []
            self.wrong += [f"{rest['waiting']} operations of {name} wait"] if rest["waiting"] else []
            self.wrong += [f"the cache of {name} is another"] if sorted(map(tuple, rest["cases"])) != cases else []

    def _rest(self, name: str) -> dict | None:
        ended = Child(partial(sync_life.come_to_rest, self.desks[name], self.store.address(self._login(name)))).end()
        return ended.said[-1] if ended.said else None

    def _login(self, name: str) -> str:
        return f"{self.store.database}.{name}"

    def _refer(self, reference: str | None) -> None:
        if reference in self.references:
            self.wrong.append(f"{reference} was given twice")
        self.references |= {reference} if reference else set()


def run(folder: Path, kills: int, chance: Random, *, careless: bool = False) -> Book:
    """Kill so many processes, at each moment in turn; a careless server commits before it has written."""
    server = MortalServer(settings=CARELESS if careless else {})
    try:
        store = server.store("office")
        desks = {}
        for name, role in LOGINS.items():
            desks[name] = folder / name
            shared_folder.write(desks[name], SharedFacts(str(store.address()), store.add_login(name, role, 1)))
        store.run("CHECKPOINT")  # what was made so far stays, however careless
        book = Book(store, desks)
        for n in count():
            if book.kills() >= kills and (book.answered or book.kills() >= MOST_UNANSWERED):
                break
            _round(server, book, n, chance)
            if n % ROUNDS_A_CHECK == ROUNDS_A_CHECK - 1:
                book.check()
                print(f"{book.kills()} kills, wrong: {book.wrong[:5]}", file=sys.stderr, flush=True)
        book.check()
    finally:
        server.stop()
    return book


def _round(server: MortalServer, book: Book, n: int, chance: Random) -> None:
    dying: list[sync_life.Dies] = [OF_DESKS[(len(book.desks) * n + place) % len(OF_DESKS)] for place in (0, 1)]
    if n % SERVERS_EVERY == SERVERS_EVERY - 1:
        dying[n % len(dying)] = OF_SERVERS[n // SERVERS_EVERY % len(OF_SERVERS)]
    children = [
        Child(partial(
            sync_life.live, data, book.store.address(f"office.{name}"), f"{name} {n}", dies,
            Random(chance.random()), server.postmaster(),
        ))
        for (name, data), dies in zip(book.desks.items(), dying, strict=True)
    ]  # fmt: skip
    for child in children:
        book.take(child.end())
    if not server.is_alive():
        server.start_again()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", default="7")
    parser.add_argument("--careless", action="store_true", help="a server that forgets: it must be found out")
    args = parser.parse_args()
    os.environ.setdefault("RINGBOOK_KEY", "ab" * 32)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ringbook-kills-") as folder:
        book = run(Path(folder), args.kills, Random(args.seed), careless=args.careless)
    told = {
        "desks_killed": book.moments.total(), "servers_killed": dict(book.servers),
        "saved": len(book.saved) + len(book.added), "answered": len(book.answered),
        "seconds": round(time.monotonic() - began), "moments": book.moments, "wrong": book.wrong[:20],
    }  # fmt: skip
    print(json.dumps(told, ensure_ascii=False))
    return 1 if book.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
