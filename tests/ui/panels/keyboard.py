"""A person at the keyboard: keys go to whatever has the focus, and what they cost is counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

KEY_SECONDS, THINK_SECONDS = 0.2, 1.35
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keyboard:
    """Presses keys in a window; `seconds` follows the keystroke-level model, free text left out."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._free = False
        self.keys = self.thoughts = 0

    @property
    def seconds(self) -> float:
        return self.keys * KEY_SECONDS + self.thoughts * THINK_SECONDS

    def think(self) -> None:
        self.thoughts += 1

    @contextmanager
    def free_text(self) -> Iterator[None]:
        """What the customer says has to be typed in any program."""
        self._free = True
        yield
        self._free = False

    def press(self, keys: str) -> None:
        """Press one combination, "Ctrl+Shift+F"; each modifier is a key."""
        combination = QKeySequence(keys)[0]
        modifiers = combination.keyboardModifiers()
        self._count(1 + sum(bool(modifiers & one) for one in _MODIFIERS))
        QTest.keyClick(self._target(), combination.key(), modifiers)

    def type(self, text: str) -> None:
        """Type text; what is not ASCII arrives as an input method or a dead key delivers it."""
        for sign in text:
            self._count(1)
            if sign.isascii():
                QTest.keyClicks(self._target(), sign)
            else:
                commit = QInputMethodEvent()
                commit.setCommitString(sign)
                QCoreApplication.sendEvent(self._target(), commit)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def _count(self, keys: int) -> None:
        if not self._free:
            self.keys += keys


def show_active(window: QWidget) -> Keyboard:
    """Show a window, give it the keyboard, and return somebody to use it."""
    window.show()
    window.activateWindow()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.PolishRequest)
    assert QTest.qWaitForWindowActive(window)
    return Keyboard(window)
