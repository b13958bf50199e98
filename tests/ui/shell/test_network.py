"""A desk looks for its store at once when the system says that the network is back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.events import SyncState
from models.enums import SyncPhase
from tests.ui.sync.fake_link import FakeLink, shared_desk
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.shell import network
from ui.shell.desk import Desk
from ui.shell.network import NetworkWatch
from ui.shell.window import MainWindow

Reachability = QNetworkInformation.Reachability


class FakeInformation(QObject):
    """Says what a backend of the system's would."""

    reachabilityChanged = Signal(Reachability)  # noqa: N815 - as Qt has it


@pytest.fixture
def information(qapp: object, monkeypatch: pytest.MonkeyPatch) -> FakeInformation:
    said = FakeInformation()
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", lambda _: True)
    monkeypatch.setattr(QNetworkInformation, "instance", lambda: said)
    monkeypatch.setattr(network, "SPREAD_MS", 0)
    return said


@pytest.mark.parametrize("found", [Reachability.Site, Reachability.Online])
def test_a_network_that_is_back_ends_the_back_off(
    qtbot: QtBot, backend: Backend, background: Background, information: FakeInformation, found: Reachability
) -> None:
    link, window = FakeLink(SyncState(SyncPhase.OFFLINE)), MainWindow()
    qtbot.addWidget(window)
    desk = Desk(window, replace(backend, shared=shared_desk(backend, link)), background, EventBridge(window), "en")
    desk.bind_network()
    information.reachabilityChanged.emit(Reachability.Disconnected)
    assert link.done == []
    information.reachabilityChanged.emit(found)
    qtbot.waitUntil(lambda: link.done == ["poke"])


def test_a_network_that_goes_again_meanwhile_ends_nothing(qtbot: QtBot, information: FakeInformation) -> None:
    watch = NetworkWatch(spread_ms=50)
    watch.start()
    with qtbot.assertNotEmitted(watch.back, wait=120):
        information.reachabilityChanged.emit(Reachability.Online)
        information.reachabilityChanged.emit(Reachability.Local)


def test_a_system_that_tells_nothing_is_not_listened_to(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", lambda _: False)
    monkeypatch.setattr(QNetworkInformation, "instance", lambda: pytest.fail("there is none"))
    NetworkWatch().start()


def test_what_this_system_has_can_be_listened_to(qtbot: QtBot) -> None:
    NetworkWatch().start()
