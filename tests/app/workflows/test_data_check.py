"""Once a day, when nobody works, both files are read to the last page; what is found is told."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest

from app.bootstrap import Backend
from app.events import DataChecked, DataTrouble
from app.storage.folder import STORE
from app.workflows import data_check
from app.workflows.data_check import DataCheck
from models.base import utc_now
from models.enums import CallStep
from tests.factories import add_customer, call_event


@pytest.fixture
def told() -> list[DataChecked | DataTrouble]:
    return []


@pytest.fixture
def check(backend: Backend, told: list[DataChecked | DataTrouble]) -> DataCheck:
    add_customer(backend, "Núria Puig")
    return DataCheck(backend.folder, told.append)


def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("IDLE_SECONDS", "PAUSE_SECONDS"):
        monkeypatch.setattr(data_check, name, 0.0)
    monkeypatch.setattr(data_check, "LOOK_AGAIN_SECONDS", 0.01)


def test_whole_data_is_noted_and_due_again_a_day_later(
    check: DataCheck, told: list[DataChecked | DataTrouble], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(monkeypatch)
    assert check.last() is None and check.is_due(utc_now())
    assert check.check()
    last = check.last()
    assert last is not None and last.whole and told == [DataChecked(last.at, whole=True)]
    assert not check.is_due(last.at + timedelta(hours=23)) and check.is_due(last.at + timedelta(hours=25))
    assert check.is_due(last.at - timedelta(hours=2)), "a clock set back puts no check off for years"


def test_damage_is_told_by_name(
    backend: Backend, check: DataCheck, told: list[DataChecked | DataTrouble], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(monkeypatch)
    store = backend.folder.path / STORE
    assert backend.folder.writer is not None
    with store.open("r+b") as file:
        file.seek(4096 * 9 + 100)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 1]))
    assert not check.check()
    trouble, done = told
    assert isinstance(trouble, DataTrouble) and STORE in str(trouble.error) and "repair" in str(trouble.error)
    assert isinstance(done, DataChecked) and not done.whole


def test_it_waits_while_a_call_is_up_and_after_each_save(
    backend: Backend, check: DataCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(monkeypatch)
    assert check.is_idle(0.0)
    check.hear(call_event(CallStep.RINGING))
    assert not check.is_idle(0.0)
    check.hear(call_event(CallStep.ENDED))
    assert check.is_idle(0.0) and not check.is_idle(60.0)
    monkeypatch.setattr(check, "_heard_at", time.monotonic() - 1000)
    add_customer(backend, "Pere")
    assert not check.is_idle(60.0) and check.is_idle(0.0)


def test_it_begins_by_itself_and_stops_at_once(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once(monkeypatch)
    done = threading.Event()
    check = DataCheck(backend.folder, lambda event: done.set() if isinstance(event, DataChecked) else None)
    check.start()
    assert done.wait(20)
    check.stop()
    assert not check.is_alive()


def test_a_check_on_its_way_is_given_up_when_the_window_closes(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(monkeypatch)
    monkeypatch.setattr(data_check, "PAUSE_SECONDS", 1000.0)  # somebody works
    check = DataCheck(backend.folder, lambda _: None)
    check.start()
    check.stop()
    assert not check.is_alive() and check.last() is None
