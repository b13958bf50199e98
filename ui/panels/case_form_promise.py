"""The part of the case form that makes a promise: chips, a typed time, and what is promised."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.panels.case_form_due import said
from ui.panels.case_form_model import CaseFormModel
from ui.panels.case_form_state import DueChoice, FormState
from ui.widgets.chip_group import ChipGroup
from ui.widgets.labels import Caption, printed_keys
from ui.widgets.restyle import set_state

if TYPE_CHECKING:
    from ui.widgets.date_time_picker import DateTimePicker

TYPED_KEYS = "Ctrl+Shift+F"
_TYPED_WIDTH = 168


class PromiseSection(QWidget):
    """Chooses when, says live how it is understood, and words the promise once there is a time."""

    def __init__(self, model: CaseFormModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.typed = QLineEdit(self)
        self.typed.setAccessibleName(QCoreApplication.translate("CaseForm", "Time of the follow-up in words"))
        self.typed.setFixedWidth(_TYPED_WIDTH)
        hint = QCoreApplication.translate("CaseForm", "“tom 9”  {keys}")
        self.typed.setPlaceholderText(hint.format(keys=printed_keys(TYPED_KEYS)))
        self.chips = ChipGroup(_chips(), QCoreApplication.translate("CaseForm", "Follow-up"), self)
        self.promise_row = QWidget(self)
        self.understood = QLabel(self.promise_row)
        self.understood.setProperty("kind", "caption")
        self.understood.setWordWrap(True)
        self.promise = QLineEdit(self.promise_row)
        self.promise.setAccessibleName(QCoreApplication.translate("CaseForm", "What is promised"))
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.show_state(model.state())

    def take_keyboard(self) -> None:
        """Go to the typed time."""
        self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.selectAll()

    def show_problem(self, sentence: str, *, typed: bool) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        set_state(self.typed, "invalid", typed)
        (self.typed if typed else self.chips).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problem(self) -> None:
        self.problem.hide()
        set_state(self.typed, "invalid", False)

    def show_state(self, state: FormState) -> None:
        """Show the time and the promise; what the user is typing is not touched."""
        choice = self._model.due_choice()
        words = said(state.due, self._model.zone()) if state.due else ""
        self.chips.set_value(None if choice in (DueChoice.NONE, DueChoice.TYPED) else choice)
        if self.typed.text() != state.typed:
            self.typed.setText(state.typed)
        not_understood = bool(state.typed.strip()) and state.due is None
        self.understood.setText(QCoreApplication.translate("CaseForm", "not understood") if not_understood else words)
        set_state(self.understood, "state", "bad" if not_understood else "")
        if state.promise is None or state.promise != self.promise.text():
            self.promise.setText(self._model.promise())
            self.promise.setCursorPosition(0)
        self.promise.setVisible(state.due is not None)
        self.promise_row.setVisible(state.due is not None or not_understood)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.promise_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.understood, 2)
        row.addWidget(self.promise, 5)
        head = QHBoxLayout()
        head.addWidget(Caption(QCoreApplication.translate("CaseForm", "Follow-up"), self.chips, self))
        head.addStretch(1)
        head.addWidget(self.typed)
        self.problem.setProperty("kind", "caption")
        set_state(self.problem, "state", "bad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.chips)
        column.addWidget(self.promise_row)
        column.addWidget(self.problem)
        self.problem.hide()

    def _connect(self) -> None:
        self.chips.changed.connect(self._on_chip)
        self.chips.clicked.connect(self._on_clicked)
        self.typed.textEdited.connect(self._model.type_due)
        self.promise.textEdited.connect(lambda text: self._model.change(promise=text))
        self.promise.editingFinished.connect(lambda: self.promise.setText(self._model.promise()))

    @cached_property
    def _picker(self) -> DateTimePicker:
        from ui.widgets.date_time_picker import DateTimePicker  # a calendar is long to make for what is seldom opened

        picker = DateTimePicker(self)
        picker.closed.connect(lambda: self.show_state(self._model.state()))
        picker.chosen.connect(lambda due: self._model.choose_due(DueChoice.PICKED, due))
        return picker

    def _on_chip(self, choice: DueChoice | None) -> None:
        """The user chose or cleared a chip, or `show_state` did; the picker answers for its own chip."""
        chosen = self._model.due_choice()
        nothing_to_clear = choice is None and chosen in (DueChoice.NONE, DueChoice.TYPED)
        if choice is not DueChoice.PICKED and choice != chosen and not nothing_to_clear:
            self._model.choose_due(choice or DueChoice.NONE)

    def _on_clicked(self, choice: DueChoice) -> None:
        if choice is DueChoice.PICKED and self.chips.value() is DueChoice.PICKED:
            self._picker.open_at(self.chips.button(DueChoice.PICKED), self._model.state().due, datetime.now(UTC))


def _chips() -> list[tuple[str, object]]:
    return [
        (QCoreApplication.translate("CaseForm", "Tomorrow 9:00"), DueChoice.TOMORROW),
        (QCoreApplication.translate("CaseForm", "In 2 days"), DueChoice.TWO_DAYS),
        (QCoreApplication.translate("CaseForm", "Next Monday"), DueChoice.MONDAY),
        (QCoreApplication.translate("CaseForm", "Pick…"), DueChoice.PICKED),
    ]
