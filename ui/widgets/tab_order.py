"""Where the Tab key finds what is made after the rest of its window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_place(holder: QWidget, *late: QWidget) -> None:
    """Let the Tab key come to `late`, in this order, where it would if they had been made with what holds them."""
    before: QWidget | None = holder
    while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:  # Qt puts nothing behind such a one
        before = before.previousInFocusChain()
        if before is holder:
            return
    for widget in late:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget
