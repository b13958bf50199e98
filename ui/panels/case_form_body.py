"""The shape in which the case form is kept as a draft, and what becomes of a draft some other version kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from models.enums import CaseKind, Severity
from ui.panels.case_form_state import DueChoice, FormState, OpenCase, Subject

T = TypeVar("T")
_NOTHING = {"null", "[]", "{}", "false"}
_ONE_KEY = {"kind", "severity", "due_choice"}  # alone they are no draft: `FormState.is_empty`
LONGEST_LINE = 1000  # characters a line edit is given; a summary is far shorter
YEARS = range(1971, 9999)  # in which a moment has an hour in every time zone


def to_body(subject: Subject, state: FormState) -> dict[str, Any]:
    """Return the draft as JSON values."""
    body = state._asdict()
    body["due"] = state.due.isoformat() if state.due else None
    body["add_to"] = _texts(state.add_to) if state.add_to else None
    return body | {"subject": _texts(subject)}


def from_body(key: str, body: object) -> tuple[Subject, FormState]:
    """Read a draft, whatever JSON it is.

    What another version wrote and this one has no place for goes below the description, so that no text is lost.
    """
    read = _Reader(body)
    about = _Reader(read.take("subject", _mapping) or {})
    subject = Subject(
        key,
        about.text("customer_id", UUID),
        about.text("customer_time_zone", _line),
        about.text("call_id", UUID),
        about.text("number", _line),
    )
    due = read.text("due", _moment)
    choice = read.text("due_choice", DueChoice)
    state = FormState(
        kind=read.text("kind", CaseKind) or CaseKind.COMPLAINT,
        category=read.text("category", _line) or "",
        summary=read.text("summary", _line) or "",
        description=read.text("description", _plain) or "",
        severity=read.text("severity", Severity) or Severity.NORMAL,
        due_choice=(choice or DueChoice.PICKED) if due else DueChoice.NONE,
        due=due,
        typed=read.text("typed", _line) or "",
        promise=read.text("promise", _line),
        add_to=_open_case(read),
    )
    return subject, _with_rest(state, read.rest())


class _Reader:
    """Takes values out of a JSON object and knows what is left."""

    def __init__(self, raw: object) -> None:
        self._left = dict(raw) if isinstance(raw, Mapping) else {"": raw}

    def take(self, name: str, kind: Callable[[Any], T]) -> T | None:
        """Return the value as `kind` reads it; None, and the value stays, where it cannot."""
        try:
            value = kind(self._left[name])
        except (KeyError, ValueError, TypeError):
            return None
        del self._left[name]
        return value

    def text(self, name: str, kind: Callable[[str], T]) -> T | None:
        """As `take`, of texts only."""
        return self.take(name, kind) if isinstance(self._left.get(name), str) else None

    def rest(self) -> dict[str, str]:
        """What was not read and says something: its name, and its text."""
        words = {name: v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for name, v in self._left.items()}
        said = {name: text for name, text in words.items() if text.strip() and text not in _NOTHING}
        return {_plain(name): _plain(text) for name, text in said.items() if name != "subject"}


def _with_rest(state: FormState, rest: Mapping[str, str]) -> FormState:
    if rest.keys() <= _ONE_KEY and (state.is_empty() or not rest):
        return state
    said = QCoreApplication.translate("CaseForm", "Another version of Ringbook kept with this draft:")
    lines = [f"{name}: {text}" if name else text for name, text in rest.items()]
    return state._replace(description="\n".join([*filter(None, [state.description]), said, *lines]))


def _texts(record: Subject | OpenCase) -> dict[str, str | None]:
    return {name: None if value is None else str(value) for name, value in record._asdict().items()}


def _open_case(read: _Reader) -> OpenCase | None:
    """The case to add to, if all of it can be read."""

    def whole(raw: Any) -> OpenCase:
        return OpenCase(UUID(raw["id"]), _line(raw["reference"]), _line(raw["summary"]))

    return read.take("add_to", whole)


def _mapping(raw: Any) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise TypeError(raw)
    return raw


def _plain(raw: str) -> str:
    """Text that can be shown and stored: halves of characters that stand alone are marked."""
    return raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _line(raw: str) -> str:
    """A text that fits a field of one line; ValueError where it would lose something there."""
    text = _plain(raw)
    if len(text) > LONGEST_LINE or len(text.splitlines()) > 1:
        raise ValueError(len(text))
    return text


def _moment(raw: str) -> datetime:
    moment = datetime.fromisoformat(raw)
    if moment.tzinfo is None or moment.year not in YEARS:
        raise ValueError(raw)
    return moment
