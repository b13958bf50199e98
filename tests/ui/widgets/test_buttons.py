"""Buttons have names, print their keys, and answer to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import IconButton, ShortcutButton
from ui.widgets.labels import ElidedLabel, printed_keys


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.field = QLineEdit(window)
    QVBoxLayout(window).addWidget(window.field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    return window


def add(window: QWidget, widget: QWidget) -> None:
    window.layout().addWidget(widget)
    widget.show()


def test_an_icon_alone_needs_a_name(qtbot) -> None:
    with pytest.raises(ValueError, match="accessible name"):
        IconButton("phone", " ")
    button = IconButton("phone", "Call back", shortcut="F2")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Call back"
    assert button.toolTip() == "Call back (F2)"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_printed_key_works_from_another_field_and_moves_no_focus(window: QWidget, qtbot, key: Qt.Key) -> None:
    button = ShortcutButton("Save", "Ctrl+Return", kind="primary")
    add(window, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(window.field, key, Qt.KeyboardModifier.ControlModifier)
    assert window.field.hasFocus()


@pytest.mark.parametrize("change", ["disable", "hide", "unbind"])
def test_printed_key_sleeps_with_its_button(window: QWidget, qtbot, change: str) -> None:
    button = ShortcutButton("Answer", "F2", bind=change != "unbind")
    add(window, button)
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    qtbot.keyClick(window.field, Qt.Key.Key_F2)
    awake = 0 if change == "unbind" else 1
    assert len(clicks) == awake
    button.setEnabled(change != "disable")
    button.setVisible(change != "hide")
    qtbot.keyClick(window.field, Qt.Key.Key_F2)
    assert len(clicks) == awake


def test_width_holds_label_and_key_and_follows_the_label(qtbot) -> None:
    bare, keyed = ShortcutButton("Save"), ShortcutButton("Save", "Ctrl+Return")
    for button in (bare, keyed):
        qtbot.addWidget(button)
    assert keyed.sizeHint().width() > bare.sizeHint().width() + 20
    assert bare.sizeHint().height() >= 30
    before = bare.sizeHint().width()
    bare.set_label("Save complaint")
    assert bare.sizeHint().width() > before
    assert bare.accessibleName() == "Save complaint"


def test_keys_are_printed_as_people_read_them() -> None:
    assert printed_keys("Ctrl+Return") == "Ctrl+↵"
    assert printed_keys("") == ""


def test_long_text_is_elided_and_told_by_the_tooltip(window: QWidget, qtbot) -> None:
    label = ElidedLabel("A very long name of a company that does not fit in here")
    add(window, label)
    window.resize(120, 100)
    qtbot.waitUntil(lambda: label.shown_text().endswith("…"))
    assert label.toolTip() == label.text()
    label.setText("Short")
    assert (label.shown_text(), label.toolTip()) == ("Short", "")


def test_text_that_has_the_room_it_asks_for_is_shown_whole(qtbot) -> None:
    label = ElidedLabel("+34 93 412 55 80 · Billing line (ca)")
    qtbot.addWidget(label)
    label.setContentsMargins(3, 0, 5, 0)
    label.resize(label.sizeHint())
    assert label.shown_text() == label.text()
