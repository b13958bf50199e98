"""What the case form holds for one call or customer."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from models.enums import CaseKind, Severity


class Subject(NamedTuple):
    """Whom and what the form is about; `key` names the draft: "call:…", "customer:…" or "desk"."""

    key: str = "desk"
    customer_id: UUID | None = None
    customer_time_zone: str | None = None
    call_id: UUID | None = None
    number: str | None = None

    def completed_by(self, other: Subject) -> Subject:
        """Return this subject, with what it does not know taken from `other`."""
        unknown = [name for name, value in self._asdict().items() if value is None]
        return self._replace(**{name: getattr(other, name) for name in unknown})


class OpenCase(NamedTuple):
    """The open case that what is said now will be added to."""

    id: UUID
    reference: str
    summary: str


class DueChoice(StrEnum):
    """Where the time of a promise came from."""

    NONE = ""
    TOMORROW = "tomorrow"
    TWO_DAYS = "two_days"
    MONDAY = "monday"
    PICKED = "picked"
    TYPED = "typed"


class FormState(NamedTuple):
    """All fields of the form; `promise` is None as long as the promise is worded from the summary."""

    kind: CaseKind = CaseKind.COMPLAINT
    category: str = ""
    summary: str = ""
    description: str = ""
    severity: Severity = Severity.NORMAL
    due_choice: DueChoice = DueChoice.NONE
    due: datetime | None = None
    typed: str = ""
    promise: str | None = None
    add_to: OpenCase | None = None

    def is_empty(self) -> bool:
        """Whether nothing would be lost without it; kind, severity and the case to add to are one key each."""
        text = self.summary + self.description + self.typed + (self.promise or "")
        return not (text.strip() or self.category or self.due)

    def since(self, saved: FormState) -> FormState:
        """Return what was entered after `saved` was handed over: the fields that differ, of longer texts their end.

        The fields are emptied only once the case is on the disk, so who types on at once types behind what was saved.
        """
        names = [name for name in self._fields if getattr(self, name) != getattr(saved, name)]
        return FormState(**{name: _after(getattr(saved, name), getattr(self, name)) for name in names})


def _after(saved: Any, now: Any) -> Any:
    """Return what a text got behind it, any other value as it is now."""
    return now.removeprefix(saved) if type(saved) is type(now) is str else now
