"""Banner, notices, search line, follow-up rows and the date picker do what they say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.avatar import initials
from ui.widgets.banner import Banner
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.date_time_picker import DateTimePicker
from ui.widgets.empty_state import EmptyState
from ui.widgets.follow_up_row import FollowUpRow
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pill import Pill
from ui.widgets.search_field import SearchField


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.field = QLineEdit(window)
    QVBoxLayout(window).addWidget(window.field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    return window


def add(window: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        window.layout().addWidget(widget)
        widget.show()


@pytest.mark.parametrize(
    ("state", "role"),
    [("ringing", "accent_soft"), ("in_call", "good_soft"), ("held", "warning_soft"), ("ended", "warning_soft")],
)
def test_banner_is_60_px_in_the_colour_of_its_state(window: QWidget, qtbot, state, role) -> None:
    banner = Banner("neutral")
    add(window, banner)
    banner.set_state(state)
    assert banner.height() == 60
    assert banner.grab().toImage().pixelColor(8, 30) == theme.LIGHT.color(role)


def test_banner_appears_and_is_clicked_without_moving_the_focus(window: QWidget, qtbot) -> None:
    banner, answer = Banner("ringing"), ShortcutButton("Answer", "F2", kind="good")
    banner.set_title("陈美玲")
    banner.add_action(answer)
    add(window, banner)
    assert QApplication.focusWidget() is window.field
    with qtbot.waitSignal(answer.clicked):
        qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is window.field
    assert banner.accessibleName() == "陈美玲"


def test_banner_replaces_its_pills(window: QWidget) -> None:
    banner = Banner("ringing")
    add(window, banner)
    banner.set_pills([("1 match", "good"), ("2 open", "bad")])
    banner.set_pills([("3 matches", "warning")])
    assert [pill.text() for pill in banner.findChildren(Pill) if pill.isVisible()] == ["3 matches"]


def test_banner_with_a_very_long_name_keeps_its_actions_in_sight(window: QWidget, qtbot) -> None:
    banner, end = Banner("in_call"), QPushButton("End")
    banner.set_title("Associació de Veïns i Comerciants " * 6)
    banner.add_action(end)
    add(window, banner)
    qtbot.waitUntil(lambda: banner.width() <= window.width() and end.geometry().right() < banner.width())


def test_notice_acts_and_closes(window: QWidget, qtbot) -> None:
    notice = NoticeBar("Looks like K7-00042", "accent", "Add to it", closable=True)
    add(window, notice)
    with qtbot.waitSignal(notice.action_triggered):
        notice.button.click()
    with qtbot.waitSignal(notice.closed):
        notice.close_button.click()
    assert notice.isHidden()
    notice.set_notice("Nothing to do", "good", "")
    assert notice.button.isHidden()


def test_search_waits_for_a_pause_and_asks_once(window: QWidget, qtbot) -> None:
    search = SearchField("Search customers…", "Search", shortcut="Ctrl+K")
    add(window, search)
    asked: list[str] = []
    search.searched.connect(asked.append)
    qtbot.keyClick(window.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is search
    with qtbot.waitSignal(search.searched):
        qtbot.keyClicks(search, " ferrer ")
    assert asked == ["ferrer"]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), asked[-1]) == ("", "")
    with qtbot.waitSignal(search.moved) as moved:
        qtbot.keyClick(search, Qt.Key.Key_Down)
    assert moved.args == [1]


def test_follow_up_row_works_by_keys_and_buttons(window: QWidget, qtbot) -> None:
    first = FollowUpRow("10:30", "Anna Vidal", "Confirm refund", "bad", [("snooze", "snooze", "Snooze")])
    second = FollowUpRow("11:45", "林志明", "Router swap")
    add(window, first, second)
    first.setFocus()
    with qtbot.waitSignal(first.activated):
        qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    button = first.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert button is not None
    snooze = next(child for child in first.findChildren(QWidget) if child.accessibleName() == "Snooze")
    with qtbot.waitSignal(first.action_triggered) as told:
        qtbot.mouseClick(snooze, Qt.MouseButton.LeftButton)
    assert told.args == ["snooze"]


def test_date_picker_gives_an_aware_time_and_the_focus_back(window: QWidget, qtbot) -> None:
    picker = DateTimePicker(window)
    wanted = datetime(2031, 3, 5, 15, 30, tzinfo=UTC)
    picker.open_at(window.field, wanted)
    assert picker.isVisible()
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker.time, Qt.Key.Key_Return)
    assert told.args[0] == wanted
    assert told.args[0].tzinfo is not None
    assert QApplication.focusWidget() is window.field


def test_return_on_a_day_picks_it_once(window: QWidget, qtbot) -> None:
    picker = DateTimePicker(window)
    picked: list[object] = []
    picker.chosen.connect(picked.append)
    wanted = datetime(2031, 3, 5, 12, 0, tzinfo=UTC)
    picker.open_at(window.field, wanted)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert picked == [wanted + timedelta(days=1)]


def test_date_picker_refuses_the_past_and_escape_picks_nothing(window: QWidget, qtbot) -> None:
    picker = DateTimePicker(window)
    picked: list[object] = []
    picker.chosen.connect(picked.append)
    now = datetime.now(UTC)
    picker.open_at(window.field, now - timedelta(minutes=5), minimum=now)
    qtbot.keyClick(picker.time, Qt.Key.Key_Return)
    assert picker.isVisible()
    qtbot.keyClick(picker.time, Qt.Key.Key_Escape)
    assert picker.isHidden()
    assert picked == []
    assert QApplication.focusWidget() is window.field


@pytest.mark.parametrize(
    ("name", "day"), [("ca_ES", Qt.DayOfWeek.Monday), ("en_US", Qt.DayOfWeek.Sunday), ("zh_TW", Qt.DayOfWeek.Sunday)]
)
def test_week_starts_as_the_locale_says(window: QWidget, name: str, day: Qt.DayOfWeek) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        picker = DateTimePicker(window)
        picker.open_at(window.field)
        assert picker.calendar.firstDayOfWeek() == day
    finally:
        QLocale.setDefault(before)


def test_empty_state_and_card_tell_what_they_hold(window: QWidget, qtbot) -> None:
    card, empty = Card("Timeline"), EmptyState("phone", "No call yet.", "New customer")
    card.body.addWidget(empty)
    add(window, card)
    assert (card.accessibleName(), empty.sentence()) == ("Timeline", "No call yet.")
    with qtbot.waitSignal(empty.activated):
        empty.button.click()


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Jordi Ferrer i Soler", "JF"),
        ("陈美玲", "陈"),
        ("hotel marítim", "HM"),
        ("  ", ""),
        ("(unknown)", ""),
        ("Ò", "Ò"),
    ],
)
def test_initials(name: str, sign: str) -> None:
    assert initials(name) == sign
