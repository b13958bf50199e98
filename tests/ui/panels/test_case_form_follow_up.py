"""Promises made in the case form: chips, typed times in four languages, the customer's clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.customers.records import NewCustomer
from app.follow_ups.records import FollowUpRow
from tests.factories import settle
from tests.ui.panels.keyboard import Keyboard, show_active
from ui.background import Background
from ui.panels.case_form import CaseForm
from ui.panels.case_form_due import said
from ui.panels.case_form_model import Subject
from ui.panels.case_form_state import DueChoice
from ui.widgets.date_time_picker import DateTimePicker

MADRID, TAIPEI = ZoneInfo("Europe/Madrid"), ZoneInfo("Asia/Taipei")
Desk = tuple[CaseForm, Keyboard, UUID]


@pytest.fixture
def in_madrid(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This computer stands in Madrid."""
    before = QLocale()
    with monkeypatch.context() as context:
        context.setenv("TZ", "Europe/Madrid")
        time.tzset()
        QLocale.setDefault(QLocale("en_GB"))
        yield
    time.tzset()
    QLocale.setDefault(before)


@pytest.fixture
def desk(qtbot: QtBot, in_madrid: None, backend: Backend, background: Background) -> Desk:
    customer = backend.customers.add(NewCustomer("Anna Vidal", phone="+34934125580")).result(10)
    form = CaseForm()
    qtbot.addWidget(form)
    form.resize(420, 720)
    keyboard = show_active(form)
    form.bind(backend, background)
    form.set_subject(Subject("call:1", customer, "Europe/Madrid"))
    keyboard.press("Ctrl+1")
    keyboard.type("Confirm the refund")
    return form, keyboard, customer


def saved_promise(qtbot: QtBot, backend: Backend, desk: Desk) -> FollowUpRow:
    form, keyboard, customer = desk
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
    settle(backend)
    view = backend.reads.customer(customer)
    assert view is not None
    (promise,) = view.promises
    return promise


def tomorrow_at(hour: int, zone: ZoneInfo = MADRID) -> datetime:
    day = datetime.now(zone).date() + timedelta(days=1)
    return datetime(day.year, day.month, day.day, hour, tzinfo=zone)


@pytest.mark.parametrize("typed", ["tom 9", "demà 9", "明天9点", "明天9點"])
def test_a_typed_time_is_understood_in_every_language_and_kept(
    qtbot: QtBot, backend: Backend, desk: Desk, typed: str
) -> None:
    form, keyboard, _ = desk
    keyboard.press("Ctrl+Shift+F")
    assert form.follow_up.typed.hasFocus()
    keyboard.type(typed)
    assert form.follow_up.typed.text() == typed
    due = tomorrow_at(9)
    assert form.follow_up.understood.text() == f"{due:%a} {due.day} {due:%b} 09:00"
    assert form.follow_up.understood.isVisible()
    promise = saved_promise(qtbot, backend, desk)
    assert (promise.due_at, promise.time_zone) == (due, "Europe/Madrid")
    assert promise.what == "Call back: Confirm the refund"


def test_a_time_that_is_not_understood_is_said_while_typing_and_stops_the_save(qtbot: QtBot, desk: Desk) -> None:
    form, keyboard, _ = desk
    keyboard.press("Ctrl+Shift+F")
    keyboard.type("whenever")
    assert form.follow_up.understood.text() == "not understood"
    keyboard.press("Ctrl+1")
    with qtbot.assertNotEmitted(form.saved, wait=100):
        keyboard.press("Ctrl+Return")
    assert form.follow_up.typed.hasFocus()
    assert form.follow_up.typed.property("invalid") is True
    assert "not understood" in form.follow_up.problem.text()
    assert form.fields.summary.text() == "Confirm the refund"
    keyboard.press("Ctrl+A")
    keyboard.press("Delete")
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")


def test_a_chip_chooses_by_keys_and_lets_go_again(qtbot: QtBot, backend: Backend, desk: Desk) -> None:
    form, keyboard, _ = desk
    form.follow_up.chips.button(DueChoice.TOMORROW).setFocus()
    keyboard.press("Space")
    assert form.model.state().due == tomorrow_at(9)
    assert form.follow_up.promise.isVisible()
    keyboard.press("Delete")
    assert form.model.state().due is None
    assert not form.follow_up.promise.isVisible()
    keyboard.press("Right")
    keyboard.press("Right")
    keyboard.press("Return")
    due = form.model.state().due
    assert due is not None
    assert (due.weekday(), due.hour) == (0, 9)
    assert saved_promise(qtbot, backend, desk).due_at == due


def test_a_chip_replaces_typed_words_and_the_other_way_round(desk: Desk) -> None:
    form, keyboard, _ = desk
    keyboard.press("Ctrl+Shift+F")
    keyboard.type("fri 15")
    form.follow_up.chips.button(DueChoice.TWO_DAYS).click()
    assert form.follow_up.typed.text() == ""
    keyboard.press("Ctrl+Shift+F")
    keyboard.type("tom 8")
    assert form.follow_up.chips.value() is None
    assert form.model.state().due == tomorrow_at(8)


def test_a_picked_time_is_promised_and_closing_the_picker_changes_nothing(
    qtbot: QtBot, backend: Backend, desk: Desk
) -> None:
    form, keyboard, _ = desk
    form.follow_up.chips.button(DueChoice.TOMORROW).click()
    form.follow_up.chips.button(DueChoice.PICKED).click()
    picker = form.findChild(DateTimePicker)
    assert picker is not None
    assert picker.isVisible()
    keyboard.press("Escape")
    assert form.follow_up.chips.value() is DueChoice.TOMORROW
    assert form.model.state().due == tomorrow_at(9)

    form.follow_up.chips.button(DueChoice.PICKED).click()
    day = datetime.now(MADRID).date() + timedelta(days=12)
    picker.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    keyboard.press("Return")
    promise = saved_promise(qtbot, backend, desk)
    assert promise.due_at == datetime(day.year, day.month, day.day, 9, tzinfo=MADRID)


def test_a_click_into_a_field_closes_the_picker_and_keeps_the_keyboard_there(qtbot: QtBot, desk: Desk) -> None:
    form, keyboard, _ = desk
    form.follow_up.chips.button(DueChoice.PICKED).click()
    picker = form.findChild(DateTimePicker)
    assert picker is not None
    qtbot.mouseClick(form.fields.summary, Qt.MouseButton.LeftButton)
    assert not picker.isVisible()
    assert form.fields.summary.hasFocus()
    keyboard.type("!")
    assert form.fields.summary.text().count("!") == 1


def test_nine_oclock_is_the_customers_and_both_clocks_are_told(qtbot: QtBot, backend: Backend, desk: Desk) -> None:
    form, _, customer = desk
    form.follow_up.chips.button(DueChoice.TOMORROW).click()
    assert "there" not in form.follow_up.understood.text()
    form.update_customer("call:1", customer, "Asia/Taipei")
    there = tomorrow_at(9, TAIPEI)
    here = there.astimezone(MADRID)
    assert form.model.state().due == there
    assert form.follow_up.understood.text() == said(there, TAIPEI)
    assert "09:00 there" in form.follow_up.understood.text()
    assert f"{here:%H:%M} here" in form.follow_up.understood.text()
    promise = saved_promise(qtbot, backend, desk)
    assert (promise.due_at, promise.time_zone) == (there, "Asia/Taipei")


def test_both_clocks_name_the_day_where_it_differs(in_madrid: None) -> None:
    assert said(datetime(2026, 11, 23, 9, tzinfo=TAIPEI), TAIPEI) == "Mon 23 Nov 09:00 there, 02:00 here"
    assert said(datetime(2026, 11, 23, 3, tzinfo=TAIPEI), TAIPEI) == "Mon 23 Nov 03:00 there, Sun 20:00 here"
    assert said(datetime(2026, 11, 23, 9, tzinfo=MADRID), MADRID) == "Mon 23 Nov 09:00"


def test_the_promise_follows_the_summary_until_it_is_worded(qtbot: QtBot, backend: Backend, desk: Desk) -> None:
    form, keyboard, _ = desk
    form.follow_up.chips.button(DueChoice.TOMORROW).click()
    keyboard.press("Ctrl+1")
    keyboard.press("End")
    keyboard.type(" today")
    assert form.follow_up.promise.text() == "Call back: Confirm the refund today"
    form.follow_up.promise.setFocus()
    keyboard.press("Ctrl+A")
    keyboard.press("Delete")
    assert form.follow_up.promise.text() == ""
    keyboard.type("Send the receipt")
    form.fields.summary.setText("Other words")
    assert form.follow_up.promise.text() == "Send the receipt"
    assert saved_promise(qtbot, backend, desk).what == "Send the receipt"


def test_a_promise_in_the_past_is_told_at_the_chips(qtbot: QtBot, desk: Desk) -> None:
    form, keyboard, _ = desk
    form.model.choose_due(DueChoice.PICKED, datetime.now(UTC) - timedelta(hours=1))
    with qtbot.waitSignal(form.model.failed, timeout=5000):
        keyboard.press("Ctrl+Return")
    assert "due in the past" in form.follow_up.problem.text()
    assert form.follow_up.problem.isVisible()
    assert form.fields.summary.text() == "Confirm the refund"


def test_tomorrow_in_a_draft_of_yesterday_is_a_picked_time_today(desk: Desk) -> None:
    form, _, _ = desk
    form.model.change(due_choice=DueChoice.TOMORROW, due=tomorrow_at(9) + timedelta(days=2))
    assert form.model.due_choice() is DueChoice.PICKED
