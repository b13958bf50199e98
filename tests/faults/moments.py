"""The moments at which a child dies: after a random time, or at a statement the driver's trace shows.

Nothing of this is in the product: the trace is put on connections by a driver of the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, event

from app.storage import folder
from tests.faults.forks import die_in, say

MICRO = 1e-6
MOST_PASSES = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """Die within `within` seconds (0: at once) after `statement` began on `file`; both empty: after the start."""

    name: str
    within: float
    file: str = ""
    statement: str = ""
    checkpoint_pages: int = 1000


OUTBOX, STORE = folder.OUTBOX, folder.STORE
OPENING = Moment("while the folder opens", 0.03)
AT_WORK = Moment("after some time", 0.12)
MOMENTS = (
    OPENING,
    AT_WORK,
    Moment("while the outbox collects", 0, OUTBOX, "INSERT INTO operation"),
    Moment("during the outbox's commit", 600 * MICRO, OUTBOX, "COMMIT"),
    Moment("between the two commits", 0, STORE, "BEGIN"),
    Moment("while the store applies", 0, STORE, "INSERT INTO op_log"),
    Moment("during the store's commit", 600 * MICRO, STORE, "COMMIT"),
    Moment("during a checkpoint of the store", 2500 * MICRO, STORE, "COMMIT", checkpoint_pages=4),
    Moment("during a checkpoint of the outbox", 2500 * MICRO, OUTBOX, "COMMIT", checkpoint_pages=2),
    Moment("while a draft is written", 500 * MICRO, OUTBOX, "INSERT INTO draft"),
)
OF_A_COMMAND = (
    *(moment for moment in MOMENTS if "draft" not in moment.name and moment is not AT_WORK),
    Moment("at any time", 0.2),
)
FIRST_START = (
    Moment("while the folder is made", 0.06),
    Moment("while the outbox's tables are made", 300 * MICRO, OUTBOX, "CREATE TABLE"),
    Moment("while the store's tables are made", 0.015, STORE, "CREATE TABLE"),
    Moment("while the store's tables are committed", 500 * MICRO, STORE, "COMMIT"),
    Moment("while the desk gets its name", 300 * MICRO, OUTBOX, "INSERT INTO device"),
)


def arm(moment: Moment, chance: Random, passes: int = MOST_PASSES) -> None:
    """Have this process die at `moment`, said in the instant before; its statement is let pass up to `passes` times."""
    wait = chance.uniform(0.0, moment.within)
    if not moment.statement:
        say(moment=moment.name)
        die_in(wait)
        return
    left = chance.randint(0, passes)

    def seen(statement: str) -> None:
        nonlocal left
        if statement.lstrip().startswith(moment.statement):
            left -= 1
            if left == -1:
                say(moment=moment.name)
                die_in(wait)

    watch(moment.file, seen, moment.checkpoint_pages)


def watch(file: str, seen: Any, checkpoint_pages: int) -> None:
    """Call `seen` with each statement that begins on `file`, and let its log grow to so many pages."""
    made = folder.open_file

    def open_watched(path: Path, *args: Any, **options: Any) -> Engine:
        engine = made(path, *args, **options)
        if path.name == file:

            @event.listens_for(engine, "connect")
            def _trace(connection: Any, _record: Any) -> None:
                connection.execute(f"PRAGMA wal_autocheckpoint = {checkpoint_pages}")
                if options.get("write"):
                    connection.set_trace_callback(seen)

        return engine

    folder.open_file = open_watched
