"""One promise in today's list: when, who, what, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import icons
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.restyle import set_state

RowAction = tuple[str, icons.IconName, str]
"""An action's id, its icon and its accessible name."""

HEIGHT = 40
_WHEN_WIDTH = 44


class FollowUpRow(QWidget):
    """Time coloured by state, name over what was promised, icon buttons.

    The row itself takes the keyboard: Return, Space or a click emit `activated`, Up and Down go to the row above and
    below; a button emits `action_triggered` with its id.
    """

    activated = Signal()
    action_triggered = Signal(str)

    def __init__(
        self,
        when: str,
        name: str,
        what: str,
        state: theme.State = "neutral",
        actions: Sequence[RowAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._when = QLabel(self)
        self._when.setProperty("kind", "strong")
        self._when.setMinimumWidth(_WHEN_WIDTH)
        self._name = ElidedLabel("", self)
        self._what = ElidedLabel("", self)
        self._what.setProperty("kind", "caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 2, 2)
        row.setSpacing(4)
        row.addWidget(self._when)
        row.addSpacing(2)
        row.addLayout(words, 1)
        for action, icon, accessible_name in actions:
            button = IconButton(icon, accessible_name, self, size=16)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(lambda _checked=False, chosen=action: self.action_triggered.emit(chosen))
            row.addWidget(button)
        self.set_row(when, name, what, state)

    def set_row(self, when: str, name: str, what: str, state: theme.State = "neutral") -> None:
        """Change what the row says; the state only colours, so `when` must say it in words or time too."""
        self._when.setText(when)
        set_state(self._when, "state", state)
        self._name.setText(name)
        self._what.setText(what)
        self.setAccessibleName(f"{when} {name}: {what}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground: QColor | Qt.BrushStyle = look.color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush
        painter.setBrush(ground)
        painter.setPen(QPen(look.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def _step(self, step: int) -> None:
        holder = self.parentWidget()
        rows = holder.findChildren(FollowUpRow, options=Qt.FindChildOption.FindDirectChildrenOnly) if holder else []
        shown = [row for row in rows if row.isVisible()]
        target = shown.index(self) + step if self in shown else -1
        if 0 <= target < len(shown):
            shown[target].setFocus(Qt.FocusReason.TabFocusReason)
