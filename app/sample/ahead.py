"""Makes a large world in a process of its own, one chunk ahead of the loading: making takes as long as writing."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from datetime import datetime
from multiprocessing.connection import Connection

from app.sample.rows import Rows
from app.sample.world import CHUNK, Size, World

WORTH_IT = 2 * CHUNK  # customers; a smaller world is made before another process has started


def chunks(seed: int, region: str, now: datetime, size: Size) -> Iterator[Rows]:
    """Yield the chunks of a world; the same ones as `World.chunks`. RuntimeError when its maker died."""
    if size.customers < WORTH_IT:
        yield from World(seed, region, now).chunks(size)
        return
    context = multiprocessing.get_context("spawn")  # a fork would share open connections
    ours, theirs = context.Pipe(duplex=False)
    maker = context.Process(target=_make, args=(theirs, seed, region, now, size), daemon=True)
    maker.start()
    theirs.close()
    try:
        while (tables := ours.recv()) is not None:
            yield Rows(tables)
    except EOFError as error:
        raise RuntimeError("the process that makes the sample world died") from error
    finally:
        maker.terminate()
        maker.join()


def _make(to: Connection, seed: int, region: str, now: datetime, size: Size) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to both; the loading one stops this one
    for rows in World(seed, region, now).chunks(size):
        to.send(rows.tables)
    to.send(None)
