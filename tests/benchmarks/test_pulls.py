"""The measurement of pulls runs and counts what it says."""

from __future__ import annotations

import pytest

from tests.benchmarks import pulls


def test_all_rows_come_and_both_sides_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    (filled,) = pulls.fill(200)
    assert (filled["rows"], filled["raw"] > 0, filled["ours"] > 0) == (200 * 14, True, True)
    assert [line["unit"] for line in pulls.pops(200)] == ["ms", "ms"]
