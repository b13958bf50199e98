"""A field of a form: its caption above, a note and what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.labels import Caption
from ui.widgets.restyle import set_state


class Field(QWidget):
    """Caption, the control, an optional note, and the complaint while there is one."""

    def __init__(self, caption: str, control: QWidget, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(Caption(caption, control))
        column.addWidget(control)
        control.setAccessibleName(caption)
        self._note = note_label(note)
        self._problem = note_label("")
        set_state(self._problem, "state", "bad")
        column.addWidget(self._note)
        column.addWidget(self._problem)
        self._note.setVisible(bool(note))
        self._problem.hide()
        column.addStretch(1)

    def set_note(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def problem(self) -> str:
        return self._problem.text()

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the field; "" when nothing is."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        set_state(self.control, "invalid", bool(text))


class QuietComboBox(QComboBox):
    """A combo box that leaves the wheel to the page unless it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(10)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self and event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def note_label(text: str) -> QLabel:
    """Return a muted small label that wraps."""
    label = QLabel(text)
    label.setProperty("kind", "caption")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
