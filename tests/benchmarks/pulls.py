"""Rows of a shared store into a desk's cache, beside the bare engine, and pops while they come.

`python -m tests.benchmarks.pulls [--customers N]` prints a JSON object a line. Raw is the same rows and what is derived
from them, made beforehand, inserted by hand-written SQL in transactions as large as ours.
"""

from __future__ import annotations

import argparse
import json
import random
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from app import bootstrap
from app.storage import shared_folder
from app.storage.cache_store import CacheStore, lay_out
from app.storage.engine import open_file
from app.storage.local_store import LocalStore
from app.storage.outbox import Outbox
from app.storage.shared_folder import SharedFacts
from app.sync.records import Cursor, Row
from app.sync.steps.take import MOST_AT_ONCE, take
from app.sync.writer_files import WriterFiles
from models.base import utc_now, uuid7
from models.cache import COPIES
from models.enums import CaseStatus, FollowUpChannel, Severity
from tests.app.storage.desk import KEY, row
from tests.benchmarks.measuring import milliseconds, p95

FIRST = ["Maria", "Núria", "Pau", "Joan", "Anna", "Pere", "Montserrat", "Jordi", "Wei", "Ming"]
LAST = ["Puig", "Vila", "Serra", "Roca", "Ferrer", "Vidal", "Chen", "Wang", "Soler", "Camps"]
A_BATCH = 100
PAUSE_S = 0.02  # between two pops


def batches(customers: int, chance: random.Random) -> Iterator[tuple[list[UUID], list[Row], list[str]]]:
    """Yield customers with all rows about them (14 each) and their numbers."""
    seq = 0
    for _ in range(customers // A_BATCH):
        ids, rows, numbers = [], [], []
        for _ in range(A_BATCH):
            seq += 20
            rows += _customer(seq, chance, ids, numbers)
        yield ids, rows, numbers


def _customer(seq: int, chance: random.Random, ids: list[UUID], numbers: list[str]) -> Iterator[Row]:
    of, now = uuid7(), utc_now()
    ids.append(of)
    yield row("customer", of, seq, name=f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.choice(LAST)}",
              number=f"C-{seq:06}", city="Girona")  # fmt: skip
    for _ in range(2):
        numbers.append(f"+34972{chance.randrange(10**6):06}")
        suffix = numbers[-1][:2:-1]
        yield row("contact_point", uuid7(), seq + 1, of, value=numbers[-1], e164=numbers[-1], suffix_key=suffix)
    for _ in range(4):
        call = uuid7()
        yield row("call", call, seq + 2, of, began_at=now)
        yield row("call_leg", uuid7(), seq + 3, of, call_id=call, agent="Júlia", answered_at=now, ended_at=now)
    case = uuid7()
    yield row("case", case, seq + 4, of, reference=f"A2-{seq:05}-X", status=CaseStatus.RECEIVED, severity=Severity.LOW)
    yield row("case_event", uuid7(), seq + 5, of, case_id=case)
    yield row("follow_up", uuid7(), seq + 6, of, channel=next(iter(FollowUpChannel)))


class Filled:
    """An open desk of a shared store, filled as a first sync fills it."""

    def __init__(self, folder: Path) -> None:
        shared_folder.write(folder, SharedFacts("sqlite:////nowhere.db", "maria"))
        self.backend = bootstrap.open_backend(folder)
        writer = self.backend.folder.writer
        assert writer is not None
        self.files = WriterFiles(writer, lambda _: None)
        self.files.run(lambda outbox, cache: cache.begin(uuid7(), Cursor(0, None), {1}, outbox.shown_from()))
        self._writer = writer

    def take(self, ids: Sequence[UUID], rows: Sequence[Row]) -> None:
        """As `steps.take.fetch` does with what the store answered."""
        self.files.run(lambda _, cache: cache.hold(ids))
        take(self.files, rows, whole=dict.fromkeys(ids, 1))

    def alone(self, ids: Sequence[UUID], rows: Sequence[Row]) -> float:
        """Take without the pauses that let others through; return the seconds."""

        def work(_: Outbox, store: LocalStore) -> float:
            assert isinstance(store, CacheStore)
            store.hold(ids)
            begun = time.perf_counter()
            for first in range(0, len(rows), MOST_AT_ONCE):
                store.take(rows[first : first + MOST_AT_ONCE])
            return time.perf_counter() - begun

        return self._writer.with_files(work).result()

    def all_rows(self) -> dict[str, list[Any]]:
        """Return what is in the cache, by table."""
        return self.backend.folder.reader.run(
            lambda c: {t.name: [tuple(r) for r in c.exec_driver_sql(f'SELECT * FROM "{t.name}"')] for t in COPIES}
        )


def raw(folder: Path, tables: dict[str, list[Any]], parts: int) -> float:
    """Insert rows of all tables in `parts` transactions; return the seconds."""
    engine = open_file(folder / "raw.db", KEY, write=True, cache=8_000)
    with engine.connect() as connection, connection.begin():
        lay_out(connection, 0)
    held = engine.raw_connection()
    driver: Any = held.driver_connection
    begun = time.perf_counter()
    for part in range(parts):
        driver.execute("BEGIN IMMEDIATE")
        for name, rows in tables.items():
            some = rows[len(rows) * part // parts : len(rows) * (part + 1) // parts]
            if some:
                driver.executemany(f'INSERT INTO "{name}" VALUES ({",".join("?" * len(some[0]))})', some)
        driver.execute("COMMIT")
    seconds = time.perf_counter() - begun
    held.close()
    return seconds


def fill(customers: int) -> Iterator[dict[str, Any]]:
    """Measure rows a second."""
    with TemporaryDirectory() as folder:
        desk, count, seconds = Filled(Path(folder, "desk")), 0, 0.0
        for ids, rows, _ in batches(customers, random.Random(1)):
            seconds += desk.alone(ids, rows)
            count += len(rows)
        bare = raw(Path(folder), desk.all_rows(), -(-count // MOST_AT_ONCE))
        desk.backend.close()
    figures = {"raw": round(count / bare), "ours": round(count / seconds), "ratio": round(seconds / bare, 2)}
    yield {"job": "first sync", "unit": "rows/s", "rows": count, **figures}


def pops(customers: int) -> Iterator[dict[str, Any]]:
    """Measure pops, alone and while all of them come once more."""
    with TemporaryDirectory() as folder:
        desk = Filled(Path(folder, "desk"))
        given = list(batches(customers, random.Random(1)))
        numbers = [number for _, _, some in given for number in some]
        for ids, rows, _ in given:
            desk.take(ids, rows)
        alone = [milliseconds(lambda n=number: desk.backend.reads.pop(n)) for number in numbers[:200]]  # type: ignore[misc]
        again = threading.Thread(target=lambda: [desk.take(ids, rows) for ids, rows, _ in given])
        again.start()
        meanwhile: list[float] = []
        while again.is_alive():
            number = random.choice(numbers)
            meanwhile.append(milliseconds(lambda n=number: desk.backend.reads.pop(n)))  # type: ignore[misc]
            time.sleep(PAUSE_S)
        desk.backend.close()
    for job, times in (("pop", alone), (f"pop while {customers * 14} rows come", meanwhile)):
        figures = {"p50": round(median(times), 2), "p95": round(p95(times), 2), "most": round(max(times), 2)}
        yield {"job": job, "unit": "ms", "rounds": len(times), **figures}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--customers", type=int, default=7200, help="14 rows each (default: 7200)")
    customers = parser.parse_args().customers
    for measured in (fill, pops):
        for line in measured(customers):
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
