"""The window itself: its size, its pages, its state before the data is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.events import PbxState
from models.enums import PbxStatus
from tests.ui.panels.keyboard import show_active
from ui.shell.pbx_words import show_pbx
from ui.shell.window import DESIGNED, MainWindow


def test_on_a_screen_that_is_too_small_it_takes_the_whole_screen(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    assert DESIGNED.boundedTo(window.screen().availableSize()) != DESIGNED, "the offscreen screen is small"
    window.show_on_screen()
    assert window.isMaximized()


def test_on_a_screen_with_room_it_has_the_size_it_was_designed_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    monkeypatch.setattr(QScreen, "availableSize", lambda _: DESIGNED * 2)
    window.show_on_screen()
    assert (window.isMaximized(), window.size()) == (False, DESIGNED)


def test_going_to_the_settings_and_back_gives_the_keyboard_back(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_page(window.console)
    show_active(window)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    summary = window.console.form.fields.summary
    assert window.focusWidget() is summary
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page() is window.settings and not summary.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.page() is window.console and window.focusWidget() is summary


def test_nothing_is_said_of_the_pbx_before_anything_is_known_of_it(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)

    def words() -> list[str]:
        return [label.text() for label in window.top_bar.findChildren(QLabel) if label.text()]

    assert words() == []
    show_pbx(window.top_bar, PbxState(PbxStatus.OFF))
    assert words() == ["No PBX set up"]


def test_it_tells_once_that_its_first_paint_is_on_the_screen(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    told: list[bool] = []
    window.painted.connect(lambda: told.append(window.top_bar.isVisible()))
    assert told == []
    window.show_on_screen()
    qtbot.waitUntil(lambda: told == [True])
    window.repaint()
    with qtbot.assertNotEmitted(window.painted, wait=50):
        window.update()


def test_a_window_that_nobody_sees_keeps_nothing_waiting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.shell.window.UNSEEN_MS", 10)
    window = MainWindow()
    qtbot.addWidget(window)
    monkeypatch.setattr(window, "show", lambda: None)
    with qtbot.waitSignal(window.painted):
        window.show_on_screen()


def test_the_console_is_made_when_it_is_first_asked_for(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.page() is None
    window.show_page(window.console)
    assert window.page() is window.console and window.console is window.console
