"""What the case form knows and does, without a widget."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.cases.records import SavedCase
from app.errors import AppError
from ui.panels.case_form_drafts import DraftKeeper
from ui.panels.case_form_due import due_of, shown_choice, zone_of
from ui.panels.case_form_problems import Problem, not_saved, not_understood, problem_of
from ui.panels.case_form_similar import SimilarCases
from ui.panels.case_form_state import DueChoice, FormState, OpenCase
from ui.panels.case_form_state import Subject as Subject
from ui.panels.case_form_watch import CaseWatch
from ui.panels.case_form_wrap_up import promise_text, wrap_up_of

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from app.cases.drafts import SavedDraft
    from ui.background import Background

_CLEARED: dict[str, Any] = {"due_choice": DueChoice.NONE, "due": None, "typed": ""}


class CaseFormModel(QObject):
    """One form for many subjects: what is typed for each is kept, saving ends it, undoing brings it back."""

    shown = Signal(object)  # FormState that somebody else than the user put into the form
    changed = Signal(object)  # FormState after the user changed it
    saving_changed = Signal(bool)
    saved = Signal(object, bool)  # SavedCase, whether its subject is the one shown
    failed = Signal(object)  # Problem
    draft_kept = Signal(object)  # datetime of the shown draft
    draft_failed = Signal(object)  # AppError
    subject_has_text_changed = Signal(bool)
    toast = Signal(str, str, object)  # text, action, what the action calls (None without one)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend: Backend | None = None
        self._background: Background | None = None
        self._subject, self._state = Subject(), FormState()
        self._had_text = False
        self._saving = ""
        self.drafts = DraftKeeper(self)
        self.drafts.kept.connect(self._on_kept)
        self.drafts.failed.connect(self.draft_failed)
        self.similar = SimilarCases(self)
        self.watch = CaseWatch(self)

    def bind(self, backend: Backend, background: Background) -> None:
        self._backend, self._background = backend, background
        self.drafts.bind(backend, background)
        self.similar.bind(backend, background)
        self.watch.bind(backend, background)
        background.broken.connect(self._on_broken)
        background.destroyed.connect(self.unbind)
        self.saving_changed.emit(False)

    def unbind(self) -> None:
        """Keep what is typed in memory only, once the background is gone."""
        self._backend = self._background = None
        self.drafts.unbind()
        self.similar.unbind()
        self.watch.unbind()

    def is_ready(self) -> bool:
        """Whether saving can begin: the data is open and nothing is being saved."""
        return self._backend is not None and not self._saving

    def subject(self) -> Subject:
        return self._subject

    def state(self) -> FormState:
        return self._state

    def zone(self) -> ZoneInfo:
        return zone_of(self._subject.customer_time_zone)

    def due_choice(self) -> DueChoice:
        """Return the chip to show as chosen."""
        return shown_choice(self._state, datetime.now(UTC), self.zone)

    def promise(self) -> str:
        """Return what is promised, from the summary as long as nobody worded it."""
        return promise_text(self._state)

    def set_subject(self, subject: Subject) -> None:
        """Put what was typed for `subject` into the form; what was typed for the one before is kept at once."""
        before, held = self._subject, self.drafts.get(subject.key)
        if subject.key == before.key:
            self.update_customer(subject.key, subject.customer_id, subject.customer_time_zone, subject)
            return
        self.drafts.keep_now()
        self._subject = subject.completed_by(held[0]) if held else subject
        self._show(held[1] if held else FormState())

    def update_customer(
        self, key: str, customer_id: UUID | None, time_zone: str | None, more: Subject | None = None
    ) -> None:
        """Tell that the caller of `key` is known now; what was typed stays."""
        held = (self._subject, self._state) if key == self._subject.key else self.drafts.get(key)
        if held is None:
            return
        known = Subject(key, customer_id, time_zone).completed_by(more or held[0]).completed_by(held[0])
        state = _in_zone(held[1], held[0], known)
        self.drafts.put(known, state)
        if key == self._subject.key and (known, state) != (self._subject, self._state):
            self._subject = known
            self._show(state)

    def restore(self, drafts: Iterable[SavedDraft]) -> None:
        """Take over the drafts of an earlier run, so that `set_subject` finds them."""
        self.drafts.restore(drafts)
        held = self.drafts.get(self._subject.key)
        if held is not None and self._state.is_empty():
            self._subject = self._subject.completed_by(held[0])
            self._show(held[1])

    def change(self, **values: Any) -> None:
        """Take what the user entered, by the names of FormState."""
        state = self._state._replace(**values)
        if state == self._state:
            return
        self._state = state
        self.drafts.put(self._subject, state)
        self._look()
        self.changed.emit(state)
        self._tell_text()

    def choose_due(self, choice: DueChoice, picked: datetime | None = None) -> None:
        """Take a chip, or the time that was picked; NONE takes the promise away."""
        due = picked if choice is DueChoice.PICKED else due_of(choice, "", datetime.now(UTC), self.zone())
        self.change(**_CLEARED | ({"due_choice": choice, "due": due} if due else {}))

    def type_due(self, text: str) -> None:
        """Take a typed time; what is not understood is no time."""
        due = due_of(DueChoice.TYPED, text, datetime.now(UTC), self.zone())
        self.change(typed=text, due=due, due_choice=DueChoice.TYPED if due else DueChoice.NONE)

    def add_to(self, case: OpenCase | None) -> None:
        """Add what is typed to an open case instead of opening one; None opens one."""
        if case is None and self._state.add_to is not None:
            self.similar.dismiss(self._state.add_to.id)
        self.change(add_to=case)

    def save(self) -> None:
        """Save; while it runs, a second call does nothing."""
        backend, subject, state = self._backend, self._subject, self._state
        if backend is None or self._background is None or self._saving:
            return
        if state.typed.strip() and state.due is None:
            self.failed.emit(not_understood())
            return
        form = wrap_up_of(subject, state, self.zone())
        self._saving = subject.key
        self.drafts.keep_now()  # should the save fail while the window closes, the draft is whole
        self.drafts.begin_saving(subject.key)
        self.saving_changed.emit(True)
        self._background.run_write(
            lambda: backend.wrap_up.save(form),
            lambda saved: self._on_saved(saved, subject, state),
            lambda error: self._on_failed(error, subject.key),
        )

    def undo(self, saved: SavedCase, subject: Subject, state: FormState) -> None:
        """Withdraw a new case and put its text back under its subject."""
        backend = self._backend
        if backend is not None and self._background is not None:
            self._background.run_write(
                lambda: backend.wrap_up.withdraw(saved), lambda _: self._put_back(subject, state)
            )

    def flush(self) -> None:
        """Hand what changed to the writer, which finishes it when it closes."""
        self.drafts.keep_now()

    def _on_saved(self, saved: SavedCase, subject: Subject, state: FormState) -> None:
        self._saving = ""
        left = self.drafts.end_saving(subject.key, saved=state)
        is_shown = subject.key == self._subject.key
        if is_shown:
            self._show(left)
        self.saving_changed.emit(False)
        self.saved.emit(saved, is_shown)
        if saved.is_new:
            words = QCoreApplication.translate("CaseForm", "{reference} saved")
            undo = QCoreApplication.translate("CaseForm", "Undo")
            self.toast.emit(words.format(reference=saved.reference), undo, lambda: self.undo(saved, subject, state))
        else:
            words = QCoreApplication.translate("CaseForm", "Added to {reference}")
            self.toast.emit(words.format(reference=saved.reference), "", None)

    def _on_failed(self, error: AppError, key: str) -> None:
        self._saving = ""
        self.drafts.end_saving(key, saved=None)
        self.saving_changed.emit(False)
        problem = problem_of(error)
        if key == self._subject.key:
            self.failed.emit(problem)
        else:
            self.toast.emit(problem.sentence, "", None)

    def _on_broken(self) -> None:
        """A bug ended the write: the form must not wait for it for ever."""
        if self._saving:
            self.drafts.end_saving(self._saving, saved=None)
            self._saving = ""
            self.saving_changed.emit(False)
            self.failed.emit(not_saved())

    def _put_back(self, subject: Subject, state: FormState) -> None:
        key = self.drafts.put_beside(subject, state)
        if key == self._subject.key and self._state.is_empty():
            self._show(state)

    def _show(self, state: FormState) -> None:
        self._state = state
        self._look()
        self.shown.emit(state)
        self._tell_text()

    def _look(self) -> None:
        adding = self._state.add_to is not None
        self.watch.follow(self._state.add_to.id if self._state.add_to is not None else None)
        self.similar.look(None if adding else self._subject.customer_id, self._state.summary, self._state.category)

    def _on_kept(self, key: str, at: datetime) -> None:
        if key == self._subject.key:
            self.draft_kept.emit(at)

    def _tell_text(self) -> None:
        has_text = not self._state.is_empty()
        if has_text != self._had_text:
            self._had_text = has_text
            self.subject_has_text_changed.emit(has_text)


def _in_zone(state: FormState, before: Subject, now: Subject) -> FormState:
    """Return the form with "tomorrow at nine" meant in the zone of the customer who is known now."""
    if state.due is None:
        return state
    old, new = zone_of(before.customer_time_zone), zone_of(now.customer_time_zone)
    if old == new or shown_choice(state, datetime.now(UTC), lambda: old) is DueChoice.PICKED:
        return state
    due = due_of(state.due_choice, state.typed, datetime.now(UTC), new)
    return state._replace(due=due, due_choice=state.due_choice if due else DueChoice.NONE)


__all__ = ["CaseFormModel", "Problem", "Subject"]
