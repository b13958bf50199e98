"""A long list part by part, where only so much is done at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def slices(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Yield parts of up to `size`; none of an empty list."""
    for first in range(0, len(items), size):
        yield items[first : first + size]
