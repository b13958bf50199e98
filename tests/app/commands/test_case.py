"""`case add` saves, `case list` shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Row, select

from app.bootstrap import Backend, open_backend
from app.storage import references
from models.case import CASE
from tests.app.commands.running import Ran, run
from tests.factories import add_customer


def add(capsys: pytest.CaptureFixture[str], data: Path, *more: str, number: str = "934125580") -> Ran:
    summary = () if "--summary" in more else ("--summary", "Charged twice")
    return run(capsys, "case", "add", "--data", data, "--number", number, "--kind", "complaint", *summary, *more)


def stored(data: Path, reference: str) -> Row[Any]:
    backend = open_backend(data)
    row: Row[Any] = backend.folder.reader.run(
        lambda c: c.execute(select(CASE).where(CASE.c.reference == reference)).one()
    )
    backend.close()
    return row


def test_the_case_of_one_sure_customer_is_theirs(backend: Backend, capsys: pytest.CaptureFixture[str]) -> None:
    customer_id = add_customer(backend, "Jordi", "+34934125580")
    ran = add(capsys, backend.folder.path, "--severity", "high", "--category", "billing/charge/double")
    (row,) = ran.rows
    assert references.parse(row["reference"]) == row["reference"]
    assert UUID(row["customer_id"]) == customer_id
    case = stored(backend.folder.path, row["reference"])
    assert (str(case.id), case.severity, case.category, case.number) == (
        row["case_id"], "high", "billing/charge/double", None,
    )  # fmt: skip
    view = backend.reads.customer(customer_id)
    assert view is not None and [open_.reference for open_ in view.open_cases] == [row["reference"]]


@pytest.mark.parametrize("owners", [0, 2])
def test_without_one_sure_customer_the_case_keeps_the_number(
    backend: Backend, capsys: pytest.CaptureFixture[str], owners: int
) -> None:
    for n in range(owners):
        add_customer(backend, f"Anna {n}", "934125580")
    (row,) = add(capsys, backend.folder.path).rows
    assert row["customer_id"] is None
    assert stored(backend.folder.path, row["reference"]).number == "934125580"


def test_a_withheld_number_is_not_kept(backend: Backend, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = add(capsys, backend.folder.path, number="anonymous").rows
    assert stored(backend.folder.path, row["reference"]).number is None


def test_a_folder_is_made_and_its_recovery_key_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = add(capsys, tmp_path / "new"), add(capsys, tmp_path / "new")
    assert first.code == second.code == 0
    assert "recovery key" in first.error and "recovery key" not in second.error
    assert first.rows[0]["reference"] != second.rows[0]["reference"]


def test_cases_are_listed_newest_first(backend: Backend, capsys: pytest.CaptureFixture[str]) -> None:
    told = [add(capsys, backend.folder.path, "--summary", f"case {n}").rows[0]["reference"] for n in range(5)]
    listed = run(capsys, "case", "list", "--data", backend.folder.path).rows
    assert [row["reference"] for row in listed] == told[::-1]
    some = run(capsys, "case", "list", "--data", backend.folder.path, "--limit", 2).rows
    assert some == listed[:2]
    assert listed[0]["summary"] == "case 4" and listed[0]["status"] == "received"


def test_all_cases_are_listed_however_many_pages(
    backend: Backend, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.commands.case._PAGE", 2)
    told = {add(capsys, backend.folder.path).rows[0]["reference"] for _ in range(5)}
    listed = [row["reference"] for row in run(capsys, "case", "list", "--data", backend.folder.path).rows]
    assert len(listed) == 5 and set(listed) == told
    assert len(run(capsys, "case", "list", "--data", backend.folder.path, "--limit", 3).rows) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        ("--kind", "praise"),
        ("--severity", "huge"),
        ("--summary", "  "),
        ("--summary", "x" * 201),
        ("--category", "billing/wings"),
    ],
)
def test_what_cannot_be_saved_is_a_sentence(
    backend: Backend, capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...]
) -> None:
    ran = add(capsys, backend.folder.path, *wrong)
    assert ran.code == 2 and not ran.rows and ran.error
    assert not run(capsys, "case", "list", "--data", backend.folder.path).rows


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = add(capsys, tmp_path / "file")
    assert ran.code == 2 and "file" in ran.error and not ran.rows
