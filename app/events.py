"""Frozen facts that cross threads; nothing here knows where they come from or who listens."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.errors import AppError
from models.enums import CallOutcome, CallStep, Direction, PbxStatus, SyncPhase


class CallEvent(NamedTuple):
    """One step of one call at one extension.

    `call` names this call at this extension, the same from its first event to `ended`. `linked_id` is the
    PBX's name of the whole call when it first rang here: desks that rang together share it. `t` is seconds
    since the start of a recording (None when it is not known); `at` is the time it was seen, UTC.
    """

    at: datetime
    t: float | None
    extension: str
    event: CallStep
    call: str
    linked_id: str
    direction: Direction
    number: str | None = None
    e164: str | None = None
    name: str | None = None
    queue: str | None = None
    dialled: str | None = None
    transferred_from: str | None = None
    outcome: CallOutcome | None = None


class PbxState(NamedTuple):
    """The link to the PBX, and when it is not up the title and sentence that say why.

    `message` is an English template with `{name}` placeholders filled from `values`, as in `AppError`.
    """

    status: PbxStatus
    message: str = ""
    values: tuple[tuple[str, str], ...] = ()


class PbxHeard(NamedTuple):
    """One line of what the PBX just said, for the settings page; numbers are already masked."""

    at: datetime
    text: str


class DataChecked(NamedTuple):
    """Both files were read to the last page at `at`."""

    at: datetime
    whole: bool


class DataTrouble(NamedTuple):
    """Something is wrong with the files of the data that nobody was waiting for: what to tell, and what to do."""

    error: AppError


class RowsChanged(NamedTuple):
    """What a write changed: the tables, and the customers whose card or timeline it touches by id.

    `pulled` says that another desk wrote it: somebody here may be looking at it and has not done it.
    """

    tables: frozenset[str]
    customers: frozenset[UUID] = frozenset()
    pulled: bool = False


class BackupDone(NamedTuple):
    """The daily backup was made at `made_at`, or not: then `error` says why."""

    made_at: datetime | None
    error: AppError | None = None


class SyncState(NamedTuple):
    """The link to the shared store, and what waits.

    `since` is when it was last in step (ONLINE) or since when it is not (OFFLINE, REFUSED); `waiting` counts operations
    the store has not answered, `attention` those it refused and conflicts of this login's teams that nobody settled.
    While FILLING, `done` of `total` rows are here. `error` says why it is OFFLINE or REFUSED.
    """

    phase: SyncPhase
    since: datetime | None = None
    waiting: int = 0
    attention: int = 0
    done: int = 0
    total: int = 0
    error: AppError | None = None


class CaseEditors(NamedTuple):
    """What others are called who have the same case in a form as this desk, nobody when it is not known."""

    case: UUID
    names: tuple[str, ...] = ()


Event = CallEvent | PbxState | PbxHeard | RowsChanged | BackupDone | DataChecked | DataTrouble | SyncState | CaseEditors
