"""`lookup` prints who may be calling, likeliest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Backend
from app.settings import Settings
from tests.app.commands.running import run
from tests.factories import add_customer


@pytest.fixture
def data(backend: Backend) -> Path:
    add_customer(backend, "Jordi Ferrer i Soler", "93 412 55 80", city="Barcelona")
    add_customer(backend, "Núria Pla", "93 412 55 80", company="Forn Pla")
    add_customer(backend, "王小明", "0912-345-678", region="TW")
    return backend.folder.path


def test_each_candidate_is_a_line_with_the_reason(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "lookup", "0034 934 12 55 80", "--data", data)
    assert ran.code == 0
    assert {row["name"] for row in ran.rows} == {"Jordi Ferrer i Soler", "Núria Pla"}
    assert set(ran.rows[0]) == {"customer_id", "name", "company", "city", "reason"}
    assert {row["reason"] for row in ran.rows} == {"same_number"}


def test_the_region_of_the_folder_counts_unless_another_is_given(
    data: Path, backend: Backend, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "lookup", "0912 345 678", "--data", data, "--region", "tw").rows[0]["reason"] == "same_number"
    backend.settings.replace(Settings(region="TW"))
    assert run(capsys, "lookup", "0912 345 678", "--data", data).rows[0]["name"] == "王小明"
    assert backend.settings().region == "TW"


@pytest.mark.parametrize("number", ["+14155550100", "112", "garbage", "9" * 50])
def test_a_number_nobody_has_prints_nothing(data: Path, capsys: pytest.CaptureFixture[str], number: str) -> None:
    ran = run(capsys, "lookup", number, "--data", data)
    assert (ran.code, ran.rows, ran.error) == (0, [], "")


def test_a_withheld_number_prints_nothing_and_says_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "lookup", "anonymous", "--data", data)
    assert (ran.code, ran.rows) == (0, []) and "withheld" in ran.error


@pytest.mark.parametrize("command", [("lookup", "112"), ("search", "x"), ("case", "list")])
def test_where_there_is_no_data_a_sentence_says_so_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    nowhere = tmp_path / "nowhere"
    ran = run(capsys, *command, "--data", nowhere)
    assert ran.code == 2 and "There is no data" in ran.error and str(nowhere) in ran.error
    assert not nowhere.exists()


def test_an_unknown_region_is_a_sentence(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "lookup", "112", "--data", data, "--region", "XX")
    assert ran.code == 2 and "XX" in ran.error and "Traceback" not in ran.error
