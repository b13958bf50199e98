"""What the window says of the link to the PBX, and that nothing is lost with it."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.telephony.adapters import asterisk
from app.telephony.ami.link import Timings
from app.telephony.replay_server import ReplayServer
from tests.journeys.conftest import RECORDINGS, Open
from tests.journeys.test_calls import Pbx, shown_name
from ui.shell.session import Session

QUICK = Timings(connect=0.5, login=0.5, backoff_first=0.1, backoff_last=0.2)


class Silent:
    """A server that takes the connection and says nothing."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]

    def stop(self) -> None:
        self._socket.close()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asterisk, "Timings", lambda: QUICK)


@pytest.fixture
def silent() -> Iterator[Silent]:
    server = Silent()
    yield server
    server.stop()


@pytest.fixture
def locked() -> Iterator[ReplayServer]:
    server = ReplayServer([RECORDINGS / "b_missed.ami"], secret="another password")
    server.start()
    yield server
    server.stop()


def says(session: Session, text: str) -> bool:
    """Whether the bar on top says so."""
    return any(label.text() == text for label in session.window.top_bar.findChildren(QLabel))


def reason(session: Session) -> str:
    """What the settings say is wrong."""
    session.window.show_page(session.window.settings)
    form = session.window.settings.form
    assert form is not None
    return form.link.reason.text()


def test_a_wrong_password_is_said_with_what_to_look_at(console: Open, locked: ReplayServer, qtbot: QtBot) -> None:
    session = console(locked)
    qtbot.waitUntil(lambda: says(session, "The PBX refuses the login"))
    wrong = "The PBX refused the user console: the name or the password is wrong"
    qtbot.waitUntil(lambda: reason(session).startswith(wrong))  # the page first reads what is stored


def test_a_server_that_says_nothing_is_said_to_be_silent(console: Open, silent: ReplayServer, qtbot: QtBot) -> None:
    session = console(silent)
    qtbot.waitUntil(lambda: says(session, "PBX not reachable"))
    answer = f"127.0.0.1:{silent.port} does not answer; the PBX may be starting."
    qtbot.waitUntil(lambda: reason(session) == answer)


def test_a_pbx_that_goes_in_mid_call_leaves_the_customer_and_what_was_typed(
    console: Open, pbx: Pbx, qtbot: QtBot
) -> None:
    server = pbx("a_direct_answered", speed=1.0)
    session = console(server)
    model, summary = session.model, session.window.console.form.fields.summary
    assert model is not None
    qtbot.waitUntil(lambda: says(session, "PBX connected"))
    qtbot.waitUntil(lambda: model.shown is not None and model.shown.answered_at is not None, timeout=15_000)
    QTest.keyClick(session.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(summary, "Half a com")
    server.stop()
    qtbot.waitUntil(lambda: says(session, "PBX not reachable"), timeout=10_000)
    QTest.keyClicks(summary, "plaint")
    assert summary.text() == "Half a complaint" and summary.hasFocus()
    assert shown_name(session) == "Jordi Ferrer i Soler"
    with qtbot.waitSignal(session.window.console.form.saved):
        QTest.keyClick(summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: model.view is not None and len(model.view.open_cases) == 1)
