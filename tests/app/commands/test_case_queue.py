"""`case list --open` and `case count` print the queue."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.settings import Settings
from app.workflows.records import WrapUp
from models.enums import CaseKind, Severity
from tests import laid_out
from tests.app.commands.running import Ran, run


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with seven open cases, which nobody changes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        path = laid_out.folder(tmp_path_factory.mktemp("queue") / "data")
        backend = open_backend(path)
    for n in range(7):
        how = (CaseKind.COMPLAINT, f"case {n}", Severity.HIGH, "billing/charge/double")
        case = NewCase(*(how if n % 2 else (CaseKind.ENQUIRY, f"case {n}")), number="934125580")
        backend.wrap_up.save(WrapUp(case), applied=True).result()
    backend.close()
    return path


def listed(capsys: pytest.CaptureFixture[str], data: Path, *options: object) -> list[str]:
    ran = run(capsys, "case", "list", "--open", "--data", data, *options)
    assert ran.code == 0, ran.error
    return [row["summary"] for row in ran.rows]


def test_the_case_longest_open_comes_first(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, data) == [f"case {n}" for n in range(7)]
    assert listed(capsys, data, "--limit", 2) == ["case 0", "case 1"]


def test_a_page_begins_behind_a_case(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = run(capsys, "case", "list", "--open", "--data", data).rows
    third = rows[2]["reference"]
    assert listed(capsys, data, "--after", third) == [f"case {n}" for n in range(3, 7)]
    assert listed(capsys, data, "--after", third.lower().replace("-", ""), "--limit", 1) == ["case 3"]
    monkeypatch.setattr("app.commands.case_queue._PAGE", 2)
    assert listed(capsys, data, "--after", third) == [f"case {n}" for n in range(3, 7)]


def test_only_what_passes_every_filter(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd, even = ["case 1", "case 3", "case 5"], ["case 0", "case 2", "case 4", "case 6"]
    assert listed(capsys, data, "--kind", "complaint") == odd
    assert listed(capsys, data, "--category", "billing") == odd == listed(capsys, data, "--severity", "high")
    assert listed(capsys, data, "--kind", "enquiry", "--unassigned", "--status", "received") == even
    assert listed(capsys, data, "--kind", "enquiry", "--severity", "high") == []
    assert listed(capsys, data, "--owner", "Nobody Known") == []


def test_open_cases_are_counted(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = run(capsys, "case", "count", "--data", data).rows
    assert row == {
        "open": 7, "unassigned": 7, "kind": {"complaint": 3, "enquiry": 4}, "severity": {"high": 3, "normal": 4},
        "status": {"received": 7}, "owner": {},
    }  # fmt: skip


def test_an_owner_is_counted_and_listed(backend: Backend, capsys: pytest.CaptureFixture[str]) -> None:
    backend.settings.replace(Settings(agent="Marta Puig"))
    path = backend.folder.path
    run(capsys, "case", "add", "--data", path, "--number", "9", "--kind", "complaint", "--summary", "hers")
    assert run(capsys, "case", "count", "--data", path).rows[0]["owner"] == {"Marta Puig": 1}
    assert listed(capsys, path, "--owner", "Marta Puig") == ["hers"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--kind", "complaint"),
        ("--unassigned",),
        ("--open", "--after", "K7-00042-X"),
        ("--open", "--after", "no reference"),
        ("--open", "--category", "billing/wings"),
        ("--open", "--status", "lost"),
        ("--open", "--owner", "Anna", "--unassigned"),
    ],
)
def test_a_filter_that_cannot_be_met_is_a_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...]
) -> None:
    ran: Ran = run(capsys, "case", "list", "--data", data, *wrong)
    assert ran.code == 2 and ran.error and not ran.rows


def test_without_data_there_is_nothing_to_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "case", "count", "--data", tmp_path / "none").code == 2
