"""The item data roles our delegates read."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class ItemRole(IntEnum):
    """Roles for `model.data(index, role)`; a model also returns its headline as DisplayRole, for screen readers."""

    HEADLINE = Qt.ItemDataRole.UserRole + 1
    """str: the bold first line."""
    DETAIL = Qt.ItemDataRole.UserRole + 2
    """str: the muted second line."""
    WHEN = Qt.ItemDataRole.UserRole + 3
    """str: a short time, at the right of the first line."""
    ICON = Qt.ItemDataRole.UserRole + 4
    """ui.widgets.icons.IconName: the picture in the circle."""
    STATE = Qt.ItemDataRole.UserRole + 5
    """ui.theme.State: the colour of the circle; "neutral" when absent."""
    PILLS = Qt.ItemDataRole.UserRole + 6
    """Sequence[tuple[str, ui.theme.State]]: states in words, at the right."""
