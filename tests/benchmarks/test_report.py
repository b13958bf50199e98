"""Figures stand beside their targets, and the data of an earlier run is used again."""

from __future__ import annotations

import json
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from app.sample import load
from app.sample.state import State
from app.sample.world import Size
from tests.benchmarks import report, world
from tests.benchmarks.__main__ import main
from tests.benchmarks.measuring import Row
from tests.benchmarks.targets import TARGETS, target, verdict

SIZE = Size(120, 300, 40)


def test_the_longest_beginning_of_a_job_has_its_target() -> None:
    assert target("queue: counts of all chips") is TARGETS["queue: counts"]
    assert target("queue: page, by owner") is TARGETS["queue"]
    assert target("something else") is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row("pop: number to record", "ms", [1.0], [2.5]), "ok"),
        (Row("pop: number to record", "ms", [1.0], [2.6]), "over"),
        (Row("search: accents", "ms", [1.0], [1.9]), "ok"),
        (Row("search: accents", "ms", [1.0], [1.0] * 9 + [9.0]), "over"),
        (Row("start: until usable", "ms", [1.0], [900.0, 950.0, 4000.0]), "ok"),
        (Row("something else", "ms", [1.0], [900.0]), ""),
    ],
)
def test_a_row_is_held_against_its_target(row: Row, expected: str) -> None:
    assert verdict(row) == expected
    assert report.facts(row)["verdict"] == (expected or None)
    assert report.table([row]).splitlines()[-1].endswith(f"| {expected} |")


def test_sizes_stand_side_by_side() -> None:
    small = [Row("pop: x", "ms", [0.1], [0.5]), Row("save: x", "ms", [0.1], [0.5])]
    large = [Row("pop: x", "ms", [0.2], [0.75])]
    head, _, *lines = report.flat_table({10: small, 1_000: large}).splitlines()
    assert "| 10 | 1,000 |" in head
    assert lines == ["| pop: x | 0.100 / 0.500 / 0.500 | 0.200 / 0.750 / 0.750 | 1.50 × |"]


def test_a_world_is_made_once_and_a_stopped_one_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> State:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(load, "_finish", stopped)
        with pytest.raises(KeyboardInterrupt):
            world.fill(tmp_path, SIZE)
    assert world.fill(tmp_path, SIZE) == SIZE
    monkeypatch.setattr(load, "fill", stopped)
    assert world.fill(tmp_path, SIZE) == SIZE
    assert world.fill(tmp_path, Size(1, 1, 1)) == SIZE  # what is there is told, not what was asked for


def test_by_default_it_is_kept_in_the_users_cache_by_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    places = {world.folder_of(SIZE), world.folder_of(Size(1, 1, 1))}
    assert len(places) == 2 and all(tmp_path in place.parents for place in places)


def test_reads_are_measured_at_several_sizes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = ("--customers", "400", "--interactions", "800", "--cases", "40", "--flat", "200", "400")
    with patch.dict(os.environ):  # which it changes
        assert main([*sizes, "--rounds", "4", "--json", "--data", str(tmp_path)]) == 0
    about, *lines = map(json.loads, capsys.readouterr().out.splitlines())
    assert about["sizes"] == {"customers": 400, "interactions": 800, "cases": 40}
    assert {(line["customers"], line["job"]) for line in lines} >= {
        (customers, job) for customers in (200, 400) for job in ("pop: number to record", "search: company")
    }
