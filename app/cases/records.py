"""What the case form holds and what the readers of cases return."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from models.enums import CaseKind, CaseStatus, Severity


class NewCase(NamedTuple):
    """A case as the agent wrote it; `category` is a path of ids such as "billing/charge/double"."""

    kind: CaseKind
    summary: str
    severity: Severity = Severity.NORMAL
    category: str = ""
    description: str = ""
    customer_id: UUID | None = None
    call_id: UUID | None = None
    number: str | None = None


class SavedCase(NamedTuple):
    """What was saved: the reference is final and may be read out.

    `follow_up_id` is the promise saved with it; `is_new` is False where an open case was added to.
    """

    id: UUID
    reference: str
    follow_up_id: UUID | None = None
    is_new: bool = True


class CaseRow(NamedTuple):
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


class CaseEntry(NamedTuple):
    """One thing that happened to a case; `kind` is "received", "added" and the like, `actor` who did it."""

    id: UUID
    at: datetime
    actor: str | None
    kind: str
    note: str | None


class CaseStory(NamedTuple):
    """A case as it stands, with the last things that happened to it, newest first."""

    case: CaseRow
    entries: tuple[CaseEntry, ...]


class QueueFilter(NamedTuple):
    """What a page of the queue shall be of; None and no categories stand for all.

    `categories` are the paths that will do: one, or one with all below it (`categories.below`).
    """

    kind: CaseKind | None = None
    severity: Severity | None = None
    status: CaseStatus | None = None
    owner: str | None = None
    is_unassigned: bool = False
    categories: tuple[str, ...] = ()


class QueueCounts(NamedTuple):
    """How many cases are open, and how many of each; what there is none of is not in the mappings."""

    open: int
    kinds: Mapping[CaseKind, int]
    severities: Mapping[Severity, int]
    statuses: Mapping[CaseStatus, int]
    unassigned: int
    owners: Mapping[str, int]
