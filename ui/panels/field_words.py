"""Fields of rows, their values and operations on them in the window's language; values come as JSON holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.enums import (
    CallOutcome,
    CaseKind,
    CaseStatus,
    ContactKind,
    CustomerKind,
    Direction,
    FollowUpChannel,
    FollowUpStatus,
    Severity,
)
from ui.panels import categories, dates, words
from ui.panels.customer_facts import language_name

Say = Callable[[Any], str]
WORDS: dict[tuple[str, str], tuple[type[StrEnum], Say]] = {
    ("case", "kind"): (CaseKind, words.case_kind),
    ("case", "severity"): (Severity, words.severity),
    ("case", "status"): (CaseStatus, words.case_status),
    ("customer", "kind"): (CustomerKind, words.customer_kind),
    ("contact_point", "kind"): (ContactKind, words.contact),
    ("follow_up", "channel"): (FollowUpChannel, words.follow_up_channel),
    ("follow_up", "status"): (FollowUpStatus, words.follow_up_status),
    ("call", "direction"): (Direction, words.direction),
    ("call_leg", "outcome"): (CallOutcome, words.outcome),
}
LONG = {"description", "note", "summary", "what"}
HIDDEN = {"suffix_key", "e164", "call_id"}  # what nobody reads, beside what it was made from


def field(name: str) -> str:
    """Return what a field is called; one of a newer Ringbook by its own name."""
    return _FIELDS[name]() if name in _FIELDS else name


def choices(table: str, name: str) -> list[tuple[str, str]]:
    """Return (words, value) of a field with a closed set of values; none for a field that is text."""
    if (table, name) not in WORDS:
        return []
    kind, say = WORDS[table, name]
    return [(say(word), str(word)) for word in kind]


def is_text(table: str, name: str) -> bool:
    """Whether a person can type another value of this field."""
    typed = {
        "case": {"summary", "description", "owner", "number"},
        "customer": {"name", "number", "company", "city", "segment", "source"},
        "contact_point": {"value", "label"},
        "follow_up": {"what", "owner", "number"},
    }
    return name in typed.get(table, ())


def value(table: str, name: str, held: Any, names: Mapping[str, str]) -> str:
    """Return a value in words; `names` says who or what a UUID stands for."""
    if held is None:
        return QCoreApplication.translate("Fields", "no", "taken away?") if name == "deleted_at" else empty()
    if (table, name) in WORDS:
        return _of_set(table, name, str(held))
    if name == "category":
        return categories.label(str(held))
    if name == "language":
        return language_name(str(held))
    if name.endswith("_at") or name == "since":
        return when(str(held))
    return names.get(str(held), str(held))


def empty() -> str:
    return QCoreApplication.translate("Fields", "empty")


def when(held: str) -> str:
    """Return a moment with its day and its time on this computer's clock."""
    try:
        moment = datetime.fromisoformat(held)
    except ValueError:
        return held
    return moment_of(moment)


def moment_of(moment: datetime, *, seconds: bool = False) -> str:
    """Return "30 Oct 2026 12:04" on this computer's clock."""
    return f"{dates.day(moment, with_year=True)} {dates.clock(moment, seconds=seconds)}"


def operation(table: str, verb: str, body: Mapping[str, Any]) -> str:
    """Return what an operation does: "New complaint", "Change of a customer"."""
    if verb == "edit" and (body.get("deleted_at") or {}).get("new"):
        return QCoreApplication.translate("Operations", "Taken away: {what}").format(what=thing(table))
    if verb == "edit":
        return QCoreApplication.translate("Operations", "Change: {what}").format(what=thing(table))
    return QCoreApplication.translate("Operations", "New: {what}").format(what=thing(table))


def changes(table: str, verb: str, body: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return a line for each field an operation writes: "Severity: High → Urgent"."""
    lines = []
    for name, pair in body.items():
        if name in HIDDEN:
            continue
        new = value(table, name, pair.get("new"), names)
        if verb == "edit":
            new = f"{value(table, name, pair.get('base'), names)} → {new}"
        lines.append(f"{field(name)}: {new}")
    return "\n".join(lines)


def thing(table: str) -> str:
    """Return what a row of a table is called."""
    return _THINGS[table]() if table in _THINGS else table


def _of_set(table: str, name: str, held: str) -> str:
    kind, say = WORDS[table, name]
    return say(kind(held)) if held in list(kind) else held


_THINGS: dict[str, Callable[[], str]] = {
    "case": lambda: QCoreApplication.translate("Operations", "case"),
    "case_event": lambda: QCoreApplication.translate("Operations", "entry of a case"),
    "customer": lambda: QCoreApplication.translate("Operations", "customer"),
    "contact_point": lambda: QCoreApplication.translate("Operations", "number or address of a customer"),
    "number_choice": lambda: QCoreApplication.translate("Operations", "choice of who has a number"),
    "call": lambda: QCoreApplication.translate("Operations", "call"),
    "call_leg": lambda: QCoreApplication.translate("Operations", "call at a desk"),
    "follow_up": lambda: QCoreApplication.translate("Operations", "follow-up"),
    "conflict": lambda: QCoreApplication.translate("Operations", "conflict"),
}
_FIELDS: dict[str, Callable[[], str]] = {
    "agent": lambda: QCoreApplication.translate("Fields", "Agent"),
    "answered_at": lambda: QCoreApplication.translate("Fields", "Answered at"),
    "actor": lambda: QCoreApplication.translate("Fields", "By"),
    "at": lambda: QCoreApplication.translate("Fields", "When"),
    "began_at": lambda: QCoreApplication.translate("Fields", "Began"),
    "case_id": lambda: QCoreApplication.translate("Fields", "Case"),
    "category": lambda: QCoreApplication.translate("Fields", "Category"),
    "channel": lambda: QCoreApplication.translate("Fields", "By which way"),
    "chosen_at": lambda: QCoreApplication.translate("Fields", "Chosen"),
    "city": lambda: QCoreApplication.translate("Fields", "City"),
    "closed_at": lambda: QCoreApplication.translate("Fields", "Closed"),
    "company": lambda: QCoreApplication.translate("Fields", "Company"),
    "customer_id": lambda: QCoreApplication.translate("Fields", "Customer"),
    "deleted_at": lambda: QCoreApplication.translate("Fields", "Taken away"),
    "description": lambda: QCoreApplication.translate("Fields", "What happened"),
    "dialled": lambda: QCoreApplication.translate("Fields", "Dialled number"),
    "direction": lambda: QCoreApplication.translate("Fields", "Direction"),
    "due_at": lambda: QCoreApplication.translate("Fields", "Due"),
    "ended_at": lambda: QCoreApplication.translate("Fields", "Ended"),
    "extension": lambda: QCoreApplication.translate("Fields", "Extension"),
    "kind": lambda: QCoreApplication.translate("Fields", "Kind"),
    "label": lambda: QCoreApplication.translate("Fields", "Label"),
    "language": lambda: QCoreApplication.translate("Fields", "Language"),
    "merged_into": lambda: QCoreApplication.translate("Fields", "Merged into"),
    "name": lambda: QCoreApplication.translate("Fields", "Name"),
    "note": lambda: QCoreApplication.translate("Fields", "Note"),
    "number": lambda: QCoreApplication.translate("Fields", "Number"),
    "opened_at": lambda: QCoreApplication.translate("Fields", "Opened"),
    "outcome": lambda: QCoreApplication.translate("Fields", "Outcome"),
    "owner": lambda: QCoreApplication.translate("Fields", "Owner"),
    "queue": lambda: QCoreApplication.translate("Fields", "Queue"),
    "reference": lambda: QCoreApplication.translate("Fields", "Reference"),
    "segment": lambda: QCoreApplication.translate("Fields", "Segment"),
    "settled_at": lambda: QCoreApplication.translate("Fields", "Settled"),
    "settled_by": lambda: QCoreApplication.translate("Fields", "Settled by"),
    "severity": lambda: QCoreApplication.translate("Fields", "Severity"),
    "since": lambda: QCoreApplication.translate("Fields", "Customer since"),
    "source": lambda: QCoreApplication.translate("Fields", "Source"),
    "status": lambda: QCoreApplication.translate("Fields", "Status"),
    "summary": lambda: QCoreApplication.translate("Fields", "Summary"),
    "team": lambda: QCoreApplication.translate("Fields", "Team"),
    "time_zone": lambda: QCoreApplication.translate("Fields", "Time zone"),
    "transferred_from": lambda: QCoreApplication.translate("Fields", "Transferred from"),
    "value": lambda: QCoreApplication.translate("Fields", "Number or address"),
    "what": lambda: QCoreApplication.translate("Fields", "Promise"),
}
