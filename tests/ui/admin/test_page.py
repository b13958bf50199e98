"""The page of administration by keys, at a real store: people, teams, how it stands, whether it is whole."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.sync.administration import Administration
from app.sync.postgres.administration import PostgresAdministration
from app.sync.sqlite import file, key
from app.sync.sqlite.administration import FileAdministration
from app.sync.sqlite.store import SqliteSharedStore
from models.base import uuid7
from models.enums import Role
from tests.app.sync.contract.desks import At
from tests.made_store import PASSWORD, MadeStore
from tests.postgres_server import Server
from ui.admin.model import AdminModel
from ui.admin.view import AdminPage
from ui.background import Background

PATIENCE_MS = 20_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def store(postgres_server: Server) -> Iterator[MadeStore]:
    """One store for all, in which each test adds its own people."""
    made = MadeStore(postgres_server, f"rb_{secrets.token_hex(6)}")
    try:
        made.create()
        made.add("filler", Role.AGENT, "Business")
        yield made
    finally:
        made.drop()


def open_page(qtbot: QtBot, model: AdminModel) -> AdminPage:
    page = AdminPage(model)
    qtbot.addWidget(page)
    page.resize(1200, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: not model.is_reading, timeout=PATIENCE_MS)
    return page


@pytest.fixture
def at_store(backend: Backend, store: MadeStore) -> Callable[[], Administration]:
    """Anna, administrator, as the window has her."""
    address = store.address.with_login(store.login("anna"))
    server = PostgresAdministration(address, lambda: PASSWORD, backend.folder.reader)
    return lambda: Administration(server, people=server)


@pytest.fixture
def page(qtbot: QtBot, background: Background, store: MadeStore, at_store: Callable[[], Administration]) -> AdminPage:
    model = AdminModel(store.login("anna"), True)
    model.bind(at_store, background)
    return open_page(qtbot, model)


def texts(table: QTableView, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(page: AdminPage, login: str) -> None:
    assert page.people is not None
    page.people.table.selectRow(texts(page.people.table, 1).index(login))


def idle(qtbot: QtBot, page: AdminPage) -> None:
    qtbot.waitUntil(lambda: not page.model.is_busy and not page.model.is_reading, timeout=PATIENCE_MS)


def test_somebody_is_added_by_keys_and_signs_in_by_the_password_that_is_shown_once(
    qtbot: QtBot, page: AdminPage, store: MadeStore
) -> None:
    people, bea = page.people, store.login("bea")
    assert people is not None
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    assert QApplication.focusWidget() is people.adding.name
    qtbot.keyClicks(people.adding.name, "Bea Soler i Puig")
    assert people.adding.login.text() == "bea.soler"
    people.adding.login.selectAll()
    qtbot.keyClicks(people.adding.login, "no good")
    qtbot.keyClick(people.adding.login, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(people.adding.problem.isVisible, timeout=PATIENCE_MS)
    assert "This login cannot be used" in people.adding.problem.text()
    people.adding.login.selectAll()
    qtbot.keyClicks(people.adding.login, bea)
    qtbot.keyClick(people.adding.login, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(people.password.is_holding, timeout=PATIENCE_MS)
    password = people.password.password.text()
    assert QApplication.focusWidget() is people.password.copy
    qtbot.keyClick(people.password.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == password
    store.connect(bea, password).close()
    qtbot.keyClick(people.password, Qt.Key.Key_Escape)
    assert people.password.is_holding(), "it is shown this once, so no key puts it away by chance"
    people.password.end.click()
    assert not people.password.is_holding() and people.side.currentWidget() is people.person
    row = texts(people.table, 1).index(bea)
    assert [texts(people.table, column)[row] for column in (0, 2, 3)] == ["Bea Soler i Puig", "Agent", "Residential"]
    assert people.adding.name.text() == ""


def test_role_and_teams_are_saved_together_and_undone(qtbot: QtBot, page: AdminPage, store: MadeStore) -> None:
    carol = store.add("carol", Role.AGENT, "Business")
    page.model.refresh()
    idle(qtbot, page)
    choose(page, carol)
    assert page.people is not None
    panel = page.people.person
    assert not panel.save.isEnabled()
    panel.role.button(Role.AGENT).setFocus()
    qtbot.keyClick(panel.role.button(Role.AGENT), Qt.Key.Key_Right)
    panel.teams.also.setFocus()
    panel.teams.also.setCurrentRow(0)
    qtbot.keyClick(panel.teams.also, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.toast, timeout=PATIENCE_MS) as told:
        qtbot.keyClick(panel.teams.also, Qt.Key.Key_Return, CTRL)
    row = page.model.person(carol)
    assert row is not None and (row.role, row.teams) == (Role.SUPERVISOR, ("Business", "Residential"))
    text, action, undo = told.args
    assert (text, action) == ("Carol is changed.", "Undo")
    undo()
    idle(qtbot, page)
    row = page.model.person(carol)
    assert row is not None and (row.role, row.teams) == (Role.AGENT, ("Business",))


def test_who_is_switched_off_signs_in_no_more_and_undo_lets_them(
    qtbot: QtBot, page: AdminPage, store: MadeStore
) -> None:
    dani = store.add("dani")
    page.model.refresh()
    idle(qtbot, page)
    choose(page, dani)
    assert page.people is not None
    with qtbot.waitSignal(page.toast, timeout=PATIENCE_MS) as told:
        page.people.person.active.click()
    with pytest.raises(psycopg.OperationalError):
        store.connect(dani)
    assert page.people.person.active.label() == "Switch on"
    told.args[2]()
    idle(qtbot, page)
    store.connect(dani).close()


def test_another_password_is_asked_for_once_and_replaces_the_old(
    qtbot: QtBot, page: AdminPage, store: MadeStore
) -> None:
    eva = store.add("eva")
    page.model.refresh()
    idle(qtbot, page)
    choose(page, eva)
    assert page.people is not None
    panel = page.people.person
    panel.reset.setFocus()
    qtbot.keyClick(panel.reset, Qt.Key.Key_Space)
    store.connect(eva).close()
    assert QApplication.focusWidget() is panel.ask.button and "Eva signs in by the old" in panel.ask.text()
    qtbot.keyClick(panel.ask.button, Qt.Key.Key_Space)
    qtbot.waitUntil(page.people.password.is_holding, timeout=PATIENCE_MS)
    with pytest.raises(psycopg.OperationalError):
        store.connect(eva)
    store.connect(eva, page.people.password.password.text()).close()


def test_nobody_takes_their_own_rights_away(page: AdminPage, store: MadeStore) -> None:
    assert page.people is not None
    choose(page, store.login("anna"))
    panel = page.people.person
    assert not any(part.isEnabled() for part in (panel.role, panel.active, panel.reset))
    assert "another administrator" in panel.note.text()


def test_teams_are_added_and_renamed_and_a_taken_name_is_told(qtbot: QtBot, page: AdminPage) -> None:
    page.choice.set_value("teams")
    idle(qtbot, page)
    card = page.teams
    assert card is not None
    qtbot.keyClicks(card.line, "Business")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    qtbot.waitUntil(card.problem.isVisible, timeout=PATIENCE_MS)
    assert "There is a team “Business” already" in card.problem.text() and card.line.text() == "Business"
    qtbot.keyClicks(card.line, " two")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Business two" in texts(card.table, 0), timeout=PATIENCE_MS)
    assert card.line.text() == ""
    card.table.selectRow(texts(card.table, 0).index("Business two"))
    qtbot.keyClicks(card.line, "Billing")
    with qtbot.waitSignal(page.toast, timeout=PATIENCE_MS):
        card.rename.click()
    assert "Billing" in texts(card.table, 0) and "Business two" not in texts(card.table, 0)


def test_the_store_tells_its_desks_what_waits_too_long_and_whether_it_is_whole(
    qtbot: QtBot, page: AdminPage, store: MadeStore
) -> None:
    ferran = store.add("ferran")
    desk = store.desk(ferran)
    customer = desk.make("customer")
    assert desk.do("case.edit", uuid7(), summary=("No light", "Dark again")).result == "parked"
    desk.store.close()
    with store.session() as at:
        at.raw.execute("UPDATE sync.op_log SET taken_at = taken_at - interval '25 hours' WHERE result = 'parked'")
    page.choice.set_value("store")
    idle(qtbot, page)
    view = page.store
    assert view.parked.isVisible() and texts(view.parked.table, 1) == [ferran]
    assert texts(view.parked.table, 3) == ["Change: case"] and "Dark again" in view.parked.detail.text()
    assert ferran in texts(view.desks, 0) and "has no backup" in view.care.backup.text()
    assert view.store.text("Rows").startswith("1 (customers 1") and texts(view.deeds, 1)
    assert any("fsync" in bar.text() for bar in view.care.advice)
    qtbot.keyClick(page, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(view.care.result.isVisible, timeout=PATIENCE_MS)
    assert view.care.result.text().startswith("The store is whole: 1 rows")
    with store.session() as at:
        at.raw.execute("DELETE FROM sync.change WHERE entity = %s", (customer,))
    view.care.verify.click()
    qtbot.waitUntil(view.care.result.isVisible, timeout=PATIENCE_MS)
    assert "1 rows of customer are without a right line" in view.care.result.text()


def test_without_the_store_it_is_said_and_what_was_typed_stays(
    qtbot: QtBot, page: AdminPage, backend: Backend, background: Background, store: MadeStore,
    at_store: Callable[[], Administration],
) -> None:  # fmt: skip
    away = replace(store.address.with_login(store.login("anna")), port=1)
    nobody = PostgresAdministration(away, lambda: PASSWORD, backend.folder.reader)
    page.model.bind(lambda: Administration(nobody, people=nobody), background)
    assert page.people is not None
    before = texts(page.people.table, 1)
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(page.people.adding.name, "Gil")
    qtbot.keyClick(page.people.adding.name, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.offline.isVisible, timeout=PATIENCE_MS)
    assert "Administration needs the store" in page.offline.text()
    assert page.people.adding.name.text() == "Gil" and texts(page.people.table, 1) == before
    page.model.bind(at_store, background)
    page.offline.button.click()
    qtbot.waitUntil(lambda: not page.offline.isVisible(), timeout=PATIENCE_MS)
    assert page.people.adding.name.text() == "Gil"


def test_a_check_is_stopped(qtbot: QtBot, page: AdminPage, store: MadeStore, background: Background) -> None:
    """Somebody holds a table the check needs; the wait for it ends when nobody wants it any more."""
    page.choice.set_value("store")
    idle(qtbot, page)
    with store.session() as at:
        at.raw.execute("LOCK TABLE app.customer IN ACCESS EXCLUSIVE MODE")
        page.store.care.verify.click()
        qtbot.waitUntil(page.store.care.progress.isVisible)
        page.store.care.progress.cancel.click()
        qtbot.waitUntil(lambda: page.model.percent is None, timeout=PATIENCE_MS)
    assert page.store.care.verify.isEnabled() and page.model.verified is None


def test_a_store_in_a_file_has_desks_and_copies_and_no_people(
    qtbot: QtBot, backend: Backend, background: Background, tmp_path: Path
) -> None:
    path = tmp_path / "office.db"
    file.create(path, PASSWORD, "Office")
    file.open(path, "maria", PASSWORD, "Maria").close()
    with closing(SqliteSharedStore(path, key.open_with(path, PASSWORD), "maria")) as opened:
        for _ in range(6):
            At(opened, "maria")
    care = FileAdministration(path, lambda: PASSWORD, backend.folder.reader)
    model = AdminModel("maria", False)
    model.bind(lambda: Administration(care, copies=care), background)
    page = open_page(qtbot, model)
    assert page.people is None and page.teams is None and not page.choice.isVisible()
    assert texts(page.store.desks, 0) == ["maria"] * 6
    assert any("PostgreSQL" in bar.text() for bar in page.store.care.advice)
    with qtbot.waitSignal(page.toast, timeout=PATIENCE_MS):
        page.store.care._make(str(tmp_path / "monday.backup"))
    idle(qtbot, page)
    assert (tmp_path / "monday.backup").is_file() and "monday.backup" in page.store.care.backup.text()
    page.store.care.verify.click()
    qtbot.waitUntil(page.store.care.result.isVisible, timeout=PATIENCE_MS)
    assert page.store.care.result.text().startswith("The store is whole")
