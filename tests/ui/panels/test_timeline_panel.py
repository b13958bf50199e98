"""The timeline of one customer: paging, refreshing under the user's hands, tabs and keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.records import NewCase, SavedCase
from app.customers.records import NewCustomer, TimelineRow
from app.events import CallEvent
from app.follow_ups.records import NewFollowUp
from app.workflows.records import WrapUp
from models.enums import CallOutcome, CallStep, CaseKind, Direction, InteractionKind, Severity
from ui.background import Background
from ui.panels.timeline_model import PAGE
from ui.panels.timeline_panel import TimelinePanel
from ui.widgets.item_roles import ItemRole

Saved = Callable[[Any], Any]
NOW = datetime.now(UTC)


class Centre:
    """A backend with customers to whom things happen."""

    def __init__(self, backend: Backend, saved: Saved) -> None:
        self._backend, self._saved = backend, saved

    def customer(self, name: str = "Jordi Ferrer") -> UUID:
        added: UUID = self._saved(self._backend.customers.add(NewCustomer(name, phone="934125580")))
        return added

    def case(self, customer: UUID, summary: str, due: timedelta | None = None) -> SavedCase:
        later = NewFollowUp("Call back", NOW + due, "UTC", customer_id=customer) if due else None
        case = NewCase(CaseKind.COMPLAINT, summary, Severity.HIGH, customer_id=customer)
        saved: SavedCase = self._saved(self._backend.wrap_up.save(WrapUp(case, later), applied=True))
        return saved

    def call(self, customer: UUID, name: str, *, ended: bool = True) -> UUID:
        steps = [(CallStep.RINGING, 0), (CallStep.ANSWERED, 5)] + ([(CallStep.ENDED, 193)] if ended else [])
        for step, seconds in steps:
            outcome = CallOutcome.ANSWERED if step == CallStep.ENDED else None
            at = NOW + timedelta(seconds=seconds)
            event = CallEvent(at, None, "102", step, name, name, Direction.INBOUND, "934125580", outcome=outcome)
            self._saved(self._backend.calls.record(event))
        call = self._backend.calls.call_id(event)
        self._saved(self._backend.calls.assign(call, customer))
        return call

    def view(self, customer: UUID) -> Any:
        return self._backend.reads.customer(customer)


@pytest.fixture
def centre(backend: Backend, saved: Saved) -> Centre:
    return Centre(backend, saved)


@pytest.fixture
def panel(qtbot: QtBot, backend: Backend, background: Background) -> TimelinePanel:
    shown = TimelinePanel()
    qtbot.addWidget(shown, before_close_func=lambda _: shown.show_customer(None))
    shown.bind(backend, background)
    shown.resize(480, 600)
    QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, shown)
    with qtbot.waitActive(shown):
        shown.show()
    return shown


def headlines(panel: TimelinePanel) -> list[str]:
    return [panel.model.index(row).data(ItemRole.HEADLINE) for row in range(panel.model.rowCount())]


def tabs(panel: TimelinePanel) -> list[str]:
    return [panel.tabs.tabText(tab) for tab in range(panel.tabs.count())]


def test_nobody_and_nothing_yet_are_said_in_words(panel: TimelinePanel, centre: Centre) -> None:
    assert panel.list.sentence() == "Calls, cases and follow-ups of the customer show here."
    panel.show_customer(centre.view(centre.customer("陈美玲")))
    assert panel.list.sentence() == "Nothing yet with 陈美玲."
    panel.show_customer(None)
    assert panel.list.sentence() == "Calls, cases and follow-ups of the customer show here."


def test_what_happened_is_there_at_once_newest_first(panel: TimelinePanel, centre: Centre) -> None:
    customer = centre.customer()
    case = centre.case(customer, "Charged twice", timedelta(days=1))
    centre.call(customer, "c1")
    panel.show_customer(centre.view(customer))
    assert headlines(panel) == ["Follow-up due", f"{case.reference} Charged twice — open", "Inbound call 3:08"]
    assert tabs(panel) == ["Timeline", "Cases  1", "Calls  1", "Follow-ups  1"]
    assert panel.list.sentence() == ""


def test_a_refresh_keeps_the_selection_and_never_resets(qtbot: QtBot, panel: TimelinePanel, centre: Centre) -> None:
    customer = centre.customer()
    old = centre.case(customer, "Old")
    panel.show_customer(centre.view(customer))
    panel.list.setCurrentIndex(panel.model.index(0))
    resets: list[None] = []
    panel.model.modelReset.connect(lambda: resets.append(None))
    new = centre.case(customer, "New")
    panel.model.refresh()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert headlines(panel)[0] == f"{new.reference} New — open"
    chosen = panel.model.timeline_row(panel.list.currentIndex())
    assert chosen is not None
    assert chosen.id == old.id
    panel.show_customer(centre.view(customer))
    assert resets == []


def test_what_is_gone_goes(qtbot: QtBot, panel: TimelinePanel, centre: Centre, backend: Backend, saved: Saved) -> None:
    customer = centre.customer()
    kept, undone = centre.case(customer, "Kept"), centre.case(customer, "Undone")
    panel.show_customer(centre.view(customer))
    saved(backend.wrap_up.withdraw(undone))
    panel.show_customer(centre.view(customer))
    qtbot.waitUntil(lambda: headlines(panel) == [f"{kept.reference} Kept — open"])
    qtbot.waitUntil(lambda: tabs(panel)[1] == "Cases  1")


def test_older_rows_are_read_when_they_are_wanted(qtbot: QtBot, panel: TimelinePanel, centre: Centre) -> None:
    customer = centre.customer()
    cases = [centre.case(customer, f"Case {number}") for number in range(2 * PAGE + 3)]
    panel.resize(480, 200)
    panel.show_customer(centre.view(customer))
    qtbot.waitUntil(lambda: tabs(panel)[1] == f"Cases  {PAGE}+")
    for _ in range(2):
        panel.model.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: panel.model.canFetchMore(QModelIndex()) or panel.model.rowCount() == len(cases))
    rows = [panel.model.timeline_row(panel.model.index(row)) for row in range(panel.model.rowCount())]
    assert [row.id for row in rows if row] == [case.id for case in reversed(cases)]
    newest = centre.case(customer, "Newest")
    panel.model.refresh()
    qtbot.waitUntil(lambda: panel.model.rowCount() == len(cases) + 1)
    assert headlines(panel)[0] == f"{newest.reference} Newest — open"


def test_a_late_answer_for_another_customer_is_dropped(qtbot: QtBot, panel: TimelinePanel, centre: Centre) -> None:
    first, second = centre.customer("First"), centre.customer("Second")
    centre.case(first, "Of the first")
    mine = centre.case(second, "Of the second")
    panel.show_customer(centre.view(first))
    panel.model.refresh()
    panel.show_customer(centre.view(second))
    with qtbot.waitSignal(panel.model.read):
        panel.model.refresh()
    assert headlines(panel) == [f"{mine.reference} Of the second — open"]


def test_tabs_show_one_kind(qtbot: QtBot, panel: TimelinePanel, centre: Centre) -> None:
    customer = centre.customer()
    centre.case(customer, "Charged twice")
    centre.call(customer, "c1")
    panel.show_customer(centre.view(customer))
    panel.tabs.setFocus()
    qtbot.keyClick(panel.tabs, Qt.Key.Key_Right)
    qtbot.keyClick(panel.tabs, Qt.Key.Key_Right)
    assert panel.kinds() == (InteractionKind.CALL,)
    qtbot.waitUntil(lambda: headlines(panel) == ["Inbound call 3:08"])
    qtbot.keyClick(panel.tabs, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: panel.list.sentence() != "")


def test_the_call_in_progress_stands_first_and_once(panel: TimelinePanel, centre: Centre) -> None:
    customer = centre.customer()
    call = centre.call(customer, "c1", ended=False)
    centre.case(customer, "Charged twice")
    panel.set_call_in_progress("Inbound call · in progress", "Billing line", call)
    panel.show_customer(centre.view(customer))
    assert headlines(panel)[0] == "Inbound call · in progress"
    assert panel.model.rowCount() == 2
    assert panel.model.index(0).data(ItemRole.WHEN) == "now"
    panel.set_call_in_progress(None)
    assert headlines(panel)[1] == "Inbound call"
    assert panel.model.rowCount() == 2


@pytest.mark.parametrize("row", [0, 1])
def test_enter_opens_a_case_and_nothing_else(qtbot: QtBot, panel: TimelinePanel, centre: Centre, row: int) -> None:
    customer = centre.customer()
    case = centre.case(customer, "Charged twice")
    centre.call(customer, "c1")
    panel.show_customer(centre.view(customer))
    opened: list[TimelineRow] = []
    panel.case_activated.connect(opened.append)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(row))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    is_case = headlines(panel)[row].startswith(case.reference)
    assert [shown.id for shown in opened] == ([case.id] if is_case else [])


def test_showing_and_refreshing_never_move_the_keyboard(
    qtbot: QtBot, backend: Backend, background: Background, centre: Centre
) -> None:
    window, elsewhere, panel = QWidget(), QLineEdit(), TimelinePanel()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(elsewhere)
    column.addWidget(panel)
    panel.bind(backend, background)
    with qtbot.waitActive(window):
        window.show()
    customer = centre.customer()
    centre.case(customer, "Charged twice")
    for place in (elsewhere, panel.list):
        place.setFocus()
        for view in (centre.view(customer), None, centre.view(customer)):
            panel.show_customer(view)
            panel.set_call_in_progress("Inbound call · in progress", "")
            panel.set_call_in_progress(None)
            assert QApplication.focusWidget() is place
        with qtbot.waitSignal(panel.model.read):
            panel.model.refresh()
        assert QApplication.focusWidget() is place
    panel.show_customer(None)  # what is still being read is for nobody
