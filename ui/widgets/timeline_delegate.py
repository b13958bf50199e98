"""Rows of a history: a circled picture on a vertical line, headline, detail, time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

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

ROW_HEIGHT = 64
_LINE_X = 21
_CIRCLE_Y = 22
_RADIUS = 13
_TEXT_X = 47
_RIGHT = 15
_LINE_HEIGHT = 22


class TimelineDelegate(QStyledItemDelegate):
    """Paints one entry from ItemRole HEADLINE, DETAIL, WHEN, ICON, STATE and PILLS; the newest entry is row 0."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(240, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        rect: QRect = option.rect
        self._paint_mark(painter, rect, index)
        self._paint_words(painter, rect, index, is_selected(option))
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = theme.current()
        centre = QPointF(rect.left() + _LINE_X, rect.top() + _CIRCLE_Y)
        painter.setPen(QPen(look.color("line"), 2))
        first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
        top = centre.y() if first else rect.top()
        painter.drawLine(QPointF(centre.x(), top), QPointF(centre.x(), centre.y() if last else rect.bottom() + 1))
        role = theme.role_of(state_of(index))
        painter.setPen(QPen(look.color(role), 1.5))
        painter.setBrush(look.color("card"))
        painter.drawEllipse(centre, _RADIUS, _RADIUS)
        name = index.data(ItemRole.ICON)
        if name:
            picture = icons.pixmap(name, role, 15, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(centre.x() - 7.5, centre.y() - 7.5), picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        right = rect.right() - _RIGHT
        left = rect.left() + _TEXT_X
        top = rect.top() + _CIRCLE_Y - _LINE_HEIGHT // 2
        when = text_of(index, ItemRole.WHEN)
        width = text_width(when, "body") + 2
        paint_line(painter, QRect(right - width, top, width, _LINE_HEIGHT), when, "body", "muted", right=True)
        free = paint_pills(painter, right - width - 10, top + _LINE_HEIGHT // 2, pills_of(index), selected=selected)
        headline = QRect(left, top, free - left, _LINE_HEIGHT)
        paint_line(painter, headline, text_of(index, ItemRole.HEADLINE), "strong", "text")
        detail = QRect(left, top + _LINE_HEIGHT, right - left, _LINE_HEIGHT)
        paint_line(painter, detail, text_of(index, ItemRole.DETAIL), "body", "muted")


def dress_timeline(view: QListView) -> None:
    """Give a list view the timeline's delegate and smooth, uniform rows."""
    view.setItemDelegate(TimelineDelegate(view))
    dress_list(view)


def dress_list(view: QListView) -> None:
    """Settings every list of painted rows shares: equal heights, scrolling by px, hover, no inner frame."""
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
