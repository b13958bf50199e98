"""`search` prints customers and cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Backend
from app.cases.records import NewCase
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.app.commands.running import run
from tests.factories import add_customer


@pytest.fixture
def data(backend: Backend) -> Path:
    for n in range(30):
        add_customer(backend, f"Maria {n}", "934125580")
    add_customer(backend, "Marcel·lí Güell", "934125581", email="marcelli@example.cat", company="陳記麵館")
    return backend.folder.path


@pytest.mark.parametrize("text", ["marcelli", "MARCEL·LÍ", "guell", "güell marc", "marcelli@ex", "麵", "125581"])
def test_a_customer_is_found_in_every_way(data: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    ran = run(capsys, "search", text, "--data", data)
    assert [row["name"] for row in ran.rows] == ["Marcel·lí Güell"]
    assert set(ran.rows[0]) == {"type", "customer_id", "name", "kind", "company", "city", "number", "phone"}


def test_no_more_than_the_limit_is_printed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(run(capsys, "search", "maria", "--data", data).rows) == 20
    assert len(run(capsys, "search", "maria", "--data", data, "--limit", 3).rows) == 3
    assert len(run(capsys, "search", "maria", "--data", data, "--limit", 99).rows) == 30


def test_a_reference_finds_its_case(data: Path, backend: Backend, capsys: pytest.CaptureFixture[str]) -> None:
    saved = backend.wrap_up.save(WrapUp(NewCase(CaseKind.COMPLAINT, "Cobrat dues vegades")), applied=True).result()
    for text in (saved.reference, saved.reference.lower(), saved.reference.replace("-", ""), saved.reference[:5]):
        (row,) = run(capsys, "search", text, "--data", data).rows
        assert (row["type"], row["reference"], row["case_id"]) == ("case", saved.reference, str(saved.id))


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_that_is_none_is_refused(data: Path, capsys: pytest.CaptureFixture[str], limit: str) -> None:
    ran = run(capsys, "search", "x", "--data", data, "--limit", limit)
    assert ran.code == 2 and limit in ran.error
