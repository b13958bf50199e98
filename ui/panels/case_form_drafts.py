"""Everything typed and not yet saved, in memory by key and each second on the disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from ui.panels.case_form_body import from_body, to_body
from ui.panels.case_form_state import FormState, Subject

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from app.cases.drafts import SavedDraft
    from ui.background import Background

INTERVAL_MS = 1000


@dataclass(slots=True)
class _Held:
    """One draft: `changed` since it was last handed to the disk, `busy` while it is being saved as a case."""

    subject: Subject
    state: FormState
    updated_at: datetime
    changed: bool = True
    busy: bool = False
    kept_at: datetime | None = None

    def is_draft(self) -> bool:
        return not self.busy and not self.state.is_empty()


class DraftKeeper(QObject):
    """Holds a draft for each key; keeps what changed a second later, or at once by `keep_now`."""

    kept = Signal(str, object)  # key, datetime when it was on the disk
    failed = Signal(object)  # AppError; it is tried again a second later

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[str, _Held] = {}
        self._backend: Backend | None = None
        self._background: Background | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.keep_now)

    def bind(self, backend: Backend, background: Background) -> None:
        self._backend, self._background = backend, background
        self._wake()

    def unbind(self) -> None:
        self._backend = self._background = None

    def get(self, key: str) -> tuple[Subject, FormState] | None:
        held = self._held.get(key)
        return (held.subject, held.state) if held else None

    def kept_at(self, key: str) -> datetime | None:
        """Return when the draft was last on the disk."""
        held = self._held.get(key)
        return held.kept_at if held else None

    def in_hand(self) -> list[tuple[str, str, datetime]]:
        """Return key, first line and time of every draft, the one last worked on first."""
        drafts = sorted(self._held.items(), key=lambda item: item[1].updated_at, reverse=True)
        return [(key, _first_line(held.state), held.updated_at) for key, held in drafts if held.is_draft()]

    def put(self, subject: Subject, state: FormState) -> None:
        """Hold what is in the form now; an empty form ends its draft."""
        held = self._held.get(subject.key)
        if held is None and state.is_empty():
            return
        if held is None:
            self._held[subject.key] = _Held(subject, state, datetime.now(UTC))
        elif (held.subject, held.state) != (subject, state):
            held.subject, held.state, held.updated_at, held.changed = subject, state, datetime.now(UTC), True
        self._wake()

    def put_beside(self, subject: Subject, state: FormState, updated_at: datetime | None = None) -> str:
        """Hold a draft under its key, or beside another draft already there; returns the key it got."""
        key, n = subject.key, 1
        while (other := self._held.get(key)) is not None and not other.state.is_empty():
            n += 1
            key = f"{subject.key}~{n}"
        moved = key != subject.key or updated_at is None
        fresh = _Held(subject._replace(key=key), state, updated_at or datetime.now(UTC), moved, kept_at=updated_at)
        self._held[key] = fresh
        self._wake()
        return key

    def restore(self, drafts: Iterable[SavedDraft]) -> None:
        """Take over what an earlier run left on the disk; what was typed meanwhile stands first."""
        for draft in drafts:
            subject, state = from_body(draft.key, draft.body)
            if not state.is_empty():
                self.put_beside(subject, state, draft.updated_at)

    def begin_saving(self, key: str) -> None:
        """Keep nothing under `key` until `end_saving`: the case's unit of work ends the draft."""
        if held := self._held.get(key):
            held.busy = True

    def end_saving(self, key: str, *, saved: FormState | None) -> FormState:
        """Return what is left in hand: with `saved` what was entered since, without it everything."""
        held = self._held.get(key)
        if held is None:
            return FormState()
        held.busy = False
        if saved is not None:
            held.state, held.changed, held.kept_at = held.state.since(saved), True, None
            if held.state.is_empty():
                del self._held[key]
        self._wake()
        return held.state

    def keep_now(self) -> None:
        """Hand every changed draft to the writer; returns at once."""
        if self._backend is None or self._background is None:
            return
        for key, held in list(self._held.items()):
            if held.changed and not held.busy:
                held.changed = False
                self._keep(key, held, self._backend, self._background)

    def _keep(self, key: str, held: _Held, backend: Backend, background: Background) -> None:
        if held.state.is_empty():
            del self._held[key]
            background.run_write(lambda: backend.drafts.drop(key), None, self.failed.emit)
            return
        body = to_body(held.subject, held.state)
        background.run_write(
            lambda: backend.drafts.keep(key, body),
            lambda at: self._on_kept(key, held, at),
            lambda error: self._not_kept(held, error),
        )

    def _on_kept(self, key: str, held: _Held, at: datetime) -> None:
        held.kept_at = at
        if self._held.get(key) is held and not held.state.is_empty():
            self.kept.emit(key, at)

    def _not_kept(self, held: _Held, error: AppError) -> None:
        held.changed = True
        self._wake()
        self.failed.emit(error)

    def _wake(self) -> None:
        if not self._timer.isActive() and any(held.changed and not held.busy for held in self._held.values()):
            self._timer.start()


def _first_line(state: FormState) -> str:
    text = state.summary or state.description or state.typed or state.promise or ""
    return next((line for line in text.splitlines() if line.strip()), "").strip()
