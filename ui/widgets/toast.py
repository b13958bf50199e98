"""Short messages inside the window that go by themselves and never take the keyboard."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.widgets import icons
from ui.widgets.buttons import ShortcutButton
from ui.widgets.labels import IconLabel

SECONDS = 8.0
_MARGIN = 16


class Toast(QFrame):
    """One message with at most one action; waits while the pointer or the keyboard is on it."""

    action_triggered = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        action: str = "",
        shortcut: str = "",
        seconds: float = SECONDS,
        icon: icons.IconName = "check-circle",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8 if action else 14, 7)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "accent", 18, self))
        self._label = QLabel(text, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setMinimumHeight(30)
        row.addWidget(self._label)
        self.held_focus = False
        self.button: ShortcutButton | None = None
        if action:
            self.button = ShortcutButton(action, shortcut, self, kind="link")
            self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.button.clicked.connect(self._act)
            row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self._time_out)
        self._timer.start()

    def text(self) -> str:
        return self._label.text()

    def dismiss(self) -> None:
        """Go now, without the action."""
        self._timer.stop()
        self.held_focus = self.button is not None and self.button.hasFocus()
        self.hide()
        self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def _act(self) -> None:
        self.action_triggered.emit()
        self.dismiss()

    def _time_out(self) -> None:
        if self.button is not None and self.button.hasFocus():
            self._timer.start()
        else:
            self.dismiss()


class ToastStack(QWidget):
    """Holds the toasts of one window above its content, at the bottom in the middle; newest lowest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._toasts: list[Toast] = []
        self._focus_before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember_focus)
        self.hide()

    def show_toast(
        self,
        text: str,
        action: str = "",
        *,
        shortcut: str = "",
        seconds: float = SECONDS,
        icon: icons.IconName = "check-circle",
    ) -> Toast:
        """Show a message; connect to the returned toast's `action_triggered`.

        `shortcut` must not be a key of text fields (Ctrl+Z, Ctrl+Shift+Z), which keep those for themselves; where
        several toasts share one, it acts on the newest.
        """
        toast = Toast(text, action, shortcut, seconds, icon, self)
        toast.closed.connect(self._on_closed)
        self._toasts.append(toast)
        self._column.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        return toast

    def toasts(self) -> list[Toast]:
        """Return the toasts on screen, oldest first."""
        return list(self._toasts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._lay_out()
        return super().eventFilter(watched, event)

    def _on_closed(self) -> None:
        toast = self.sender()
        if not isinstance(toast, Toast) or toast not in self._toasts:
            return
        self._toasts.remove(toast)
        if toast.held_focus and self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus()
        self._column.removeWidget(toast)
        toast.deleteLater()
        self._lay_out()

    def _lay_out(self) -> None:
        for toast in self._toasts:
            if toast.button is not None:
                toast.button.set_shortcut_enabled(toast is self._toasts[-1])
        if not self._toasts:
            self.hide()
            return
        window = cast("QWidget", self.parent())
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _MARGIN)
        self.show()
        self.raise_()

    def _remember_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        entered = now is not None and self.isAncestorOf(now)
        left = old is not None and self.isAncestorOf(old)
        if entered and not left:
            self._focus_before = old
