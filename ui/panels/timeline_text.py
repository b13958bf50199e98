"""What a row of the timeline says, as text: no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.customers.records import TimelineRow
from models.enums import (
    CallOutcome,
    CaseKind,
    CaseStatus,
    Direction,
    FollowUpChannel,
    FollowUpStatus,
    InteractionKind,
    Severity,
)
from ui.panels import categories, words
from ui.theme import State
from ui.widgets.icons import IconName

CASES = (InteractionKind.COMPLAINT, InteractionKind.SUGGESTION, InteractionKind.ENQUIRY)
SETTLED = {CaseStatus.CLOSED, CaseStatus.DONE, CaseStatus.DECLINED}
MISSED = {CallOutcome.MISSED, CallOutcome.NO_ANSWER, CallOutcome.CANCELLED, CallOutcome.LOST}
CASE_ICONS: dict[InteractionKind, IconName] = {
    InteractionKind.COMPLAINT: "alert",
    InteractionKind.SUGGESTION: "bulb",
    InteractionKind.ENQUIRY: "question",
}


class Words(NamedTuple):
    """A row as it is painted, but for its time."""

    headline: str
    detail: str
    icon: IconName
    state: State


def describe(row: TimelineRow, now: datetime) -> Words:
    """Put a row into words."""
    if row.kind in CASES:
        return _case(row)
    if row.kind == InteractionKind.CALL:
        return _call(row)
    return _follow_up(row, now) if row.kind == InteractionKind.FOLLOW_UP else _note(row)


def talked(seconds: int) -> str:
    """Return how long a call was, "3:08" or "1:02:03"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _case(row: TimelineRow) -> Words:
    status = CaseStatus(row.state) if row.state else CaseStatus.RECEIVED
    settled = status in SETTLED
    if settled:
        template = QCoreApplication.translate("Timeline", "{reference} {summary} — closed")
    else:
        template = QCoreApplication.translate("Timeline", "{reference} {summary} — open")
    severity = Severity(row.severity) if row.severity else None
    parts = [
        words.case_kind(CaseKind(row.kind)),
        words.severity(severity) if severity else "",
        words.case_status(status),
        row.person or "",
        categories.label(row.detail or ""),
    ]
    icon: IconName = "check-circle" if settled else CASE_ICONS[row.kind]
    state: State = "good" if settled else _case_state(row.kind, severity)
    headline = template.format(reference=row.reference or "", summary=row.headline or "")
    return Words(headline, _join(parts), icon, state)


def _case_state(kind: InteractionKind, severity: Severity | None) -> State:
    if severity in (Severity.HIGH, Severity.URGENT):
        return "bad"
    return "warning" if kind == InteractionKind.COMPLAINT else "accent"


def _call(row: TimelineRow) -> Words:
    outcome = CallOutcome(row.state) if row.state else None
    outbound = row.direction == Direction.OUTBOUND
    if outcome in MISSED and not outbound:
        headline = QCoreApplication.translate("Timeline", "Missed call")
        return Words(headline, _join([row.detail, row.person]), "phone-missed", "warning")
    headline = _call_headline(outbound)
    if row.seconds is not None:
        headline = f"{headline} {talked(row.seconds)}"
    unanswered = words.outcome(outcome) if outcome not in (None, CallOutcome.ANSWERED) else ""
    icon: IconName = "phone-out" if outbound else "phone-in"
    return Words(headline, _join([unanswered, row.detail, row.person]), icon, "neutral")


def _call_headline(outbound: bool) -> str:
    if outbound:
        return QCoreApplication.translate("Timeline", "Outbound call")
    return QCoreApplication.translate("Timeline", "Inbound call")


def _follow_up(row: TimelineRow, now: datetime) -> Words:
    status = FollowUpStatus(row.state) if row.state else FollowUpStatus.OPEN
    channel = words.follow_up_channel(FollowUpChannel(row.detail)) if row.detail else ""
    detail = _join([row.headline, channel, row.person])
    if status == FollowUpStatus.OPEN and row.at < now:
        return Words(QCoreApplication.translate("Timeline", "Follow-up late"), detail, "clock", "bad")
    if status == FollowUpStatus.OPEN:
        return Words(QCoreApplication.translate("Timeline", "Follow-up due"), detail, "calendar", "accent")
    done = status == FollowUpStatus.DONE
    return Words(words.follow_up_status(status), detail, "calendar-check", "good" if done else "neutral")


def _note(row: TimelineRow) -> Words:
    headline = QCoreApplication.translate("Timeline", "Note")
    return Words(_join([headline, row.person]), _join([row.headline, row.detail]), "note", "warning")


def _join(parts: Sequence[str | None]) -> str:
    return " · ".join(part for part in parts if part)
