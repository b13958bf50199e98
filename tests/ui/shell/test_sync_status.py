"""The shared store in the bar: hidden on one seat, told by the link, and the way to its page and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.errors import TransientError
from app.events import SyncState
from models.enums import SyncPhase
from tests.ui.panels.keyboard import show_active
from tests.ui.sync.fake_link import FakeLink, shared_desk
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.shell.desk import Desk
from ui.shell.window import MainWindow

NOON = datetime(2026, 11, 22, 12, 4, tzinfo=UTC)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_page(window.console)
    return window


@pytest.fixture
def bridge(window: MainWindow) -> Iterator[EventBridge]:
    yield EventBridge(window)


def test_one_seat_says_nothing_of_a_store(
    window: MainWindow, backend: Backend, background: Background, bridge: EventBridge
) -> None:
    Desk(window, backend, background, bridge, "en")
    window.show()
    assert not window.top_bar.sync.isVisible()


def test_the_bar_follows_the_link_and_leads_to_its_page(
    qtbot: QtBot, window: MainWindow, backend: Backend, background: Background, bridge: EventBridge
) -> None:
    link = FakeLink(SyncState(SyncPhase.OFFLINE, error=TransientError("No answer", "Look at the cable.")))
    Desk(window, replace(backend, shared=shared_desk(backend, link)), background, bridge, "en")
    show_active(window)
    button = window.top_bar.sync
    assert button.isVisible() and button.text() == "Offline"
    assert button.toolTip().startswith("No answer. Look at the cable.")
    link.said = SyncState(SyncPhase.ONLINE, NOON, waiting=3)
    bridge.post(link.said)
    assert (button.text(), button.state()) == ("3 waiting", "accent")
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.page() is window.sync
    assert window.sync.desk.pill.text() == "3 waiting"
    qtbot.waitUntil(lambda: not window.sync.model.reading)
    QTest.keyClick(window.sync, Qt.Key.Key_Escape)
    assert window.page() is window.console
