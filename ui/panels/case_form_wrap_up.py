"""From what stands in the form to what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.cases.records import NewCase
from app.follow_ups.records import NewFollowUp
from ui.panels.case_form_state import FormState, Subject

if TYPE_CHECKING:
    from app.workflows.records import WrapUp


def promise_text(state: FormState) -> str:
    """Return what is promised: the agent's words, or a call back about the summary."""
    if state.promise is not None and state.promise.strip():
        return state.promise
    summary = " ".join(state.summary.split())
    if not summary:
        return QCoreApplication.translate("CaseForm", "Call back")
    return QCoreApplication.translate("CaseForm", "Call back: {summary}").format(summary=summary)


def wrap_up_of(subject: Subject, state: FormState, zone: ZoneInfo) -> WrapUp:
    """Return the case, and the promise where a time was chosen; `zone` is the one its hour was spoken in."""
    from app.workflows.records import WrapUp  # with it comes phonenumbers, which must not delay the window

    case = NewCase(
        kind=state.kind,
        summary=state.summary,
        severity=state.severity,
        category=state.category,
        description=state.description,
        customer_id=subject.customer_id,
        call_id=subject.call_id,
        number=subject.number,
    )
    add_to = state.add_to
    return WrapUp(
        case,
        _promise(subject, state, zone),
        add_to.id if add_to else None,
        add_to.reference if add_to else "",
        draft_key=subject.key,
    )


def _promise(subject: Subject, state: FormState, zone: ZoneInfo) -> NewFollowUp | None:
    if state.due is None:
        return None
    return NewFollowUp(
        what=promise_text(state).strip(),
        due_at=state.due,
        time_zone=zone.key,
        customer_id=subject.customer_id,
        call_id=subject.call_id,
        number=subject.number,
    )
