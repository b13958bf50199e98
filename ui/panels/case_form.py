"""The form for a complaint, a suggestion or an enquiry, with the promise made beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.records import SavedCase
from app.errors import AppError
from app.events import CaseEditors, RowsChanged
from models.enums import CaseKind, Severity
from ui.panels import dates, words
from ui.panels.case_form_fields import CaseFields
from ui.panels.case_form_model import CaseFormModel, Problem, Subject
from ui.panels.case_form_notices import FormNotices
from ui.panels.case_form_problems import Place
from ui.panels.case_form_promise import TYPED_KEYS, PromiseSection
from ui.panels.case_form_state import FormState, OpenCase
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.labels import Caption
from ui.widgets.restyle import set_state
from ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from app.cases.drafts import SavedDraft
    from ui.background import Background


class CaseForm(QWidget):
    """One form for every caller: what was typed for another is kept and comes back with `set_subject`.

    Ctrl+1, 2, 3 choose the kind and go to the summary, Alt+1 to 4 the severity, Ctrl+Shift+F goes to the typed
    time, Ctrl+Return saves; all of them work anywhere in the window.
    """

    saved = Signal(object)  # SavedCase
    draft_kept = Signal(object)  # datetime of the draft on the disk
    subject_has_text_changed = Signal(bool)
    toast = Signal(str, str, object)  # text, action, what the action calls (None without one)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CaseFormModel(self)
        self.fields = CaseFields(self.model, self)
        self.follow_up = PromiseSection(self.model, self)
        self.notices = FormNotices(self.model, self)
        self.draft_label = Caption("", None, self)
        self.save_button = ShortcutButton("", "Ctrl+Return", self, kind="primary", icon="check")
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._on_shown(self.model.state())
        self.save_button.setEnabled(False)

    def bind(self, backend: Backend, background: Background) -> None:
        """Begin to keep drafts and to save."""
        self.model.bind(backend, background)

    def set_subject(self, subject: Subject) -> None:
        """Put into the form what was typed for `subject`; never takes the keyboard."""
        self.model.set_subject(subject)

    def subject(self) -> Subject:
        return self.model.subject()

    def update_customer(self, key: str, customer_id: UUID | None, time_zone: str | None) -> None:
        """Tell that the caller of `key` is known now; what was typed stays."""
        self.model.update_customer(key, customer_id, time_zone)

    def restore(self, drafts: Iterable[SavedDraft]) -> None:
        """Take over the drafts of an earlier run."""
        self.model.restore(drafts)

    def drafts_in_hand(self) -> list[tuple[str, str, datetime]]:
        """Return key, first line and time of each draft, the one last worked on first."""
        return self.model.drafts.in_hand()

    def subject_of(self, key: str) -> Subject | None:
        """Return whom a draft in hand is about, to go on with it by `set_subject`."""
        held = self.model.drafts.get(key)
        return held[0] if held else None

    def set_add_to(self, case_id: UUID, reference: str, summary: str) -> None:
        """Let what is typed go to an open case."""
        self.model.add_to(OpenCase(case_id, reference, summary))

    def rows_changed(self, change: RowsChanged) -> None:
        """Something was written; perhaps to the case that is being added to."""
        self.model.watch.rows_changed(change)

    def editors_changed(self, editors: CaseEditors) -> None:
        """Somebody else opened a case in a form, or left it; perhaps the one that is being added to."""
        self.model.watch.editors_changed(editors)

    def look_again(self) -> None:
        """Another process wrote, nobody says what."""
        self.model.watch.look()

    def flush(self) -> None:
        """Hand the drafts to the writer at once; returns before they are on the disk."""
        self.model.flush()

    def take_keyboard(self) -> None:
        """Go to the summary, because the user asked for it."""
        self.fields.summary.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self.fields.summary)

    def _lay_out(self) -> None:
        card = Card("", self)
        card.setAccessibleName(QCoreApplication.translate("CaseForm", "Case"))
        card.body.setSpacing(8)
        card.body.addWidget(self._scroll_area(), 1)
        card.body.addWidget(self.notices)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.draft_label.setWordWrap(True)
        foot.addWidget(self.draft_label, 1)
        foot.addWidget(self.save_button)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _scroll_area(self) -> ScrollArea:
        """Only a window too low for all fields and sentences shows its scroll bar."""
        content = QWidget(self)
        content.setProperty("transparent", True)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields, 1)
        column.addWidget(self.follow_up)
        self._scroll = ScrollArea(self)
        self._scroll.setWidget(content)
        return self._scroll

    def _connect(self) -> None:
        model = self.model
        model.shown.connect(self._on_shown)
        model.changed.connect(self._on_changed)
        model.failed.connect(self._on_failed)
        model.saved.connect(self._on_saved)
        model.saving_changed.connect(lambda _: self.save_button.setEnabled(model.is_ready()))
        model.draft_kept.connect(self._on_draft_kept)
        model.draft_failed.connect(self._on_draft_failed)
        model.subject_has_text_changed.connect(self.subject_has_text_changed)
        model.toast.connect(self.toast)
        self.save_button.clicked.connect(self._on_save)

    def _add_shortcuts(self) -> None:
        for number, kind in enumerate(CaseKind, 1):
            self._shortcut(f"Ctrl+{number}").activated.connect(lambda kind=kind: self.begin(kind))
        for number, severity in enumerate(Severity, 1):
            self._shortcut(f"Alt+{number}").activated.connect(lambda s=severity: self.fields.severity.set_value(s))
        self._shortcut(TYPED_KEYS).activated.connect(self._go_to_typed_time)

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        return shortcut

    def begin(self, kind: CaseKind) -> None:
        """Choose the kind and go to the summary, because the user asked for it."""
        self.fields.kind.set_value(kind)
        self.take_keyboard()

    def _go_to_typed_time(self) -> None:
        self.follow_up.take_keyboard()
        self._scroll.ensureWidgetVisible(self.follow_up.typed)

    def _on_save(self) -> None:
        if self.save_button.hasFocus():  # it is about to be disabled, and the keyboard would jump
            self.take_keyboard()
        self._clear_problems()
        self.model.save()

    def _on_shown(self, state: FormState) -> None:
        """Another form came, or an empty one: old sentences go."""
        self.fields.show_state(state)
        kept_at = self.model.drafts.kept_at(self.model.subject().key)
        self._say_kept(kept_at) if kept_at else self.draft_label.clear()
        self._refresh(state)

    def _on_changed(self, state: FormState) -> None:
        if state.is_empty():
            self.draft_label.clear()
        self._refresh(state)

    def _refresh(self, state: FormState) -> None:
        self._clear_problems()
        self.notices.clear()
        self.follow_up.show_state(state)
        self.notices.show_state(state)
        self.save_button.set_label(_save_label(state))

    def _on_saved(self, saved: SavedCase, is_shown: bool) -> None:
        if is_shown:
            self.notices.saved.show_saved(saved)
        self.saved.emit(saved)

    def _on_failed(self, problem: Problem) -> None:
        if problem.place in (Place.SUMMARY, Place.DESCRIPTION):
            self.fields.show_problem(problem)
            self._scroll.ensureWidgetVisible(self.fields.summary)
        elif problem.place in (Place.FOLLOW_UP, Place.TYPED_TIME):
            self.follow_up.show_problem(problem.sentence, typed=problem.place is Place.TYPED_TIME)
            self._scroll.ensureWidgetVisible(self.follow_up.typed)
        else:
            self.notices.show_problem(problem.sentence)

    def _clear_problems(self) -> None:
        self.fields.clear_problems()
        self.follow_up.clear_problem()
        self.notices.problem.hide()

    def _on_draft_kept(self, at: datetime) -> None:
        self._say_kept(at)
        self.draft_kept.emit(at)

    def _say_kept(self, at: datetime) -> None:
        now = datetime.now(UTC)
        today = at.astimezone().date() == now.astimezone().date()
        set_state(self.draft_label, "state", "")
        text = QCoreApplication.translate("CaseForm", "Draft saved {time}")
        self.draft_label.setText(
            text.format(time=dates.clock(at, seconds=True) if today else dates.short_when(at, now))
        )

    def _on_draft_failed(self, error: AppError) -> None:
        set_state(self.draft_label, "state", "bad")
        text = QCoreApplication.translate("CaseForm", "Draft not saved. {sentence}")
        self.draft_label.setText(text.format(sentence=words.error(error)))


def _save_label(state: FormState) -> str:
    if state.add_to is not None:
        return QCoreApplication.translate("CaseForm", "Add to {reference}").format(reference=state.add_to.reference)
    return {
        CaseKind.COMPLAINT: QCoreApplication.translate("CaseForm", "Save complaint"),
        CaseKind.SUGGESTION: QCoreApplication.translate("CaseForm", "Save suggestion"),
        CaseKind.ENQUIRY: QCoreApplication.translate("CaseForm", "Save enquiry"),
    }[state.kind]
