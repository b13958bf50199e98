"""Who is calling, in every case there is; the keyboard is never taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.customers.records import NewCustomer
from models.enums import CustomerKind, MatchReason
from ui.background import Background
from ui.panels.customer_panel import CustomerPanel

Saved = Callable[[Any], Any]
SHARED = "+34934125580"
STRANGER = "+34655010233"


class Desk(QWidget):
    """A window with the panel and a field in which somebody is writing."""

    def __init__(self, backend: Backend, background: Background) -> None:
        super().__init__()
        self.backend = backend
        self.elsewhere = QLineEdit()
        self.panel = CustomerPanel()
        self.panel.bind(backend, background)
        column = QVBoxLayout(self)
        column.addWidget(self.elsewhere)
        column.addWidget(self.panel)
        self.chosen: list[UUID] = []
        self.created: list[tuple[UUID, str | None]] = []
        self.toasts: list[tuple[str, str, Any]] = []
        self.panel.customer_chosen.connect(self.chosen.append)
        self.panel.customer_created.connect(lambda customer, key: self.created.append((customer, key)))
        self.panel.toast.connect(lambda *toast: self.toasts.append(toast))

    def pop(self, number: str) -> Any:
        return self.backend.reads.pop(number)

    def show_customer(self, customer: UUID, **how: Any) -> None:
        view = self.backend.reads.customer(customer)
        assert view is not None
        self.panel.show_customer(view, **how)

    def name_field(self) -> QWidget:
        return self.panel.form.fields.field("name")


def commit(widget: QWidget, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def desk(qtbot: QtBot, backend: Backend, background: Background) -> Desk:
    window = Desk(backend, background)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.elsewhere.setFocus()
    qtbot.waitUntil(window.elsewhere.hasFocus)
    return window


@pytest.fixture
def family(backend: Backend, saved: Saved) -> list[UUID]:
    """Three customers who share one number."""
    people = [
        NewCustomer("Jordi Ferrer i Soler", phone=SHARED, city="Barcelona", language="ca"),
        NewCustomer("陈美玲", phone=SHARED, city="上海", language="zh_CN"),
        NewCustomer("Hotel Marítim", CustomerKind.ORGANISATION, phone=SHARED, company="Marítim SL"),
    ]
    return [saved(backend.customers.add(person)) for person in people]


def test_nothing_that_shows_by_itself_moves_the_keyboard(desk: Desk, family: list[UUID]) -> None:
    panel = desk.panel
    unknown = desk.pop(STRANGER).number
    shows: list[Callable[[], None]] = [
        panel.show_idle,
        lambda: desk.show_customer(family[0], reason=MatchReason.SAME_NUMBER, others=2, calling=SHARED),
        lambda: panel.show_candidates(desk.pop(SHARED)),
        lambda: panel.show_unknown(unknown),
        panel.show_withheld,
        lambda: panel.show_internal("Núria", "102"),
    ]
    for key, show in enumerate([*shows, *reversed(shows)]):
        panel.set_call(f"call:{key}")
        show()
        assert QApplication.focusWidget() is desk.elsewhere


def test_a_card_that_goes_leaves_the_keyboard_on_the_panel(qtbot: QtBot, desk: Desk, family: list[UUID]) -> None:
    desk.panel.set_call("a")
    desk.panel.show_unknown(desk.pop(STRANGER).number)
    qtbot.keyClick(desk, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.name_field().hasFocus()
    desk.panel.set_call("b")
    desk.show_customer(family[0])
    assert QApplication.focusWidget() is desk.panel  # a key typed on lands nowhere, above all not in another field


def test_the_calling_number_is_first_and_bold(desk: Desk, family: list[UUID], backend: Backend, saved: Saved) -> None:
    saved(backend.customers.add_phone(family[0], "655 01 02 33"))
    desk.show_customer(family[0], reason=MatchReason.SAME_NUMBER, calling=STRANGER)
    lines = desk.panel.card.lines()
    assert [(fact.value, fact.strong) for fact in lines[:2]] == [
        ("+34 655 01 02 33", True),
        ("+34 934 12 55 80", False),
    ]
    assert "Català" in [fact.value for fact in lines]
    assert desk.panel.card.reason.text() == "same number"
    assert desk.panel.card.reason.state() == "neutral"


def test_a_weak_reason_warns(desk: Desk, family: list[UUID]) -> None:
    desk.show_customer(family[0], reason=MatchReason.LAST_SEVEN, calling="4125580")
    assert desk.panel.card.reason.state() == "warning"


def test_a_customer_looked_up_by_name_gives_no_reason(desk: Desk, family: list[UUID]) -> None:
    desk.show_customer(family[1])
    assert not desk.panel.card.reason.isVisible()
    assert not desk.panel.card.other_button.isVisible()
    assert desk.panel.card.name.text() == "陈美玲"


def test_several_customers_are_chosen_among_by_keys(qtbot: QtBot, desk: Desk, family: list[UUID]) -> None:
    pop = desk.pop(SHARED)
    desk.panel.show_candidates(pop)
    qtbot.keyClick(desk, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    chooser = desk.panel.chooser.list
    assert chooser.hasFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert desk.chosen == [pop.candidates[1].customer_id]
    assert desk.elsewhere.hasFocus()


def test_the_same_candidates_again_leave_the_marked_row_alone(qtbot: QtBot, desk: Desk, family: list[UUID]) -> None:
    desk.panel.show_candidates(desk.pop(SHARED))
    desk.panel.chooser.take_keyboard()
    qtbot.keyClick(desk.panel.chooser.list, Qt.Key.Key_Down)
    desk.panel.show_candidates(desk.pop(SHARED))
    assert desk.panel.chooser.list.currentIndex().row() == 1


def test_the_choice_remembered_pops_and_can_be_changed(
    qtbot: QtBot, desk: Desk, family: list[UUID], backend: Backend, saved: Saved
) -> None:
    number = desk.pop(SHARED).number
    saved(backend.customers.choose(number, family[1]))
    pop = desk.pop(SHARED)
    assert pop.view is not None
    desk.panel.show_customer(pop.view, pop.candidates[0].reason, len(pop.candidates) - 1, SHARED)
    assert desk.panel.card.reason.text() == "chosen last time for this number"
    qtbot.mouseClick(desk.panel.card.other_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(desk.panel.chooser.list.hasFocus)
    assert desk.panel.chooser.model.candidates()[0].customer_id == family[1]
    desk.panel.show_customer(pop.view, pop.candidates[0].reason, 2, SHARED)
    assert desk.panel.chooser.isVisible()  # a refresh does not take the list away
    qtbot.keyClick(desk.panel.chooser.list, Qt.Key.Key_Escape)
    assert desk.panel.card.isVisible()


def test_none_of_these_is_a_new_customer_with_the_number(qtbot: QtBot, desk: Desk, family: list[UUID]) -> None:
    desk.panel.show_candidates(desk.pop(SHARED))
    desk.panel.chooser.take_keyboard()
    qtbot.keyClick(desk.panel.chooser.list, Qt.Key.Key_End)
    qtbot.keyClick(desk.panel.chooser.list, Qt.Key.Key_Return)
    assert desk.name_field().hasFocus()
    assert desk.panel.form.values().phone == "+34 934 12 55 80"
    qtbot.keyClick(desk.name_field(), Qt.Key.Key_Escape)
    assert desk.panel.chooser.isVisible()


def test_an_unknown_caller_is_written_down_by_keys_alone(qtbot: QtBot, desk: Desk, backend: Backend) -> None:
    desk.panel.set_call("call:7")
    desk.panel.show_unknown(desk.pop(STRANGER).number)
    qtbot.keyClick(desk, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    commit(desk.name_field(), "王秀英")
    qtbot.keyClick(
        desk.name_field(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: bool(desk.created))
    customer, key = desk.created[0]
    assert key == "call:7"
    pop = backend.reads.pop(STRANGER)
    assert pop.view is not None
    assert (pop.view.card.id, pop.view.card.name) == (customer, "王秀英")
    assert desk.elsewhere.hasFocus()


def test_nobody_is_written_down_without_a_name(qtbot: QtBot, desk: Desk, backend: Backend) -> None:
    desk.panel.show_unknown(desk.pop(STRANGER).number)
    desk.panel.form.take_keyboard()
    qtbot.keyClick(desk.name_field(), Qt.Key.Key_Return)
    assert desk.panel.form.fields.error("name") == "Write the customer's name; the number alone names nobody."
    assert desk.name_field().property("invalid") is True
    qtbot.keyClicks(desk.name_field(), "A")
    assert desk.panel.form.fields.error("name") == ""
    assert backend.reads.pop(STRANGER).candidates == ()


@pytest.mark.parametrize(("field", "typed"), [("email", "jordi at example"), ("phone", "anonymous")])
def test_a_field_that_is_wrong_is_marked(qtbot: QtBot, desk: Desk, field: str, typed: str) -> None:
    desk.panel.show_unknown(desk.pop(STRANGER).number)
    form = desk.panel.form
    form.take_keyboard()
    qtbot.keyClicks(desk.name_field(), "Jordi")
    form.fields.set_values({**form.fields.values(), field: typed})
    form.submit()
    assert form.fields.error(field)
    assert form.fields.field(field).hasFocus()
    assert form.values().name == "Jordi"


def test_what_is_half_typed_survives_another_call(qtbot: QtBot, desk: Desk, family: list[UUID]) -> None:
    panel, number = desk.panel, desk.pop(STRANGER).number
    panel.set_call("a")
    panel.show_unknown(number)
    panel.form.take_keyboard()
    qtbot.keyClicks(desk.name_field(), "Anna V")
    assert panel.is_typed()
    panel.set_call("b")
    panel.show_unknown(desk.pop("+34911234567").number)
    assert panel.form.values() == NewCustomer("", phone="+34 911 23 45 67")
    panel.set_call("c")
    desk.show_customer(family[0])
    panel.set_call("a")
    panel.show_unknown(number)
    assert panel.form.values() == NewCustomer("Anna V", phone="+34 655 01 02 33")
    panel.set_call("b")
    panel.show_unknown(desk.pop("+34911234567").number)
    assert panel.form.values().name == ""


def test_another_party_of_the_call_brings_another_number_to_what_is_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.set_call("a")
    desk.panel.show_unknown(desk.pop(STRANGER).number)
    desk.panel.form.take_keyboard()
    qtbot.keyClicks(desk.name_field(), "Anna")
    desk.panel.show_unknown(desk.pop("+34911234567").number)
    assert desk.panel.form.values() == NewCustomer("Anna", phone="+34 911 23 45 67")


def test_a_customer_searched_for_an_unknown_number_gets_it(
    qtbot: QtBot, desk: Desk, family: list[UUID], backend: Backend
) -> None:
    panel = desk.panel
    panel.set_call("a")
    panel.show_unknown(desk.pop(STRANGER).number)
    with qtbot.waitSignal(panel.search_requested):
        qtbot.keyClick(desk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.show_customer(family[0], calling=STRANGER)
    qtbot.waitUntil(lambda: bool(desk.toasts))
    assert [toast[:2] for toast in desk.toasts] == [("This number was added to Jordi Ferrer i Soler.", "Undo")]
    assert backend.reads.pop(STRANGER).candidates[0].customer_id == family[0]


def test_undoing_leaves_the_number_with_nobody(
    qtbot: QtBot, desk: Desk, family: list[UUID], backend: Backend, saved: Saved
) -> None:
    desk.panel.set_call("a")
    desk.panel.show_unknown(desk.pop(STRANGER).number)
    qtbot.mouseClick(desk.panel.form.search_button, Qt.MouseButton.LeftButton)
    desk.show_customer(family[0], calling=STRANGER)
    qtbot.waitUntil(lambda: bool(desk.toasts))
    assert backend.reads.pop(STRANGER).candidates != ()
    desk.toasts[0][2]()
    saved(backend.customers.add(NewCustomer("Last write")))
    assert backend.reads.pop(STRANGER).candidates == ()


def test_a_search_for_one_call_gives_its_number_to_nobody_of_another(
    qtbot: QtBot, desk: Desk, family: list[UUID]
) -> None:
    desk.panel.set_call("a")
    desk.panel.show_unknown(desk.pop(STRANGER).number)
    qtbot.mouseClick(desk.panel.form.search_button, Qt.MouseButton.LeftButton)
    desk.panel.set_call("b")
    desk.show_customer(family[0], calling=SHARED)
    desk.panel.set_call("a")
    desk.show_customer(family[0], calling=SHARED)  # the call went to another party
    assert desk.toasts == []


def test_a_withheld_number_offers_to_search(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.show_withheld()
    assert "withholds the number" in desk.panel.withheld.message.sentence()
    with qtbot.waitSignal(desk.panel.search_requested):
        qtbot.keyClick(desk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_a_colleague_is_named_as_plain_text(desk: Desk) -> None:
    desk.panel.show_internal("<b>Núria</b>", "102")
    assert desk.panel.internal.message.sentence() == "<b>Núria</b>, extension 102"
    desk.panel.show_internal("", "102")
    assert desk.panel.internal.message.sentence() == "Extension 102"


def test_a_customer_is_corrected_on_the_card_and_back(
    qtbot: QtBot, desk: Desk, family: list[UUID], backend: Backend
) -> None:
    desk.show_customer(family[0])
    qtbot.mouseClick(desk.panel.card.edit_button, Qt.MouseButton.LeftButton)
    name = desk.panel.editor.fields.field("name")
    assert name.hasFocus()
    assert isinstance(name, QLineEdit)
    qtbot.keyClick(name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(name, "Jordi Ferrer")
    desk.show_customer(family[0])
    assert desk.panel.editor.isVisible()  # a refresh does not take it away
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.toasts))
    assert backend.reads.customer(family[0]).card.name == "Jordi Ferrer"  # type: ignore[union-attr]
    assert desk.panel.card.isVisible()
    desk.toasts[0][2]()
    qtbot.waitUntil(lambda: backend.reads.customer(family[0]).card.name == "Jordi Ferrer i Soler")  # type: ignore[union-attr]


def test_escape_leaves_a_customer_as_it_was(qtbot: QtBot, desk: Desk, family: list[UUID], backend: Backend) -> None:
    desk.show_customer(family[0])
    qtbot.mouseClick(desk.panel.card.edit_button, Qt.MouseButton.LeftButton)
    name = desk.panel.editor.fields.field("name")
    qtbot.keyClicks(name, "Nobody")
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert desk.panel.card.isVisible()
    assert backend.reads.customer(family[0]).card.name == "Jordi Ferrer i Soler"  # type: ignore[union-attr]
    assert desk.toasts == []


def test_the_customer_nobody_found_is_written_down_under_the_name_searched(desk: Desk) -> None:
    desk.panel.set_call("a")
    desk.panel.show_withheld()
    desk.panel.start_new("林志明")
    assert desk.panel.form.values() == NewCustomer("林志明")
    assert desk.name_field().hasFocus()


def test_a_return_held_down_since_the_search_writes_nobody_down(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.start_new("marcelli")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    with qtbot.assertNotEmitted(desk.panel.customer_created, wait=300):
        QApplication.sendEvent(desk.name_field(), held)
