"""For whom the form writes: it follows the screen, and a draft in hand stays until it is asked away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject

from app.phone_numbers import PhoneNumber
from ui.console.view import ConsolePage
from ui.console.view_model import ConsoleModel
from ui.panels import dates
from ui.panels.case_form_model import Subject

DESK = Subject(key="desk")
LONGEST_LINE = 40


class FormFollower(QObject):
    """Keeps the form with whom is on screen, and offers the drafts that wait."""

    def __init__(self, model: ConsoleModel, page: ConsolePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._form, self._bar = model, page.form, page.other_draft
        self._on_action: Callable[[], None] = self.write_here
        self._form.subject_has_text_changed.connect(lambda _: self.show_bar())
        self._form.saved.connect(lambda _: self.follow())  # what comes next is written for who is on screen
        self._bar.action_triggered.connect(lambda: self._on_action())

    def subject(self) -> Subject:
        """Return whom a case would be about now."""
        view, call = self._model.view, self._model.shown
        customer_id, zone = (view.card.id, view.card.time_zone) if view else (None, None)
        if call is not None:
            number: PhoneNumber | None = call.pop.number if call.pop else None
            key = f"call:{call.leg}" if call.call_id else call.leg
            return Subject(key, customer_id, zone, call.call_id, number.raw if number else None)
        return Subject(f"customer:{customer_id}", customer_id, zone) if view else DESK

    def is_here(self) -> bool:
        """Whether the form writes for what is on screen."""
        return self._form.subject().key == self.subject().key

    def follow(self) -> None:
        """Come along as long as nothing is written."""
        subject = self.subject()
        if self.is_here():
            self._form.update_customer(subject.key, subject.customer_id, subject.customer_time_zone)
        elif self._form.model.state().is_empty():
            self._form.set_subject(subject)
        self.show_bar()

    def write_here(self) -> None:
        """Write for what is on screen; what was being written stays as a draft."""
        self._form.set_subject(self.subject())
        self.show_bar()

    def continue_draft(self) -> None:
        """Go on with the draft last worked on that is not in the form, and show whose it is."""
        waiting = self._waiting()
        subject = self._form.subject_of(waiting[0][0]) if waiting else None
        if subject is None:
            return
        self._form.set_subject(subject)
        if subject.customer_id is not None and subject.customer_id != self.subject().customer_id:
            self._model.open_customer(subject.customer_id)
        self._form.take_keyboard()
        self.show_bar()

    def show_bar(self) -> None:
        """Say when what is written belongs to somebody else than who is on screen, else what waits."""
        waiting = self._waiting()
        if not self._form.model.state().is_empty() and not self._is_about_the_same():
            self._say(
                QCoreApplication.translate("ConsoleController", "This draft is not for the customer on screen."),
                QCoreApplication.translate("ConsoleController", "Keep it, write here  Ctrl+J"),
                self.write_here,
            )
        elif waiting:
            text = QCoreApplication.translate("ConsoleController", "Draft of {time}: “{line}”")
            _, line, at = waiting[0]
            line = line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…"
            self._say(
                text.format(time=dates.short_when(at, datetime.now(UTC)), line=line),
                QCoreApplication.translate("ConsoleController", "Go on  Ctrl+Shift+J"),
                self.continue_draft,
            )
        else:
            self._bar.hide()

    def _say(self, text: str, action: str, on_action: Callable[[], None]) -> None:
        self._on_action = on_action
        self._bar.set_notice(text, "warning", action)
        self._bar.show()

    def _waiting(self) -> list[tuple[str, str, datetime]]:
        here = self._form.subject().key
        return [draft for draft in self._form.drafts_in_hand() if draft[0] != here]

    def _is_about_the_same(self) -> bool:
        theirs, here = self._form.subject(), self.subject()
        return self.is_here() or (theirs.customer_id is not None and theirs.customer_id == here.customer_id)
