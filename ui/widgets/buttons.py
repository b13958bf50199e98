"""Buttons: an icon alone, and a label with its shortcut printed on it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QWidget

from ui import theme
from ui.widgets import icons
from ui.widgets.labels import printed_keys
from ui.widgets.restyle import set_state

ButtonKind = Literal["plain", "primary", "danger", "good", "link", "round"]

_GAP = 7
_KEYS_GAP = 10
_LABEL_ROLES: dict[ButtonKind, theme.Role] = {
    "plain": "text",
    "primary": "on_accent",
    "danger": "on_bad",
    "good": "on_good",
    "link": "accent",
    "round": "text",
}
_FILLED: tuple[ButtonKind, ...] = ("primary", "danger", "good")


class IconButton(QToolButton):
    """A square button with only an icon; its name is read out and shown as tooltip, so it is required."""

    def __init__(
        self,
        name: icons.IconName,
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        role: theme.Role = "muted",
        size: int = 18,
        side: int = 30,
        checkable: bool = False,
        shortcut: str = "",
    ) -> None:
        super().__init__(parent)
        if not accessible_name.strip():
            raise ValueError("an icon alone needs an accessible name")
        self._icon_name, self._role = name, role
        self.setAccessibleName(accessible_name)
        self.setToolTip(f"{accessible_name} ({printed_keys(shortcut)})" if shortcut else accessible_name)
        self.setCheckable(checkable)
        self.setFixedSize(side, side)
        self.setIconSize(QSize(size, size))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if shortcut:  # Qt's own shortcut of a button clicks a tenth of a second late, when the next keys are there
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.click)
        self.toggled.connect(self._tint)
        self._tint()

    def set_icon(self, name: icons.IconName, role: theme.Role | None = None) -> None:
        self._icon_name, self._role = name, role or self._role
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        role = "accent" if self.isChecked() else self._role
        self.setIcon(icons.icon(self._icon_name, role, self.iconSize().width()))


class ShortcutButton(QPushButton):
    """A push button that prints its shortcut after the label; the shortcut works while the button is seen and enabled.

    `shortcut` is portable text ("Ctrl+Return" also takes the keypad's Enter). With `bind=False` it is only printed,
    for a key that something else handles.
    """

    def __init__(
        self,
        label: str,
        shortcut: str = "",
        parent: QWidget | None = None,
        *,
        kind: ButtonKind = "plain",
        icon: icons.IconName | None = None,
        bind: bool = True,
    ) -> None:
        super().__init__(parent)
        self._label, self._keys, self._kind, self._icon_name = label, printed_keys(shortcut), kind, icon
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        self._shortcut: QShortcut | None = None
        if shortcut and bind:
            self._shortcut = QShortcut(self)
            self._shortcut.setKeys(_with_keypad(shortcut))
            self._shortcut.setAutoRepeat(False)
            self._shortcut.activated.connect(self.click)

    def label(self) -> str:
        return self._label

    def set_label(self, label: str) -> None:
        if label == self._label:
            return
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        self._kind = kind
        set_state(self, "kind", kind)

    def set_shortcut_enabled(self, enabled: bool) -> None:
        """Switch the key off without greying the button, where several buttons share it."""
        if self._shortcut is not None:
            self._shortcut.setEnabled(enabled)

    def sizeHint(self) -> QSize:  # noqa: N802
        side = 10 if self._kind in ("round", "link") else 14
        height = 26 if self._kind == "round" else 30
        return QSize(self._content_width() + 2 * side, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if self.hasFocus() and self._kind in _FILLED:
            self._paint_inner_ring(painter)
        self._paint_content(painter)

    def _paint_inner_ring(self, painter: QPainter) -> None:
        """A second ring inside the first, because the outer one alone is too close to the button's own colour."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("card"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)
        painter.restore()

    def _paint_content(self, painter: QPainter) -> None:
        left = (self.width() - self._content_width()) // 2
        role: theme.Role = _LABEL_ROLES[self._kind] if self.isEnabled() else "disabled"
        if self._icon_name is not None:
            painter.drawPixmap(left, (self.height() - 16) // 2, icons.pixmap(self._icon_name, role, 16))
            left += 16 + _GAP
        look = theme.current()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        width = self._label_metrics().horizontalAdvance(self._label)
        painter.setFont(self._label_font())
        painter.setPen(look.color(role))
        painter.drawText(QRect(left, 0, width + 2, self.height()), int(middle), self._label)
        if self._keys:
            painter.setFont(theme.font("body"))
            painter.setPen(look.color("muted" if role == "text" else role))
            painter.drawText(QRect(left + width + _KEYS_GAP, 0, self.width(), self.height()), int(middle), self._keys)

    def _content_width(self) -> int:
        width = self._label_metrics().horizontalAdvance(self._label)
        if self._icon_name is not None:
            width += 16 + _GAP
        if self._keys:
            width += _KEYS_GAP + QFontMetrics(theme.font("body")).horizontalAdvance(self._keys)
        return width

    def _label_font(self) -> QFont:
        return theme.font("strong" if self._kind in _FILLED else "body")

    def _label_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._label_font())


def _with_keypad(shortcut: str) -> list[QKeySequence]:
    keys = [QKeySequence(shortcut)]
    if shortcut.endswith("Return"):
        keys.append(QKeySequence(shortcut.removesuffix("Return") + "Enter"))
    return keys
