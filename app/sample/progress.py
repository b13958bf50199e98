"""How far a bulk load is, said on stderr: rows, rows a second, time left."""

from __future__ import annotations

import sys
import time

from app.sample.state import State

QUIET_SECONDS = 5.0  # where the line cannot change in place
END_SHARE = 0.15  # of the time the rows took, which ordering tokens and building indexes take after them


class Progress:
    """Tells how far a load is: a line that changes on a terminal, else one each few seconds."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._begun = self._told = time.monotonic()
        self._first: tuple[int, int] | None = None  # chunks and rows that were in when this run began
        self._rows_took = 0.0
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
        now = time.monotonic()
        line = self._of_rows(state) if state.chunks < state.recipe.chunks else self._of_steps(state)
        if self._terminal or now - self._told >= QUIET_SECONDS:
            self._told = now
            sys.stderr.write(f"\r{line}\x1b[K" if self._terminal else f"{line}\n")
            sys.stderr.flush()

    def _of_rows(self, state: State) -> str:
        chunks, rows = self._first or (0, 0)
        total, seconds = state.rows.total(), self.seconds
        begin = f"{state.recipe.before(state.chunks).customers:,} of {state.recipe.size.customers:,} customers"
        if state.chunks == chunks:
            return f"{begin}, {total:,} rows"
        self._rows_took = seconds
        to_come = seconds / (state.chunks - chunks) * (state.recipe.chunks - state.chunks)
        whole = seconds / (state.chunks - chunks) * state.recipe.chunks
        left = _clock(to_come + whole * END_SHARE)
        return f"{begin}, {total:,} rows, {(total - rows) / seconds:,.0f} rows/s, {left} left"

    def _of_steps(self, state: State) -> str:
        to_do = len(state.indexes) + (not state.tokens_are_in)
        what = "building indexes" if state.tokens_are_in else "putting search tokens in order"
        return f"{state.rows.total():,} rows are in, {what}: {to_do} steps left"

    def end(self) -> None:
        """Leave the line that changed."""
        if self._terminal:
            sys.stderr.write("\n")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
