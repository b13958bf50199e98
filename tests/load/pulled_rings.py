"""Rings at a desk's window while it pulls changes to every row it holds: from the bytes of the PBX to a painted card.

`python -m tests.load.pulled_rings [--customers N]` prints a JSON object: milliseconds alone, and while the rows come.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from app import settings
from app.settings import PbxSettings
from models.enums import Role
from tests.benchmarks.burst import EXTENSION, numbers
from tests.benchmarks.first_sync import change_all
from tests.benchmarks.measuring import p95
from tests.benchmarks.peopled import TEAM, people
from tests.benchmarks.rings import Burst, CardWatch, apart
from tests.benchmarks.waiting import wait
from tests.benchmarks.world import REGION
from tests.load.run import make_store, server
from tests.load.windows import desk_of, is_in_step, session_on, surroundings
from tests.postgres_server import Store
from ui import theme

LOOK_MS = 250


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.load.pulled_rings", description=__doc__)
    parser.add_argument("--customers", type=int, default=7200, metavar="N", help="14 rows each (default: 7200)")
    parser.add_argument("--cards", type=int, default=100, metavar="N", help="rings measured alone (default: 100)")
    args = parser.parse_args(words)
    with server() as (running, _), surroundings() as home:
        store = make_store(running, TEAM)
        people(store, args.customers)
        give_numbers(store)
        folder = desk_of(store, home, "anna", Role.AGENT)
        print(json.dumps(measure(store, folder, args.customers, args.cards)))
        store.drop()
    return 0


def give_numbers(store: Store) -> None:
    """Let the callers of the recording be customers of whom the desk holds all."""
    with store.connection() as connection:
        for place, number in enumerate(numbers()):
            values = {"e164": number, "key": number.removeprefix("+886")[::-1], "place": place}
            connection.execute(
                text(
                    "UPDATE app.contact_point SET e164 = :e164, value = :e164, suffix_key = :key WHERE id = "
                    "(SELECT id FROM app.contact_point WHERE kind = 'phone' ORDER BY id OFFSET :place LIMIT 1)"
                ),
                values,
            )


def measure(store: Store, folder: Path, customers: int, cards: int) -> dict[str, Any]:
    """Open a window on a desk and measure rings in it, once all rows are there and again while all of them come."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, "light", "en")
    os.environ["RINGBOOK_PBX_PASSWORD"] = "any"
    burst = Burst(1.0)
    pbx = PbxSettings("127.0.0.1", burst.port, False, "", "bench", EXTENSION)
    settings.save(folder, replace(settings.load(folder), region=REGION, pbx=pbx))
    session = session_on(folder)
    try:
        until(lambda: is_in_step(session))
        alone = CardWatch(session, cards)
        until(lambda: len(alone.painted) >= cards)
        before, rows = cursor(session), change_all(store, customers)
        ((last,),) = store.run("SELECT seq FROM sync.counter")
        store.run("NOTIFY ringbook")
        until(lambda: cursor(session) > before)
        meanwhile = CardWatch(session)
        until(lambda: cursor(session) >= last)
        came = list(meanwhile.painted)
    finally:
        session.window.close()
        burst.stop()
    times = {"alone": apart(burst.sent, alone.painted[:cards]), f"while {rows} rows come": apart(burst.sent, came)}
    return {"job": "ring: PBX bytes to painted card", "unit": "ms"} | {job: told(some) for job, some in times.items()}


def until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds; raises RuntimeError when that takes too long."""
    loop, timer = QEventLoop(), QTimer(interval=LOOK_MS)
    timer.timeout.connect(lambda: loop.quit() if holds() else None)
    timer.start()
    wait(loop)


def cursor(session: Any) -> int:
    """Return up to where the desk has pulled."""
    return int(session.backend.folder.reader.run(lambda c: c.exec_driver_sql("SELECT seq FROM cursor").scalar_one()))


def told(times: Sequence[float]) -> dict[str, float]:
    cuts = {"p50": median(times), "p95": p95(times), "most": max(times)}
    return {"rounds": len(times)} | {name: round(value, 1) for name, value in cuts.items()}


if __name__ == "__main__":
    sys.exit(main())
