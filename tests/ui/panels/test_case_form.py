"""The case form with keys only, against real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.records import NewCase, SavedCase
from app.customers.records import NewCustomer
from app.errors import KnownError
from app.workflows.records import WrapUp
from models.enums import CaseKind, Severity
from tests.factories import settle
from tests.ui.panels.keyboard import Keyboard, show_active
from ui.background import Background
from ui.panels.case_form import CaseForm
from ui.panels.case_form_model import Subject

Desk = tuple[CaseForm, Keyboard, QLineEdit]


@pytest.fixture
def jordi(backend: Backend) -> UUID:
    return backend.customers.add(NewCustomer("Jordi Ferrer i Soler", phone="+34934125580")).result(10)


@pytest.fixture
def desk(qtbot: QtBot, backend: Backend, background: Background) -> Iterator[Desk]:
    """A window with the form and a field that belongs to something else."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    elsewhere, form = QLineEdit(), CaseForm()
    column.addWidget(elsewhere)
    column.addWidget(form)
    window.resize(430, 720)
    keyboard = show_active(window)
    elsewhere.setFocus()
    form.bind(backend, background)
    yield form, keyboard, elsewhere


def only_case(backend: Backend, customer: UUID) -> tuple[str, CaseKind, str | None, Severity, str]:
    settle(backend)
    view = backend.reads.customer(customer)
    assert view is not None
    (case,) = view.open_cases
    return case.reference, case.kind, case.category, case.severity, case.summary


def test_a_complaint_on_a_live_call_takes_keys_only_and_less_than_eight_seconds(
    qtbot: QtBot, backend: Backend, desk: Desk, jordi: UUID
) -> None:
    form, keyboard, _ = desk
    form.set_subject(Subject("call:1", jordi, "Europe/Madrid", None, "+34934125580"))

    keyboard.think()
    keyboard.press("Ctrl+1")
    keyboard.press("Shift+Tab")
    keyboard.think()
    keyboard.type("tw")
    keyboard.press("Return")
    with keyboard.free_text():
        keyboard.type("Second double charge on the October invoice")
    keyboard.press("Tab")
    with keyboard.free_text():
        keyboard.type("Invoice F-88120 was charged twice; wants the refund before Friday.")
    keyboard.think()
    keyboard.press("Alt+3")
    keyboard.think()
    with qtbot.waitSignal(form.saved, timeout=5000) as saved:
        keyboard.press("Ctrl+Return")

    assert keyboard.seconds <= 7.8 + 1e-9
    reference = saved.args[0].reference
    assert only_case(backend, jordi) == (
        reference, CaseKind.COMPLAINT, "billing/charge/double", Severity.HIGH,
        "Second double charge on the October invoice",
    )  # fmt: skip
    assert form.notices.saved.isVisible()
    assert form.notices.saved.reference.text() == reference
    assert form.model.state().is_empty()


def test_a_promise_takes_less_than_three_seconds(qtbot: QtBot, backend: Backend, desk: Desk, jordi: UUID) -> None:
    form, keyboard, _ = desk
    form.set_subject(Subject("call:1", jordi, "Europe/Madrid"))
    with keyboard.free_text():
        keyboard.press("Ctrl+3")
        keyboard.type("Asks for the price of fibre")

    keyboard.think()
    keyboard.press("Ctrl+Shift+F")
    keyboard.type("tom 9")

    assert keyboard.seconds <= 3.0
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
    settle(backend)
    view = backend.reads.customer(jordi)
    assert view is not None
    (promise,) = view.promises
    assert (promise.what, promise.time_zone) == ("Call back: Asks for the price of fibre", "Europe/Madrid")


@pytest.mark.parametrize(
    ("keys", "kind", "label"),
    [
        ("Ctrl+1", CaseKind.COMPLAINT, "Save complaint"),
        ("Ctrl+2", CaseKind.SUGGESTION, "Save suggestion"),
        ("Ctrl+3", CaseKind.ENQUIRY, "Save enquiry"),
    ],
)
def test_the_kind_is_chosen_from_anywhere_and_the_summary_gets_the_keyboard(
    desk: Desk, keys: str, kind: CaseKind, label: str
) -> None:
    form, keyboard, elsewhere = desk
    assert elsewhere.hasFocus()
    keyboard.press(keys)
    assert form.fields.kind.value() is kind
    assert form.fields.summary.hasFocus()
    assert form.save_button.label() == label


def test_severity_is_chosen_from_inside_the_text_without_leaving_it(desk: Desk) -> None:
    form, keyboard, _ = desk
    form.fields.description.setFocus()
    for number, severity in enumerate(Severity, 1):
        keyboard.press(f"Alt+{number}")
        assert form.model.state().severity is severity
    assert form.fields.description.hasFocus()
    assert form.fields.description.toPlainText() == ""


def test_tab_goes_through_the_form_from_kind_to_save(desk: Desk) -> None:
    form, keyboard, _ = desk
    fields, promise = form.fields, form.follow_up
    fields.kind.button(CaseKind.COMPLAINT).setFocus()
    for stop in (fields.category, fields.summary, fields.description, fields.severity, promise.typed, promise.chips,
                 form.save_button):  # fmt: skip
        keyboard.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is stop or stop.isAncestorOf(focused), stop


def test_saving_without_a_summary_says_so_under_the_field_and_goes_there(qtbot: QtBot, desk: Desk) -> None:
    form, keyboard, elsewhere = desk
    with qtbot.waitSignal(form.model.failed, timeout=5000):
        keyboard.press("Ctrl+Return")
    assert form.fields.summary.hasFocus()
    assert form.fields.summary.property("invalid") is True
    assert "summary is missing" in form.fields.problem_text("summary")
    keyboard.type("x")
    assert form.fields.problem_text("summary") == ""
    assert form.fields.summary.property("invalid") is False
    assert elsewhere.text() == ""


def test_two_presses_of_save_save_once(qtbot: QtBot, backend: Backend, desk: Desk, jordi: UUID) -> None:
    form, keyboard, _ = desk
    form.set_subject(Subject("call:1", jordi))
    keyboard.press("Ctrl+1")
    keyboard.type("No signal indoors")
    spy = QSignalSpy(form.saved)
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
        keyboard.press("Ctrl+Return")
    backend.drafts.all().result(10)
    qtbot.waitUntil(form.save_button.isEnabled)
    assert spy.count() == 1
    assert only_case(backend, jordi)[4] == "No signal indoors"


def test_the_keypads_enter_saves_too(qtbot: QtBot, desk: Desk) -> None:
    form, keyboard, _ = desk
    keyboard.press("Ctrl+2")
    keyboard.type("Invoices in one PDF")
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Enter")


def test_undo_withdraws_the_case_and_brings_the_text_back(
    qtbot: QtBot, backend: Backend, desk: Desk, jordi: UUID
) -> None:
    form, keyboard, _ = desk
    form.set_subject(Subject("call:1", jordi, "Europe/Madrid"))
    keyboard.press("Ctrl+1")
    keyboard.type("Charged twice")
    keyboard.press("Ctrl+Shift+F")
    keyboard.type("tom 9")
    with qtbot.waitSignal(form.toast, timeout=5000) as toast:
        keyboard.press("Ctrl+Return")
    text, action, undo = toast.args
    assert action == "Undo"
    with qtbot.waitSignal(form.model.shown, timeout=5000):
        undo()
    assert form.fields.summary.text() == "Charged twice"
    assert form.follow_up.typed.text() == "tom 9"
    view = backend.reads.customer(jordi)
    assert view is not None
    assert (view.open_cases, view.promises) == ((), ())
    assert text.split()[0] not in {row.reference for row in view.timeline}


def test_undo_overwrites_nothing_that_was_typed_since(qtbot: QtBot, desk: Desk) -> None:
    form, keyboard, _ = desk
    keyboard.press("Ctrl+1")
    keyboard.type("First")
    with qtbot.waitSignal(form.toast, timeout=5000) as toast:
        keyboard.press("Ctrl+Return")
    keyboard.press("Ctrl+1")
    keyboard.type("Second")
    toast.args[2]()
    qtbot.waitUntil(lambda: len(form.drafts_in_hand()) == 2)
    assert form.fields.summary.text() == "Second"
    assert {line for _, line, _ in form.drafts_in_hand()} == {"First", "Second"}


def refusing(real: Callable[[WrapUp], Future[SavedCase]], error: Exception) -> Callable[[WrapUp], Future[SavedCase]]:
    """Refuse the first save as a full disk would, then save."""
    refused = False

    def save(form: WrapUp) -> Future[SavedCase]:
        nonlocal refused
        if refused:
            return real(form)
        refused = True
        future: Future[SavedCase] = Future()
        future.set_exception(error)
        return future

    return save


@pytest.fixture
def buggy_background(qapp: QApplication) -> Iterator[Background]:
    """A background in which a job may break."""
    running = Background()
    yield running
    running.stop()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (KnownError("Not saved", "The disk does not take it ({reason}).", reason="full"), "(full)"),
        (RuntimeError("a bug"), "try again"),
    ],
)
def test_a_failed_save_keeps_everything_and_can_be_repeated(
    qtbot: QtBot,
    backend: Backend,
    buggy_background: Background,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    sentence: str,
) -> None:
    form, keyboard, _ = desk
    form.bind(backend, buggy_background)
    save = refusing(backend.wrap_up.save, error)
    monkeypatch.setattr(type(backend.wrap_up), "save", lambda _self, form: save(form))
    keyboard.press("Ctrl+1")
    keyboard.type("Router swap")
    before = form.model.state()
    with qtbot.waitSignal(form.model.failed, timeout=5000):
        keyboard.press("Ctrl+Return")
    assert form.model.state() == before
    assert form.fields.summary.text() == "Router swap"
    assert sentence in form.notices.problem.text()
    assert form.notices.problem.isVisible()
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
    assert not form.notices.problem.isVisible()


@pytest.mark.parametrize(("place", "length"), [("summary", 201), ("description", 20_001)])
def test_too_long_a_text_is_told_where_it_stands(qtbot: QtBot, desk: Desk, place: str, length: int) -> None:
    form, keyboard, _ = desk
    form.fields.summary.setText("Long story")
    form.model.change(**{place: "x" * length})
    with qtbot.waitSignal(form.model.failed, timeout=5000):
        keyboard.press("Ctrl+Return")
    assert str(length) in form.fields.problem_text(place)
    field = getattr(form.fields, place)
    assert field.hasFocus()
    assert field.property("invalid") is True


def test_what_looks_like_an_open_case_can_go_to_it(qtbot: QtBot, backend: Backend, desk: Desk, jordi: UUID) -> None:
    form, keyboard, _ = desk
    open_case = NewCase(CaseKind.COMPLAINT, "Charged twice in October", customer_id=jordi)
    first = backend.wrap_up.save(WrapUp(open_case), applied=True).result(10)
    form.set_subject(Subject("call:2", jordi))
    keyboard.press("Ctrl+1")
    with qtbot.waitSignal(form.model.similar.found, timeout=5000):
        keyboard.type("October: charged twice again")
    bar = form.notices.bar
    qtbot.waitUntil(bar.isVisible)
    assert first.reference in bar.text()
    assert form.fields.summary.hasFocus()

    bar.button.setFocus()
    keyboard.press("Space")
    assert form.save_button.label() == f"Add to {first.reference}"
    with qtbot.waitSignal(form.saved, timeout=5000) as saved:
        keyboard.press("Ctrl+Return")
    assert (saved.args[0].id, saved.args[0].is_new) == (first.id, False)
    assert only_case(backend, jordi)[0] == first.reference


def test_a_case_chosen_in_the_timeline_is_added_to_or_left_again(desk: Desk) -> None:
    form, _, elsewhere = desk
    form.set_add_to(uuid4(), "K7-00042-X", "Charged twice")
    assert form.save_button.label() == "Add to K7-00042-X"
    assert "K7-00042-X: Charged twice" in form.notices.bar.text()
    assert elsewhere.hasFocus()
    form.notices.bar.button.click()
    assert form.save_button.label() == "Save complaint"
    assert not form.notices.bar.isVisible()


def test_an_answer_about_another_customer_is_dropped(
    qtbot: QtBot, backend: Backend, background: Background, desk: Desk, jordi: UUID
) -> None:
    form, _, _ = desk
    backend.wrap_up.save(WrapUp(NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=jordi)), applied=True).result(
        10
    )
    form.set_subject(Subject("call:1", jordi))
    form.fields.summary.setText("Charged twice")
    form.model.similar._ask()  # the pause is over and the read is under way
    form.set_subject(Subject("call:2", None))
    with qtbot.waitCallback() as read_after_it:
        background.run_read(lambda: None, read_after_it)
    assert not form.notices.bar.isVisible()


def test_without_data_nothing_can_be_saved_but_all_can_be_typed(
    qtbot: QtBot, backend: Backend, background: Background, tmp_path: Path
) -> None:
    form = CaseForm()
    qtbot.addWidget(form)
    keyboard = show_active(form)
    keyboard.press("Ctrl+1")
    keyboard.type("Typed early")
    assert not form.save_button.isEnabled()
    with qtbot.waitSignal(form.draft_kept, timeout=5000):
        form.bind(backend, background)
    assert form.save_button.isEnabled()
    assert [draft.body["summary"] for draft in backend.drafts.all().result(10)] == ["Typed early"]
