"""Each row of the timeline in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from app.customers.records import TimelineRow
from models.enums import CallOutcome, CaseStatus, Direction, FollowUpStatus, InteractionKind, Severity
from ui.panels.timeline_text import describe, talked

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CASE = TimelineRow(
    NOW, uuid4(), InteractionKind.COMPLAINT, CaseStatus.RECEIVED, "K7-00042-X", "Charged twice in October",
    "billing/no-such-thing", Severity.HIGH, None, None, "Núria",
)  # fmt: skip
CALL = TimelineRow(
    NOW, uuid4(), InteractionKind.CALL, CallOutcome.ANSWERED, None, None, "Billing line", None, Direction.INBOUND, 188,
    "Marta",
)  # fmt: skip
PROMISE = TimelineRow(
    NOW,
    uuid4(),
    InteractionKind.FOLLOW_UP,
    FollowUpStatus.OPEN,
    None,
    "退款到账确认",
    "call",
    None,
    None,
    None,
    "Marta",
)


def test_an_open_case_says_so_and_how_bad_it_is() -> None:
    said = describe(CASE, NOW)
    assert said.headline == "K7-00042-X Charged twice in October — open"
    assert said.detail == "Complaint · High · Received · Núria · Billing › no-such-thing"
    assert (said.icon, said.state) == ("alert", "bad")


def test_a_settled_case_is_green() -> None:
    said = describe(CASE._replace(state=CaseStatus.CLOSED), NOW)
    assert said.headline.endswith("— closed")
    assert (said.icon, said.state) == ("check-circle", "good")


@pytest.mark.parametrize(
    ("direction", "outcome", "seconds", "headline", "icon"),
    [
        (Direction.INBOUND, CallOutcome.ANSWERED, 188, "Inbound call 3:08", "phone-in"),
        (Direction.OUTBOUND, CallOutcome.ANSWERED, 3723, "Outbound call 1:02:03", "phone-out"),
        (Direction.INBOUND, CallOutcome.MISSED, None, "Missed call", "phone-missed"),
        (Direction.OUTBOUND, CallOutcome.NO_ANSWER, None, "Outbound call", "phone-out"),
        (Direction.INBOUND, None, None, "Inbound call", "phone-in"),
    ],
)
def test_calls(direction: str, outcome: str | None, seconds: int | None, headline: str, icon: str) -> None:
    said = describe(CALL._replace(direction=direction, state=outcome, seconds=seconds), NOW)
    assert (said.headline, said.icon) == (headline, icon)
    assert "Billing line" in said.detail


def test_a_call_nobody_took_says_how_it_ended() -> None:
    said = describe(CALL._replace(direction=Direction.OUTBOUND, state=CallOutcome.NO_ANSWER, seconds=None), NOW)
    assert said.detail == "No answer · Billing line · Marta"


@pytest.mark.parametrize(
    ("status", "due", "headline", "state"),
    [
        (FollowUpStatus.OPEN, timedelta(hours=1), "Follow-up due", "accent"),
        (FollowUpStatus.OPEN, -timedelta(hours=1), "Follow-up late", "bad"),
        (FollowUpStatus.DONE, -timedelta(hours=1), "Follow-up done", "good"),
        (FollowUpStatus.CANCELLED, timedelta(hours=1), "Follow-up cancelled", "neutral"),
    ],
)
def test_promises(status: str, due: timedelta, headline: str, state: str) -> None:
    said = describe(PROMISE._replace(state=status, at=NOW + due), NOW)
    assert (said.headline, said.state, said.detail) == (headline, state, "退款到账确认 · Call back · Marta")


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (6, "0:06"), (188, "3:08"), (3600, "1:00:00")])
def test_how_long_a_call_was(seconds: int, shown: str) -> None:
    assert talked(seconds) == shown
