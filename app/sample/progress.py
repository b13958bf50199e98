"""How far a bulk load is, said on stderr: rows, rows a second, time left."""

from __future__ import annotations

import sys
import time

from app.sample.state import State

QUIET_SECONDS = 5.0  # where the line cannot change in place
LIVELY_SECONDS = 0.2  # where it can
END_SHARE = 0.2  # of the time the rows took, which ordering tokens and building indexes take after them


class Progress:
    """Tells how far a load is: a line that changes on a terminal, else one each few seconds."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._begun = self._told = time.monotonic()
        self._first: tuple[int, int] | None = None  # chunks and rows that were in when this run began
        self._rows_end = 0.0  # when the rows were in, in seconds of this run
        self._end_takes = 0.0  # what follows them, about; 0 where this run had no rows to go by
        self._steps = 0

    @property
    def seconds(self) -> float:
        """How long this run takes so far."""
        return time.monotonic() - self._begun

    def __call__(self, state: State) -> None:
        if self._first is None:
            self._first = (state.chunks, state.rows.total())
            self._begun = time.monotonic()
            self._steps = len(state.indexes) + 1
            self._told -= QUIET_SECONDS  # the first line at once
        now = time.monotonic()
        line = self._of_rows(state) if state.chunks < state.recipe.chunks else self._of_steps(state)
        if now - self._told >= (LIVELY_SECONDS if self._terminal else QUIET_SECONDS):
            self._told = now
            sys.stderr.write(f"\r{line}\x1b[K" if self._terminal else f"{line}\n")
            sys.stderr.flush()

    def _of_rows(self, state: State) -> str:
        chunks, rows = self._first or (0, 0)
        total, seconds = state.rows.total(), self.seconds
        begin = f"{state.recipe.before(state.chunks).customers:,} of {state.recipe.size.customers:,} customers"
        if state.chunks == chunks:
            return f"{begin}, {total:,} rows"
        each = seconds / (state.chunks - chunks)
        self._rows_end, self._end_takes = seconds, each * state.recipe.chunks * END_SHARE
        left = _clock(each * (state.recipe.chunks - state.chunks) + self._end_takes)
        return f"{begin}, {total:,} rows, {(total - rows) / seconds:,.0f} rows/s, {left} left"

    def _of_steps(self, state: State) -> str:
        to_do = len(state.indexes) + (not state.tokens_are_in)
        what = "building indexes" if state.tokens_are_in else "putting search tokens in order"
        left = max(self._end_takes - (self.seconds - self._rows_end), 1)
        about = f", about {_clock(left)} left" if self._end_takes else ""
        return f"{state.rows.total():,} rows are in, {what}: {to_do} steps{about}"

    def end(self) -> None:
        """Leave the line that changed."""
        if self._terminal:
            sys.stderr.write("\n")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
