"""The fields of the case itself: kind, category, summary, what happened, severity."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.enums import CaseKind, Severity
from ui.panels import categories, words
from ui.panels.case_form_model import CaseFormModel, Problem
from ui.panels.case_form_problems import Place
from ui.panels.case_form_state import FormState
from ui.widgets.chip_group import ChipGroup
from ui.widgets.labels import Caption, printed_keys
from ui.widgets.restyle import set_state
from ui.widgets.segmented import Segmented
from ui.widgets.tree_combo_box import TreeComboBox

_LEAST_LINES = 2


class DescriptionEdit(QPlainTextEdit):
    """Plain text of many lines that gives room to its neighbours in a low window; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, self.fontMetrics().lineSpacing() * _LEAST_LINES + 14)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSizeHint()  # it stretches; a hint of its own would make the form scroll too early


class CaseFields(QWidget):
    """Shows and takes the case; every change of the user goes to the model at once."""

    def __init__(self, model: CaseFormModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.kind = Segmented(_kinds(), QCoreApplication.translate("CaseForm", "Kind of case"), self)
        hint = QCoreApplication.translate("CaseForm", "Type to filter")
        self.category = TreeComboBox(hint, QCoreApplication.translate("CaseForm", "Category"), self)
        self.category.set_tree(categories.tree(categories.ui_language()))
        self.summary = QLineEdit(self)
        self.summary.setAccessibleName(QCoreApplication.translate("CaseForm", "Summary"))
        self.description = DescriptionEdit(self)
        self.description.setAccessibleName(QCoreApplication.translate("CaseForm", "What happened"))
        severity = QCoreApplication.translate("CaseForm", "Severity")
        self.severity = ChipGroup(_severities(), severity, self, clearable=False)
        self._problems = {Place.SUMMARY: QLabel(self), Place.DESCRIPTION: QLabel(self)}
        self._lay_out()
        self._say_keys()
        self.show_state(model.state())
        self._connect()

    def show_state(self, state: FormState) -> None:
        """Show another form; fields that hold the same already keep cursor and selection."""
        self.kind.set_value(state.kind)
        try:
            self.category.set_value(state.category or None)
        except ValueError:  # a draft with a category that is gone
            self.category.set_value(None)
        if self.summary.text() != state.summary:
            self.summary.setText(state.summary)
        if self.description.toPlainText() != state.description:
            self.description.setPlainText(state.description)
        self.severity.set_value(state.severity)

    def show_problem(self, problem: Problem) -> None:
        """Mark the field, say why under it and go there."""
        field = self.summary if problem.place is Place.SUMMARY else self.description
        label = self._problems[problem.place]
        label.setText(problem.sentence)
        label.show()
        set_state(field, "invalid", True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def problem_text(self, place: str) -> str:
        """Return what stands under a field, "" when nothing is wrong."""
        label = self._problems[Place(place)]
        return "" if label.isHidden() else label.text()

    def clear_problems(self) -> None:
        for label in self._problems.values():
            label.hide()
        set_state(self.summary, "invalid", False)
        set_state(self.description, "invalid", False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.kind)
        column.addSpacing(6)
        for text, field, place in (
            (QCoreApplication.translate("CaseForm", "Category"), self.category, None),
            (QCoreApplication.translate("CaseForm", "Summary"), self.summary, Place.SUMMARY),
            (QCoreApplication.translate("CaseForm", "What happened"), self.description, Place.DESCRIPTION),
        ):
            column.addWidget(Caption(text, field, self))
            column.addWidget(field, 1 if field is self.description else 0)
            if place is not None:
                self._add_problem(column, self._problems[place])
            column.addSpacing(4)
        severity = QHBoxLayout()
        severity.setSpacing(12)
        severity.addWidget(Caption(QCoreApplication.translate("CaseForm", "Severity"), self.severity, self))
        severity.addWidget(self.severity, 1)
        column.addLayout(severity)

    def _add_problem(self, column: QVBoxLayout, label: QLabel) -> None:
        label.setProperty("kind", "caption")
        set_state(label, "state", "bad")
        label.setWordWrap(True)
        label.hide()
        column.addWidget(label)

    def _say_keys(self) -> None:
        for number, button in enumerate(self.kind.buttons(), 1):
            button.setToolTip(printed_keys(f"Ctrl+{number}"))
        for number, button in enumerate(self.severity.buttons(), 1):
            button.setToolTip(printed_keys(f"Alt+{number}"))

    def _connect(self) -> None:
        change = self._model.change
        self.kind.changed.connect(lambda kind: change(kind=kind))
        self.category.changed.connect(self._on_category)
        self.category.returnPressed.connect(self._go_to_summary)
        self.summary.textChanged.connect(lambda text: change(summary=text))
        self.description.textChanged.connect(lambda: change(description=self.description.toPlainText()))
        self.severity.changed.connect(lambda severity: change(severity=severity or Severity.NORMAL))

    def _on_category(self, path: str | None) -> None:
        chosen_by_user = path is not None and path != self._model.state().category
        self._model.change(category=path or "")
        if chosen_by_user and self.category.hasFocus():
            self._go_to_summary()

    def _go_to_summary(self) -> None:
        self.summary.setFocus(Qt.FocusReason.TabFocusReason)


def _kinds() -> list[tuple[str, object]]:
    return [(words.case_kind(kind), kind) for kind in CaseKind]


def _severities() -> list[tuple[str, object]]:
    return [(words.severity(severity), severity) for severity in Severity]
