"""The page of who did what: pages as they are wanted, filters by login and by whom it is about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.records import NewCase
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.app.sync.conflicts import edit, make_conflict, refuse
from tests.factories import add_customer
from ui.background import Background
from ui.panels.words import clock_ahead
from ui.sync import audit_model
from ui.sync.audit_model import AuditModel, Column
from ui.sync.audit_view import AuditPage


@pytest.fixture
def page(qtbot: QtBot, backend: Backend, background: Background) -> Iterator[AuditPage]:
    model = AuditModel()
    model.bind(backend, background)
    opened = AuditPage(model)
    qtbot.addWidget(opened)
    opened.resize(1200, 700)
    yield opened
    model.unbind()


def show(qtbot: QtBot, page: AuditPage) -> None:
    with qtbot.waitSignal(page.model.read):
        page.show()
        page.activateWindow()


def texts(page: AuditPage, column: Column) -> list[str]:
    return [str(page.model.index(row, column).data()) for row in range(page.model.rowCount())]


def test_lines_say_in_words_what_was_done_to_whom_and_what_came_of_it(
    qtbot: QtBot, backend: Backend, page: AuditPage
) -> None:
    customer = make_conflict(backend)
    refuse(backend, customer)
    show(qtbot, page)
    assert texts(page, Column.WHAT) == ["New: customer", "Change: customer", "Change: customer", "New: customer"]
    assert texts(page, Column.RESULT) == ["Refused", "Conflict", "Taken", "Taken"]
    assert set(texts(page, Column.ABOUT)) == {"Núria Puig"}
    assert "already one" in page.detail.text() and "Name: The same again" in page.detail.text()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.detail.text() == "City: Girona → Olot"
    headers = [page.model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headers[:3] == ["Taken by the store", "Time of the desk", "Its clock ahead"]


def test_further_pages_come_when_they_are_wanted(
    qtbot: QtBot, backend: Backend, page: AuditPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_model, "PAGE", 2)
    for name in ("Anna", "Berta", "Carla"):
        add_customer(backend, name)
    page.model.show("", "")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.model.canFetchMore(QModelIndex())
    page.model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert texts(page, Column.ABOUT) == ["Carla", "Berta", "Anna"] and not page.model.canFetchMore(QModelIndex())


def test_the_filter_takes_a_reference_or_a_name(qtbot: QtBot, backend: Backend, page: AuditPage) -> None:
    anna = add_customer(backend, "Anna Vidal")
    add_customer(backend, "Pere Soler")
    new = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=anna)
    reference = backend.wrap_up.save(WrapUp(new), applied=True).result(10).reference
    edit(backend, "customer", anna, city=(None, "Vic"))
    show(qtbot, page)
    assert QApplication.focusWidget() is page.about and page.model.rowCount() == 5
    for typed, what in ((reference, ["New: case"]), ("vidal", ["Change: customer", "New: customer"])):
        page.about.clear()
        qtbot.keyClicks(page.about, typed)
        with qtbot.waitSignal(page.model.read):
            qtbot.keyClick(page.about, Qt.Key.Key_Return)
        assert texts(page, Column.WHAT) == what and page.notice.isVisible()


def test_what_nobody_finds_is_said_and_the_lines_stay(qtbot: QtBot, backend: Backend, page: AuditPage) -> None:
    add_customer(backend, "Anna Vidal")
    show(qtbot, page)
    qtbot.keyClicks(page.about, "zzzz")
    with qtbot.waitSignal(page.model.found):
        qtbot.keyClick(page.about, Qt.Key.Key_Return)
    assert "zzzz" in page.notice.text() and page.model.rowCount() == 1


def test_a_login_nobody_has_shows_no_line(qtbot: QtBot, backend: Backend, page: AuditPage) -> None:
    add_customer(backend, "Anna Vidal")
    show(qtbot, page)
    qtbot.keyClicks(page.login, "nobody")
    with qtbot.waitSignal(page.model.read):
        qtbot.keyClick(page.login, Qt.Key.Key_Return)
    assert page.model.rowCount() == 0 and page.notice.text() == "There is no such line."


def test_a_clock_that_is_ahead_is_told_in_seconds() -> None:
    assert (clock_ahead(None), clock_ahead(2500), clock_ahead(-90_000)) == ("", "+2.5 s", "−90.0 s")
