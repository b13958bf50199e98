"""Painted rows show their words and share one way to show selection."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QCursor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from ui import theme
from ui.widgets.item_roles import ItemRole
from ui.widgets.timeline_delegate import TimelineDelegate, dress_list
from ui.widgets.two_line_delegate import TwoLineDelegate

BOTH = pytest.mark.parametrize("delegate", [TimelineDelegate, TwoLineDelegate])


@pytest.fixture
def view(qtbot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    for state in ("bad", "good"):
        item = QStandardItem()
        values = {
            ItemRole.HEADLINE: "K7-00042 Charged twice",
            ItemRole.DETAIL: "陈美玲 · severity high",
            ItemRole.WHEN: "now",
            ItemRole.ICON: "alert",
            ItemRole.STATE: state,
            ItemRole.PILLS: [("late", "warning")],
        }
        for role, value in values.items():
            item.setData(value, role)
        model.appendRow(item)
    view.setModel(model)
    dress_list(view)
    QCursor.setPos(0, 0)  # or a row may be hovered
    view.setGeometry(300, 300, 420, 200)
    view.show()
    qtbot.waitExposed(view)
    return view


def row_image(view: QListView, row: int) -> QImage:
    return view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def excess(colour: str) -> int:
    """How much more red than green a colour holds; thin strokes are never painted in their full colour."""
    return QColor(colour).red() - QColor(colour).green()


@BOTH
def test_row_shows_its_state_its_words_and_its_pill(view: QListView, delegate: type[QStyledItemDelegate]) -> None:
    view.setItemDelegate(delegate(view))
    shown = colours(row_image(view, 0))
    assert {theme.LIGHT.text, theme.LIGHT.warning_soft} <= shown
    assert max(map(excess, shown)) > 90
    assert max(map(excess, colours(row_image(view, 1)))) < 70 < -min(map(excess, colours(row_image(view, 1))))


@BOTH
def test_selection_looks_the_same_in_every_delegate(view: QListView, delegate: type[QStyledItemDelegate]) -> None:
    view.setItemDelegate(delegate(view))
    view.setCurrentIndex(view.model().index(1, 0))
    ground = row_image(view, 1).pixelColor(410, 4)
    assert ground == theme.LIGHT.color("accent_soft")
    assert row_image(view, 0).pixelColor(410, 4) == theme.LIGHT.color("card")


@BOTH
def test_the_row_with_the_keyboard_has_a_two_pixel_ring(
    view: QListView, delegate: type[QStyledItemDelegate], qtbot
) -> None:
    view.setItemDelegate(delegate(view))
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitActive(view):
        view.activateWindow()
    view.setFocus()
    image = row_image(view, 0)
    middle = image.height() - 8
    assert [image.pixelColor(x, middle) == QColor(theme.LIGHT.accent) for x in range(3)] == [True, True, False]


@BOTH
def test_missing_roles_paint_an_empty_row(qtbot, delegate: type[QStyledItemDelegate]) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    model.appendRow(QStandardItem())
    view.setModel(model)
    view.setItemDelegate(delegate(view))
    view.resize(300, 100)
    assert not view.grab().isNull()
