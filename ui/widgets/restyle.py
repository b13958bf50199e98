"""What style rules cannot say by themselves: states in dynamic properties, the inner margin of spin boxes."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QWidget


def set_state(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that style rules select on, and apply the rules again; does nothing when it is set already."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def indent_spin_box(box: QAbstractSpinBox) -> None:
    """Move the text off the frame: Qt ignores a style sheet's left padding in spin boxes with styled buttons."""
    box.lineEdit().setTextMargins(6, 0, 0, 0)
