"""Fields of a customer that two cards share: a caption over each line, the sentence of an error below it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.panels.customer_facts import LANGUAGES, language_name
from ui.widgets.labels import Caption
from ui.widgets.restyle import set_state

Line = QLineEdit | QComboBox
BESIDE_TEXT = 7  # px from the top of a field to the top of its text


class CustomerFields(QWidget):
    """A column of captioned fields by name; Enter in a line asks to submit, Escape to leave."""

    edited = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(self, captions: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Line] = {}
        self._errors: dict[str, QLabel] = {}
        self._theirs: dict[str, Caption] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, caption in captions.items():
            self._add(name, caption)

    def field(self, name: str) -> Line:
        return self._fields[name]

    def values(self) -> dict[str, str]:
        """Return what stands in the fields; of a language its code."""
        return {
            name: str(field.currentData() or "") if isinstance(field, QComboBox) else field.text()
            for name, field in self._fields.items()
        }

    def set_values(self, values: Mapping[str, str]) -> None:
        """Fill the fields, those not named with nothing; `edited` is not told."""
        for name, field in self._fields.items():
            value = values.get(name, "")
            blocked = field.blockSignals(True)
            if isinstance(field, QComboBox):
                _choose(field, value)
            elif field.text() != value:
                field.setText(value)
            field.blockSignals(blocked)
        self.clear_errors()

    def show_error(self, name: str, sentence: str) -> None:
        """Mark a field, say below it what is wrong, and put the keyboard there."""
        self.clear_errors()
        set_state(self._fields[name], "invalid", True)
        self._errors[name].setText(sentence)
        self._errors[name].setVisible(True)
        self._fields[name].setAccessibleDescription(sentence)
        self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def error(self, name: str) -> str:
        """Return the sentence below a field, "" where there is none."""
        return self._errors[name].text()

    def show_theirs(self, theirs: Mapping[str, str]) -> None:
        """Put what somebody else wrote below the fields named, and nothing below the others."""
        for name, label in self._theirs.items():
            label.setText(theirs.get(name, ""))
            label.setVisible(name in theirs)
            if not self._errors[name].text():
                self._fields[name].setAccessibleDescription(theirs.get(name, ""))

    def theirs(self, name: str) -> str:
        """Return what stands below a field as somebody else's, "" where nothing does."""
        return self._theirs[name].text()

    def clear_errors(self) -> None:
        for name, label in self._errors.items():
            if label.text():
                label.clear()
                label.hide()
                self._fields[name].setAccessibleDescription("")
                set_state(self._fields[name], "invalid", False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            if not event.isAutoRepeat():  # a key held down since the search saves nobody
                self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, name: str, caption: str) -> None:
        field: Line = _language_box(self) if name == "language" else QLineEdit(self)
        error = QLabel(self)
        error.setProperty("kind", "caption")
        error.setProperty("state", "bad")
        error.setTextFormat(Qt.TextFormat.PlainText)
        error.setWordWrap(True)
        error.hide()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(error)
        theirs = Caption("", None, self)
        theirs.setTextFormat(Qt.TextFormat.PlainText)
        theirs.setWordWrap(True)
        set_state(theirs, "state", "warning")
        theirs.hide()
        self._theirs[name] = theirs
        column.addWidget(theirs)
        label = Caption(caption, field, self)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, BESIDE_TEXT, 0, 0)
        self._form.addRow(label, column)
        field.setAccessibleName(caption)
        self._fields[name], self._errors[name] = field, error
        if isinstance(field, QComboBox):
            field.currentIndexChanged.connect(lambda _: self._on_edited(name))
        else:
            field.textChanged.connect(lambda _: self._on_edited(name))

    def _on_edited(self, name: str) -> None:
        if self._errors[name].text():
            self.clear_errors()
        self.edited.emit()


def _language_box(parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.addItem(QCoreApplication.translate("CustomerFields", "Not known"), "")
    for code in LANGUAGES:
        box.addItem(language_name(code), code)
    return box


def _choose(box: QComboBox, code: str) -> None:
    """Choose a language, adding one that is not among ours rather than losing it."""
    position = box.findData(code)
    if position < 0:
        box.addItem(language_name(code), code)
        position = box.count() - 1
    box.setCurrentIndex(position)
