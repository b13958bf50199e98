"""`main.py audit` prints the log newest first, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import open_backend
from app.commands import audit
from tests import laid_out
from tests.app.commands.running import run
from tests.app.sync.conflicts import edit, make_conflict
from tests.factories import add_customer


@pytest.fixture
def data(tmp_path: Path) -> Path:
    backend = open_backend(laid_out.folder(tmp_path))
    customer = make_conflict(backend)
    add_customer(backend, "Pere")
    edit(backend, "customer", customer, company=(None, "Puig SL"))
    backend.close()
    return tmp_path


def test_every_operation_is_printed_newest_first_with_both_times(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "_PAGE", 2)
    ran = run(capsys, "audit", "--data", data)
    assert ran.code == 0 and [row["seq"] for row in ran.rows] == [5, 4, 3, 2, 1]
    newest, conflict = ran.rows[0], ran.rows[2]
    assert (newest["kind"], newest["about"], newest["result"]) == ("customer.edit@1", "Núria Puig", "applied")
    assert newest["body"] == {"company": {"base": None, "new": "Puig SL"}}
    assert newest["at"] and newest["taken_at"] and (newest["login"], newest["offset_ms"]) == ("", None)
    assert conflict["result"] == "conflict"


def test_lines_about_one_row_and_the_newest_few(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    customer = run(capsys, "audit", "--data", data).rows[0]["entity"]
    about = run(capsys, "audit", "--data", data, "--entity", customer).rows
    assert [row["seq"] for row in about] == [5, 3, 2, 1]
    assert [row["seq"] for row in run(capsys, "audit", "--data", data, "--limit", 2).rows] == [5, 4]
    assert run(capsys, "audit", "--data", data, "--login", "nobody").rows == []


@pytest.mark.parametrize("wrong", [("--entity", "K7"), ("--limit", "0")])
def test_a_wrong_argument_is_said(data: Path, capsys: pytest.CaptureFixture[str], wrong: tuple[str, str]) -> None:
    ran = run(capsys, "audit", "--data", data, *wrong)
    assert ran.code == 2 and ran.rows == [] and wrong[1] in ran.error
