"""While a form is open somebody else changes the same thing: it is told, typed text stays, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.records import NewCase, SavedCase
from app.events import RowsChanged
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.app.sync.conflicts import edit
from tests.factories import add_customer
from ui.background import Background
from ui.panels.case_form import CaseForm
from ui.panels.customer_panel import CustomerPanel


@pytest.fixture
def jordi(backend: Backend) -> UUID:
    return add_customer(backend, "Jordi Ferrer", city="Girona", language="ca")


@pytest.fixture
def show(qtbot: QtBot, backend: Backend, background: Background, jordi: UUID) -> Callable[[], CustomerPanel]:
    """Show the customer as they stand, on one panel that is in front."""
    panel = CustomerPanel()
    qtbot.addWidget(panel)
    panel.bind(backend, background)
    panel.show()
    panel.activateWindow()

    def shown() -> CustomerPanel:
        view = backend.reads.customer(jordi)
        assert view is not None
        panel.show_customer(view)
        return panel

    return shown


def city_of(panel: CustomerPanel) -> QLineEdit:
    field = panel.editor.fields.field("city")
    assert isinstance(field, QLineEdit)
    return field


def begin(show: Callable[[], CustomerPanel], qtbot: QtBot, city: str) -> CustomerPanel:
    panel = show()
    panel.card.edit_button.click()
    city_of(panel).selectAll()
    qtbot.keyClicks(city_of(panel), city)
    return panel


def test_what_somebody_else_writes_is_told_and_what_is_typed_stays(
    qtbot: QtBot, backend: Backend, jordi: UUID, show: Callable[[], CustomerPanel]
) -> None:
    panel = begin(show, qtbot, "Olot")
    edit(backend, "customer", jordi, city=("Girona", "Vic"), company=(None, "Ferrer SL"))
    show()
    assert "City" in panel.editor.news.text() and "Company" in panel.editor.news.text()
    assert (city_of(panel).text(), panel.editor.fields.theirs("city")) == ("Olot", "")
    panel.editor.news.button.click()
    assert panel.editor.fields.theirs("city") == "Stands there now: Vic"
    assert "Vic" in city_of(panel).accessibleDescription()
    assert panel.editor.fields.theirs("name") == "" and city_of(panel).text() == "Olot"


def test_saving_then_makes_a_conflict_of_the_field_both_changed_and_of_no_other(
    qtbot: QtBot, backend: Backend, jordi: UUID, show: Callable[[], CustomerPanel]
) -> None:
    panel = begin(show, qtbot, "Olot")
    edit(backend, "customer", jordi, city=("Girona", "Vic"), company=(None, "Ferrer SL"))
    show()
    panel.editor.news.button.click()
    qtbot.keyClick(city_of(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: backend.attention.count() == 1)
    (one,) = backend.attention.all().disagreements
    assert (one.field, one.base, one.theirs, one.mine) == ("city", "Girona", "Vic", "Olot")
    view = backend.reads.customer(jordi)
    assert view is not None and (view.card.city, view.card.company) == ("Vic", "Ferrer SL")


def test_the_same_customer_read_again_unchanged_says_nothing(qtbot: QtBot, show: Callable[[], CustomerPanel]) -> None:
    panel = begin(show, qtbot, "Olot")
    show()
    assert panel.editor.news.isHidden() and city_of(panel).text() == "Olot"


def test_the_next_time_the_card_is_opened_it_begins_from_what_stands_there(
    qtbot: QtBot, backend: Backend, jordi: UUID, show: Callable[[], CustomerPanel]
) -> None:
    panel = begin(show, qtbot, "Olot")
    edit(backend, "customer", jordi, city=("Girona", "Vic"))
    show()
    panel.editor.news.button.click()
    qtbot.keyClick(city_of(panel), Qt.Key.Key_Escape)
    show()
    panel.card.edit_button.click()
    assert city_of(panel).text() == "Vic" and panel.editor.news.isHidden()
    assert panel.editor.fields.theirs("city") == ""


@pytest.fixture
def case(backend: Backend, jordi: UUID) -> SavedCase:
    new = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=jordi)
    return backend.wrap_up.save(WrapUp(new), applied=True).result(10)


@pytest.fixture
def form(qtbot: QtBot, backend: Backend, background: Background, case: SavedCase) -> CaseForm:
    """A form in which something is typed that goes to the case."""
    opened = CaseForm()
    qtbot.addWidget(opened)
    opened.bind(backend, background)
    opened.show()
    opened.set_add_to(case.id, case.reference, "Charged twice")
    qtbot.keyClicks(opened.fields.summary, "He calls again")
    qtbot.waitUntil(lambda: opened.model.watch._before is not None)
    return opened


def entry(backend: Backend, case: SavedCase, actor: str, note: str) -> None:
    fields: dict[str, Any] = {"case_id": str(case.id), "kind": "added", "actor": actor, "note": note}
    fields["at"] = "2026-11-21T12:04:00+00:00"
    assert backend.folder.writer is not None
    backend.folder.writer.submit(lambda unit: unit.create("case_event", fields)).result(10)


def test_a_colleague_who_adds_to_the_same_case_is_named_and_the_words_can_be_shown(
    qtbot: QtBot, backend: Backend, case: SavedCase, form: CaseForm
) -> None:
    entry(backend, case, "Marta Puig", "The bank gave the money back.")
    form.rows_changed(RowsChanged(frozenset({"case_event"})))
    news = form.notices.news
    qtbot.waitUntil(lambda: bool(news.text()))
    assert "Marta Puig" in news.text() and case.reference in news.text()
    assert form.fields.summary.text() == "He calls again" and news.theirs.isHidden()
    news.bar.button.click()
    assert "The bank gave the money back." in news.theirs.text() and news.theirs.isVisible()


def test_a_field_that_changed_is_told_in_words(qtbot: QtBot, backend: Backend, case: SavedCase, form: CaseForm) -> None:
    edit(backend, "case", case.id, severity=("normal", "urgent"), status=("received", "waiting"))
    form.look_again()
    news = form.notices.news
    qtbot.waitUntil(lambda: bool(news.text()))
    news.bar.button.click()
    assert news.theirs.text() == "Severity: Normal → Urgent\nStatus: Received → Waiting"


def test_what_happens_elsewhere_and_another_case_say_nothing(
    qtbot: QtBot, backend: Backend, background: Background, case: SavedCase, form: CaseForm
) -> None:
    form.rows_changed(RowsChanged(frozenset({"customer"})))
    form.look_again()
    with qtbot.waitCallback() as read:
        background.run_read(lambda: None, read)
    assert form.notices.news.text() == ""
    edit(backend, "case", case.id, severity=("normal", "urgent"))
    form.look_again()
    qtbot.waitUntil(lambda: bool(form.notices.news.text()))
    form.model.add_to(None)
    assert form.notices.news.text() == "", "what is typed goes to a new case now"
