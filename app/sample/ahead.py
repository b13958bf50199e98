"""Makes a large world in processes of their own, ahead of the loading: making takes longer than writing."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator
from itertools import cycle, islice
from multiprocessing.connection import Connection

from app.sample.rows import Rows
from app.sample.world import Recipe, World

WORTH_IT = 4  # chunks; fewer are made before another process has started
MOST_MAKERS = 3  # which is more than one loading process can take


def chunks(recipe: Recipe, first: int = 0) -> Iterator[Rows]:
    """Yield the chunks of a world from `first` on; the same as `World.chunks`. RuntimeError when a maker died."""
    if recipe.chunks - first < WORTH_IT:
        yield from World(recipe).chunks(first)
        return
    context = multiprocessing.get_context("spawn")  # a fork would share open connections
    count = max(1, min(MOST_MAKERS, len(os.sched_getaffinity(0)) - 1))
    makers, pipes = [], []
    try:
        for number in range(count):
            ours, theirs = context.Pipe(duplex=False)
            maker = context.Process(target=_make, args=(theirs, recipe, first + number, count), daemon=True)
            maker.start()
            theirs.close()
            makers.append(maker)
            pipes.append(ours)
        for pipe in islice(cycle(pipes), recipe.chunks - first):
            yield Rows(pipe.recv())
    except EOFError as error:
        raise RuntimeError("the process that makes the sample world died") from error
    finally:
        for maker in makers:
            maker.terminate()
            maker.join()


def _make(to: Connection, recipe: Recipe, first: int, step: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the loading one stops this one
    gc.disable()  # rows make no cycles, and to look for some among a hundred thousand takes a twentieth of the time
    try:
        for rows in World(recipe).chunks(first, step):
            to.send(rows.tables)
    except BrokenPipeError:  # the loading one was killed
        return
