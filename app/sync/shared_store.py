"""What every shared store can do, whatever engine it runs on; one contract suite tests them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from app.storage.heaps import Heap
from app.storage.local_store import Result
from app.storage.operations import Operation
from app.sync.records import AuditRow, Cursor, Desk, Digest, Page, Row, Welcome

MOST_PUSHED = 200  # operations a push
MOST_FETCHED = 500  # customers a fetch


class NewerOperationError(Exception):
    """The store is older than this desk and does not know a kind of operation; it waits until the store is upgraded."""


class SharedStore(Protocol):
    """One connection to the truth for all desks; one thread uses it at a time, and each call is one transaction.

    Each call raises TransientError when the store cannot be reached or answers too late (then nothing is known of
    whether it did what it was asked; every call may be made again), and KnownError when a person must act.
    """

    def hello(self, desk: Desk, cursor: Cursor | None) -> Welcome:
        """Say who connects and how far it has read; the device is registered when it first says so.

        No two devices get the same prefix, so that what two desks read out on the phone is never the same reference.

        Raises KnownError for a program too old or too new, and for a device that is another login's.
        """
        ...

    def last_n(self, device: UUID) -> int:
        """Return the sequence of the last operation taken from `device`, 0 for none."""
        ...

    def begin_after(self, device: UUID, n: int) -> None:
        """Register a new device of this desk whose first operation will be n + 1."""
        ...

    def push(self, device: UUID, operations: Sequence[Operation]) -> list[Result]:
        """Take up to MOST_PUSHED operations of one device in order, each exactly once, all or (on an error) none.

        One that is known returns its stored result. Raises GapError and ClonedDeviceError (`app.storage.local_store`),
        and NewerOperationError for a kind this store does not know yet: nothing was taken, the operations wait.
        """
        ...

    def answers(self, device: UUID, after_n: int, most: int) -> list[tuple[int, Result]]:
        """Return (n, result) of operations taken from `device` behind `after_n`, in order."""
        ...

    def pull(self, cursor: Cursor, most: int) -> Page:
        """Return what changed behind a cursor, at most `most` changes."""
        ...

    def team_rows(self, after: UUID | None, most: int) -> list[Row]:
        """Return the rows of this login's teams that are still work, by id, behind an id: for a first sync."""
        ...

    def working_set(self) -> list[UUID]:
        """Return the customers this desk shall hold, the most useful first, within the cap."""
        ...

    def customers(self, ids: Sequence[UUID], after_seq: int = 0) -> list[Row]:
        """Return all rows about up to MOST_FETCHED customers that changed behind `after_seq`.

        Those outside the working set count against the limit of look-ups and are logged as such.
        """
        ...

    def whole(self, ids: Sequence[UUID], meanwhile: Callable[[], None] | None = None) -> list[Heap]:
        """Return all rows about up to MOST_FETCHED customers, for a first sync; counted as those of `customers`.

        A store that has to be waited for calls `meanwhile` then, which asks it nothing.
        """
        ...

    def rows(self, entities: Sequence[UUID]) -> list[Row]:
        """Return single rows this login may read, as they stand; those that are not there are left out."""
        ...

    def whose(self, e164: str | None, suffix_key: str | None) -> list[UUID]:
        """Return up to 20 customers by a number, matched as `app.customers.queries` does; logged and limited."""
        ...

    def find(self, text: str) -> list[UUID]:
        """Return up to 20 customers by what somebody typed; logged and limited."""
        ...

    def open_digest(self) -> Digest:
        """Return the digest of the open cases and promises of this login's teams."""
        ...

    def customer_digests(self, ids: Sequence[UUID]) -> dict[UUID, Digest]:
        """Return the digests of all rows about up to MOST_FETCHED customers."""
        ...

    def audit(self, before_seq: int | None, most: int, login: str = "", entity: UUID | None = None) -> list[AuditRow]:
        """Return lines of the log, newest first; for administrators."""
        ...

    def editing(self, case: UUID | None) -> list[str]:
        """Say which case this login has in a form, None for no more; return the names of others who have it in theirs.

        Forgotten after half a minute, so it is said again as long as it lasts. A store of a version that does not know
        of it has nobody.
        """
        ...

    def heartbeat(self) -> None:
        """Raise TransientError within three seconds when the link is dead."""
        ...

    def wait(self, seconds: float) -> bool:
        """Block until the store hints that something changed; return whether it did. `interrupt` ends it early."""
        ...

    def interrupt(self) -> None:
        """End a `wait`, from any thread."""
        ...

    def close(self) -> None:
        """Let the connection go."""
        ...
