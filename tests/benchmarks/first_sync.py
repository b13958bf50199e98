"""The first sync of a desk from a PostgreSQL with many customers, in processor time and by the clock.

`python -m tests.benchmarks.first_sync [--customers N]` starts a server of its own. "rows/s" is until all rows are here
and found by number; then customers are made findable by name. Raw is what came and what was derived of it, without
and with search texts, in tuples made beforehand, inserted by hand-written SQL in transactions of 1,400 rows.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from app import bootstrap
from app.storage import shared_folder
from app.storage.folder import DataFolder
from app.storage.shared_folder import SharedFacts
from app.sync.postgres.store import PostgresStore, connect
from app.sync.steps.fill import Filling
from app.sync.steps.hello import Caller, say_hello
from app.sync.steps.pull import pull
from app.sync.writer_files import WriterFiles
from models.base import utc_now
from models.cache import COPIES
from tests.benchmarks.measuring import milliseconds, p95, pace
from tests.benchmarks.peopled import ROWS_EACH, TEAM, people
from tests.benchmarks.pulls import raw
from tests.load.run import make_store, server
from tests.postgres_server import PASSWORD, Store

ROWS_A_TRANSACTION = 1400
SEARCHED = ("search_text", "search_token")
SAVE_EVERY_S = 0.05


class Desk:
    """A data folder that has never met its store, and a connection to that."""

    def __init__(self, folder: Path, store: Store, login: str) -> None:
        self.link: PostgresStore = connect(store.address(login), PASSWORD)
        shared_folder.write(folder, SharedFacts("sqlite:////nowhere.db", "maria"))
        self.backend = bootstrap.open_backend(folder)
        writer = self.backend.folder.writer
        assert writer is not None
        self.writer = writer
        self.files = WriterFiles(writer, lambda _: None)
        self._server = psutil.Process(self.link._link._connection.info.backend_pid)
        self.welcome = say_hello(self.link, self.files, Caller("here", "0", utc_now()))

    @property
    def folder(self) -> DataFolder:
        return self.backend.folder

    def server_cpu(self) -> float:
        """Return the seconds of processor time of the server's process for this connection."""
        times = self._server.cpu_times()
        return float(times.user + times.system)

    def fill(self) -> dict[str, float]:
        """Fill the cache; return seconds, and seconds of processor time of this process and of the server's.

        "here" and "desk here" are these until all rows are, when nobody is found by name yet whose rows came.
        """
        filling = Filling()
        wall, cpu, theirs = time.perf_counter(), time.process_time(), self.server_cpu()
        spent: dict[str, float] = {}
        while filling.step(self.link, self.files):
            if filling.is_whole and not spent:
                spent = {"here": time.perf_counter() - wall, "desk here": time.process_time() - cpu}
        spent |= {"seconds": time.perf_counter() - wall, "desk": time.process_time() - cpu}
        return spent | {"server": self.server_cpu() - theirs}

    def rows(self) -> dict[str, list[Any]]:
        return self.folder.reader.run(
            lambda c: {t.name: [tuple(r) for r in c.exec_driver_sql(f'SELECT * FROM "{t.name}"')] for t in COPIES}
        )

    def close(self) -> None:
        self.link.close()
        self.backend.close()


def fills(store: Store, login: str, customers: int) -> Iterator[dict[str, Any]]:
    """Measure a first sync beside raw, and how long a save waits meanwhile."""
    with TemporaryDirectory() as path:
        desk = Desk(Path(path, "desk"), store, login)
        stop = threading.Event()
        saves: list[float] = []
        saver = threading.Thread(target=_save_now_and_then, args=(desk, stop, saves))
        before = pace()
        spent = desk.fill()
        paces = [round(before, 1), round(pace(), 1)]
        tables = desk.rows()
        desk.close()
        rows = sum(len(tables[name]) for name in tables if name not in (*SEARCHED, "interaction"))
        plain = {name: some for name, some in tables.items() if name not in SEARCHED}
        here, cpu_here = _raw(Path(path, "plain"), plain, rows)
        whole, cpu_whole = _raw(Path(path, "whole"), tables, rows)
        yield {
            "job": "first sync", "rows": rows, "rows/s": round(rows / spent["here"]), "raw rows/s": round(rows / here),
            "findable by name rows/s": round(rows / spent["seconds"]), "raw with search rows/s": round(rows / whole),
            "desk us a row": round(spent["desk here"] / rows * 1e6, 1), "raw us a row": round(cpu_here / rows * 1e6, 1),
            "with search us a row": round(spent["desk"] / rows * 1e6, 1),
            "raw with search us a row": round(cpu_whole / rows * 1e6, 1),
            "server us a row": round(spent["server"] / rows * 1e6, 1), "pace before and behind, ms": paces,
        }  # fmt: skip
    with TemporaryDirectory() as path:
        desk = Desk(Path(path, "desk"), store, login)
        alone = [_save(desk) for _ in range(50)]
        saver = threading.Thread(target=_save_now_and_then, args=(desk, stop, saves))
        saver.start()
        desk.fill()
        stop.set()
        saver.join()
        desk.close()
        for job, times in (("save alone", alone), ("save during a first sync", saves)):
            yield {"job": job, "unit": "ms", "rounds": len(times), "p50": round(median(times), 2),
                   "p95": round(p95(times), 2), "most": round(max(times), 2)}  # fmt: skip


def _raw(folder: Path, tables: dict[str, list[Any]], rows: int) -> tuple[float, float]:
    """Insert all by hand; return the seconds, and the seconds of processor time."""
    folder.mkdir()
    cpu = time.process_time()
    seconds = raw(folder, tables, max(1, rows // ROWS_A_TRANSACTION))
    return seconds, time.process_time() - cpu


def _save_now_and_then(desk: Desk, stop: threading.Event, found: list[float]) -> None:
    while not stop.wait(SAVE_EVERY_S):
        found.append(_save(desk))


def _save(desk: Desk) -> float:
    """Save a promise of nobody; return the milliseconds until it is safe."""
    values = {"what": "Ring back", "channel": "call", "due_at": utc_now(), "time_zone": "UTC", "status": "open"}
    return milliseconds(
        lambda: desk.writer.submit(lambda unit: unit.create("follow_up", values), applied=False).result()
    )


def pulls(store: Store, login: str, customers: int) -> Iterator[dict[str, Any]]:
    """Measure pops, alone and while all rows of held customers change and are pulled."""
    with TemporaryDirectory() as path:
        desk = Desk(Path(path, "desk"), store, login)
        desk.fill()
        numbers = [row[0] for row in store.run("SELECT e164 FROM app.contact_point WHERE e164 IS NOT NULL LIMIT 5000")]
        pops = lambda number: milliseconds(lambda: desk.backend.reads.pop(number))  # noqa: E731
        for number in numbers[:100]:
            pops(number)
        alone = [_after_a_while(pops, number) for number in numbers[:300]]
        changed = change_all(store, customers)
        took: list[float] = []
        again = threading.Thread(target=_pull_all, args=(desk, took))
        again.start()
        meanwhile: list[float] = []
        for number in numbers * 10:
            if not again.is_alive():
                break
            meanwhile.append(_after_a_while(pops, number))
        again.join()
        desk.close()
        yield {
            "job": "pull",
            "rows": changed,
            "rows/s": round(changed / took[0]),
            "us a row": round(took[1] / changed * 1e6, 1),
        }
        for job, times in (("pop alone", alone), (f"pop while {changed} rows come", meanwhile)):
            yield {"job": job, "unit": "ms", "rounds": len(times), "p50": round(median(times), 2),
                   "p95": round(p95(times), 2), "most": round(max(times), 2)}  # fmt: skip


def _after_a_while(pop: Any, number: str) -> float:
    time.sleep(0.02)
    return float(pop(number))


def _pull_all(desk: Desk, took: list[float]) -> None:
    begun, cpu = time.perf_counter(), time.process_time()
    while pull(desk.link, desk.files, desk.welcome).more:
        pass
    took += [time.perf_counter() - begun, time.process_time() - cpu]


def change_all(store: Store, customers: int) -> int:
    """Have every row of all customers written again, behind the back of the log; return how many there are."""
    with store.connection() as connection:
        run = connection.execution_options(no_parameters=True).exec_driver_sql
        for name in ("customer", "contact_point", "call", "call_leg", "case", "case_event", "follow_up"):
            run(f'UPDATE app."{name}" SET revision = revision + 1')
        run("UPDATE app.customer SET name = name || ' i'")
        run("UPDATE sync.change SET revision = revision + 1, seq = seq + (SELECT seq FROM sync.counter)")
        run("UPDATE sync.counter SET seq = (SELECT max(seq) FROM sync.change)")
    return customers * ROWS_EACH


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--customers", type=int, default=7200, help="14 rows each (default: 7200)")
    parser.add_argument("--only", choices=("fills", "pulls"), help="one of the two measurements")
    args = parser.parse_args()
    os.environ.setdefault("RINGBOOK_KEY", "ab" * 32)
    gc.disable()  # as in the console, where only the window collects
    with server() as (running, _):
        store = make_store(running, TEAM)
        login = people(store, args.customers)
        for measured in (fills, pulls):
            if args.only in (None, measured.__name__):
                for line in measured(store, login, args.customers):
                    print(json.dumps(line), flush=True)
        store.drop()


if __name__ == "__main__":
    main()
