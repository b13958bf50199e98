"""For how long to wait before the next try; pure."""

from __future__ import annotations

from collections.abc import Callable

FIRST_S = 0.5
LONGEST_S = 20.0  # with what waits sent too, a desk is in step half a minute after the network is back
MOST_DOUBLED = 10


class Backoff:
    """Doubles from half a second to twenty, and waits for any part of that: desks that were cut off come back apart.

    `draw` returns a number from 0 to 1.
    """

    def __init__(self, draw: Callable[[], float]) -> None:
        self._draw = draw
        self._tries = 0

    def next(self) -> float:
        """Return the seconds until the next try."""
        longest = min(LONGEST_S, FIRST_S * float(2 ** min(self._tries, MOST_DOUBLED)))
        self._tries += 1
        return longest * self._draw()

    def reset(self) -> None:
        """Begin anew: it worked, or the network came back."""
        self._tries = 0
