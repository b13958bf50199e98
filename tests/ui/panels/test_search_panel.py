"""Finding by keys alone, in every script, without a wrong row ever opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.records import CaseRow, NewCase
from app.customers.records import NewCustomer
from app.errors import KnownError
from app.workflows.records import SearchResult, WrapUp
from models.enums import CaseKind
from ui.background import Background
from ui.panels.search_panel import SearchPanel
from ui.widgets.item_roles import ItemRole
from ui.widgets.search_field import SearchField

Saved = Callable[[Any], Any]


class Desk(QWidget):
    """A window with the search and a field in which somebody is writing."""

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField("Search customers, cases, numbers…", "Search", shortcut="Ctrl+K")
        self.elsewhere = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.elsewhere)
        column.addStretch(1)
        self.resize(800, 600)
        self.panel = SearchPanel(self.field, self)
        self.customers: list[Any] = []
        self.cases: list[CaseRow] = []
        self.new: list[str] = []
        self.done: list[str] = []
        self.panel.customer_opened.connect(self.customers.append)
        self.panel.case_opened.connect(self.cases.append)
        self.panel.new_customer_requested.connect(self.new.append)
        self.panel.set_commands(
            [
                ("New complaint", "Ctrl+1", lambda: self.done.append("complaint")),
                ("Settings", "", lambda: self.done.append("settings")),
                ("新建投诉", "", lambda: self.done.append("投诉")),
            ]
        )

    def shown(self) -> list[str]:
        rows = self.panel.rows
        return [rows.index(row).data(ItemRole.HEADLINE) for row in range(rows.rowCount())]

    def is_open(self) -> bool:
        return self.panel.popup.isVisible()


@pytest.fixture
def desk(qtbot: QtBot, backend: Backend, background: Background) -> Desk:
    window = Desk()
    qtbot.addWidget(window, before_close_func=lambda _: window.field.clear())
    window.panel.bind(backend, background)
    with qtbot.waitActive(window):
        window.show()
    window.elsewhere.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.field.hasFocus()
    return window


@pytest.fixture
def people(backend: Backend, saved: Saved) -> dict[str, Any]:
    """Customers by name, in several scripts."""
    found = [
        NewCustomer("Marcel·lí Puig", phone="+34934125580", company="Puig Germans", city="Girona"),
        NewCustomer("陈美玲", phone="+8613812345678", city="上海"),
        NewCustomer("Marta Vidal", phone="+34655010233"),
    ]
    return {person.name: saved(backend.customers.add(person)) for person in found}


def commit(field: QWidget, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("marcelli", "Marcel·lí Puig"),
        ("美玲", "陈美玲"),
        ("陈", "陈美玲"),
        ("655010", "Marta Vidal"),
        ("puig ger", "Marcel·lí Puig"),
    ],
)
def test_a_customer_is_found_and_opened_by_keys(
    qtbot: QtBot, desk: Desk, people: dict[str, Any], typed: str, name: str
) -> None:
    commit(desk.field, typed)
    qtbot.waitUntil(desk.is_open)
    assert desk.shown()[0] == name
    assert desk.field.hasFocus()
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.customers == [people[name]]
    assert not desk.is_open()
    assert desk.field.text() == ""
    assert desk.elsewhere.hasFocus()  # back to where the agent was writing


def test_down_chooses_another_row(qtbot: QtBot, desk: Desk, people: dict[str, Any]) -> None:
    qtbot.keyClicks(desk.field, "mar")
    qtbot.waitUntil(desk.is_open)
    assert desk.shown() == ["Marcel·lí Puig", "Marta Vidal"]
    qtbot.keyClick(desk.field, Qt.Key.Key_Down)
    qtbot.keyClick(desk.field, Qt.Key.Key_Down)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.customers == [people["Marta Vidal"]]


def test_enter_before_the_answer_opens_what_was_typed_not_what_is_still_shown(
    qtbot: QtBot, desk: Desk, people: dict[str, Any]
) -> None:
    qtbot.keyClicks(desk.field, "mar")
    qtbot.waitUntil(desk.is_open)
    qtbot.keyClicks(desk.field, "ta")
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.customers == []
    qtbot.waitUntil(lambda: desk.customers == [people["Marta Vidal"]])


def test_a_case_is_found_by_its_reference(
    qtbot: QtBot, desk: Desk, people: dict[str, Any], backend: Backend, saved: Saved
) -> None:
    case = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=people["Marta Vidal"])
    reference = saved(backend.wrap_up.save(WrapUp(case), applied=True)).reference
    qtbot.keyClicks(desk.field, reference[:6].lower())
    qtbot.waitUntil(desk.is_open)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert [case.reference for case in desk.cases] == [reference]


def test_a_row_is_opened_by_the_mouse(qtbot: QtBot, desk: Desk, people: dict[str, Any]) -> None:
    qtbot.keyClicks(desk.field, "marta")
    qtbot.waitUntil(desk.is_open)
    view = desk.panel.list
    where = view.visualRect(desk.panel.rows.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert desk.customers == [people["Marta Vidal"]]


def test_nobody_found_offers_a_new_customer(qtbot: QtBot, desk: Desk, people: dict[str, Any]) -> None:
    commit(desk.field, "林志明")
    qtbot.waitUntil(desk.is_open)
    assert desk.panel.nothing.text() == "Nothing found for “林志明”"
    assert desk.shown() == ["New customer"]
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.new == ["林志明"]


def test_enter_too_early_writes_nobody_down(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.field, "zz")
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.is_open)
    assert desk.new == []
    assert desk.shown() == ["New customer"]


def test_escape_clears_then_gives_the_keyboard_back(qtbot: QtBot, desk: Desk, people: dict[str, Any]) -> None:
    qtbot.keyClicks(desk.field, "mar")
    qtbot.waitUntil(desk.is_open)
    qtbot.keyClick(desk.field, Qt.Key.Key_Escape)
    assert not desk.is_open()
    assert desk.field.hasFocus()
    qtbot.keyClick(desk.field, Qt.Key.Key_Escape)
    assert desk.elsewhere.hasFocus()


def test_an_answer_to_what_was_typed_before_is_dropped(qtbot: QtBot, desk: Desk, people: dict[str, Any]) -> None:
    qtbot.keyClicks(desk.field, "marta")
    qtbot.waitUntil(desk.is_open)
    desk.panel.model._answer(SearchResult("mar", (), ()))
    assert desk.shown() == ["Marta Vidal"]


def test_an_answer_that_comes_after_the_field_was_left_opens_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.field.setText("marta")
    desk.elsewhere.setFocus()
    with qtbot.waitSignal(desk.panel.model.found):
        pass
    assert not desk.is_open()
    assert desk.elsewhere.hasFocus()


def test_leaving_the_field_closes_the_list(qtbot: QtBot, desk: Desk, people: dict[str, Any]) -> None:
    qtbot.keyClicks(desk.field, "mar")
    qtbot.waitUntil(desk.is_open)
    qtbot.keyClick(desk.field, Qt.Key.Key_Tab)
    assert not desk.is_open()


def test_a_search_that_fails_says_why(
    qtbot: QtBot, desk: Desk, backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> SearchResult:
        raise KnownError("The disk is gone", "{path} cannot be read.", path="store.db")

    monkeypatch.setattr(type(backend.reads), "search", fail)
    qtbot.keyClicks(desk.field, "mar")
    qtbot.waitUntil(desk.is_open)
    assert desk.panel.problem.text() == "store.db cannot be read."
    assert desk.shown() == []


@pytest.mark.parametrize(("typed", "done"), [(">", "complaint"), (">sett", "settings"), ("> comp new", "complaint")])
def test_commands_follow_a_sign(qtbot: QtBot, desk: Desk, people: dict[str, Any], typed: str, done: str) -> None:
    qtbot.keyClicks(desk.field, typed)
    qtbot.waitUntil(desk.is_open)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.done == [done]


def test_commands_are_found_by_their_words_too(qtbot: QtBot, desk: Desk, people: dict[str, Any]) -> None:
    commit(desk.field, "投诉")
    qtbot.waitUntil(desk.is_open)
    assert desk.shown() == ["新建投诉"]
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.done == ["投诉"]


def test_commands_work_before_the_data_is_there(qtbot: QtBot) -> None:
    window = Desk()
    qtbot.addWidget(window, before_close_func=lambda _: window.field.clear())
    with qtbot.waitActive(window):
        window.show()
    window.field.setFocus()
    qtbot.keyClicks(window.field, "settings")
    qtbot.waitUntil(window.is_open)
    assert window.shown() == ["Settings"]
