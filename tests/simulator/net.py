"""The way between desks and their store: it loses requests and replies, sends twice, and delivers late."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from app.errors import TransientError
from app.storage.local_store import Result
from app.storage.operations import Operation

Call = Callable[..., Any]
CALLS = (
    *("hello", "last_n", "begin_after", "answers", "pull", "team_rows", "working_set", "customers", "whole", "rows"),
    *("whose", "find", "open_digest", "customer_digests", "heartbeat"),
)


def lost() -> TransientError:
    return TransientError("The shared store cannot be reached", "the simulator has cut the line")


class Net:
    """What happens to calls; `trouble` is how likely each of them goes wrong in some way, 0 for a good day."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.trouble = 0.0
        self.late: list[Callable[[], object]] = []  # requests that are still under way
        self.calls = 0
        self.faults = 0

    def deliver_late(self) -> None:
        """Let a request arrive that its sender has given up on."""
        if self.late:
            request = self.late.pop(self.rng.randrange(len(self.late)))
            try:
                request()
            except Exception as error:
                assert type(error).__name__ in ("GapError", "ClonedDeviceError", "KnownError", "TransientError"), repr(
                    error
                )

    def strikes(self) -> str:
        """Draw what happens to a call: "" for nothing."""
        self.calls += 1
        if self.rng.random() >= self.trouble:
            return ""
        self.faults += 1
        return self.rng.choice(("request lost", "reply lost", "late", "twice"))


class Line:
    """A `SharedStore` at the end of a bad line; `store` gives the connection as it is now."""

    def __init__(self, net: Net, store: Callable[[], Any]) -> None:
        self._net, self._store = net, store

    def push(self, device: UUID, operations: Sequence[Operation]) -> list[Result]:
        fate, taken = self._net.strikes(), list(operations)
        if fate == "late":
            self._net.late.append(lambda: self._store().push(device, taken))
            raise lost()
        if fate == "twice":
            self._store().push(device, taken)
        found: list[Result] = self._call("push", fate, device, taken)
        return found

    def __getattr__(self, name: str) -> Call:
        if name not in CALLS:
            raise AttributeError(name)
        return lambda *args, **values: self._call(name, self._net.strikes(), *args, **values)

    def _call(self, name: str, fate: str, *args: Any, **values: Any) -> Any:
        if fate in ("request lost", "late"):
            raise lost()
        found = getattr(self._store(), name)(*args, **values)
        if fate == "reply lost":
            raise lost()
        return found

    def wait(self, seconds: float) -> bool:
        return False

    def interrupt(self) -> None:
        """Nobody waits."""

    def close(self) -> None:
        """The world owns the connections."""
