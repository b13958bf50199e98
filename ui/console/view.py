"""The console page: the strips of the calls, customer and promises left, timeline in the middle, case form right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.background import Background
from ui.console.strips import CallStrips
from ui.panels.case_form import CaseForm
from ui.panels.customer_panel import CustomerPanel
from ui.panels.follow_ups_panel import FollowUpsPanel
from ui.panels.timeline_panel import TimelinePanel
from ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from app.bootstrap import Backend

LEFT_WIDTH = 330
RIGHT_WIDTH = (400, 430)
GAP = 10


class ConsolePage(QWidget):
    """Layout only; `ui.console.controller` connects the parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strips = CallStrips()
        self.customer = CustomerPanel()
        self.promises = FollowUpsPanel()
        self.timeline = TimelinePanel()
        self.other_draft = NoticeBar(state="warning", icon="edit")
        self.other_draft.hide()
        self.form = CaseForm()
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        columns.addWidget(self._left())
        columns.addWidget(self.timeline, 1)
        columns.addWidget(self._right())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addWidget(self.strips)  # until the window takes them above all its pages
        page.addLayout(columns, 1)

    def bind(self, backend: Backend, background: Background) -> None:
        """Give the panels what a call is shown and logged with."""
        for panel in (self.customer, self.timeline, self.form):
            panel.bind(backend, background)

    def rehearse(self) -> Iterator[None]:
        """Make what the first rings would have to make, some milliseconds a step."""
        yield from self.strips.rehearse()
        yield from self.customer.rehearse()

    def _left(self) -> QWidget:
        column = _column(self.customer, self.promises)
        column.setFixedWidth(LEFT_WIDTH)
        return column

    def _right(self) -> QWidget:
        column = _column(self.other_draft, self.form)
        column.setMinimumWidth(RIGHT_WIDTH[0])
        column.setMaximumWidth(RIGHT_WIDTH[1])
        column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return column


def _column(*widgets: QWidget) -> QWidget:
    """Stack widgets; the last one takes the room that is left."""
    column = QWidget()
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(GAP)
    for widget in widgets:
        box.addWidget(widget, 1 if widget is widgets[-1] else 0)
    return column
