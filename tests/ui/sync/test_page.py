"""The sync page: what waits, why, who this desk is, and how far a first fill is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.errors import TransientError
from app.events import SyncState
from app.storage import shared_folder
from app.storage.shared_folder import SharedFacts
from app.workflows.records import WrapUp
from models.enums import CaseKind, SyncPhase
from tests import laid_out
from tests.factories import add_customer
from tests.ui.conftest import KEY
from tests.ui.sync.fake_link import URL, FakeLink, shared_desk
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.sync.view import SyncPage
from ui.widgets.item_roles import ItemRole

NOW = datetime(2026, 11, 22, 12, 4, tzinfo=UTC)
ONLINE = SyncState(SyncPhase.ONLINE, NOW)
OFFLINE = SyncState(SyncPhase.OFFLINE, NOW, 1, error=TransientError("The server does not answer", "Look at the cable."))


@pytest.fixture
def backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    """A desk that has yet to meet its store."""
    monkeypatch.setenv("RINGBOOK_KEY", KEY)
    folder = laid_out.folder(tmp_path / "data", is_desk=True)
    shared_folder.write(folder, SharedFacts(URL, "anna"))
    opened = open_backend(folder)
    yield opened
    opened.close()


@pytest.fixture
def link() -> FakeLink:
    return FakeLink(OFFLINE)


@pytest.fixture
def page(
    qtbot: QtBot, backend: Backend, background: Background, bridge: EventBridge, link: FakeLink
) -> Callable[[], SyncPage]:
    """Open the page and wait until it has read."""

    def opened() -> SyncPage:
        page = SyncPage()
        qtbot.addWidget(page, before_close_func=lambda _: qtbot.waitUntil(lambda: not page.model.reading))
        page.model.bind(shared_desk(backend, link), background, bridge)
        page.show()
        qtbot.waitUntil(lambda: page.model.list is not None)
        return page

    return opened


@pytest.fixture
def bridge(qapp: object) -> EventBridge:
    return EventBridge()


def headlines(page: SyncPage) -> list[str]:
    rows = page.waiting.rows
    return [rows.index(place).data(ItemRole.HEADLINE) for place in range(rows.rowCount())]


def test_what_waits_is_told_in_words_with_the_reason(page: Callable[[], SyncPage], backend: Backend) -> None:
    anna = add_customer(backend, "Anna Vidal")
    case = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=anna)
    saved = backend.wrap_up.save(WrapUp(case), applied=True).result(10)
    shown = page()
    assert headlines(shown) == [
        "New customer", f"Complaint {saved.reference}", f"Complaint {saved.reference}: what was done"
    ]  # fmt: skip
    detail = shown.waiting.rows.index(1).data(ItemRole.DETAIL)
    assert detail.startswith("Anna Vidal · saved ") and detail.endswith(" · waits for the server")
    assert shown.desk.reason.text() == "The server does not answer. Look at the cable."


def test_what_is_saved_meanwhile_comes_with_the_next_word_of_the_link(
    qtbot: QtBot, page: Callable[[], SyncPage], backend: Backend, bridge: EventBridge
) -> None:
    shown = page()
    assert headlines(shown) == [] and shown.waiting.empty.isVisible()
    add_customer(backend, "Anna Vidal")
    bridge.post(OFFLINE._replace(waiting=2))
    qtbot.waitUntil(lambda: headlines(shown) == ["New customer"])
    assert shown.waiting.list.isVisible() and not shown.waiting.empty.isVisible()


def test_it_says_who_this_desk_is_to_its_store(page: Callable[[], SyncPage], backend: Backend) -> None:
    shown = page()
    assert (shown.desk.store.text(), shown.desk.login.text()) == ("db.example.com/ringbook", "anna")
    assert shown.desk.held.text() == "1,234"
    assert shown.model.facts is not None
    assert shown.desk.prefix.text() == f"{shown.model.facts.prefix}-…"


def test_sync_now_has_the_link_look_at_once(page: Callable[[], SyncPage], link: FakeLink) -> None:
    page().desk.sync_now.click()
    assert link.done == ["poke"]


def test_a_first_fill_shows_how_far_it_is(page: Callable[[], SyncPage], bridge: EventBridge) -> None:
    shown = page()
    assert not shown.desk.progress.isVisible()
    bridge.post(SyncState(SyncPhase.FILLING, done=500, total=20_000))
    assert shown.desk.progress.isVisible()
    assert (shown.desk.progress.value(), shown.desk.progress.maximum()) == (500, 20_000)
    assert shown.desk.pill.text() == "Fetching 500 of 20,000"
    bridge.post(ONLINE)
    assert not shown.desk.progress.isVisible()


def test_a_page_nobody_looks_at_reads_nothing(
    qtbot: QtBot, page: Callable[[], SyncPage], backend: Backend, bridge: EventBridge
) -> None:
    shown = page()
    shown.hide()
    read = shown.model.list
    add_customer(backend, "Anna Vidal")
    bridge.post(OFFLINE)
    qtbot.wait(50)
    assert shown.model.list is read
    shown.show()
    qtbot.waitUntil(lambda: headlines(shown) == ["New customer"])
