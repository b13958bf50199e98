"""A draft of an older, newer or hostile version comes back whole or stands aside in words; it never stops the form."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.cases.drafts import SavedDraft
from tests.effort import effort
from tests.fuzz.json_values import objects
from tests.ui.conftest import backend as backend
from tests.ui.conftest import background as background
from tests.ui.conftest import changes as changes
from tests.ui.conftest import light_english as light_english
from ui.background import Background
from ui.panels.case_form import CaseForm
from ui.panels.case_form_body import from_body, to_body
from ui.panels.case_form_state import FormState

NAMES = ("kind", "category", "summary", "description", "severity", "due_choice", "due", "typed", "promise", "add_to")
AT = datetime(2026, 11, 21, tzinfo=UTC)
many = settings(
    max_examples=effort(30, 5000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
said = st.text("abcdefg 玲é", min_size=3, max_size=30).filter(str.strip)
typed = st.recursive(said, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(said, inner, max_size=3))


def texts(value: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


def everything(state: FormState) -> str:
    return "\n".join([state.summary, state.description, state.typed, state.promise or "", state.category])


@many
@given(st.dictionaries(st.sampled_from(NAMES) | said, typed, max_size=8))
def test_no_text_is_lost_wherever_another_version_kept_it(body: dict[str, Any]) -> None:
    _, state = from_body("call:1", body)
    one_key = {name for name, value in body.items() if value} <= {"kind", "severity", "due_choice"}
    assert one_key or [text for text in texts(body) if text.strip() not in everything(state)] == []


@many
@given(objects(*NAMES, "subject"))
def test_what_is_read_is_written_and_read_again_the_same(body: Any) -> None:
    subject, state = from_body("desk", body)
    again = json.loads(json.dumps(to_body(subject, state)))
    assert from_body("desk", again) == (subject, state)


def test_a_form_takes_any_draft_and_keeps_it(
    qtbot: QtBot, backend: Backend, background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    form = CaseForm()
    qtbot.addWidget(form)
    form.bind(backend, background)
    form.show()
    caplog.set_level(logging.ERROR)

    @settings(many, max_examples=effort(12, 5000))  # a character no font has costs a tenth of a second
    @given(st.text(max_size=20), objects(*NAMES, "subject"))
    def take(key: str, body: Any) -> None:
        form.restore([SavedDraft(key, body, AT)])
        for kept, line, _ in form.drafts_in_hand():
            subject = form.subject_of(kept)
            assert subject is not None and line == line.strip()
            form.set_subject(subject)
            shown = form.model.state()
            assert shown.summary == form.fields.summary.text()
            assert shown.description == form.fields.description.toPlainText()
            form.flush()
        for kept, _, _ in form.drafts_in_hand():  # an empty form ends its draft
            subject = form.subject_of(kept)
            assert subject is not None
            form.model.drafts.put(subject, FormState())
        form.flush()

    take()
    backend.drafts.all().result(30)
    qtbot.wait(50)
    assert [record.getMessage() for record in caplog.records] == []
