"""The search line: icon, hint with its shortcut, clear button, and a pause before it asks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets import icons
from ui.widgets.labels import printed_keys

QUIET_MS = 60
"""How long typing must pause before a search is asked for: between 60 and 80 ms feels immediate."""


class SearchField(QLineEdit):
    """A line edit that emits `searched` (stripped text, when it differs) once typing pauses, at once when cleared.

    Escape clears, and is passed on when there is nothing to clear. Down and Up are told by `moved` (+1, -1) so that a
    result list can follow without taking the focus; Return by the inherited `returnPressed`.
    """

    searched = Signal(str)
    moved = Signal(int)

    def __init__(self, hint: str, accessible_name: str, parent: QWidget | None = None, *, shortcut: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(f"{hint}    {printed_keys(shortcut)}" if shortcut else hint)
        self._glass = self.addAction(icons.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)
        self._glass.setEnabled(False)
        self._clear = QAction(QCoreApplication.translate("Widgets", "Clear"), self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._asked = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._ask)
        self.textChanged.connect(self._on_text)
        if shortcut:
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.take_keyboard)
        self._tint()

    def take_keyboard(self) -> None:
        """Focus the field with its text selected, as its shortcut does."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif (
            event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_clear"):
            self._tint()

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text.strip():
            self._quiet.start()
        else:
            self._quiet.stop()
            self._ask()

    def _ask(self) -> None:
        text = self.text().strip()
        if text != self._asked:
            self._asked = text
            self.searched.emit(text)

    def _tint(self) -> None:
        glass = icons.pixmap("search", "muted", 16)
        symbol = icons.icon("search", "muted", 16)
        symbol.addPixmap(glass, QIcon.Mode.Disabled)
        self._glass.setIcon(symbol)
        self._clear.setIcon(icons.icon("close", "muted", 16))
