"""The middle column: everything that happened with the customer on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QTabBar, QVBoxLayout, QWidget

from app.workflows.records import CustomerView
from ui.background import Background
from ui.panels import timeline_counts
from ui.panels.timeline_model import Kinds, TimelineModel
from ui.panels.timeline_text import CASES, Words
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.icons import IconName
from ui.widgets.timeline_delegate import dress_timeline

if TYPE_CHECKING:
    from app.bootstrap import Backend


class TimelinePanel(QWidget):
    """Tabs over one list; Enter or a double click on a case tells which."""

    case_activated = Signal(object)  # TimelineRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bound: tuple[Backend, Background] | None = None
        self._customer: UUID | None = None
        self._name = ""
        self.model = TimelineModel(self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(QCoreApplication.translate("TimelinePanel", "What the timeline shows"))
        for title in timeline_counts.titles(None):
            self.tabs.addTab(title)
        self.list = _TimelineList(self)
        self.list.setAccessibleName(QCoreApplication.translate("TimelinePanel", "Timeline"))
        self.list.setModel(self.model)
        self.list.opened.connect(self._open)
        self.tabs.currentChanged.connect(lambda _: self._show_tab(None))
        self._lay_out()
        for changed in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved, self.model.read):
            changed.connect(self._show_emptiness)
        self._show_emptiness()

    def bind(self, backend: Backend, background: Background) -> None:
        self._bound = (backend, background)
        self.model.bind(backend, background)
        self._count()

    def show_customer(self, view: CustomerView | None) -> None:
        """Show a customer's timeline; the same customer again only brings it up to date."""
        customer = view.card.id if view is not None else None
        known = customer is not None and customer == self._customer
        self._customer, self._name = customer, view.card.name if view is not None else ""
        if not known:
            self._show_tab(view)
        elif view is not None:
            self._take(view)
        self._show_first_counts(view, known=known)

    def set_call_in_progress(
        self, headline: str | None, detail: str = "", call_id: UUID | None = None, icon: IconName = "phone-in"
    ) -> None:
        """Show a call that is on above everything else, None for no call; `call_id` hides its own record that long."""
        live = Words(headline, detail, icon, "good") if headline is not None else None
        self.model.set_call_in_progress(live, call_id)

    def kinds(self) -> Kinds:
        """Return what the chosen tab shows; nothing means everything."""
        return timeline_counts.TABS[max(self.tabs.currentIndex(), 0)]

    def _lay_out(self) -> None:
        card = Card("", self, padding=0)
        card.setAccessibleName(QCoreApplication.translate("TimelinePanel", "Timeline"))
        card.body.setContentsMargins(1, 8, 1, 1)
        card.body.setSpacing(0)
        card.body.addWidget(self.tabs)
        card.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _show_tab(self, view: CustomerView | None) -> None:
        kinds = self.kinds()
        self.model.show(self._customer, kinds, view.timeline if view is not None and not kinds else None)

    def _take(self, view: CustomerView) -> None:
        if self.kinds():
            self.model.refresh()
        else:
            self.model.take_first(view.card.id, view.timeline)

    def _show_first_counts(self, view: CustomerView | None, *, known: bool) -> None:
        counts = timeline_counts.of_page(view.timeline) if view is not None else None
        if counts is not None or not known:
            self._show_counts(counts)
        if counts is None:
            self._count()

    def _count(self) -> None:
        if self._bound is None or self._customer is None:
            return
        backend, background = self._bound
        customer = self._customer

        def deliver(counts: dict[Kinds, int]) -> None:
            if customer == self._customer:
                self._show_counts(counts)

        background.run_read(lambda: timeline_counts.read(backend.reads, customer), deliver)

    def _show_counts(self, counts: Mapping[Kinds, int] | None) -> None:
        for position, title in enumerate(timeline_counts.titles(counts)):
            if self.tabs.tabText(position) != title:
                self.tabs.setTabText(position, title)

    def _show_emptiness(self) -> None:
        if self._customer is None:
            text = QCoreApplication.translate("TimelinePanel", "Calls, cases and follow-ups of the customer show here.")
        else:
            text = QCoreApplication.translate("TimelinePanel", "Nothing yet with {name}.").format(name=self._name)
        self.list.say(text if self.model.rowCount() == 0 and self.model.is_read() else "")

    def _open(self, index: QModelIndex) -> None:
        row = self.model.timeline_row(index)
        if row is not None and row.kind in CASES:
            self.case_activated.emit(row)


class _TimelineList(QListView):
    """A list with a sentence over it while it is empty, so that it need not be hidden and keeps the keyboard."""

    opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_timeline(self)
        self._sentence = EmptyState("list", "", "", self)
        self.doubleClicked.connect(self.opened)

    def say(self, sentence: str) -> None:
        self._sentence.set_sentence(sentence)
        self._sentence.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return the sentence shown, "" where there are rows."""
        return "" if self._sentence.isHidden() else self._sentence.sentence()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._sentence.setGeometry(self.rect())
