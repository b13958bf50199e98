"""What the writer needs of the file that readers see: the whole store on one seat, a desk's cache of a shared one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from app.storage.operations import Operation


class GapError(Exception):
    """The operations do not follow the last one the store knows of this device; send from `expected` on."""

    def __init__(self, expected: int) -> None:
        super().__init__(f"expected operation {expected}")
        self.expected = expected


class ClonedDeviceError(Exception):
    """Another copy of this device has used its numbers: a cloned or rolled-back disk."""


class Result(NamedTuple):
    """What became of one operation, an `OperationResult`; `reason` says why one was refused.

    `seq` is its place in the order of a shared store, `taken_at` the time there; one seat has neither.
    """

    op_id: UUID
    result: str
    reason: str | None = None
    seq: int | None = None
    taken_at: datetime | None = None


@dataclass(slots=True)
class Pushed:
    """The results of one push, and what it changed."""

    results: list[Result] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)
    customers: set[UUID] = field(default_factory=set)


class LocalStore(Protocol):
    """What the screen reads."""

    def last_n(self, device: UUID) -> int:
        """Return the sequence of the last operation taken from `device`, 0 for none."""
        ...

    def push(self, device: UUID, operations: Sequence[Operation]) -> Pushed:
        """Take operations of one device in order, each exactly once.

        One that is known returns its stored result. Raises GapError and ClonedDeviceError; in both cases nothing
        was taken.
        """
        ...

    def checkpoint(self) -> None:
        """Do in an idle moment what a push would have to do some day."""
        ...

    def close(self) -> None: ...
