"""What every adapter of a PBX is to the rest: it starts, posts what it hears from its own thread, and stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.events import CallEvent, PbxHeard, PbxState

PbxEvent = CallEvent | PbxState | PbxHeard
Post = Callable[[PbxEvent], None]


class CallSource(Protocol):
    """A PBX (or the relay) that tells what happens at one extension."""

    def start(self, post: Post) -> None:
        """Begin to connect, and keep connected; `post` is called from the adapter's own thread."""

    def stop(self) -> None:
        """Say goodbye and return within two seconds; nothing is posted afterwards."""
