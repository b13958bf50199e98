"""The whole window on a real Asterisk."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.bootstrap import open_backend
from app.settings import PbxSettings, Settings
from models.enums import InteractionKind, PbxStatus
from tests.factories import add_customer
from tests.live_pbx.desk import CUSTOMER
from tests.live_pbx.exchange import Exchange
from tests.live_pbx.pbx import pbx
from ui import theme
from ui.console.strips import CallStrip
from ui.shell.session import Session
from ui.shell.window import MainWindow

CALLER = "Jordi Ferrer i Soler"
DIRECT, QUEUE = "930000101", "930000100"
LONG = 20_000
Seat = Callable[[str], Session]


@pytest.fixture
def seat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot, _up: None
) -> Iterator[Seat]:
    """Open a window for an extension, each on data of its own in which the caller is known; wait for the PBX."""
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    monkeypatch.setenv("RINGBOOK_PBX_PASSWORD", "secret")
    backend = open_backend(tmp_path / "known")
    add_customer(backend, CALLER, CUSTOMER, region="TW")
    backend.close()
    theme.apply(qapp, "light", "en")
    sessions: list[Session] = []

    def sit(extension: str) -> Session:
        data = Path(shutil.copytree(tmp_path / "known", tmp_path / extension))
        link = PbxSettings("127.0.0.1", 5038, False, "", "console", extension)
        settings.save(data, Settings(region="TW", agent=f"Agent {extension}", language="en", pbx=link))
        session = Session(MainWindow(), data, demo=False, language="en")
        sessions.append(session)
        states: list[PbxStatus] = []
        session.bridge.pbx_state.connect(lambda state: states.append(state.status))
        session.window.show()
        session.start()
        qtbot.waitUntil(lambda: PbxStatus.CONNECTED in states, timeout=LONG)
        return session

    yield sit
    for session in sessions:
        session.window.close()
        session.window.deleteLater()


@pytest.fixture
def exchange(sip: object) -> Iterator[Exchange]:
    phones = Exchange(sip)  # type: ignore[arg-type]
    phones.start()
    yield phones
    phones.stop()


def caller(session: Session) -> str | None:
    """Whose card is on screen for a call."""
    call = session.model.shown if session.model else None
    return call.view.card.name if call is not None and call.view is not None else None


def calls(session: Session) -> int:
    return len(session.model.calls.all()) if session.model else 0


def logged(session: Session) -> list[str]:
    """The calls in the caller's timeline, on the disk."""
    assert session.backend is not None
    view = session.backend.reads.pop(CUSTOMER).view
    assert view is not None
    return [str(row.state) for row in view.timeline if row.kind == InteractionKind.CALL]


def live_call(session: Session) -> bool:
    call = session.model.shown if session.model else None
    return call is not None and call.live and call.answered_at is not None


def hang_up(exchange: Exchange, call: object) -> None:
    exchange.do(call.hangup)  # type: ignore[attr-defined]


def test_the_callers_card_is_there_as_soon_as_the_phone_rings(
    seat: Seat, exchange: Exchange, qtbot: QtBot, record_property: Callable[[str, object], None]
) -> None:
    here, there = seat("1001"), seat("1002")
    took = []
    for _ in range(5):
        shown: list[float] = []
        assert here.model is not None
        card = here.model.shown_changed.connect(
            lambda shown=shown: shown.append(time.monotonic()) if caller(here) else None
        )
        call = exchange.call(DIRECT, CUSTOMER)
        qtbot.waitUntil(lambda shown=shown: bool(shown), timeout=LONG)
        qtbot.waitUntil(lambda: exchange.ringing("1001"))
        took.append(shown[0] - exchange.rang_at["1001"])
        assert caller(here) == CALLER and calls(there) == 0
        assert here.window.windowTitle() == f"{CALLER} – Ringbook"
        here.model.shown_changed.disconnect(card)
        hang_up(exchange, call)
        qtbot.waitUntil(lambda: not any(c.live for c in here.model.calls.all()))  # type: ignore[union-attr]
        here.model.close_call(here.model.calls.shown or "")
    record_property("phone rings to card, ms", [round(1000 * t) for t in took])
    assert sorted(took)[2] < 0.3
    qtbot.waitUntil(lambda: len(logged(here)) == 5)


def test_a_queue_call_answered_at_one_desk_is_gone_at_the_other(seat: Seat, exchange: Exchange, qtbot: QtBot) -> None:
    first, second = seat("1001"), seat("1002")
    call = exchange.call(QUEUE, CUSTOMER)
    qtbot.waitUntil(lambda: (caller(first), caller(second)) == (CALLER, CALLER), timeout=LONG)
    qtbot.waitUntil(lambda: exchange.ringing("1002"))
    exchange.answer("1002")
    qtbot.waitUntil(lambda: calls(first) == 0 and live_call(second), timeout=LONG)
    assert caller(first) is None
    assert not any(strip.isVisible() for strip in first.window.findChildren(CallStrip))
    hang_up(exchange, call)
    qtbot.waitUntil(lambda: logged(second) == ["answered"] and logged(first) == ["answered_elsewhere"], timeout=LONG)


def test_an_attended_transfer_brings_the_card_to_the_second_desk(seat: Seat, exchange: Exchange, qtbot: QtBot) -> None:
    first, second = seat("1001"), seat("1002")
    call = exchange.call(DIRECT, CUSTOMER)
    qtbot.waitUntil(lambda: exchange.ringing("1001"), timeout=LONG)
    talk = exchange.answer("1001")
    qtbot.waitUntil(lambda: live_call(first), timeout=LONG)
    exchange.do(talk.hold)
    question = exchange.call("1002", by="1001")
    qtbot.waitUntil(lambda: exchange.ringing("1002"), timeout=LONG)
    exchange.answer("1002")
    qtbot.waitUntil(lambda: live_call(second), timeout=LONG)
    assert caller(second) is None and second.window.console.customer.internal.isVisible()
    exchange.do(lambda: talk.refer_attended(question))
    qtbot.waitUntil(lambda: caller(second) == CALLER and live_call(second), timeout=LONG)
    assert not second.window.console.customer.internal.isVisible()
    qtbot.waitUntil(lambda: not live_call(first), timeout=LONG)
    hang_up(exchange, call)
    qtbot.waitUntil(lambda: not live_call(second), timeout=LONG)
    qtbot.waitUntil(lambda: (logged(first), logged(second)) == (["answered"], ["answered"]), timeout=LONG)


def test_a_link_cut_in_mid_call_comes_back_with_the_call_and_it_is_one_record(
    seat: Seat, exchange: Exchange, qtbot: QtBot
) -> None:
    here = seat("1001")
    summary = here.window.console.form.fields.summary
    call = exchange.call(DIRECT, CUSTOMER)
    qtbot.waitUntil(lambda: exchange.ringing("1001"), timeout=LONG)
    exchange.answer("1001")
    qtbot.waitUntil(lambda: live_call(here) and caller(here) == CALLER, timeout=LONG)
    QTest.keyClick(here.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(summary, "Half a line")
    states: list[PbxStatus] = []
    here.bridge.pbx_state.connect(lambda state: states.append(state.status))
    for connection in re.findall(r"^ *console .*?(\d+) +\d+ +\d+ +\d+ *$", pbx("cli", "manager show connected"), re.M):
        pbx("cli", f"manager kick session {connection}")
    qtbot.waitUntil(lambda: states[-2:] == [PbxStatus.UNREACHABLE, PbxStatus.CONNECTED], timeout=LONG)
    QTest.keyClicks(summary, " and more")
    assert live_call(here) and caller(here) == CALLER and calls(here) == 1
    assert summary.hasFocus() and summary.text() == "Half a line and more"
    hang_up(exchange, call)
    qtbot.waitUntil(lambda: not live_call(here), timeout=LONG)
    qtbot.waitUntil(lambda: logged(here) == ["answered"], timeout=LONG)


def test_a_pbx_restarted_in_mid_call_ends_the_call_and_the_next_one_pops(
    seat: Seat, exchange: Exchange, qtbot: QtBot
) -> None:
    here = seat("1001")
    exchange.call(DIRECT, CUSTOMER)
    qtbot.waitUntil(lambda: exchange.ringing("1001"), timeout=LONG)
    exchange.answer("1001")
    qtbot.waitUntil(lambda: live_call(here) and caller(here) == CALLER, timeout=LONG)
    states: list[PbxStatus] = []
    here.bridge.pbx_state.connect(lambda state: states.append(state.status))
    pbx("cli", "core restart now")
    qtbot.waitUntil(lambda: PbxStatus.CONNECTED in states, timeout=2 * LONG)
    qtbot.waitUntil(lambda: not live_call(here), timeout=LONG)
    qtbot.waitUntil(lambda: len(logged(here)) == 1)
    again = exchange.call(DIRECT, CUSTOMER)
    qtbot.waitUntil(lambda: exchange.ringing("1001") and caller(here) == CALLER, timeout=LONG)
    hang_up(exchange, again)
    qtbot.waitUntil(lambda: len(logged(here)) == 2, timeout=LONG)
