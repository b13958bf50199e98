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
    assert "600 of 1,000 customers, 6,000 rows, 100 rows/s, 0:55 left" in capsys.readouterr().err


def test_then_steps_are_counted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "QUIET_SECONDS", 0)
    told = Progress()
    state = State(RECIPE, 10, Counter(customer=1_000), indexes={"a": "", "b": ""})
    told(state)
    state.tokens_are_in = True
    told(state)
    first, second = capsys.readouterr().err.splitlines()
    assert first == "1,000 rows are in, putting search tokens in order: 3 steps left"
    assert second == "1,000 rows are in, building indexes: 2 steps left"
