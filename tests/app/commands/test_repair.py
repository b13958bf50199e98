"""`main.py repair`: asks, mends, and says in JSON what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Backend
from tests.app.commands.running import run
from tests.factories import add_customer


@pytest.fixture
def data(backend: Backend) -> Path:
    add_customer(backend, "Núria Puig", "0934445566")
    backend.close()
    store = backend.folder.path / "store.db"
    content = bytearray(store.read_bytes())
    content[5000] ^= 1
    store.write_bytes(content)
    return backend.folder.path


def test_nothing_is_mended_unasked(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "store.db").read_bytes()
    ran = run(capsys, "repair", "--data", data)
    assert (ran.code, ran.rows) == (2, [])
    assert "page 2 of store.db is damaged" in ran.error and "--yes" in ran.error
    assert (data / "store.db").read_bytes() == before


def test_what_was_done_is_one_json_object(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "repair", "--data", data, "--yes")
    assert ran.code == 0 and len(ran.rows) == 1
    row = ran.rows[0]
    assert row["problems"] == {"store.db": ["page 2 of store.db is damaged"]}
    assert Path(row["replaced"], "store.db").is_file()
    assert run(capsys, "lookup", "0934445566", "--data", data).rows[0]["name"] == "Núria Puig"
    again = run(capsys, "repair", "--data", data)
    assert (again.code, again.rows[0]["problems"], again.rows[0]["replaced"]) == (0, {}, None)


def test_a_folder_without_data_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "repair", "--data", tmp_path / "nowhere")
    assert ran.code == 2 and "is no data folder" in ran.error and not (tmp_path / "nowhere").exists()
