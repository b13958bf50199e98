"""Rows of candidates and search hits: a name over its detail, with reasons as pills."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.widgets import icons
from ui.widgets.item_roles import ItemRole
from ui.widgets.row_painting import (
    Index,
    is_selected,
    paint_ground,
    paint_line,
    paint_pills,
    pills_of,
    state_of,
    text_of,
    text_width,
)

ROW_HEIGHT = 50
_SIDE = 16
_ICON = 18
_LINE_HEIGHT = 20


class TwoLineDelegate(QStyledItemDelegate):
    """HEADLINE bold with WHEN at its right, DETAIL muted with PILLS at its right; an ICON, if any, in front."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        rect: QRect = option.rect
        left, right = rect.left() + _SIDE, rect.right() - _SIDE
        top = rect.top() + (rect.height() - 2 * _LINE_HEIGHT) // 2
        name = index.data(ItemRole.ICON)
        if name:
            role = theme.role_of(state_of(index))
            picture = icons.pixmap(name, role, _ICON, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(left, rect.center().y() - _ICON / 2), picture)
            left += _ICON + 10
        when = text_of(index, ItemRole.WHEN)
        width = text_width(when, "caption") + 2 if when else 0
        paint_line(painter, QRect(right - width, top, width, _LINE_HEIGHT), when, "caption", "muted", right=True)
        headline = QRect(left, top, right - width - 8 - left, _LINE_HEIGHT)
        paint_line(painter, headline, text_of(index, ItemRole.HEADLINE), "strong", "text")
        top += _LINE_HEIGHT
        free = paint_pills(painter, right, top + _LINE_HEIGHT // 2, pills_of(index), selected=is_selected(option))
        paint_line(
            painter, QRect(left, top, free - left, _LINE_HEIGHT), text_of(index, ItemRole.DETAIL), "caption", "muted"
        )
        painter.restore()
