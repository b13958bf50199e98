"""What is typed and not yet saved: kept each second, by call, over a crash and over the next call."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend, open_backend
from app.cases.drafts import SavedDraft
from app.customers.records import NewCustomer
from app.errors import KnownError
from models.enums import CaseKind, Severity
from tests.factories import settle
from tests.ui.panels.keyboard import Keyboard, show_active
from ui.background import Background
from ui.panels.case_form import CaseForm
from ui.panels.case_form_body import from_body, to_body
from ui.panels.case_form_drafts import INTERVAL_MS
from ui.panels.case_form_model import Subject
from ui.panels.case_form_state import DueChoice, FormState, OpenCase

ALL = FormState(
    CaseKind.SUGGESTION, "billing/invoice", "One PDF", "建议:把所有发票合并", Severity.LOW, DueChoice.PICKED,
    datetime(2030, 1, 2, 9, 30, tzinfo=UTC), "", "Send the answer", OpenCase(uuid4(), "K7-00042-X", "PDF"),
)  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot, backend: Backend, background: Background) -> Iterator[tuple[CaseForm, Keyboard]]:
    form = CaseForm()
    qtbot.addWidget(form)
    keyboard = show_active(form)
    form.bind(backend, background)
    yield form, keyboard


def on_disk(backend: Backend) -> dict[str, Any]:
    return {draft.key: draft.body["summary"] for draft in backend.drafts.all().result(10)}


def test_a_draft_is_on_the_disk_about_a_second_after_the_first_key(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]
) -> None:
    form, keyboard = desk
    form.set_subject(Subject("call:1"))
    keyboard.press("Ctrl+1")
    keyboard.type("Half a sent")
    assert form.draft_label.text() == ""
    with qtbot.waitSignal(form.draft_kept, timeout=INTERVAL_MS + 1000) as kept:
        pass
    assert on_disk(backend) == {"call:1": "Half a sent"}
    assert form.draft_label.text() == f"Draft saved {kept.args[0].astimezone():%H:%M:%S}"


def test_nothing_is_written_while_nothing_changes(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]
) -> None:
    form, keyboard = desk
    keyboard.press("Ctrl+1")
    keyboard.type("Once")
    with qtbot.waitSignal(form.draft_kept, timeout=3000):
        pass
    with qtbot.assertNotEmitted(form.draft_kept, wait=INTERVAL_MS + 300):
        form.set_subject(form.subject())


def test_a_second_form_on_the_same_folder_finds_the_draft_and_saves_it_for_its_customer(
    qtbot: QtBot, background: Background, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    first = open_backend(tmp_path / "folder")
    customer = first.customers.add(NewCustomer("陈美玲", phone="+34934125580")).result(10)
    form = CaseForm()
    qtbot.addWidget(form)
    form.bind(first, background)
    form.set_subject(Subject("call:9", customer, "Asia/Shanghai", None, "+34934125580"))
    keyboard = show_active(form)
    keyboard.press("Ctrl+2")
    keyboard.type("Before the crash")
    form.flush()
    first.close()

    second = open_backend(tmp_path / "folder")
    again = CaseForm()
    qtbot.addWidget(again)
    again.bind(second, background)
    again.restore(second.drafts.all().result(10))
    ((key, line, _),) = again.drafts_in_hand()
    assert (key, line) == ("call:9", "Before the crash")
    subject = again.subject_of(key)
    assert subject == Subject("call:9", customer, "Asia/Shanghai", None, "+34934125580")
    again.set_subject(Subject(key))
    assert again.fields.summary.text() == "Before the crash"
    assert again.fields.kind.value() is CaseKind.SUGGESTION
    assert again.draft_label.text().startswith("Draft saved ")
    keyboard = show_active(again)
    with qtbot.waitSignal(again.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
    settle(second)
    view = second.reads.customer(customer)
    assert view is not None
    assert [case.summary for case in view.open_cases] == ["Before the crash"]
    assert on_disk(second) == {}
    assert again.drafts_in_hand() == []
    second.close()


def test_the_next_call_overwrites_nothing_and_both_come_back(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]
) -> None:
    form, keyboard = desk
    form.set_subject(Subject("call:1"))
    keyboard.press("Ctrl+1")
    keyboard.type("First caller")
    with qtbot.waitSignal(form.model.drafts.kept, timeout=500):  # at once, not after the second
        form.set_subject(Subject("call:2"))
    assert form.fields.summary.text() == ""
    keyboard.press("Ctrl+2")
    keyboard.type("Second caller")
    form.set_subject(Subject("call:1"))
    assert form.fields.summary.text() == "First caller"
    assert form.fields.kind.value() is CaseKind.COMPLAINT
    form.set_subject(Subject("call:2"))
    assert form.fields.summary.text() == "Second caller"
    assert form.fields.kind.value() is CaseKind.SUGGESTION
    assert on_disk(backend) == {"call:1": "First caller", "call:2": "Second caller"}


def test_switching_the_subject_moves_no_focus(desk: tuple[CaseForm, Keyboard]) -> None:
    form, keyboard = desk
    keyboard.press("Ctrl+1")
    form.set_subject(Subject("call:2"))
    assert form.fields.summary.hasFocus()


def test_what_is_typed_before_the_drafts_arrive_does_not_overwrite_them(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]
) -> None:
    form, keyboard = desk
    keyboard.press("Ctrl+1")
    keyboard.type("Typed at start")
    old = to_body(Subject("desk"), FormState(summary="From yesterday"))
    form.restore([SavedDraft("desk", old, datetime.now(UTC) - timedelta(days=1))])
    assert form.fields.summary.text() == "Typed at start"
    assert {line for _, line, _ in form.drafts_in_hand()} == {"Typed at start", "From yesterday"}
    form.flush()
    assert set(on_disk(backend).values()) == {"Typed at start", "From yesterday"}


def test_a_restored_draft_of_the_shown_subject_comes_up_by_itself(desk: tuple[CaseForm, Keyboard]) -> None:
    form, _ = desk
    form.restore([SavedDraft("desk", to_body(Subject("desk"), FormState(summary="Go on")), datetime.now(UTC))])
    assert form.fields.summary.text() == "Go on"


def test_an_emptied_form_ends_its_draft(qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]) -> None:
    form, keyboard = desk
    keyboard.press("Ctrl+1")
    keyboard.type("ab")
    form.flush()
    assert on_disk(backend) == {"desk": "ab"}
    with qtbot.waitSignal(form.subject_has_text_changed) as told:
        keyboard.press("Ctrl+A")
        keyboard.press("Delete")
    assert told.args == [False]
    form.flush()
    assert on_disk(backend) == {}
    assert form.draft_label.text() == ""


def test_the_caller_known_later_gets_the_case(qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]) -> None:
    form, keyboard = desk
    customer: UUID = backend.customers.add(NewCustomer("Pere Casals", phone="+34655010233")).result(10)
    form.set_subject(Subject("call:1", number="+34655010233"))
    keyboard.press("Ctrl+1")
    keyboard.type("Router")
    form.update_customer("call:1", customer, "Europe/Madrid")
    assert form.fields.summary.text() == "Router"
    assert form.subject() == Subject("call:1", customer, "Europe/Madrid", None, "+34655010233")
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
    settle(backend)
    view = backend.reads.customer(customer)
    assert view is not None
    assert len(view.open_cases) == 1


def test_a_draft_that_the_disk_refuses_is_told_and_tried_again(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard], monkeypatch: pytest.MonkeyPatch
) -> None:
    form, keyboard = desk
    real = backend.drafts.keep
    calls: list[str] = []

    def keep(_self: object, key: str, body: Any) -> Future[datetime]:
        calls.append(key)
        if len(calls) > 1:
            return real(key, body)
        future: Future[datetime] = Future()
        future.set_exception(KnownError("Not saved", "The disk is full."))
        return future

    monkeypatch.setattr(type(backend.drafts), "keep", keep)
    keyboard.press("Ctrl+1")
    keyboard.type("Important")
    form.flush()
    qtbot.waitUntil(lambda: form.draft_label.text() == "Draft not saved. The disk is full.")
    with qtbot.waitSignal(form.draft_kept, timeout=INTERVAL_MS + 1000):
        pass
    assert form.draft_label.text().startswith("Draft saved ")
    assert on_disk(backend) == {"desk": "Important"}


def test_what_is_entered_while_a_save_runs_is_kept(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]
) -> None:
    form, keyboard = desk
    keyboard.press("Ctrl+1")
    keyboard.type("Done with this")
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
        keyboard.press("Tab")
        keyboard.type("and the next thing")
    assert form.fields.summary.text() == ""
    assert form.fields.description.toPlainText() == "and the next thing"
    form.flush()
    (draft,) = backend.drafts.all().result(10)
    assert draft.body["description"] == "and the next thing"


def test_who_types_on_at_once_after_a_save_does_not_write_behind_what_was_saved(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]
) -> None:
    form, keyboard = desk
    keyboard.press("Ctrl+1")
    keyboard.type("Came late")
    with qtbot.waitSignal(form.saved):
        keyboard.press("Ctrl+Return")
        keyboard.press("Ctrl+1")
        keyboard.type("And open")
    assert form.model.state() == FormState(summary="And open")
    assert form.fields.summary.text() == "And open"
    assert (form.fields.summary.hasFocus(), form.fields.summary.cursorPosition()) == (True, len("And open"))


def test_a_saved_case_leaves_no_draft_behind_whatever_happened_while_it_was_saved(
    qtbot: QtBot, backend: Backend, desk: tuple[CaseForm, Keyboard]
) -> None:
    form, keyboard = desk
    keyboard.press("Ctrl+1")
    keyboard.type("Done with this")
    with qtbot.waitSignal(form.saved, timeout=5000):
        keyboard.press("Ctrl+Return")
        keyboard.press("Tab")
        keyboard.type("x")
        form.flush()
        keyboard.press("Backspace")
    form.flush()
    assert on_disk(backend) == {}
    assert form.drafts_in_hand() == []


def test_a_draft_survives_being_written_and_read() -> None:
    subject = Subject("call:1", uuid4(), "Asia/Taipei", uuid4(), "+886223456789")
    assert from_body("call:1", to_body(subject, ALL)) == (subject, ALL)


@pytest.mark.parametrize(
    "body", [{}, {"kind": "praise", "severity": 7, "summary": None, "subject": []}, None, [], {"x": ""}]
)
def test_a_draft_in_which_nobody_typed_is_empty_whoever_kept_it(body: object) -> None:
    assert from_body("call:1", body) == (Subject("call:1"), FormState())


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ({"summary": "Late", "kind": "praise", "severity": 7}, ["kind: praise", "severity: 7"]),
        ({"due": "2030-01-02T09:00:00", "due_choice": "tomorrow"}, ["due: 2030-01-02T09:00:00"]),
        ({"due": "0001-01-01T00:00:00+00:00", "subject": {"customer_id": "42"}}, ["due: 0001-01-01T00:00:00+00:00"]),
        ({"summary": ["He", "waits"]}, ['summary: ["He", "waits"]']),
        ({"summary": "Two\nlines"}, ["summary: Two", "lines"]),
        ({"notes": {"inner": "He waits"}}, ['notes: {"inner": "He waits"}']),
        ({"add_to": "K7"}, ["add_to: K7"]),
        ("only a text", ["only a text"]),
    ],
)
def test_what_another_version_kept_and_this_one_has_no_place_for_stands_below(body: object, lost: list[str]) -> None:
    _, state = from_body("call:1", body)
    assert state.description.splitlines() == ["Another version of Ringbook kept with this draft:", *lost]
