"""The field's words in the language of the window: one function for each enumeration."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from app.errors import AppError, Phrase
from models.enums import (
    CallOutcome,
    CaseKind,
    CaseStatus,
    ContactKind,
    CustomerKind,
    Direction,
    FollowUpChannel,
    FollowUpStatus,
    MatchReason,
    Severity,
)

SECOND_MS = 1000


def clock_ahead(offset_ms: int | None) -> str:
    """Return how far the clock of a desk was ahead of its store's, "+2.5 s"; "" where nobody knows."""
    if offset_ms is None:
        return ""
    sign = "+" if offset_ms >= 0 else "−"
    seconds = QLocale().toString(abs(offset_ms) / SECOND_MS, "f", 1)
    return QCoreApplication.translate("Words", "{sign}{seconds} s").format(sign=sign, seconds=seconds)


def case_kind(kind: CaseKind) -> str:
    return {
        CaseKind.COMPLAINT: QCoreApplication.translate("Words", "Complaint"),
        CaseKind.SUGGESTION: QCoreApplication.translate("Words", "Suggestion"),
        CaseKind.ENQUIRY: QCoreApplication.translate("Words", "Enquiry"),
    }[kind]


def severity(level: Severity) -> str:
    return {
        Severity.LOW: QCoreApplication.translate("Words", "Low"),
        Severity.NORMAL: QCoreApplication.translate("Words", "Normal"),
        Severity.HIGH: QCoreApplication.translate("Words", "High"),
        Severity.URGENT: QCoreApplication.translate("Words", "Urgent"),
    }[level]


def case_status(status: CaseStatus) -> str:
    return {
        CaseStatus.RECEIVED: QCoreApplication.translate("Words", "Received"),
        CaseStatus.ACKNOWLEDGED: QCoreApplication.translate("Words", "Acknowledged"),
        CaseStatus.INVESTIGATING: QCoreApplication.translate("Words", "Under investigation"),
        CaseStatus.WAITING: QCoreApplication.translate("Words", "Waiting"),
        CaseStatus.ANSWERED: QCoreApplication.translate("Words", "Answered", "a case"),
        CaseStatus.REVIEWED: QCoreApplication.translate("Words", "Reviewed"),
        CaseStatus.ACCEPTED: QCoreApplication.translate("Words", "Accepted"),
        CaseStatus.DECLINED: QCoreApplication.translate("Words", "Declined", "a suggestion"),
        CaseStatus.DONE: QCoreApplication.translate("Words", "Done"),
        CaseStatus.CLOSED: QCoreApplication.translate("Words", "Closed"),
    }[status]


def outcome(how: CallOutcome) -> str:
    return {
        CallOutcome.ANSWERED: QCoreApplication.translate("Words", "Answered", "a call"),
        CallOutcome.MISSED: QCoreApplication.translate("Words", "Missed"),
        CallOutcome.ANSWERED_ELSEWHERE: QCoreApplication.translate("Words", "Answered elsewhere"),
        CallOutcome.REJECTED: QCoreApplication.translate("Words", "Declined", "a call"),
        CallOutcome.BUSY: QCoreApplication.translate("Words", "Busy"),
        CallOutcome.NO_ANSWER: QCoreApplication.translate("Words", "No answer"),
        CallOutcome.CANCELLED: QCoreApplication.translate("Words", "Caller hung up"),
        CallOutcome.FAILED: QCoreApplication.translate("Words", "Failed"),
        CallOutcome.TRANSFERRED: QCoreApplication.translate("Words", "Transferred"),
        CallOutcome.LOST: QCoreApplication.translate("Words", "Lost sight of"),
    }[how]


def direction(way: Direction) -> str:
    return {
        Direction.INBOUND: QCoreApplication.translate("Words", "Incoming"),
        Direction.OUTBOUND: QCoreApplication.translate("Words", "Outgoing"),
        Direction.INTERNAL: QCoreApplication.translate("Words", "Internal"),
    }[way]


def match_reason(reason: MatchReason) -> str:
    return {
        MatchReason.CHOSEN: QCoreApplication.translate("Words", "chosen last time for this number"),
        MatchReason.SAME_NUMBER: QCoreApplication.translate("Words", "same number"),
        MatchReason.SAME_NATIONAL: QCoreApplication.translate("Words", "same national number"),
        MatchReason.LAST_SEVEN: QCoreApplication.translate("Words", "last seven digits"),
        MatchReason.ORGANISATION: QCoreApplication.translate("Words", "number of the organisation"),
    }[reason]


def contact(kind: ContactKind) -> str:
    return {
        ContactKind.PHONE: QCoreApplication.translate("Words", "Phone"),
        ContactKind.PREFIX: QCoreApplication.translate("Words", "Numbers"),
        ContactKind.EMAIL: QCoreApplication.translate("Words", "E-mail"),
        ContactKind.ADDRESS: QCoreApplication.translate("Words", "Address"),
    }[kind]


def customer_kind(kind: CustomerKind) -> str:
    return {
        CustomerKind.PERSON: QCoreApplication.translate("Words", "Person"),
        CustomerKind.ORGANISATION: QCoreApplication.translate("Words", "Organisation"),
    }[kind]


def follow_up_channel(channel: FollowUpChannel) -> str:
    return {
        FollowUpChannel.CALL: QCoreApplication.translate("Words", "Call back"),
        FollowUpChannel.EMAIL: QCoreApplication.translate("Words", "E-mail"),
        FollowUpChannel.VISIT: QCoreApplication.translate("Words", "Visit"),
    }[channel]


def follow_up_status(status: FollowUpStatus) -> str:
    return {
        FollowUpStatus.OPEN: QCoreApplication.translate("Words", "Follow-up open"),
        FollowUpStatus.DONE: QCoreApplication.translate("Words", "Follow-up done"),
        FollowUpStatus.CANCELLED: QCoreApplication.translate("Words", "Follow-up cancelled"),
    }[status]


def error(what: AppError) -> str:
    """Return the sentence of a known error, in the language of the window."""
    return _said(what.message, what.values)


def _said(template: str, values: Mapping[str, object]) -> str:
    said = {name: _said(v.message, v.values) if isinstance(v, Phrase) else v for name, v in values.items()}
    return QCoreApplication.translate("AppError", template).format(**said)


def phrase(what: Phrase) -> str:
    """Return a part of a sentence that stands by itself, in the language of the window."""
    return _said(what.message, what.values)


def error_title(what: AppError) -> str:
    """Return the title of a known error, in the language of the window."""
    return QCoreApplication.translate("AppError", what.title)
