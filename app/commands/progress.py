"""How far a long command is: a line on stderr that changes on a terminal, else one each few seconds."""

from __future__ import annotations

import sys
import time

QUIET_SECONDS = 5.0
TERMINAL_SECONDS = 0.1


class Percent:
    """A `Progress` that tells a person; `end` leaves the line."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._terminal = sys.stderr.isatty()
        self._told = time.monotonic()
        self._wrote = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told < (TERMINAL_SECONDS if self._terminal else QUIET_SECONDS):
            return
        self._told, self._wrote = now, True
        line = f"{self._what}: {100 * done // max(total, 1)} %"
        sys.stderr.write(f"\r{line}\x1b[K" if self._terminal else f"{line}\n")
        sys.stderr.flush()

    def end(self) -> None:
        if self._terminal and self._wrote:
            sys.stderr.write("\n")
