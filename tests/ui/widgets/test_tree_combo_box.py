"""The category field filters by typing, keeps the keyboard, and never loses what was chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.tree_combo_box import TreeComboBox
from ui.widgets.tree_filter import TreeNode, fold

TREE = [
    TreeNode("Facturació", "billing", (TreeNode("Càrrec doble", "double"), TreeNode("Import incorrecte", "amount"))),
    TreeNode("Xarxa", "network", (TreeNode("Instal·lació", "install"), TreeNode("网络很慢", "slow")), selectable=False),
]


@pytest.fixture
def field(qtbot) -> Iterator[TreeComboBox]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 500)
    column = QVBoxLayout(window)
    field = TreeComboBox("Choose a category", "Category", window)
    field.set_tree(TREE)
    window.other = QLineEdit(window)
    column.addWidget(field)
    column.addWidget(window.other)
    column.addStretch()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    yield field


def test_typing_filters_by_every_word_without_accents(field: TreeComboBox, qtbot) -> None:
    qtbot.keyClicks(field, "fact carrec")
    assert field.shown_paths() == ["Facturació › Càrrec doble"]
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == "double"
    assert field.text() == "Facturació › Càrrec doble"
    assert not field.is_open()


@pytest.mark.parametrize(
    ("typed", "found"), [("instal·lacio", "install"), ("installacio", "install"), ("网络", "slow")]
)
def test_middle_dots_and_chinese_are_found(field: TreeComboBox, qtbot, typed: str, found: str) -> None:
    field.setText(typed)
    field.textEdited.emit(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == found


def test_arrows_skip_headings_that_cannot_be_chosen(field: TreeComboBox, qtbot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.is_open()
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == "install"


def test_return_on_nothing_found_chooses_nothing(field: TreeComboBox, qtbot) -> None:
    qtbot.keyClicks(field, "zzz")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() is None
    assert field.shown_paths() == []


def test_escape_and_leaving_keep_what_was_chosen(field: TreeComboBox, qtbot) -> None:
    field.set_value("amount")
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Facturació › Import incorrecte"
    qtbot.keyClicks(field, "x")
    field.window().other.setFocus()
    assert (field.value(), field.text()) == ("amount", "Facturació › Import incorrecte")
    assert not field.is_open()


def test_an_emptied_field_chooses_nothing(field: TreeComboBox, qtbot) -> None:
    field.set_value("amount")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.changed) as told:
        field.window().other.setFocus()
    assert told.args == [None]


def test_click_on_a_row_chooses_and_click_elsewhere_closes(field: TreeComboBox, qtbot) -> None:
    field.open_popup()
    view = field._view
    row = view.visualRect(view.model().index(1, 0, view.model().index(0, 0)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert field.value() == "amount"
    field.open_popup()
    qtbot.mouseClick(field.window(), Qt.MouseButton.LeftButton, pos=field.window().rect().bottomRight())
    assert not field.is_open()


def test_data_outside_the_tree_is_refused_and_dropped_with_its_tree(field: TreeComboBox, qtbot) -> None:
    with pytest.raises(ValueError, match="no choice"):
        field.set_value("network")  # a heading
    field.set_value("double")
    field.set_tree(TREE[1:])
    assert (field.value(), field.text()) == (None, "")


def test_popup_stays_inside_the_window(field: TreeComboBox) -> None:
    field.window().layout().insertStretch(0, 1000)
    field.window().layout().activate()
    field.open_popup()
    assert field.window().rect().contains(field._panel.geometry())


def test_fold() -> None:
    assert fold("Instal·lació ÀÉ") == "installacio ae"
