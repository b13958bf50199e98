"""How a panel lies: a form that scrolls where the window is low, what is said of it, buttons always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget


def scrolling(form: QLayout) -> QScrollArea:
    """Return an area in which a form scrolls up and down."""
    body = QWidget()
    body.setProperty("transparent", True)
    column = QVBoxLayout(body)
    column.setContentsMargins(2, 0, 8, 0)
    column.addLayout(form)
    column.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


def lay_out_panel(panel: QWidget, form: QLayout, said: QWidget | None, buttons: QLayout) -> None:
    """Lay a panel out: the form, what is said of it, the buttons."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(scrolling(form), 1)
    if said is not None:
        column.addWidget(said)
    column.addLayout(buttons)
