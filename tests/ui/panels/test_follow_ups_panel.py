"""Today's promises by keys, against real files and a clock of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.records import NewCase
from app.customers.records import NewCustomer
from app.errors import KnownError
from app.follow_ups.records import NewFollowUp
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.ui.panels.keyboard import Keyboard, show_active
from ui.background import Background
from ui.panels import dates
from ui.panels.follow_ups_model import FollowUpsModel
from ui.panels.follow_ups_panel import FollowUpsPanel
from ui.widgets.follow_up_row import FollowUpRow

REAL_NOW = datetime.now().astimezone()
TOMORROW = (REAL_NOW + timedelta(days=1)).date()
NOON = datetime(TOMORROW.year, TOMORROW.month, TOMORROW.day, 12, 4).astimezone()  # promises cannot be made in the past


class Clock:
    """Shows what the test sets."""

    def __init__(self) -> None:
        self.shown = NOON

    def __call__(self) -> datetime:
        return self.shown


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def panel(qtbot: QtBot, clock: Clock) -> Iterator[tuple[FollowUpsPanel, Keyboard, QLineEdit]]:
    window = QWidget()
    qtbot.addWidget(window)
    elsewhere, panel = QLineEdit(), FollowUpsPanel(None, FollowUpsModel(None, clock))
    column = QVBoxLayout(window)
    column.addWidget(elsewhere)
    column.addWidget(panel, 1)
    window.resize(350, 400)
    keyboard = show_active(window)
    elsewhere.setFocus()
    yield panel, keyboard, elsewhere


Promise = Callable[[str, datetime, UUID | None], None]


@pytest.fixture
def promise(backend: Backend) -> Promise:
    def save(what: str, due: datetime, customer: UUID | None = None) -> None:
        follow_up = NewFollowUp(what, due, "Europe/Madrid", customer_id=customer, number="+34655010233")
        case = NewCase(CaseKind.ENQUIRY, what, customer_id=customer, number="+34655010233")
        backend.wrap_up.save(WrapUp(case, follow_up), applied=True).result(10)

    return save


@pytest.fixture
def anna(backend: Backend) -> UUID:
    return backend.customers.add(NewCustomer("Anna Vidal", phone="+34934125580")).result(10)


def texts(panel: FollowUpsPanel) -> list[str]:
    return [row.accessibleName() for row in panel.rows()]


def bound(qtbot: QtBot, panel: FollowUpsPanel, backend: Backend, background: Background) -> None:
    with qtbot.waitSignal(panel.model.changed, timeout=5000):
        panel.bind(backend, background)


@pytest.fixture
def three(
    qtbot: QtBot,
    panel: tuple[FollowUpsPanel, Keyboard, QLineEdit],
    promise: Promise,
    anna: UUID,
    backend: Backend,
    background: Background,
) -> FollowUpsPanel:
    """One late, one soon, one in the evening, and one tomorrow, which is not shown."""
    promise("Send the form", NOON.replace(hour=18, minute=0), None)
    promise("Confirm the refund", NOON - timedelta(minutes=94), anna)
    promise("Offer the new tariff", NOON + timedelta(minutes=26), anna)
    promise("Not today", NOON + timedelta(hours=12), anna)
    bound(qtbot, panel[0], backend, background)
    return panel[0]


def test_nothing_promised_is_said(panel: tuple[FollowUpsPanel, Keyboard, QLineEdit]) -> None:
    assert not panel[0]._scroll.isVisible()
    assert panel[0]._empty.isVisible()


def test_todays_promises_are_in_order_and_say_in_words_how_late_they_are(three: FollowUpsPanel) -> None:
    assert texts(three) == [
        "10:30 Anna Vidal: late 94 min · Confirm the refund",
        "12:30 Anna Vidal: in 26 min · Offer the new tariff",
        "18:00 +34655010233: Send the form",
    ]
    assert three._pill.isVisible()
    assert (three._pill.text(), three._count.text()) == ("1 late", "3")


def test_customers_who_are_promised_nothing_make_no_read(
    three: FollowUpsPanel, anna: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[None] = []
    monkeypatch.setattr(three.model, "refresh", lambda: reads.append(None))
    three.refresh(frozenset({UUID(int=1)}))
    assert not reads
    three.refresh(frozenset({UUID(int=1), anna}))
    three.refresh()
    assert len(reads) == 2


def test_the_same_promises_read_again_are_not_shown_again(three: FollowUpsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(three.model.changed):
        three.refresh()
        assert three.model.shows(frozenset())  # it is being read
        qtbot.waitUntil(lambda: not three.model.shows(frozenset()))


def test_a_minute_later_the_lateness_has_grown_without_a_read(
    three: FollowUpsPanel, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(three.model, "refresh", lambda: pytest.fail("read again"))
    clock.shown += timedelta(minutes=31)
    three.model.look_at_clock()
    assert texts(three)[:2] == [
        "10:30 Anna Vidal: late 2 h · Confirm the refund",
        "12:30 Anna Vidal: late 5 min · Offer the new tariff",
    ]
    assert three._pill.text() == "2 late"


def test_after_midnight_the_promises_of_the_new_day_are_there(
    qtbot: QtBot, three: FollowUpsPanel, clock: Clock
) -> None:
    clock.shown += timedelta(days=1)
    three.model.look_at_clock()
    qtbot.waitUntil(lambda: len(texts(three)) == 4)
    assert three._count.text() == "4"
    assert texts(three)[0].startswith(dates.weekday(NOON))


def test_enter_opens_the_customer_and_somebody_unknown_by_number(
    qtbot: QtBot, three: FollowUpsPanel, panel: tuple[FollowUpsPanel, Keyboard, QLineEdit], anna: UUID
) -> None:
    _, keyboard, _ = panel
    keyboard.press("Tab")
    assert three.rows()[0].hasFocus()
    with qtbot.waitSignal(three.customer_opened) as opened:
        keyboard.press("Return")
    assert opened.args == [anna]
    keyboard.press("Down")
    keyboard.press("Down")
    keyboard.press("Down")
    assert three.rows()[2].hasFocus()
    with qtbot.waitSignal(three.number_opened) as number:
        keyboard.press("Return")
    assert number.args == ["+34655010233"]
    keyboard.press("Home")
    assert three.rows()[0].hasFocus()


def test_d_marks_done_the_keyboard_goes_on_and_undo_brings_it_back(
    qtbot: QtBot, three: FollowUpsPanel, panel: tuple[FollowUpsPanel, Keyboard, QLineEdit]
) -> None:
    _, keyboard, _ = panel
    keyboard.press("Tab")
    keyboard.press("Down")
    with qtbot.waitSignal(three.toast, timeout=5000) as toast:
        keyboard.press("D")
    qtbot.waitUntil(lambda: len(texts(three)) == 2)
    assert three.rows()[1].hasFocus()
    assert "Send the form" in texts(three)[1]
    assert toast.args[:2] == ["Done: Offer the new tariff", "Undo"]
    toast.args[2]()
    qtbot.waitUntil(lambda: len(texts(three)) == 3)
    assert "Offer the new tariff" in texts(three)[1]
    assert three.rows()[2].hasFocus()  # still on the promise it was on


def test_s_snoozes_a_late_promise_to_an_hour_from_now_and_undo_puts_it_back(
    qtbot: QtBot, three: FollowUpsPanel, panel: tuple[FollowUpsPanel, Keyboard, QLineEdit]
) -> None:
    _, keyboard, _ = panel
    keyboard.press("Tab")
    with qtbot.waitSignal(three.toast, timeout=5000) as toast:
        keyboard.press("S")
    qtbot.waitUntil(lambda: texts(three)[1] == "13:04 Anna Vidal: Confirm the refund")
    assert three.rows()[1].hasFocus()
    assert toast.args[:2] == ["Snoozed until 13:04: Confirm the refund", "Undo"]
    toast.args[2]()
    qtbot.waitUntil(lambda: "late 94 min" in texts(three)[0])


def test_shift_s_offers_times_and_takes_the_keyboard_back(
    qtbot: QtBot, three: FollowUpsPanel, panel: tuple[FollowUpsPanel, Keyboard, QLineEdit]
) -> None:
    _, keyboard, _ = panel
    keyboard.press("Tab")
    keyboard.press("Shift+S")
    choices = [button.text() for button in three._snooze.buttons]
    assert choices == ["1 hour: 13:04", "This afternoon 15:00", "Tomorrow 09:00", "Pick…"]
    keyboard.press("Escape")
    assert three.rows()[0].hasFocus()
    keyboard.press("Shift+S")
    keyboard.press("Down")
    with qtbot.waitSignal(three.toast, timeout=5000):
        keyboard.press("Return")
    qtbot.waitUntil(lambda: texts(three)[1].startswith("15:00 Anna Vidal"))


def test_a_picked_time_moves_the_promise(
    qtbot: QtBot, three: FollowUpsPanel, panel: tuple[FollowUpsPanel, Keyboard, QLineEdit]
) -> None:
    _, keyboard, _ = panel
    keyboard.press("Tab")
    keyboard.press("Shift+S")
    three._snooze.buttons[-1].click()
    assert three._picker.isVisible()
    three._picker.calendar.setSelectedDate(three._picker.calendar.selectedDate().addDays(5))
    with qtbot.waitSignal(three.toast, timeout=5000):
        keyboard.press("Return")
    qtbot.waitUntil(lambda: len(texts(three)) == 2)


def test_the_buttons_of_a_row_do_the_same(qtbot: QtBot, three: FollowUpsPanel) -> None:
    with qtbot.waitSignal(three.toast, timeout=5000):
        three.rows()[2].action_triggered.emit("done")
    qtbot.waitUntil(lambda: len(texts(three)) == 2)


def test_a_refresh_moves_no_focus_and_keeps_the_row_the_keyboard_is_on(
    qtbot: QtBot, three: FollowUpsPanel, panel: tuple[FollowUpsPanel, Keyboard, QLineEdit], promise: Promise
) -> None:
    _, keyboard, elsewhere = panel
    promise("Earlier than all", NOON - timedelta(hours=2), None)
    three.refresh()
    qtbot.waitUntil(lambda: len(texts(three)) == 4)
    assert elsewhere.hasFocus()
    keyboard.press("Tab")
    row = QApplication.focusWidget()
    assert isinstance(row, FollowUpRow)
    before = row.accessibleName()
    promise("Earlier still", NOON - timedelta(hours=3), None)
    three.refresh()
    qtbot.waitUntil(lambda: len(texts(three)) == 5)
    assert QApplication.focusWidget() is row
    assert row.accessibleName() == before
    keyboard.press("Down")
    assert QApplication.focusWidget() is three.rows()[three.rows().index(row) + 1]


def test_two_presses_of_done_settle_once(
    qtbot: QtBot, three: FollowUpsPanel, panel: tuple[FollowUpsPanel, Keyboard, QLineEdit]
) -> None:
    _, keyboard, _ = panel
    keyboard.press("Tab")
    with qtbot.waitSignal(three.toast, timeout=5000):
        keyboard.press("D")
        keyboard.press("D")
    qtbot.waitUntil(lambda: len(texts(three)) == 2)


def test_a_failed_write_is_told_and_the_promise_stays(
    qtbot: QtBot, backend: Backend, three: FollowUpsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Future[None]:
        future: Future[None] = Future()
        future.set_exception(KnownError("Not saved", "The disk is full."))
        return future

    monkeypatch.setattr(type(backend.follow_ups), "settle", refuse)
    with qtbot.waitSignal(three.toast, timeout=5000) as toast:
        three.rows()[0].action_triggered.emit("done")
    assert toast.args == ["The disk is full.", "", None]
    assert len(texts(three)) == 3


def test_hundreds_of_late_promises_are_made_into_rows_as_one_scrolls(
    qtbot: QtBot,
    panel: tuple[FollowUpsPanel, Keyboard, QLineEdit],
    promise: Promise,
    backend: Backend,
    background: Background,
) -> None:
    for minute in range(40):
        promise(f"Number {minute}", NOON - timedelta(hours=2) + timedelta(minutes=minute), None)
    shown, keyboard, _ = panel
    bound(qtbot, shown, backend, background)
    qtbot.waitUntil(lambda: 8 < len(texts(shown)) < 30)
    assert (shown._pill.text(), shown._count.text()) == ("40 late", "40")
    keyboard.press("Tab")
    for _ in range(60):
        keyboard.press("Down")
    assert len(texts(shown)) == 40
    assert shown.rows()[-1].hasFocus()
