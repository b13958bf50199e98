"""Two windows on one PostgreSQL: what one desk saves the other shows; signing in, out and back in again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.cases.records import NewCase
from app.settings import Settings
from app.storage import keys
from app.sync import credentials, desk_folder
from app.workflows.records import WrapUp
from models.enums import CaseKind, Role, SyncPhase
from tests import look
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from tests.factories import add_customer
from tests.postgres_server import PASSWORD, Store
from ui.shell.entry import Entry
from ui.shell.session import Session
from ui.shell.window import MainWindow

PATIENCE_MS = 20_000
Open = Callable[[Entry], Session]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv(keys.VARIABLE, "ab" * 32)
    monkeypatch.delenv(credentials.VARIABLE, raising=False)
    with use_keyring(MemoryKeyring()):
        yield tmp_path / "ringbook"


@pytest.fixture
def window_on(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    sessions: list[Session] = []

    def open_window(entry: Entry) -> Session:
        look.light_english(qapp)
        session = Session(MainWindow(), entry.data, demo=False, language="en", entry=entry)
        sessions.append(session)
        session.window.show()
        session.start()
        return session

    yield open_window
    for session in sessions:
        session.window.close()
        session.window.deleteLater()


def desk(home: Path, store: Store, name: str, role: Role) -> Entry:
    """A desk that was signed in to before, so that its password is known."""
    address = store.address(store.add_login(name, role, 1))
    folder = desk_folder.make(home, address)
    settings.save(folder, Settings(region="TW", language="en"))
    return Entry(folder, address, password=PASSWORD)


def is_synced(session: Session) -> bool:
    shared = session.backend.shared if session.backend else None
    return shared is not None and shared.state().phase == SyncPhase.ONLINE and shared.state().waiting == 0


def test_a_complaint_saved_at_one_desk_is_seen_at_the_other(
    qtbot: QtBot, home: Path, postgres: Store, window_on: Open
) -> None:
    agent = window_on(desk(home, postgres, "anna", Role.AGENT))
    supervisor = window_on(desk(home, postgres, "nuria", Role.SUPERVISOR))
    qtbot.waitUntil(lambda: is_synced(agent) and is_synced(supervisor), timeout=PATIENCE_MS)
    assert agent.backend is not None and supervisor.backend is not None
    jordi = add_customer(agent.backend, "Jordi Ferrer")
    case = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=jordi)
    saved = agent.backend.wrap_up.save(WrapUp(case), applied=True).result(10)
    reads = supervisor.backend.reads
    qtbot.waitUntil(
        lambda: [row.reference for row in reads.search(saved.reference).cases] == [saved.reference], timeout=PATIENCE_MS
    )
    qtbot.waitUntil(lambda: agent.window.top_bar.sync.text().startswith("Synced"), timeout=PATIENCE_MS)
    agent.window.top_bar.sync.click()
    qtbot.waitUntil(lambda: agent.window.sync.waiting.empty.isVisible())
    assert agent.window.sync.desk.login.text().endswith("anna")


def test_no_file_of_a_desk_tells_a_customer_or_the_password(
    qtbot: QtBot, home: Path, postgres: Store, window_on: Open
) -> None:
    agent = window_on(desk(home, postgres, "anna", Role.AGENT))
    qtbot.waitUntil(lambda: is_synced(agent), timeout=PATIENCE_MS)
    assert agent.backend is not None
    jordi = add_customer(agent.backend, "Jordi Ferrer", "934125580")
    case = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=jordi)
    agent.backend.wrap_up.save(WrapUp(case), applied=True).result(10)
    qtbot.waitUntil(lambda: is_synced(agent), timeout=PATIENCE_MS)
    files = {path.name: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert {"outbox.db", "cache.db", "store.json"} <= files.keys()
    secrets = ("Jordi", "Ferrer", "934125580", "Charged twice", PASSWORD)
    assert [(name, secret) for name, data in files.items() for secret in secrets if secret.encode() in data] == []


def test_signing_in_from_a_page_opens_the_desk_and_signing_out_asks_again(
    qtbot: QtBot, home: Path, postgres: Store, window_on: Open
) -> None:
    address = postgres.address(postgres.add_login("anna", Role.AGENT, 1))
    session = window_on(Entry(desk_folder.folder_of(home, address), address))
    assert session.sign_in is not None and session.sign_in.page is not None
    page = session.sign_in.page
    assert (page.url.text(), page.login.text()) == (str(address.with_login("")), address.login)
    page.model.edit(password="wrong")
    with qtbot.waitSignal(page.model.failed, timeout=PATIENCE_MS):
        page.go_on.click()
    assert "password is wrong" in page.problem.text()
    page.model.edit(password=PASSWORD)
    with qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
        page.go_on.click()
    qtbot.waitUntil(lambda: is_synced(session), timeout=PATIENCE_MS)
    assert credentials.read(address) == PASSWORD and desk_folder.last_used(home) == address
    session.window.top_bar.sync.click()
    with qtbot.waitSignal(session.moved, timeout=PATIENCE_MS) as moved:
        session.window.sync.desk.leave.click()
    assert moved.args[0].asks and moved.args[0].address == address
    assert credentials.read(address) is None
    session.window.close()
    again = window_on(moved.args[0])
    assert again.sign_in is not None and again.sign_in.page is again.window.page()


def test_a_desk_whose_password_is_not_kept_asks_before_anything_is_shown(
    qtbot: QtBot, home: Path, postgres: Store, window_on: Open
) -> None:
    entry = desk(home, postgres, "anna", Role.AGENT)
    session = window_on(Entry(entry.data))
    qtbot.waitUntil(lambda: session.sign_in is not None and session.sign_in.page is not None, timeout=PATIENCE_MS)
    assert session.backend is None
    assert session.sign_in is not None and session.sign_in.page is session.window.page()


def test_a_refused_desk_says_so_and_offers_to_sign_in_again(
    qtbot: QtBot, home: Path, postgres: Store, window_on: Open
) -> None:
    entry = desk(home, postgres, "anna", Role.AGENT)
    session = window_on(Entry(entry.data, entry.address, password="changed elsewhere"))
    with qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
        pass
    bar = session.window.top_bar.sync
    qtbot.waitUntil(lambda: bar.state() == "bad", timeout=PATIENCE_MS)
    assert "password is wrong" in bar.toolTip()
    bar.click()
    assert session.window.sync.desk.again.isVisible()
    session.window.sync.desk.again.click()
    assert session.sign_in is not None and session.sign_in.page is session.window.page()
    page = session.sign_in.page
    assert page is not None
    page.model.edit(password=PASSWORD)
    with qtbot.waitSignal(session.moved, timeout=PATIENCE_MS) as moved:  # to a window whose store takes it
        page.go_on.click()
    assert (moved.args[0].data, moved.args[0].password) == (entry.data, PASSWORD)
