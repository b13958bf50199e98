"""Toasts tell, offer an undo, go by themselves, and leave the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.toast import ToastStack


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.field = QLineEdit(window)
    QVBoxLayout(window).addWidget(window.field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    return window


def test_showing_and_clicking_never_moves_the_focus(window: QWidget, qtbot) -> None:
    stack = ToastStack(window)
    toast = stack.show_toast("Complaint saved", "Undo")
    assert toast.isVisible()
    QTest.keyClicks(window.field, "typed on")
    assert QApplication.focusWidget() is window.field
    with qtbot.waitSignal(toast.action_triggered):
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is window.field
    assert window.field.text() == "typed on"
    assert stack.toasts() == []


def test_goes_by_itself(window: QWidget, qtbot) -> None:
    stack = ToastStack(window)
    with qtbot.waitSignal(stack.show_toast("Saved", seconds=0.02).closed, timeout=2000):
        pass
    assert stack.isHidden()


def test_tab_reaches_the_action_and_the_keyboard_goes_back(window: QWidget, qtbot) -> None:
    toast = ToastStack(window).show_toast("Saved", "Undo", seconds=0.05)
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is toast.button
    qtbot.wait(150)
    assert toast.isVisible(), "it waits while the keyboard is on it"
    qtbot.keyClick(toast.button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is window.field


def test_several_stack_without_overlap_and_the_newest_owns_the_key(window: QWidget, qtbot) -> None:
    stack = ToastStack(window)
    undone: list[str] = []
    first = stack.show_toast("First", "Undo", shortcut="Alt+U")
    second = stack.show_toast("Second", "Undo", shortcut="Alt+U")
    first.action_triggered.connect(lambda: undone.append("first"))
    second.action_triggered.connect(lambda: undone.append("second"))
    qtbot.waitUntil(lambda: not first.geometry().intersects(second.geometry()) and second.y() > first.y())
    for _ in range(2):
        qtbot.keyClick(window.field, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert undone == ["second", "first"]


def test_stays_inside_a_window_that_is_resized(window: QWidget, qtbot) -> None:
    stack = ToastStack(window)
    stack.show_toast("Saved")
    window.resize(420, 260)
    qtbot.waitUntil(lambda: window.rect().contains(stack.geometry()))
    assert stack.geometry().bottom() > window.height() - 40
    assert window.childAt(QPoint(5, 255)) is not stack
