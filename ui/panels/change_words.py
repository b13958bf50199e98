"""An operation of this desk in words: what it is about, and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.enums import CaseKind
from ui.panels import words

if TYPE_CHECKING:
    from app.sync.waiting import Change


def headline(change: Change) -> str:
    """Return what a change is: "Complaint K7-00042", "Follow-up: Confirm the refund"."""
    is_new = change.verb == "create"
    if change.table in ("case", "case_event"):
        return _of_case(change, is_new=is_new)
    if change.table == "follow_up":
        return _of_promise(change, is_new=is_new)
    if change.table == "customer" and is_new:
        return QCoreApplication.translate("Changes", "New customer")
    return {
        "customer": QCoreApplication.translate("Changes", "Customer changed"),
        "contact_point": QCoreApplication.translate("Changes", "Number or address of a customer"),
        "number_choice": QCoreApplication.translate("Changes", "Whose number this is"),
        "call": QCoreApplication.translate("Changes", "Call"),
        "call_leg": QCoreApplication.translate("Changes", "Call"),
        "conflict": QCoreApplication.translate("Changes", "Conflict settled"),
    }.get(change.table, QCoreApplication.translate("Changes", "A change this version does not know"))


def _of_case(change: Change, *, is_new: bool) -> str:
    case = _case(change)
    if case is None:
        return QCoreApplication.translate("Changes", "A case that is not on this computer")
    if change.table == "case_event":
        return QCoreApplication.translate("Changes", "{case}: what was done").format(case=case)
    return case if is_new else QCoreApplication.translate("Changes", "{case} changed").format(case=case)


def _of_promise(change: Change, *, is_new: bool) -> str:
    what = _case(change) or change.topic.title
    if not what:
        return QCoreApplication.translate("Changes", "Follow-up")
    if is_new:
        return QCoreApplication.translate("Changes", "Follow-up: {what}").format(what=what)
    return QCoreApplication.translate("Changes", "Follow-up changed: {what}").format(what=what)


def _case(change: Change) -> str | None:
    topic = change.topic
    if not topic.reference or topic.kind not in list(CaseKind):
        return None
    return f"{words.case_kind(CaseKind(topic.kind))} {topic.reference}"
