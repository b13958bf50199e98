"""What the case form holds and what the readers of cases return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models.enums import CaseKind, CaseStatus, Severity


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case as the agent wrote it; `category` is a path of ids such as "billing/charge/double"."""

    kind: CaseKind
    summary: str
    severity: Severity = Severity.NORMAL
    category: str = ""
    description: str = ""
    customer_id: UUID | None = None
    call_id: UUID | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class SavedCase:
    """What was saved: the reference is final and may be read out.

    `follow_up_id` is the promise saved with it; `is_new` is False where an open case was added to.
    """

    id: UUID
    reference: str
    follow_up_id: UUID | None = None
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list."""

    id: UUID
    reference: str
    kind: CaseKind
    customer_id: UUID | None
    category: str | None
    severity: Severity
    summary: str
    status: CaseStatus
    owner: str | None
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One thing that happened to a case; `kind` is "received", "added" and the like, `actor` who did it."""

    id: UUID
    at: datetime
    actor: str | None
    kind: str
    note: str | None


@dataclass(frozen=True, slots=True)
class CaseStory:
    """A case as it stands, with the last things that happened to it, newest first."""

    case: CaseRow
    entries: tuple[CaseEntry, ...]


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What a page of the queue shall be of; None and no categories stand for all.

    `categories` are the paths that will do: one, or one with all below it (`categories.below`).
    """

    kind: CaseKind | None = None
    severity: Severity | None = None
    status: CaseStatus | None = None
    owner: str | None = None
    is_unassigned: bool = False
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many cases are open, and how many of each; what there is none of is not in the mappings."""

    open: int
    kinds: Mapping[CaseKind, int]
    severities: Mapping[Severity, int]
    statuses: Mapping[CaseStatus, int]
    unassigned: int
    owners: Mapping[str, int]
