"""Calls come in, the record is looked up, what was written is read again: on a real backend."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.events import RowsChanged
from app.workflows.records import WrapUp
from models.enums import CallOutcome, CallStep, CaseKind, Direction
from tests import laid_out
from tests.factories import add_customer, call_event
from ui.background import Background
from ui.console.view_model import ConsoleModel
from ui.event_bridge import EventBridge


class Desk:
    """A console without a window."""

    def __init__(self, path: Path) -> None:
        self.bridge = EventBridge()
        self.backend: Backend = open_backend(path, self.bridge.post)
        self.background = Background()
        self.model = ConsoleModel(self.backend, self.background)
        self.bridge.call.connect(self.model.take)
        self.bridge.rows_changed.connect(self.model.rows_changed)

    def close(self) -> None:
        self.background.stop()
        self.backend.close()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    opened = Desk(laid_out.folder(tmp_path / "data"))
    yield opened
    opened.close()


def test_a_ring_brings_the_record(desk: Desk, qtbot: QtBot) -> None:
    customer_id = add_customer(desk.backend, "Jordi", "934125580")
    with qtbot.waitSignal(desk.model.rang):
        desk.bridge.post(call_event(CallStep.RINGING))
    qtbot.waitUntil(lambda: desk.model.view is not None)
    assert desk.model.view is not None and desk.model.view.card.id == customer_id


def test_a_call_is_in_the_timeline_of_whom_it_was_from(desk: Desk, qtbot: QtBot) -> None:
    customer_id = add_customer(desk.backend, "Jordi", "934125580")
    desk.bridge.post(call_event(CallStep.RINGING))
    desk.bridge.post(call_event(CallStep.ENDED, outcome=CallOutcome.MISSED))
    qtbot.waitUntil(lambda: [row.state for row in desk.backend.reads.timeline(customer_id)] == ["missed"])


def test_a_ring_is_told_once_with_its_record(desk: Desk, qtbot: QtBot) -> None:
    """Each telling lays the window out and paints it."""
    add_customer(desk.backend, "Jordi", "934125580")
    desk.backend.reads.pop("934125580")  # so that the read is quick
    names: list[str | None] = []
    desk.model.shown_changed.connect(lambda: names.append(desk.model.view.card.name if desk.model.view else None))
    desk.model.hold_ms = 60_000
    for step in (CallStep.RINGING, CallStep.ANSWERED, CallStep.HELD):
        desk.model.take(call_event(step))
    assert names == []
    qtbot.waitUntil(lambda: bool(names))
    assert names == ["Jordi"]


def test_a_ring_is_told_without_its_record_where_that_takes_long(desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.backend, "Jordi", "934125580")
    let_read = threading.Event()
    desk.background.run_read(let_read.wait, lambda _: None, urgent=True)
    try:
        with qtbot.waitSignal(desk.model.shown_changed):
            desk.model.take(call_event(CallStep.RINGING))
        assert desk.model.shown is not None and desk.model.view is None
    finally:
        let_read.set()
    qtbot.waitUntil(lambda: desk.model.view is not None)


def test_a_ring_waits_for_no_list_that_is_read_again(desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.backend, "Jordi", "934125580")
    let_read = threading.Event()
    desk.background.run_read(let_read.wait, lambda _: None)
    try:
        desk.model.take(call_event(CallStep.RINGING))
        qtbot.waitUntil(lambda: desk.model.view is not None)
    finally:
        let_read.set()


def test_of_a_bulk_write_the_promises_hear_which_customers_have_another_name(desk: Desk) -> None:
    told: list[frozenset[UUID] | None] = []
    desk.model.promises_changed.connect(told.append)
    somebody = frozenset({UUID(int=1)})
    for table in ("customer", "contact_point", "call", "follow_up"):
        desk.model.rows_changed(RowsChanged(frozenset({table}), somebody))
    assert told == [somebody, somebody, None]


def test_what_the_agent_does_is_told_at_once_also_while_a_record_is_waited_for(desk: Desk, qtbot: QtBot) -> None:
    desk.model.hold_ms = 60_000
    desk.model.take(call_event(CallStep.RINGING))
    with qtbot.waitSignals([desk.model.strips_changed, desk.model.shown_changed], timeout=0):
        desk.model.next_call()


def test_an_internal_call_looks_nobody_up(desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.backend, "Not a colleague", "1003")
    with qtbot.waitSignal(desk.model.shown_changed):
        desk.bridge.post(call_event(CallStep.RINGING, number="1003", direction=Direction.INTERNAL))
    with qtbot.assertNotEmitted(desk.model.shown_changed, wait=100):
        pass
    assert desk.model.view is None


def test_who_was_chosen_is_shown_logged_and_remembered_for_the_number(desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.backend, "Anna", "934125580")
    pere = add_customer(desk.backend, "Pere", "934125580")
    desk.bridge.post(call_event(CallStep.RINGING))
    qtbot.waitUntil(lambda: desk.model.shown is not None and desk.model.shown.pop is not None)
    assert desk.model.view is None
    desk.model.identify("1.1", pere)
    qtbot.waitUntil(lambda: desk.model.view is not None and desk.model.view.card.id == pere)
    qtbot.waitUntil(lambda: len(desk.backend.reads.timeline(pere)) == 1)
    pop = desk.backend.reads.pop("934125580")
    assert pop.view is not None and pop.view.card.id == pere


def test_a_saved_case_is_on_the_shown_customer_at_once(desk: Desk, qtbot: QtBot) -> None:
    customer_id = add_customer(desk.backend, "Jordi", "934125580")
    desk.bridge.post(call_event(CallStep.RINGING))
    qtbot.waitUntil(lambda: desk.model.view is not None)
    with qtbot.waitSignal(desk.model.customer_refreshed, check_params_cb=lambda view: len(view.open_cases) == 1):
        new = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=customer_id)
        desk.background.run_write(lambda: desk.backend.wrap_up.save(WrapUp(new), applied=True))


def test_a_late_answer_for_a_party_that_changed_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.backend, "First", "934125580")
    second = add_customer(desk.backend, "Second", "934125581")
    desk.bridge.post(call_event(CallStep.RINGING, number="934125580"))
    desk.bridge.post(call_event(CallStep.PARTY_CHANGED, number="934125581"))
    qtbot.waitUntil(lambda: desk.model.view is not None and desk.model.view.card.id == second)


def test_a_looked_up_number_is_shown_without_a_call_and_logged_nowhere(desk: Desk, qtbot: QtBot) -> None:
    customer_id = add_customer(desk.backend, "Jordi", "934125580")
    desk.model.pop_number("+34 934 125 580")
    qtbot.waitUntil(lambda: desk.model.view is not None)
    assert desk.backend.reads.timeline(customer_id) == []


def test_ctrl_j_goes_round_the_calls(desk: Desk, qtbot: QtBot) -> None:
    for leg in ("a", "b", "c"):
        desk.model.take(call_event(CallStep.RINGING, leg))
        desk.model.take(call_event(CallStep.ANSWERED, leg)) if leg == "a" else None
    order = []
    for _ in range(4):
        order.append(desk.model.calls.shown)
        desk.model.next_call()
    assert order == ["a", "b", "c", "a"]


def test_what_a_command_beside_the_window_writes_comes_on_screen(desk: Desk, qtbot: QtBot) -> None:
    customer_id = add_customer(desk.backend, "Jordi", "934125580")
    desk.bridge.post(call_event(CallStep.RINGING))
    qtbot.waitUntil(lambda: desk.model.view is not None)
    qtbot.waitUntil(lambda: desk.model._version is not None)
    other = open_backend(desk.backend.folder.path)
    other.wrap_up.save(
        WrapUp(NewCase(CaseKind.ENQUIRY, "Asked beside", customer_id=customer_id)), applied=True
    ).result()
    other.close()
    qtbot.waitUntil(lambda: desk.model.view is not None and len(desk.model.view.open_cases) == 1)


def test_what_another_desk_wrote_is_read_again_at_once(desk: Desk, qtbot: QtBot) -> None:
    customer_id = add_customer(desk.backend, "Jordi", "934125580")
    with qtbot.waitSignal(desk.model.shown_changed):
        desk.model.open_customer(customer_id)
    qtbot.waitUntil(lambda: not desk.model._quiet.isActive())
    desk.model._quiet.setInterval(60_000)  # what is done here would wait for that
    with qtbot.waitSignal(desk.model.customer_refreshed):
        desk.model.rows_changed(RowsChanged(frozenset({"case"}), frozenset({customer_id}), pulled=True))
