"""The whole window on real data, with a PBX that plays recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.bootstrap import open_backend
from app.settings import PbxSettings, Settings
from app.telephony.replay_server import ReplayServer
from tests import laid_out, look
from tests.factories import add_customer
from ui.shell.session import Session
from ui.shell.window import MainWindow

RECORDINGS = Path(__file__).parents[1] / "data" / "ami"
Open = Callable[..., Session]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the numbers of the recordings have owners."""
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    monkeypatch.setenv("RINGBOOK_PBX_PASSWORD", "secret")
    backend = open_backend(laid_out.folder(tmp_path / "data"))
    add_customer(backend, "Jordi Ferrer i Soler", "0934445566", region="TW", city="Barcelona")
    add_customer(backend, "陈美玲", "+886911000111", region="TW", city="台北")
    for name in ("Anna Vidal", "Pere Vidal"):
        add_customer(backend, name, "0922333444", region="TW", city="Girona")
    backend.close()
    settings.save(tmp_path / "data", Settings(region="TW", agent="Marta Puig", language="en"))
    return tmp_path / "data"


@pytest.fixture
def pbx() -> Iterator[Callable[..., ReplayServer]]:
    """Start a PBX that plays these recordings to extension 1001."""
    servers: list[ReplayServer] = []

    def start(*names: str, speed: float = 4.0) -> ReplayServer:
        server = ReplayServer([RECORDINGS / f"{name}.ami" for name in names], speed=speed)
        server.start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def console(data: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Open the window, connected to a PBX or to none, and wait until calls can be taken."""
    sessions: list[Session] = []

    def open_window(server: ReplayServer | None = None, extension: str = "1001") -> Session:
        if server is not None:
            link = PbxSettings("127.0.0.1", server.port, False, "", "console", extension)
            settings.save(data, Settings(region="TW", agent="Marta Puig", language="en", pbx=link))
        look.light_english(qapp)
        session = Session(MainWindow(), data, demo=False, language="en")
        sessions.append(session)
        session.window.show()
        qtbot.waitExposed(session.window)
        with qtbot.waitSignal(session.ready, timeout=20_000):
            session.start()
        session.window.activateWindow()
        return session

    yield open_window
    for session in sessions:
        session.window.close()
        session.window.deleteLater()
