"""What the card says first, and how numbers and languages are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.bootstrap import Backend
from app.cases.records import NewCase
from app.customers.records import NewCustomer
from app.follow_ups.records import NewFollowUp
from app.workflows.records import WrapUp
from models.enums import CaseKind, Severity
from ui.panels.customer_facts import alert, language_name, same_number

Saved = Callable[[Any], Any]
NOW = datetime.now(UTC)


def _view(backend: Backend, saved: Saved, severities: list[Severity], due: list[timedelta]) -> Any:
    customer = saved(backend.customers.add(NewCustomer("Jordi")))
    for position, severity in enumerate(severities):
        case = NewCase(CaseKind.COMPLAINT, f"Case {position}", severity, customer_id=customer)
        later = NewFollowUp("Call back", NOW + due[position], "UTC", customer_id=customer) if due else None
        saved(backend.wrap_up.save(WrapUp(case, later), applied=True))
    return backend.reads.customer(customer)


def test_nothing_open_says_nothing(backend: Backend, saved: Saved) -> None:
    assert alert(_view(backend, saved, [], []), NOW) is None


def test_open_cases_come_first_and_serious_ones_in_red(backend: Backend, saved: Saved) -> None:
    text, state = alert(_view(backend, saved, [Severity.LOW, Severity.NORMAL], []), NOW) or ("", "")
    assert (text, state) == ("2 open cases", "warning")
    assert (alert(_view(backend, saved, [Severity.URGENT], []), NOW) or ("", ""))[1] == "bad"


def test_a_promise_that_is_late_is_red(backend: Backend, saved: Saved) -> None:
    view = _view(backend, saved, [Severity.LOW] * 2, [timedelta(hours=1), timedelta(days=1)])
    assert alert(view, NOW) == ("2 open cases · 2 promises due", "warning")
    assert alert(view, NOW + timedelta(hours=2)) == ("2 open cases · 1 late promises · 1 promises due", "bad")


@pytest.mark.parametrize(
    ("code", "name"),
    [("ca", "Català"), ("zh_CN", "简体中文"), ("zh-TW", "繁體中文"), ("en", "English"), ("xx-odd", "xx-odd"), ("", "")],
)
def test_languages_are_named_by_those_who_speak_them(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+34934125580", "934 12 55 80", True),
        ("0034934125580", "+34 934125580", True),
        ("+34934125580", "+34934125581", False),
        ("102", "102", True),
        ("102", "+34934125102", False),
        ("", "+34934125580", False),
    ],
)
def test_two_ways_of_writing_are_one_number(one: str, other: str, same: bool) -> None:
    assert same_number(one, other, "ES") is same
