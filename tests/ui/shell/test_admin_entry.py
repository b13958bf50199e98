"""The way to administration: there for administrators of a shared store only, with its key, and told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.errors import Phrase, TransientError
from app.progress import Progress
from app.sync.admin_records import Standing, Verified
from app.sync.administration import Administration
from models.enums import Role
from tests.ui.panels.keyboard import show_active
from tests.ui.sync.fake_link import FakeLink, shared_desk
from ui.admin.view import AdminPage
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.shell.admin_entry import AdminEntry
from ui.shell.window import MainWindow
from ui.widgets.notice_bar import NoticeBar

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Crowded:
    """A store more desks share than suit it, which answers nothing else."""

    def standing(self, progress: Progress) -> Standing:
        raise TransientError("No answer", "Look at the cable.")

    def verify(self, progress: Progress) -> Verified:
        raise TransientError("No answer", "Look at the cable.")

    def outgrown(self, progress: Progress) -> Phrase | None:
        return Phrase("{seats} desks share it.", seats=9)


@pytest.fixture
def roles() -> list[Role | None]:
    """Who this login is to the store; a test changes it."""
    return [None]


@pytest.fixture
def desk(backend: Backend, roles: list[Role | None]) -> Backend:
    shared = shared_desk(backend, FakeLink(role=lambda: roles[0]))
    return replace(backend, shared=shared, administer=lambda: Administration(Crowded()))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_page(window.console)
    show_active(window)
    yield window


def test_it_is_there_for_administrators_as_long_as_they_are(
    qtbot: QtBot, window: MainWindow, desk: Backend, background: Background, roles: list[Role | None]
) -> None:
    bridge = EventBridge(window)
    entry = AdminEntry(window, desk, background, bridge, window)
    window.admin_wanted.connect(entry.show)
    roles[0] = Role.SUPERVISOR
    with qtbot.waitSignal(bridge.sync_state):
        bridge.post(FakeLink().said)
    background.run_read(lambda: None, lambda _: roles.append(None))
    qtbot.waitUntil(lambda: len(roles) > 1)
    assert not window.admin_button.isVisible()
    roles[0] = Role.ADMINISTRATOR
    bridge.post(FakeLink().said)
    qtbot.waitUntil(window.admin_button.isVisible)
    qtbot.keyClick(window, Qt.Key.Key_M, KEYS)
    assert isinstance(entry.page, AdminPage) and window.page() is entry.page and window.admin_button.isChecked()
    qtbot.waitUntil(entry.page.offline.isVisible)
    roles[0] = Role.AGENT
    bridge.post(FakeLink().said)
    qtbot.waitUntil(lambda: not window.admin_button.isVisible())
    assert window.page() is window.console


def test_that_too_many_desks_share_a_store_is_told_until_somebody_has_read_it(
    qtbot: QtBot, window: MainWindow, desk: Backend, background: Background, roles: list[Role | None]
) -> None:
    def told() -> list[NoticeBar]:
        return [bar for bar in window.findChildren(NoticeBar) if bar.isVisible() and "9 desks" in bar.text()]

    roles[0] = Role.ADMINISTRATOR
    AdminEntry(window, desk, background, EventBridge(window), window)
    qtbot.waitUntil(lambda: len(told()) == 1)
    told()[0].close_button.click()
    qtbot.waitUntil(lambda: desk.settings().told_outgrown)
    AdminEntry(window, desk, background, EventBridge(window), window)
    background.run_read(lambda: None, lambda _: roles.append(None))
    qtbot.waitUntil(lambda: len(roles) > 1)
    assert told() == []
