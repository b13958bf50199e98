"""A call from its ring to its end, as an agent lives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.telephony.adapters import asterisk
from app.telephony.ami.link import Timings
from app.telephony.replay_server import ReplayServer
from models.enums import CallStep
from tests.factories import call_event
from tests.journeys.conftest import Open
from ui.console.strips import CallStrip
from ui.shell.session import Session

Pbx = Callable[..., ReplayServer]
CTRL = Qt.KeyboardModifier.ControlModifier


def shown_name(session: Session) -> str | None:
    view = session.model.view if session.model else None
    return view.card.name if view else None


def strips(session: Session) -> list[CallStrip]:
    return [strip for strip in session.window.console.strips.findChildren(CallStrip) if strip.isVisible()]


def test_the_record_is_on_screen_while_the_phone_rings(console: Open, pbx: Pbx, qtbot: QtBot) -> None:
    session = console(pbx("b_missed"))
    qtbot.waitUntil(lambda: shown_name(session) == "Jordi Ferrer i Soler", timeout=10_000)
    assert session.model is not None and session.model.shown is not None
    assert session.model.shown.answered_at is None and session.model.shown.live
    qtbot.waitUntil(lambda: [strip.title() for strip in strips(session)] == ["Jordi Ferrer i Soler"])
    assert "Jordi" in session.window.windowTitle()


def test_a_ring_takes_no_focus_and_swallows_no_key(console: Open, pbx: Pbx, qtbot: QtBot) -> None:
    session = console(pbx("p_burst", speed=10.0))
    summary = session.window.console.form.fields.summary
    QTest.keyClick(session.window, Qt.Key.Key_1, CTRL)
    assert QApplication.focusWidget() is summary
    typed = ""
    rang: list[int] = []
    assert session.model is not None
    session.model.rang.connect(lambda: rang.append(1))
    while len(rang) < 25:
        QTest.keyClick(summary, "x")
        typed += "x"
        qtbot.wait(20)
        assert QApplication.focusWidget() is summary
        assert len(typed) < 1000
    assert summary.text() == typed[: len(summary.text())] and len(summary.text()) >= min(len(typed), 200)


def test_a_call_answered_elsewhere_leaves_the_screen(console: Open, pbx: Pbx, qtbot: QtBot) -> None:
    session = console(pbx("c_queue_ringall"))
    assert session.model is not None
    qtbot.waitUntil(lambda: bool(session.model.calls.all()), timeout=10_000)
    qtbot.waitUntil(lambda: not session.model.calls.all(), timeout=10_000)
    qtbot.waitUntil(lambda: strips(session) == [])
    assert shown_name(session) is None


def test_an_attended_transfer_brings_the_customer_to_the_second_agent(console: Open, pbx: Pbx, qtbot: QtBot) -> None:
    session = console(pbx("f_attended_transfer"), extension="1002")
    assert session.model is not None
    qtbot.waitUntil(lambda: bool(session.model.calls.all()), timeout=10_000)
    assert shown_name(session) is None  # the colleague's consultation pops no customer
    qtbot.waitUntil(lambda: shown_name(session) == "Jordi Ferrer i Soler", timeout=10_000)


def test_two_calls_are_two_strips_and_ctrl_j_goes_between_them(console: Open, pbx: Pbx, qtbot: QtBot) -> None:
    session = console(pbx("l_call_waiting", speed=2.0))
    model = session.model
    assert model is not None
    qtbot.waitUntil(lambda: len([c for c in model.calls.all() if c.live]) == 2, timeout=10_000)
    first = model.calls.shown
    QTest.keyClick(session.window, Qt.Key.Key_J, CTRL)
    assert model.calls.shown != first


def test_a_withheld_number_offers_a_search_and_names_nobody(console: Open, pbx: Pbx, qtbot: QtBot) -> None:
    session = console(pbx("g_anonymous"))
    panel = session.window.console.customer
    qtbot.waitUntil(panel.withheld.isVisible, timeout=10_000)


def test_an_internal_call_pops_no_customer(console: Open, pbx: Pbx, qtbot: QtBot) -> None:
    session = console(pbx("h2_internal_call"))
    qtbot.waitUntil(session.window.console.customer.internal.isVisible, timeout=10_000)
    assert shown_name(session) is None


def test_a_cut_link_comes_back_in_mid_call_with_the_call(
    console: Open, pbx: Pbx, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asterisk, "Timings", lambda: Timings(backoff_first=0.5))
    server = pbx("a_direct_answered", speed=2.0)
    session = console(server)
    model = session.model
    assert model is not None
    qtbot.waitUntil(lambda: model.shown is not None and model.shown.answered_at is not None, timeout=15_000)
    server.drop()
    qtbot.waitUntil(lambda: server.clients == 0, timeout=10_000)
    qtbot.waitUntil(lambda: server.clients == 1, timeout=20_000)
    qtbot.waitUntil(lambda: model.shown is not None and not model.shown.live, timeout=20_000)
    assert model.shown is not None and model.shown.outcome in ("answered", "lost")


def test_a_ring_is_seen_above_the_settings_and_moves_nobody_from_them(console: Open, qtbot: QtBot) -> None:
    session = console()
    window = session.window
    window.show_page(window.settings)
    session.bridge.post(call_event(CallStep.RINGING, "a", "0934445566"))
    qtbot.waitUntil(lambda: len(strips(session)) == 1)
    (strip,) = strips(session)
    qtbot.waitUntil(lambda: strip.title() == "Jordi Ferrer i Soler")
    assert window.page() is window.settings
    assert strip.mapTo(window, strip.rect().bottomLeft()).y() < window.settings.mapTo(window, QPoint(0, 0)).y()
    session.bridge.post(call_event(CallStep.ANSWERED, "a", "0934445566"))
    session.bridge.post(call_event(CallStep.RINGING, "b", "+886911000111"))
    qtbot.waitUntil(lambda: [s.title() for s in strips(session)][1:] == ["陈美玲"])
    QTest.keyClick(next(s for s in window.findChildren(CallStrip) if s.title() == "陈美玲")._show, " ")
    assert window.page() is window.console and shown_name(session) == "陈美玲"
    window.show_page(window.settings)
    QTest.keyClick(window, Qt.Key.Key_J, CTRL)
    assert window.page() is window.console and shown_name(session) == "Jordi Ferrer i Soler"
