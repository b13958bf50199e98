"""What the case form holds for one call or customer, and the shape in which it is kept as a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from models.enums import CaseKind, Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what the form is about; `key` names the draft: "call:…", "customer:…" or "desk"."""

    key: str = "desk"
    customer_id: UUID | None = None
    customer_time_zone: str | None = None
    call_id: UUID | None = None
    number: str | None = None

    def completed_by(self, other: Subject) -> Subject:
        """Return this subject, with what it does not know taken from `other`."""
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        return Subject(**{name: getattr(other, name) if value is None else value for name, value in mine.items()})


@dataclass(frozen=True, slots=True)
class OpenCase:
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


@dataclass(frozen=True, slots=True)
class FormState:
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
        names = [f.name for f in fields(self) if getattr(self, f.name) != getattr(saved, f.name)]
        return FormState(**{name: _after(getattr(saved, name), getattr(self, name)) for name in names})


def _after(saved: Any, now: Any) -> Any:
    """Return what a text got behind it, any other value as it is now."""
    return now.removeprefix(saved) if type(saved) is type(now) is str else now


def to_body(subject: Subject, state: FormState) -> dict[str, Any]:
    """Return the draft as JSON values."""
    body: dict[str, Any] = {f.name: getattr(state, f.name) for f in fields(state)}
    body["due"] = state.due.isoformat() if state.due else None
    body["add_to"] = _texts(state.add_to) if state.add_to else None
    return body | {"subject": _texts(subject)}


def from_body(key: str, body: Mapping[str, Any]) -> tuple[Subject, FormState]:
    """Read a draft; what another version wrote and this one cannot read is left at its default."""
    about = _mapping(body.get("subject"))
    subject = Subject(
        key,
        _read(UUID, about.get("customer_id")),
        _read(_text, about.get("customer_time_zone")),
        _read(UUID, about.get("call_id")),
        _read(_text, about.get("number")),
    )
    due = _read(_moment, body.get("due"))
    state = FormState(
        kind=_read(CaseKind, body.get("kind")) or CaseKind.COMPLAINT,
        category=_read(_text, body.get("category")) or "",
        summary=_read(_text, body.get("summary")) or "",
        description=_read(_text, body.get("description")) or "",
        severity=_read(Severity, body.get("severity")) or Severity.NORMAL,
        due_choice=(_read(DueChoice, body.get("due_choice")) or DueChoice.PICKED) if due else DueChoice.NONE,
        due=due,
        typed=_read(_text, body.get("typed")) or "",
        promise=_read(_text, body.get("promise")),
        add_to=_open_case(_mapping(body.get("add_to"))),
    )
    return subject, state


def _texts(record: Subject | OpenCase) -> dict[str, str | None]:
    values = {f.name: getattr(record, f.name) for f in fields(record)}
    return {name: None if value is None else str(value) for name, value in values.items()}


def _open_case(raw: Mapping[str, Any]) -> OpenCase | None:
    case_id = _read(UUID, raw.get("id"))
    return OpenCase(case_id, str(raw.get("reference", "")), str(raw.get("summary", ""))) if case_id else None


def _mapping(raw: object) -> Mapping[str, Any]:
    return raw if isinstance(raw, Mapping) else {}


def _read(kind: Callable[[str], T], raw: object) -> T | None:
    try:
        return kind(raw) if isinstance(raw, str) else None
    except ValueError:
        return None


def _text(raw: str) -> str:
    return raw


def _moment(raw: str) -> datetime:
    moment = datetime.fromisoformat(raw)
    if moment.tzinfo is None:
        raise ValueError(raw)
    return moment
