"""What is said of a load: rows, rows a second and time left, then the steps that are left."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest

from app.sample import progress
from app.sample.progress import Progress
from app.sample.state import State
from app.sample.world import Recipe, Size

RECIPE = Recipe.of(1, "TW", datetime(2026, 11, 21, tzinfo=UTC), Size(1_000, 0, 0), chunk=100)


def test_rows_rate_and_time_left_count_from_where_this_run_began(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [50.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    told = Progress()
    state = State(RECIPE, 5, Counter(customer=500, search_token=4_500), indexes={"a": "", "b": ""})
    told(state)
    now[0], state.chunks = 60.0, 6
    state.rows.update(customer=100, search_token=900)
    told(state)
    assert "600 of 1,000 customers, 6,000 rows, 100 rows/s, 1:00 left" in capsys.readouterr().err


def test_then_steps_are_counted_and_the_time_is_guessed_from_what_the_rows_took(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [50.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    told = Progress()
    state = State(RECIPE, 0, indexes={"a": "", "b": ""})
    told(state)
    for moment, state.chunks, state.tokens_are_in in ((140.0, 9, False), (150.0, 10, False), (156.0, 10, True)):
        now[0] = moment
        state.rows.update(customer=100)
        told(state)
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "200 rows are in, putting search tokens in order: 3 steps, about 0:10 left",
        "300 rows are in, building indexes: 2 steps, about 0:04 left",
    ]


def test_within_a_step_not_every_call_makes_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [50.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    told = Progress()
    for _ in range(100):
        now[0] += 0.1
        told(State(RECIPE, 10, indexes={"a": ""}))
    assert len(capsys.readouterr().err.splitlines()) == 2
