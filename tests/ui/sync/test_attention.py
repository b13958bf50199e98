"""The page of what needs a person, driven by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.records import NewCase
from app.events import RowsChanged
from app.workflows.records import WrapUp
from models.base import uuid7
from models.enums import CaseKind
from tests.app.sync.conflicts import edit, make_conflict, refuse
from tests.factories import add_customer
from ui.background import Background
from ui.sync.attention_model import AttentionModel
from ui.sync.attention_view import AttentionPage
from ui.sync.conflict_panel import Choice
from ui.widgets.item_roles import ItemRole

Open = Callable[[], AttentionPage]


@pytest.fixture
def open_page(qtbot: QtBot, backend: Backend, background: Background) -> Iterator[Open]:
    """Open the page in front, and wait until it has read."""
    pages: list[AttentionPage] = []

    def opened() -> AttentionPage:
        page = AttentionPage(AttentionModel())
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.model.bind(backend, background)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(lambda: page.model.is_read)
        return page

    yield opened
    for page in pages:
        page.model._unbind()


def press(qtbot: QtBot, *keys: Qt.Key, ctrl: bool = False) -> None:
    """Press keys wherever the keyboard is."""
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key, modifier)


def value(backend: Backend, customer: UUID, name: str = "city") -> Any:
    view = backend.reads.customer(customer)
    return getattr(view.card, name) if view is not None else None


def test_where_nothing_waits_a_sentence_says_so(open_page: Open) -> None:
    page = open_page()
    assert page.pages.currentWidget() is page.empty and page.empty.sentence() == "Nothing needs you."


def test_a_conflict_shows_three_values_with_what_differs_marked(backend: Backend, open_page: Open) -> None:
    make_conflict(backend)
    page = open_page()
    panel = page.conflict
    assert [column.text() for column in (panel.before, panel.theirs, panel.mine)] == ["Girona", "Vic", "Olot"]
    assert "Núria Puig" in panel.heading.text() and "City" in panel.heading.text()
    assert "<span" in panel.theirs.value.text() and "<span" not in panel.before.value.text()
    assert "Vic" in panel.theirs.accessibleName() and "Stands now" in panel.theirs.accessibleName()
    current = page.list.currentIndex()
    assert current.data(ItemRole.DETAIL) == "Conflict: City"
    spoken = current.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert spoken == "Before: Girona. Stands now: Vic. Not written: Olot."


@pytest.mark.parametrize(
    ("keys", "city"),
    [
        ((Qt.Key.Key_1,), "Vic"), ((Qt.Key.Key_T,), "Vic"),
        ((Qt.Key.Key_2,), "Olot"), ((Qt.Key.Key_M,), "Olot"),
    ],
)  # fmt: skip
def test_a_choice_and_enter_settle_and_ctrl_z_brings_it_back(
    qtbot: QtBot, backend: Backend, open_page: Open, keys: tuple[Qt.Key, ...], city: str
) -> None:
    customer = make_conflict(backend)
    page = open_page()
    press(qtbot, *keys)
    assert value(backend, customer) == "Vic", "nothing is written before Enter"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.count == 0)
    assert value(backend, customer) == city
    press(qtbot, Qt.Key.Key_Z, ctrl=True)
    qtbot.waitUntil(lambda: page.model.count == 1)
    assert value(backend, customer) == "Vic" and page.pages.currentWidget() is not page.empty


def test_enter_without_a_choice_settles_nothing(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    make_conflict(backend)
    page = open_page()
    press(qtbot, Qt.Key.Key_Return)
    assert page.conflict.choice is Choice.NONE and page.model.count == 1 and not page.conflict.settle_button.isEnabled()


def test_a_third_text_is_typed_and_settled(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    customer = make_conflict(backend)
    page = open_page()
    press(qtbot, Qt.Key.Key_E)
    assert QApplication.focusWidget() is page.conflict.editor.line
    qtbot.keyClicks(page.conflict.editor.line, "Tarragona 1")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.count == 0)
    assert value(backend, customer) == "Tarragona 1", "letters and digits go into the field there"
    press(qtbot, Qt.Key.Key_Z, ctrl=True)
    qtbot.waitUntil(lambda: page.model.count == 1)
    assert QApplication.focusWidget() is page.list


def test_escape_leaves_the_third_text_and_the_keys_work_again(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    make_conflict(backend)
    page = open_page()
    press(qtbot, Qt.Key.Key_3, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.list and page.conflict.choice is Choice.NONE
    press(qtbot, Qt.Key.Key_2)
    assert page.conflict.choice is Choice.MINE


def test_a_closed_set_is_chosen_and_not_typed(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    new = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=add_customer(backend, "Núria Puig"))
    case = backend.wrap_up.save(WrapUp(new), applied=True).result()
    for severity in ("low", "high"):
        edit(backend, "case", case.id, severity=("normal", severity))
    page = open_page()
    assert (page.conflict.theirs.text(), page.conflict.mine.text()) == ("Low", "High")
    press(qtbot, Qt.Key.Key_E)
    assert QApplication.focusWidget() is page.conflict.editor.box
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.count == 0)
    view = backend.reads.search(case.reference).cases
    assert view[0].severity == "urgent"


def test_j_and_k_move_and_what_took_the_place_of_the_settled_one_is_shown_next(
    qtbot: QtBot, backend: Backend, open_page: Open
) -> None:
    for name in ("Anna", "Berta", "Carla"):
        make_conflict(backend, name)
    page = open_page()

    def shown() -> str:
        return page.conflict.heading.text().split(" · ")[0]

    press(qtbot, Qt.Key.Key_J)
    assert shown() == "Berta"
    press(qtbot, Qt.Key.Key_K)
    assert shown() == "Anna"
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.count == 2)
    assert shown() == "Carla" and page.conflict.choice is Choice.NONE


def test_what_changes_meanwhile_is_told_and_not_overwritten(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    customer = make_conflict(backend)
    page = open_page()
    press(qtbot, Qt.Key.Key_2)
    edit(backend, "customer", customer, city=("Vic", "Figueres"))
    page.model.rows_changed(RowsChanged(frozenset({"customer"}), frozenset({customer})))
    qtbot.waitUntil(lambda: page.conflict.theirs.text() == "Figueres")
    assert page.conflict.choice is Choice.NONE, "the choice was about another value"
    assert page.conflict.notice.isVisible() and "Vic" in page.conflict.notice.text()


def test_a_refused_change_says_what_was_meant_and_why(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    refuse(backend, add_customer(backend, "Núria Puig"))
    page = open_page()
    panel = page.refused
    assert page.detail.currentWidget() is panel
    assert "already one" in panel.reason.text() and "Name: The same again" in panel.meant.text()
    press(qtbot, Qt.Key.Key_C, ctrl=True)
    assert "The same again" in QGuiApplication.clipboard().text()


def test_a_refused_change_is_put_away_and_brought_back(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    refuse(backend, add_customer(backend, "Núria Puig"))
    page = open_page()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.count == 0)
    press(qtbot, Qt.Key.Key_Z, ctrl=True)
    qtbot.waitUntil(lambda: page.model.count == 1)


def test_a_refused_change_is_tried_again(qtbot: QtBot, backend: Backend, open_page: Open) -> None:
    case = uuid7()
    edit(backend, "customer", case, city=(None, "Girona"))  # of a customer who is not there yet
    page = open_page()
    edit(backend, "customer", case, verb="create", kind=(None, "person"), name=(None, "Late"))
    press(qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.model.count == 0)
    assert value(backend, case) == "Girona"


def test_while_nobody_looks_it_is_counted_only(
    qtbot: QtBot, backend: Backend, background: Background, changes: list[RowsChanged]
) -> None:
    model = AttentionModel()
    model.bind(backend, background)
    customer = make_conflict(backend)
    assert any("conflict" in change.tables for change in changes), "a conflict is reported when it is made"
    for change in changes:
        model.rows_changed(change)
    qtbot.waitUntil(lambda: model.count == 1)
    assert not model.is_read and customer
    model._unbind()
