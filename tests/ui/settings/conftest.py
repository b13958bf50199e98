"""A settings page on a real backend, on a computer with a keyring of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app import pbx_secret
from app.bootstrap import Backend
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.settings.view import SettingsPage
from ui.settings.view_model import SettingsModel


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    monkeypatch.delenv(pbx_secret.VARIABLE, raising=False)
    memory = MemoryKeyring()
    with use_keyring(memory):
        yield memory


@pytest.fixture
def bridge(qapp: object) -> EventBridge:
    return EventBridge()


@pytest.fixture
def model(
    qtbot: QtBot, ring: MemoryKeyring, backend: Backend, background: Background, bridge: EventBridge
) -> Iterator[SettingsModel]:
    """Bound, and told where the password is."""
    bound = SettingsModel()
    bound.bind(backend, background, bridge)
    qtbot.waitUntil(lambda: bool(bound.password_place))
    yield bound
    delete(bound)  # before the background goes: its timer may still want to ask


@pytest.fixture
def page(
    qtbot: QtBot, ring: MemoryKeyring, backend: Backend, background: Background, bridge: EventBridge
) -> Iterator[SettingsPage]:
    """On screen, bound, and told where the password is."""
    shown = SettingsPage()
    shown.resize(1200, 900)
    shown.bind(backend, background, bridge)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    qtbot.waitUntil(lambda: bool(shown.model.password_place))
    yield shown
    delete(shown)
