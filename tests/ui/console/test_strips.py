"""The strips of the calls: one each, made once and used again."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.enums import CallOutcome, CallStep
from tests.factories import call_event
from ui.console.live_calls import LiveCalls
from ui.console.strips import CallStrip, CallStrips
from ui.widgets.banner import HEIGHT, Banner


class Page(QWidget):
    """Strips above a field that has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = LiveCalls()
        self.strips = CallStrips()
        self.strips.show_calls([], None, "ES")
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.strips)
        column.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)

    def take(self, step: CallStep, leg: str, **fields: object) -> None:
        self.calls.apply(call_event(step, leg, f"93412558{ord(leg) % 10}", **fields), uuid4())
        self.strips.show_calls(self.calls.all(), self.calls.shown, "ES")

    def shown(self) -> list[CallStrip]:
        strips = [strip for strip in self.findChildren(CallStrip) if strip.isVisible()]
        return sorted(strips, key=lambda strip: strip.y())

    def says_no_call(self) -> bool:
        return any(banner.isVisible() and banner.title() == "No call" for banner in self.findChildren(Banner))

    def room(self) -> int:
        return self.field.y()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.field.setFocus()
    return made


def test_each_call_has_a_strip_and_says_its_own_number(page: Page, qtbot: QtBot) -> None:
    page.take(CallStep.RINGING, "a")
    page.take(CallStep.RINGING, "b")
    qtbot.waitUntil(lambda: [strip.title() for strip in page.shown()] == ["+34 934 12 55 88", "+34 934 12 55 87"])


def test_a_strip_is_used_again_and_says_nothing_of_the_call_before(page: Page, qtbot: QtBot) -> None:
    page.take(CallStep.RINGING, "a")
    (first,) = page.shown()
    page.take(CallStep.ENDED, "a", outcome=CallOutcome.ANSWERED_ELSEWHERE)
    assert page.shown() == []
    page.take(CallStep.RINGING, "b")
    assert page.shown() == [first] and first.title() == "+34 934 12 55 88"
    page.take(CallStep.ANSWERED, "b")
    page.take(CallStep.ENDED, "b", outcome=CallOutcome.ANSWERED)
    with qtbot.waitSignal(page.strips.close_wanted) as closed:
        QTest.keyClick(first._close, " ")
    assert closed.args == ["b"]


def test_no_other_call_slips_under_the_keyboard(page: Page, qtbot: QtBot) -> None:
    page.take(CallStep.RINGING, "a")
    page.take(CallStep.ANSWERED, "a")
    page.take(CallStep.RINGING, "b")
    of_b = page.shown()[1]
    of_b._show.setFocus()
    assert QApplication.focusWidget() is of_b._show
    page.take(CallStep.ENDED, "b", outcome=CallOutcome.ANSWERED_ELSEWHERE)
    page.take(CallStep.RINGING, "c")
    assert not any(strip.isAncestorOf(QApplication.focusWidget()) for strip in page.shown())


def test_a_hundred_calls_make_no_more_strips_than_are_seen_at_once(page: Page) -> None:
    for number in range(100):
        leg = chr(ord("a") + number)
        page.take(CallStep.RINGING, leg)
        if number >= 2:
            page.take(CallStep.ENDED, chr(ord(leg) - 2), outcome=CallOutcome.ANSWERED_ELSEWHERE)
    assert len(page.findChildren(CallStrip)) <= 3


def test_what_is_rehearsed_is_not_seen_and_serves_the_first_calls(page: Page) -> None:
    page.take(CallStep.RINGING, "a")
    before = page.shown()
    for _ in page.strips.rehearse():
        assert page.shown() == before
    made = page.findChildren(CallStrip)
    for leg in "bc":
        page.take(CallStep.RINGING, leg)
    assert page.findChildren(CallStrip) == made and len(page.shown()) == 3
    assert all("0:00" not in (strip.title(), strip.subtitle()) for strip in page.shown())


def test_one_strip_has_its_place_without_a_call_so_that_a_ring_moves_nothing(page: Page, qtbot: QtBot) -> None:
    assert page.says_no_call()
    before = page.room()
    page.take(CallStep.RINGING, "a")
    qtbot.waitUntil(lambda: page.shown()[0].height() == HEIGHT)
    assert not page.says_no_call() and page.room() == before
    page.take(CallStep.ENDED, "a", outcome=CallOutcome.ANSWERED_ELSEWHERE)
    qtbot.waitUntil(page.says_no_call)
    assert page.room() == before


def test_the_room_of_several_calls_is_given_up_a_while_after_them(page: Page, qtbot: QtBot) -> None:
    page.strips._shrink.setInterval(50)
    one = page.room()
    for leg in "ab":
        page.take(CallStep.RINGING, leg)
    qtbot.waitUntil(lambda: page.room() > one + HEIGHT)
    two = page.room()
    with qtbot.waitSignal(page.strips._shrink.timeout):
        page.take(CallStep.ENDED, "b", outcome=CallOutcome.ANSWERED_ELSEWHERE)
        page.grab()
        assert page.room() == two
    qtbot.waitUntil(lambda: page.room() == one)


def test_of_three_calls_and_more_each_moves_nothing(page: Page, qtbot: QtBot) -> None:
    for leg in "abc":
        page.take(CallStep.RINGING, leg)
    qtbot.waitUntil(lambda: page.room() > 3 * HEIGHT)
    before = page.room()
    page.take(CallStep.RINGING, "d")
    qtbot.waitUntil(page.strips._more.isVisible)
    page.grab()
    assert page.room() == before
