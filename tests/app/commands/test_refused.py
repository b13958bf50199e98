"""A change the store refuses is told at once, kept, and listed by `main.py refused`."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import open_backend
from app.events import DataTrouble, Event
from tests.app.commands.running import run
from tests.factories import add_customer


def test_a_refused_change_is_told_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    posted: list[Event] = []
    backend = open_backend(tmp_path, posted.append)
    customer = add_customer(backend, "Núria Puig")
    assert backend.folder.writer is not None
    twice = {"kind": "person", "name": "The same again"}
    backend.folder.writer.submit(lambda unit: unit.create("customer", twice, customer), applied=True).result()
    backend.close()
    told = [event.error for event in posted if isinstance(event, DataTrouble)]
    assert len(told) == 1 and "main.py refused" in str(told[0])
    ran = run(capsys, "refused", "--data", tmp_path)
    assert ran.code == 0 and len(ran.rows) == 1
    row = ran.rows[0]
    assert (row["kind"], row["entity"], row["result"]) == ("customer.create@1", str(customer), "refused")
    assert "UNIQUE" in row["reason"]


def test_where_nothing_was_refused_nothing_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    backend = open_backend(tmp_path)
    add_customer(backend, "Núria Puig")
    backend.close()
    ran = run(capsys, "refused", "--data", tmp_path)
    assert (ran.code, ran.rows) == (0, [])
