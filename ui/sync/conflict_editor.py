"""Where a third value is typed or chosen, for a field of which neither change is right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from ui.panels import field_words
from ui.panels.customer_facts import LANGUAGES, language_name

LONG = {"description"}
HEIGHT = 120
MOST = {"summary": 200}  # characters


class ConflictEditor(QWidget):
    """A line, a longer text or a closed choice; Enter (Ctrl+Enter in a longer text) settles, Escape leaves."""

    submitted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_edit = False
        self.caption = QLabel(self)
        self.line, self.text, self.box = QLineEdit(self), QPlainTextEdit(self), QComboBox(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(HEIGHT)
        self.stack = QStackedWidget(self)
        for widget in (self.line, self.text, self.box):
            self.stack.addWidget(widget)
            widget.setAccessibleName(QCoreApplication.translate("Attention", "What shall stand there instead"))
            widget.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.stack, 1)
        self.hide()

    def can_edit(self) -> bool:
        """Whether another value of this field can be given at all."""
        return self._can_edit

    def show_value(self, table: str, name: str, held: Any) -> None:
        """Get ready for a field, with a value to begin from."""
        choices = field_words.choices(table, name)
        if name == "language":
            choices = [(language_name(code), code) for code in LANGUAGES]
        self._can_edit = bool(choices) or field_words.is_text(table, name)
        shown: QWidget = self.box if choices else self.text if name in LONG else self.line
        self.box.clear()
        for words, value in choices:
            self.box.addItem(words, value)
        self.box.setCurrentIndex(max(self.box.findData(held), 0))
        said = str(held) if isinstance(held, str) else ""
        self.line.setMaxLength(MOST.get(name, 32767))
        self.line.setText(said)
        self.text.setPlainText(said)
        self.stack.setCurrentWidget(shown)
        self.caption.setText(
            QCoreApplication.translate("Attention", "Instead (Ctrl+Enter settles):")
            if shown is self.text
            else QCoreApplication.translate("Attention", "Instead:")
        )
        self.stack.setFixedHeight(HEIGHT if shown is self.text else self.line.sizeHint().height())

    def value(self) -> Any:
        """Return what stands there, None where that is nothing."""
        shown = self.stack.currentWidget()
        if shown is self.box:
            return self.box.currentData()
        text = self.text.toPlainText() if shown is self.text else " ".join(self.line.text().split())
        return text.strip() or None

    def take_keyboard(self) -> None:
        shown = self.stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if shown is self.line:
            self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            return False
        if watched is self.text and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.submitted.emit()
        return True
