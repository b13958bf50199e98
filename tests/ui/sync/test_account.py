"""Changing the password and signing out on the sync page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.events import SyncState
from app.sync import credentials, unlock
from app.sync.address import parse
from models.enums import SyncPhase
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from tests.ui.panels.keyboard import show_active
from tests.ui.sync.fake_link import URL, FakeLink, shared_desk
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.sync.view import SyncPage

OLD, NEW = "correct horse", "battery staple"
ONLINE = SyncState(SyncPhase.ONLINE)
BUSY = ONLINE._replace(waiting=2)


@pytest.fixture
def link() -> FakeLink:
    return FakeLink(ONLINE)


@pytest.fixture
def page(qtbot: QtBot, backend: Backend, background: Background, link: FakeLink) -> Iterator[SyncPage]:
    page = SyncPage()
    qtbot.addWidget(page, before_close_func=lambda _: qtbot.waitUntil(lambda: not page.model.reading))
    with use_keyring(MemoryKeyring()):
        page.model.bind(shared_desk(backend, link), background, EventBridge(page))
        show_active(page)
        yield page


def fill(page: SyncPage, old: str, new: str, again: str) -> None:
    page.desk.change.click()
    card = page.password
    for line, text in ((card.old, old), (card.new, new), (card.again, again)):
        line.setFocus()
        QTest.keyClicks(line, text)


def test_the_password_is_changed_at_the_store_and_where_this_computer_keeps_it(
    qtbot: QtBot, page: SyncPage, link: FakeLink, backend: Backend
) -> None:
    credentials.store(parse(URL), OLD)
    fill(page, OLD, NEW, NEW)
    with qtbot.waitSignal(page.model.toast) as told:
        QTest.keyClick(page.password.again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0] == "The password is changed."
    assert link.done == [f"password {NEW}"]
    assert credentials.read(parse(URL)) == NEW
    assert unlock.opens(backend.folder.path, NEW) is True
    assert not page.password.isVisible()


def test_a_password_that_was_not_kept_is_not_kept_now(qtbot: QtBot, page: SyncPage) -> None:
    fill(page, OLD, NEW, NEW)
    with qtbot.waitSignal(page.model.password_changed):
        page.password.change.click()
    assert credentials.read(parse(URL)) is None


def test_two_new_passwords_that_differ_are_not_sent(page: SyncPage, link: FakeLink) -> None:
    fill(page, OLD, NEW, NEW + "s")
    page.password.change.click()
    assert "not the same" in page.password.again_field.problem()
    assert page.focusWidget() is page.password.again and link.done == []


def test_what_the_store_says_of_a_wrong_one_stands_in_place(qtbot: QtBot, page: SyncPage) -> None:
    fill(page, "wrong", NEW, NEW)
    with qtbot.waitSignal(page.model.password_refused):
        page.password.change.click()
    assert page.password.new_field.problem() == "The password of anna is wrong."
    assert page.password.isVisible() and page.password.change.isEnabled()


def test_escape_closes_the_card_and_forgets_what_was_typed(page: SyncPage) -> None:
    fill(page, OLD, NEW, NEW)
    QTest.keyClick(page.password.again, Qt.Key.Key_Escape)
    assert not page.password.isVisible() and page.password.old.text() == ""
    assert page.isVisible()


def test_where_nothing_waits_one_signs_out_at_once(qtbot: QtBot, page: SyncPage) -> None:
    with qtbot.waitSignal(page.model.signed_out):
        page.desk.leave.click()
    assert not page.leaving.isVisible()


def test_what_waits_is_told_and_sent_first(qtbot: QtBot, page: SyncPage, link: FakeLink) -> None:
    page.model.take(BUSY)
    with qtbot.assertNotEmitted(page.model.signed_out):
        page.desk.leave.click()
        assert page.leaving.isVisible() and page.leaving.said.text().startswith("2 changes are not at the store yet.")
        page.leaving.send.click()
    assert link.done == ["poke"] and page.leaving.said.text().startswith("2 changes are being sent")
    with qtbot.waitSignal(page.model.signed_out):
        page.model.take(ONLINE)


def test_one_may_leave_while_something_waits_or_stay_after_all(qtbot: QtBot, page: SyncPage) -> None:
    page.model.take(BUSY)
    page.desk.leave.click()
    page.leaving.send.click()
    page.leaving.cancel.click()
    with qtbot.assertNotEmitted(page.model.signed_out):
        page.model.take(ONLINE)
    page.model.take(BUSY)
    page.desk.leave.click()
    with qtbot.waitSignal(page.model.signed_out):
        page.leaving.now.click()


def test_what_is_sent_while_somebody_reads_the_question_is_told(qtbot: QtBot, page: SyncPage) -> None:
    page.model.take(BUSY)
    page.desk.leave.click()
    page.model.take(ONLINE)
    assert page.leaving.said.text() == "Everything is at the store." and not page.leaving.send.isVisible()
    assert page.focusWidget() is page.leaving.now
    with qtbot.waitSignal(page.model.signed_out):
        QTest.keyClick(page.leaving.now, Qt.Key.Key_Space)


def test_one_question_stands_at_a_time(page: SyncPage) -> None:
    page.model.take(BUSY)
    page.desk.change.click()
    page.desk.leave.click()
    assert page.leaving.isVisible() and not page.password.isVisible()
    page.desk.change.click()
    assert page.password.isVisible() and not page.leaving.isVisible()


def test_what_needs_a_person_is_told_above_the_list(qtbot: QtBot, page: SyncPage) -> None:
    assert not page.attention.isVisible()
    page.model.take(ONLINE._replace(attention=2))
    assert page.attention.isVisible() and page.attention.text() == "2 changes need a person."
    with qtbot.waitSignal(page.attention_wanted):
        page.attention.button.click()
