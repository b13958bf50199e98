"""How long work tells how far it is, and is stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]  # done and all; it may sleep, and raises CancelledError to stop


class CancelledError(Exception):
    """Somebody no longer wants what is going on."""


def part(progress: Progress, first: int, last: int) -> Progress:
    """Return the progress of a part of the work, told to the whole as thousandths from `first` to `last`."""
    return lambda done, total: progress(first + (last - first) * done // max(total, 1), 1000)
