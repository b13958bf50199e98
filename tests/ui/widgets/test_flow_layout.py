"""Rows of chips: how high they are for a width, also after a chip came, went or grew."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout

WIDE, NARROW = 400, 130


class Chips:
    """Three chips of 60 pixels and as many rows as they need."""

    def __init__(self, qtbot: QtBot) -> None:
        self.holder = QWidget()
        qtbot.addWidget(self.holder)
        self.layout = FlowLayout(self.holder)
        self.parts = [self.add() for _ in range(3)]

    def add(self) -> QWidget:
        chip = QWidget(self.holder)
        chip.setFixedSize(60, 20)
        self.layout.addWidget(chip)
        return chip

    def height(self, width: int) -> int:
        return self.layout.heightForWidth(width)


@pytest.fixture
def chips(qtbot: QtBot) -> Chips:
    return Chips(qtbot)


def test_what_does_not_fit_beside_the_others_goes_into_another_row(chips: Chips) -> None:
    assert (chips.height(WIDE), chips.height(NARROW)) == (20, 46)


def test_a_chip_that_comes_goes_or_hides_changes_the_height(chips: Chips, qtbot: QtBot) -> None:
    assert chips.height(NARROW) == 46
    more = [chips.add(), chips.add()]
    assert chips.height(NARROW) == 72
    more[0].hide()
    assert chips.height(NARROW) == 46
    more[0].show()
    assert chips.height(NARROW) == 72
    chips.layout.removeWidget(more[0])
    assert chips.height(NARROW) == 46


def test_a_chip_that_grows_changes_the_height(chips: Chips) -> None:
    assert chips.height(NARROW) == 46
    chips.parts[0].setFixedSize(120, 30)
    assert chips.height(NARROW) == 56
