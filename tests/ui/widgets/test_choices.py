"""Segmented rows and chip groups work by keys, mouse and program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets.chip_group import ChipGroup
from ui.widgets.segmented import Segmented

KINDS = [("Complaint", "complaint"), ("Suggestion", "suggestion"), ("Enquiry", "enquiry")]
LEVELS = [("Low", 1), ("Normal", 2), ("High", 3)]


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def show(window: QWidget, qtbot, *widgets: QWidget) -> None:
    for widget in widgets:
        window.layout().addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def test_segmented_starts_with_the_first_and_arrows_choose(window: QWidget, qtbot) -> None:
    kinds = Segmented(KINDS, "Kind of case")
    show(window, qtbot, kinds)
    assert kinds.value() == "complaint"
    kinds.setFocus()
    with qtbot.waitSignal(kinds.changed) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert told.args == ["suggestion"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert kinds.value() == "enquiry"
    assert sum(button.isChecked() for button in kinds.buttons()) == 1


def test_segmented_is_one_tab_stop_at_the_chosen_button(window: QWidget, qtbot) -> None:
    kinds, after = Segmented(KINDS, "Kind of case"), QLineEdit()
    show(window, qtbot, kinds, after)
    kinds.set_value("suggestion")
    kinds.setFocus()
    assert QApplication.focusWidget() is kinds.button("suggestion")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is kinds.button("suggestion")


def test_segmented_tells_each_change_once(window: QWidget, qtbot) -> None:
    kinds = Segmented(KINDS, "Kind of case")
    told: list[object] = []
    kinds.changed.connect(told.append)
    kinds.set_value("enquiry")
    kinds.set_value("enquiry")
    kinds.button("complaint").click()
    assert told == ["enquiry", "complaint"]
    with pytest.raises(ValueError, match="not in"):
        kinds.set_value("praise")


def test_chips_start_empty_and_are_chosen_and_cleared_by_keys(window: QWidget, qtbot) -> None:
    chips = ChipGroup(LEVELS, "Severity")
    show(window, qtbot, chips)
    told: list[object] = []
    chips.changed.connect(told.append)
    assert chips.value() is None
    chips.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert chips.value() is None, "arrows only move"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert told == [2, 3, None]


def test_clicking_the_chosen_chip_clears_it_only_where_allowed(window: QWidget, qtbot) -> None:
    free, bound = ChipGroup(LEVELS, "Free"), ChipGroup(LEVELS, "Bound", clearable=False)
    show(window, qtbot, free, bound)
    for chips in (free, bound):
        qtbot.mouseClick(chips.button(2), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(chips.button(2), Qt.MouseButton.LeftButton)
    assert (free.value(), bound.value()) == (None, 2)


def test_repeated_click_is_told_so_that_a_picker_can_open_again(window: QWidget, qtbot) -> None:
    chips = ChipGroup(LEVELS, "Severity", clearable=False)
    show(window, qtbot, chips)
    clicked: list[object] = []
    chips.clicked.connect(clicked.append)
    for _ in range(2):
        qtbot.mouseClick(chips.button(3), Qt.MouseButton.LeftButton)
    assert clicked == [3, 3]


def test_several_chips_can_be_chosen_when_not_exclusive(window: QWidget, qtbot) -> None:
    chips = ChipGroup(LEVELS, "Levels", exclusive=False)
    show(window, qtbot, chips)
    told: list[object] = []
    chips.changed.connect(told.append)
    chips.button(1).click()
    chips.button(3).click()
    chips.button(1).click()
    assert told == [[1], [1, 3], [3]]


def test_new_options_keep_what_is_still_among_them(window: QWidget, qtbot) -> None:
    chips = ChipGroup(LEVELS, "Severity")
    show(window, qtbot, chips)
    chips.set_value(3)
    told: list[object] = []
    chips.changed.connect(told.append)
    chips.set_options([*LEVELS, ("Urgent", 4)])
    assert (chips.value(), told) == (3, [])
    chips.set_options([("Low", 1)])
    assert (chips.value(), told) == (None, [None])


def test_chips_wrap_and_keep_26_px(window: QWidget, qtbot) -> None:
    chips = ChipGroup([(f"Choice number {n}", n) for n in range(6)], "Many")
    show(window, qtbot, chips)
    window.resize(280, 400)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips.buttons()}) > 1)
    assert {chip.height() for chip in chips.buttons()} == {26}
    assert all(chip.geometry().right() <= chips.width() for chip in chips.buttons())


def test_ampersand_is_shown_and_makes_no_mnemonic(window: QWidget, qtbot) -> None:
    chips = ChipGroup([("R&D", "rd")], "Team")
    assert chips.button("rd").text() == "R&&D"
    assert chips.options() == [("R&D", "rd")]


def test_focus_changes_no_size(window: QWidget, qtbot) -> None:
    kinds, chips = Segmented(KINDS, "Kind of case"), ChipGroup(LEVELS, "Severity")
    plain = [QPushButton("Save") for _ in range(5)]
    for button, kind in zip(plain, ("", "primary", "danger", "link", "round"), strict=True):
        button.setProperty("kind", kind or None)
    show(window, qtbot, kinds, chips, *plain)
    window.field = QLineEdit(window)
    for button in (*kinds.buttons(), *chips.buttons(), *plain):
        window.field.setFocus()
        resting = button.sizeHint()
        button.setFocus()
        assert button.hasFocus()
        assert button.sizeHint() == resting, button.property("kind")
