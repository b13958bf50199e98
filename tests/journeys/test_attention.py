"""What needs a person, in the whole window: the number on the rail, the page, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_backend
from models.enums import CallStep
from tests.app.sync.conflicts import edit
from tests.factories import call_event
from tests.journeys.conftest import Open

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_conflict_with_another_process_is_counted_shown_and_settled_by_keys(qtbot: QtBot, console: Open) -> None:
    session = console()
    window, backend = session.window, session.backend
    assert backend is not None and window.attention_button.badge() == ""
    customer = backend.reads.search("Jordi Ferrer").customers[0].customer_id
    other = open_backend(backend.folder.path)
    edit(other, "customer", customer, city=("Barcelona", "Badalona"))
    edit(other, "customer", customer, city=("Barcelona", "Mataró"))
    other.close()
    qtbot.waitUntil(lambda: window.attention_button.badge() == "1")
    assert window.attention_button.accessibleName() == "Needs attention: 1"
    QTest.keyClick(window, Qt.Key.Key_A, CTRL_SHIFT)
    qtbot.waitUntil(lambda: type(QApplication.focusWidget()).__name__ == "AttentionList")
    for key in (Qt.Key.Key_M, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget(), key)
    qtbot.waitUntil(lambda: window.attention_button.badge() == "")
    view = backend.reads.customer(customer)
    assert view is not None and view.card.city == "Mataró"


def test_a_ring_is_seen_above_the_page_and_takes_no_key_from_it(qtbot: QtBot, console: Open) -> None:
    session = console()
    QTest.keyClick(session.window, Qt.Key.Key_A, CTRL_SHIFT)
    before = QApplication.focusWidget()
    session.bridge.post(call_event(CallStep.RINGING, "1.1", "0934445566"))
    qtbot.waitUntil(lambda: session.model is not None and session.model.view is not None)
    assert QApplication.focusWidget() is before
    assert session.window.console.strips.isVisible()


def test_an_open_card_is_told_what_another_process_writes(qtbot: QtBot, console: Open) -> None:
    session = console()
    backend, editor = session.backend, session.window.console.customer.editor
    assert backend is not None and session.controller is not None
    customer = backend.reads.search("Jordi Ferrer").customers[0].customer_id
    session.controller.customer_found(customer)
    qtbot.waitUntil(lambda: session.window.console.customer.card.isVisible())
    session.window.console.customer.card.edit_button.click()
    QTest.keyClicks(editor.fields.field("company"), "Ferrer SL")
    other = open_backend(backend.folder.path)
    edit(other, "customer", customer, city=("Barcelona", "Badalona"))
    other.close()
    qtbot.waitUntil(editor.news.isVisible)
    assert editor.fields.values()["company"] == "Ferrer SL" and "City" in editor.news.text()
