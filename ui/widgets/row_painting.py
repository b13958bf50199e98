"""What every delegate paints alike: the ground of a row, its lines of text, and reading of the item roles."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import theme
from ui.widgets.item_roles import ItemRole
from ui.widgets.pill import HEIGHT as PILL_HEIGHT
from ui.widgets.pill import paint_pill, pill_width

Index = QModelIndex | QPersistentModelIndex

_RING = 2
_GAP = 8


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint selection, hover and the 2 px focus ring of a row: the one way selection looks in all our delegates."""
    look = theme.current()
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    if is_selected(option):
        painter.fillRect(rect, look.color("accent_soft"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, look.color("hover"))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.save()
        painter.setPen(QPen(look.color("accent"), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()


def paint_line(
    painter: QPainter, rect: QRect, text: str, kind: theme.FontKind, role: theme.Role, *, right: bool = False
) -> None:
    """Paint one line of text, elided to `rect` and centred in its height."""
    painter.setFont(theme.font(kind))
    painter.setPen(theme.current().color(role))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = theme.elided(text, kind, rect.width())
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def paint_pills(
    painter: QPainter, right: int, middle: int, pills: list[tuple[str, theme.State]], *, selected: bool = False
) -> int:
    """Paint pills leftwards from x = `right`, centred on y = `middle`; return the x left over for text.

    On a selected row they stand on card ground, or an accent pill would melt into the selection.
    """
    for text, state in reversed(pills):
        width = pill_width(text)
        rect = QRectF(right - width, middle - PILL_HEIGHT / 2, width, PILL_HEIGHT)
        painter.setFont(theme.font("pill"))
        paint_pill(painter, rect, text, state, inset=selected)
        right -= width + _GAP
    return right


def is_selected(option: QStyleOptionViewItem) -> bool:
    state: QStyle.StateFlag = option.state
    return bool(state & QStyle.StateFlag.State_Selected)


def text_width(text: str, kind: theme.FontKind) -> int:
    """Return the width of one line, in px."""
    return QFontMetrics(theme.font(kind)).horizontalAdvance(text)


def text_of(index: Index, role: ItemRole) -> str:
    """Return a text role, "" where the model gives none."""
    value = index.data(role)
    return "" if value is None else str(value)


def state_of(index: Index) -> theme.State:
    """Return the STATE role, "neutral" where the model gives none that exists."""
    value = index.data(ItemRole.STATE)
    return cast("theme.State", value) if value in get_args(theme.State) else "neutral"


def pills_of(index: Index) -> list[tuple[str, theme.State]]:
    return list(index.data(ItemRole.PILLS) or [])
