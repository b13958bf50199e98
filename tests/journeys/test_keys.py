"""An agent's day by the keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.enums import CallStep
from tests.factories import call_event
from tests.journeys.conftest import Open
from ui.shell.session import Session

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def ring(session: Session, number: str, leg: str = "1.1") -> None:
    session.bridge.post(call_event(CallStep.RINGING, leg, number))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def commit(widget: QWidget, text: str) -> None:
    """Hand over text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def shown_name(session: Session) -> str | None:
    view = session.model.view if session.model else None
    return view.card.name if view else None


def test_a_complaint_on_a_live_call_is_saved_and_in_the_timeline(console: Open, qtbot: QtBot) -> None:
    session = console()
    ring(session, "0934445566")
    qtbot.waitUntil(lambda: shown_name(session) is not None)
    QTest.keyClick(session.window, Qt.Key.Key_1, CTRL)
    QTest.keyClicks(focused(), "Charged twice in October")
    QTest.keyClick(focused(), Qt.Key.Key_3, ALT)
    with qtbot.waitSignal(session.window.console.form.saved) as saved:
        QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: session.model is not None and len(session.model.view.open_cases) == 1)  # type: ignore[union-attr]
    assert session.backend is not None and session.model is not None and session.model.view is not None
    (case,) = session.model.view.open_cases
    assert (case.reference, case.severity) == (saved.args[0].reference, "high")


def test_a_name_of_one_chinese_character_finds_the_customer(console: Open, qtbot: QtBot) -> None:
    session = console()
    QTest.keyClick(session.window, Qt.Key.Key_K, CTRL)
    field = focused()
    assert field is session.window.top_bar.search
    with qtbot.waitSignal(session.window.top_bar.search.searched):
        commit(field, "玲")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown_name(session) == "陈美玲")


def test_a_new_customer_is_written_down_from_an_unknown_call(console: Open, qtbot: QtBot) -> None:
    session = console()
    ring(session, "0955666777")
    panel = session.window.console.customer
    qtbot.waitUntil(panel.form.isVisible)
    QTest.keyClick(session.window, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    commit(focused(), "Lluís Bosch")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown_name(session) == "Lluís Bosch")
    assert session.backend is not None
    qtbot.waitUntil(lambda: session.backend.reads.pop("0955666777").view is not None)  # type: ignore[union-attr]


def test_one_of_several_is_chosen_by_keys_and_remembered(console: Open, qtbot: QtBot) -> None:
    session = console()
    ring(session, "0922333444")
    panel = session.window.console.customer
    qtbot.waitUntil(panel.chooser.isVisible)
    before = QApplication.focusWidget()
    assert before is None or not panel.isAncestorOf(before)
    QTest.keyClick(session.window, Qt.Key.Key_L, CTRL)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown_name(session) in ("Anna Vidal", "Pere Vidal"))
    chosen = shown_name(session)
    ring(session, "0922333444", "2.2")
    assert session.backend is not None
    qtbot.waitUntil(lambda: session.backend.reads.pop("0922333444").view is not None)  # type: ignore[union-attr]
    view = session.backend.reads.pop("0922333444").view
    assert view is not None and view.card.name == chosen


def test_a_draft_in_hand_stays_when_the_next_call_comes_and_is_kept_for_its_own(console: Open, qtbot: QtBot) -> None:
    session = console()
    ring(session, "0934445566", "a")
    qtbot.waitUntil(lambda: shown_name(session) == "Jordi Ferrer i Soler")
    QTest.keyClick(session.window, Qt.Key.Key_1, CTRL)
    summary = session.window.console.form.fields.summary
    QTest.keyClicks(summary, "Half a compl")
    session.bridge.post(call_event(CallStep.ENDED, "a", outcome="answered"))
    ring(session, "+886911000111", "b")
    qtbot.waitUntil(lambda: shown_name(session) == "陈美玲")
    assert focused() is summary and summary.text() == "Half a compl"
    assert session.window.console.other_draft.isVisible()
    QTest.keyClick(summary, Qt.Key.Key_J, CTRL)
    assert summary.text() == ""
    assert [line for _, line, _ in session.window.console.form.drafts_in_hand()] == ["Half a compl"]
    QTest.keyClick(summary, Qt.Key.Key_J, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert summary.text() == "Half a compl"
    qtbot.waitUntil(lambda: shown_name(session) == "Jordi Ferrer i Soler")


def test_a_draft_of_before_a_crash_is_offered_and_goes_on_with_one_key(console: Open, qtbot: QtBot) -> None:
    session = console()
    ring(session, "0934445566", "a")
    qtbot.waitUntil(lambda: shown_name(session) == "Jordi Ferrer i Soler")
    QTest.keyClick(session.window, Qt.Key.Key_1, CTRL)
    QTest.keyClicks(focused(), "Half a complaint")
    with qtbot.waitSignal(session.window.console.form.draft_kept):
        pass
    session.window.close()
    again = console()
    bar = again.window.console.other_draft
    qtbot.waitUntil(bar.isVisible)
    QTest.keyClick(again.window, Qt.Key.Key_J, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert again.window.console.form.fields.summary.text() == "Half a complaint"
    qtbot.waitUntil(lambda: shown_name(again) == "Jordi Ferrer i Soler")
    assert not bar.isVisible()
