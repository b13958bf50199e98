"""Moments in words: the shortest that is still clear, local time, the interface's language."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from ui.panels import dates

NOW = datetime(2026, 11, 18, 11, 4, 31, tzinfo=UTC)  # a Wednesday, 12:04 in Madrid


@pytest.fixture(autouse=True)
def in_madrid(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before, zone = QLocale(), os.environ.get("TZ")
    monkeypatch.setenv("TZ", "Europe/Madrid")
    time.tzset()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
    monkeypatch.setenv("TZ", zone) if zone else monkeypatch.delenv("TZ")
    time.tzset()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW - timedelta(seconds=20), "now"),
        (NOW - timedelta(hours=2), "10:04"),
        (NOW + timedelta(hours=5), "17:04"),
        (NOW - timedelta(days=2, hours=3), "Mon 09:04"),
        (datetime(2026, 11, 17, 23, 30, tzinfo=UTC), "00:30"),
        (datetime(2026, 10, 30, 9, 0, tzinfo=UTC), "30 Oct"),
        (datetime(2025, 10, 30, 9, 0, tzinfo=UTC), "30 Oct 2025"),
        (datetime(2026, 11, 11, 9, 0, tzinfo=UTC), "11 Nov"),
    ],
)
def test_a_moment_is_said_as_short_as_it_is_clear(moment: datetime, words: str) -> None:
    assert dates.short_when(moment, NOW) == words


@pytest.mark.parametrize(
    ("locale", "monday", "october"),
    [("zh_CN", "周一 09:04", "10月30日"), ("zh_TW", "週一 09:04", "10月30日"), ("ca", "dl. 09:04", "30 d’oct.")],
)
def test_days_are_said_in_the_language_of_the_interface(locale: str, monday: str, october: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert dates.short_when(NOW - timedelta(days=2, hours=3), NOW) == monday
    assert dates.short_when(datetime(2026, 10, 30, 9, 0, tzinfo=UTC), NOW) == october


def test_the_clock_is_this_computers() -> None:
    assert dates.clock(NOW) == "12:04"
    assert dates.clock(NOW, seconds=True) == "12:04:31"
