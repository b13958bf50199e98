"""`sample` fills an empty folder and says how much."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import settings
from app.bootstrap import Backend
from tests.app.commands.running import Ran, run
from tests.factories import add_customer


def sample(capsys: pytest.CaptureFixture[str], data: Path, *more: object) -> Ran:
    counts = ("--customers", 60, "--interactions", 200, "--cases", 40)
    return run(capsys, "sample", "--data", data, *counts, "--seed", 5, *more)


def test_the_folder_is_filled_and_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = sample(capsys, tmp_path, "--region", "tw")
    (row,) = ran.rows
    assert ran.code == 0 and "around the operations" in ran.error
    assert (row["customers"], row["interactions"], row["cases"]) == (60, 200, 40)
    assert set(row) == {"customers", "interactions", "cases", "follow_ups", "rows", "seconds"}
    assert row["rows"] > 60 + 2 * 200 + 2 * 40 + row["follow_ups"]
    assert settings.load(tmp_path).region == "TW"
    assert len(run(capsys, "case", "list", "--data", tmp_path).rows) == 40
    assert run(capsys, "search", "C-000060", "--data", tmp_path).rows[0]["number"] == "C-000060"


def test_the_same_seed_makes_the_same_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = []
    for name in ("one", "two"):
        sample(capsys, tmp_path / name)
        rows = run(capsys, "search", "C-0000", "--data", tmp_path / name, "--limit", 99).rows
        people.append([(row["name"], row["phone"], row["number"]) for row in rows])
    assert people[0] == people[1] and len(people[0]) == 60


def test_a_folder_with_customers_is_left_alone(backend: Backend, capsys: pytest.CaptureFixture[str]) -> None:
    add_customer(backend, "Jordi", "934125580")
    ran = sample(capsys, backend.folder.path)
    assert ran.code == 2 and not ran.rows and "holds customers" in ran.error
    assert len(run(capsys, "search", "934", "--data", backend.folder.path).rows) == 1


def test_stopped_it_goes_on_with_the_same_command_and_meanwhile_no_other_opens_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("app.sample.load._finish", interrupted)
        stopped = sample(capsys, tmp_path, "--region", "TW")
    assert stopped.code == 130 and not stopped.rows
    for command in (("lookup", "0912345678"), ("search", "x"), ("case", "list")):
        refused = run(capsys, *command, "--data", tmp_path)
        assert refused.code == 2 and "it goes on where it stopped" in refused.error
    for other in (sample(capsys, tmp_path, "--seed", 6), sample(capsys, tmp_path, "--region", "ES")):
        assert other.code == 2 and "--customers 60 --interactions 200 --cases 40 --seed 5 --region TW" in other.error
    ran = sample(capsys, tmp_path)
    assert ran.code == 0 and ran.rows[0]["customers"] == 60
    assert len(run(capsys, "case", "list", "--data", tmp_path).rows) == 40
    again = sample(capsys, tmp_path)
    assert again.code == 2 and "holds customers" in again.error


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_what_was_sampled_takes_new_cases_with_references_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample(capsys, tmp_path)
    add = ("case", "add", "--data", tmp_path, "--number", "112", "--kind", "enquiry", "--summary", "x")
    reference = run(capsys, *add).rows[0]["reference"]
    listed = [row["reference"] for row in run(capsys, "case", "list", "--data", tmp_path).rows]
    assert listed[0] == reference and len(set(listed)) == 41


@pytest.mark.parametrize("wrong", [("--customers", "-1"), ("--cases", "x"), ("--customers", "0"), ("--region", "XX")])
def test_numbers_that_make_no_world_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: tuple[str, str]
) -> None:
    ran = sample(capsys, tmp_path / "data", *wrong)
    assert ran.code == 2 and ran.error and not ran.rows
    assert not (tmp_path / "data").exists()
