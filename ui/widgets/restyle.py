"""Style-sheet states kept in dynamic properties."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_state(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that style rules select on, and apply the rules again; does nothing when it is set already."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
