"""When a promise is due."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.follow_ups.rules import in_two_days, next_monday, parse_when, tomorrow, zone

MADRID = ZoneInfo("Europe/Madrid")
SATURDAY = datetime(2026, 11, 21, 22, 0, tzinfo=MADRID)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("tom 9", "2026-11-22 09:00"),
        ("tomorrow", "2026-11-22 09:00"),
        ("demà 9:30", "2026-11-22 09:30"),
        ("demà passat 9", "2026-11-23 09:00"),
        ("明天9点", "2026-11-22 09:00"),
        ("明天 9點30", "2026-11-22 09:30"),
        ("明天下午3点", "2026-11-22 15:00"),
        ("后天", "2026-11-23 09:00"),
        ("週一 10", "2026-11-23 10:00"),
        ("fri 15h", "2026-11-27 15:00"),
        ("sat 8", "2026-11-28 08:00"),
        ("dilluns 3 pm", "2026-11-23 15:00"),
        ("25.11. 10", "2026-11-25 10:00"),
        ("11月25日 15:30", "2026-11-25 15:30"),
        ("1.2. 9", "2027-02-01 09:00"),
        ("23", "2026-11-21 23:00"),
        ("9", "2026-11-22 09:00"),
        ("in 2 hours", "2026-11-22 00:00"),
        ("30 min", "2026-11-21 22:30"),
        ("d'aquí a 2 dies", "2026-11-23 09:00"),
        ("2小时后", "2026-11-22 00:00"),
    ],
)
def test_words_of_three_languages_are_understood_in_the_customers_zone(typed: str, due: str) -> None:
    assert parse_when(typed, SATURDAY) == datetime.fromisoformat(due).replace(tzinfo=MADRID)


@pytest.mark.parametrize("typed", ["", "soon", "monster 9", "25:00", "99.99. 9", "today 9", "tom 9 please", "-1"])
def test_what_is_not_understood_or_past_is_none(typed: str) -> None:
    assert parse_when(typed, SATURDAY) is None


@given(st.text(max_size=40))
def test_any_text_gives_a_coming_time_or_none(text: str) -> None:
    due = parse_when(text, SATURDAY)
    assert due is None or due > SATURDAY


def test_the_chips_skip_the_weekend_where_people_would() -> None:
    thursday = datetime(2026, 11, 19, 10, 0, tzinfo=MADRID)
    assert tomorrow(thursday).isoformat() == "2026-11-20T09:00:00+01:00"
    assert in_two_days(thursday).isoformat() == "2026-11-23T09:00:00+01:00"
    assert next_monday(datetime(2026, 11, 23, 8, 0, tzinfo=MADRID)).isoformat() == "2026-11-30T09:00:00+01:00"


def test_nine_oclock_is_nine_on_the_customers_clock_across_a_change_of_the_clocks() -> None:
    before = datetime(2026, 10, 24, 12, 0, tzinfo=MADRID)
    assert tomorrow(before).isoformat() == "2026-10-25T09:00:00+01:00"


def test_an_unknown_zone_falls_back_to_the_sites_and_then_to_utc() -> None:
    assert zone("Asia/Taipei", "Europe/Madrid").key == "Asia/Taipei"
    assert zone("Mars/Olympus", "Europe/Madrid").key == "Europe/Madrid"
    assert zone(None, "../../etc").key == "UTC"
