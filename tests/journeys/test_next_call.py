"""One call after the other: for whom the form writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.enums import CallStep
from tests.factories import call_event, settle
from tests.journeys.conftest import Open

CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_is_written_after_a_save_is_for_the_caller_on_screen(console: Open, qtbot: QtBot) -> None:
    session = console()
    model, form = session.model, session.window.console.form
    assert model is not None
    session.bridge.post(call_event(CallStep.RINGING, "a", "0934445566"))
    qtbot.waitUntil(lambda: model.view is not None)
    QTest.keyClick(session.window, Qt.Key.Key_1, CTRL)
    QTest.keyClicks(form.fields.summary, "Came late")
    session.bridge.post(call_event(CallStep.ENDED, "a", outcome="answered"))
    session.bridge.post(call_event(CallStep.RINGING, "b", "+886911000111"))
    qtbot.waitUntil(lambda: model.view is not None and model.view.card.name == "陈美玲")
    assert form.subject().key == "call:a"
    with qtbot.waitSignal(form.saved) as first:
        QTest.keyClick(form.fields.summary, Qt.Key.Key_Return, CTRL)
    QTest.keyClicks(form.fields.summary, "Asks for a bill")
    assert not session.window.console.other_draft.isVisible()
    with qtbot.waitSignal(form.saved) as second:
        QTest.keyClick(form.fields.summary, Qt.Key.Key_Return, CTRL)
    assert session.backend is not None
    settle(session.backend)
    found = [session.backend.reads.search(saved.args[0].reference).cases[0] for saved in (first, second)]
    names = [session.backend.reads.customer(case.customer_id).card.name for case in found]  # type: ignore[union-attr,arg-type]
    assert names == ["Jordi Ferrer i Soler", "陈美玲"]
