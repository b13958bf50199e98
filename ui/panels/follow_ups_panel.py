"""Today's promises: late ones first, each can be opened, settled or put off."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.follow_ups.records import FollowUpRow as Promise
from ui.panels.case_form_due import said, zone_of
from ui.panels.follow_ups_model import FollowUpsModel
from ui.panels.follow_ups_snooze import SnoozePanel
from ui.panels.follow_ups_words import late_count, row_text
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.follow_up_row import HEIGHT, FollowUpRow, RowAction
from ui.widgets.pill import Pill
from ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.background import Background
    from ui.widgets.date_time_picker import DateTimePicker

DONE, SNOOZE, MORE = "done", "snooze", "more"
_KEYS = {DONE: "D", SNOOZE: "S", MORE: "Shift+S"}
_MORE_WIDTH = 20
_TO_THE_END = 1_000_000
_ROWS_AT_A_TIME = 12  # a row is a dozen widgets and takes some milliseconds to make


class FollowUpsPanel(Card):
    """A list with one tab stop: arrows move, Return opens the customer, D is done, S snoozes an hour, Shift+S asks.

    A refresh keeps the keyboard on the promise it is on.
    """

    customer_opened = Signal(object)  # UUID
    number_opened = Signal(str)  # of a promise to somebody who is no customer
    toast = Signal(str, str, object)  # text, action, what the action calls (None without one)

    def __init__(self, parent: QWidget | None = None, model: FollowUpsModel | None = None) -> None:
        super().__init__(QCoreApplication.translate("FollowUps", "Today · Follow-ups due"), parent)
        self.model = model or FollowUpsModel(self)
        self._rows: dict[UUID, FollowUpRow] = {}
        self._promises: dict[UUID, Promise] = {}
        self._current: UUID | None = None  # whose row is the tab stop
        self._most = _ROWS_AT_A_TIME
        self._pill = Pill("", "bad", self)
        self._count = QLabel(self)
        self._count.setProperty("kind", "muted")
        self._empty = EmptyState(
            "calendar-check", QCoreApplication.translate("FollowUps", "Nothing promised for today"), "", self
        )
        self._snooze = SnoozePanel(self)
        self._asked_for: UUID | None = None  # whom the popup is about
        self._lay_out()
        self.model.changed.connect(self._show)
        self.model.toast.connect(self.toast)
        self._snooze.chosen.connect(self._on_snooze_chosen)
        self._snooze.pick_wanted.connect(self._on_pick)
        self._snooze.closed.connect(self._give_keyboard_back)
        self._show()

    def bind(self, backend: Backend, background: Background) -> None:
        """Read today's promises."""
        self.model.bind(backend, background)

    def refresh(self, customers: frozenset[UUID] | None = None) -> None:
        """Read again, because promises changed, or these customers, of whom any may be shown here."""
        if customers is None or self.model.shows(customers):
            self.model.refresh()

    def rows(self) -> list[FollowUpRow]:
        """Return the rows made so far, from top to bottom."""
        return [self._rows[promise_id] for promise_id in self._promises]

    def take_keyboard(self) -> None:
        """Go to the list, because the user asked for it."""
        if self._current in self._rows:
            self._go_to(self._current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, FollowUpRow):
            return self._handle_key(watched, event)
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, FollowUpRow):
            self._make_tab_stop(self._id_of(watched))
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.add_action(self._pill)
        self.add_action(self._count)
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(margins.left() - 4, margins.top(), 6, 8)
        holder = QWidget(self)
        holder.setProperty("transparent", True)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll = ScrollArea(self)
        self._scroll.setWidget(holder)
        self._scroll.verticalScrollBar().valueChanged.connect(self._grow)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._grow)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._empty, 1)

    def _show(self) -> None:
        """Show the promises; rows of those that stay are kept, so that keyboard and pointer stay on them."""
        promises, late, now = self.model.rows, self.model.late(), self.model.now()
        focused = next((promise_id for promise_id, row in self._rows.items() if row.hasFocus()), None)
        was_at = list(self._promises).index(focused) if focused in self._promises else 0
        self._promises = {promise.id: promise for promise in promises[: self._most]}
        for position, promise in enumerate(self._promises.values()):
            row = self._rows.get(promise.id) or self._new_row(promise.id)
            if self._column.indexOf(row) != position:
                self._column.insertWidget(position, row)
                row.show()  # now, not with the next events: it may be about to get the keyboard
            text = row_text(promise, now)
            row.set_row(text.when, text.name, text.what, text.state)
            row.setToolTip(said(promise.due_at, zone_of(promise.time_zone)))
        self._settle_focus(focused, was_at)
        for gone in [promise_id for promise_id in self._rows if promise_id not in self._promises]:
            self._remove(gone)
        self._pill.set_pill(late_count(late))
        self._pill.setVisible(late > 0)
        self._count.setText(str(len(promises)) if promises else "")
        self._scroll.setVisible(bool(promises))
        self._empty.setVisible(not promises)

    def _grow(self) -> None:
        """Make more rows where the end of those there are comes into sight."""
        bar = self._scroll.verticalScrollBar()
        if bar.maximum() - bar.value() < bar.singleStep() + 2 * HEIGHT:
            self._make_more()

    def _make_more(self) -> None:
        if self._most < len(self.model.rows):
            self._most += _ROWS_AT_A_TIME
            self._show()

    def _settle_focus(self, focused: UUID | None, was_at: int) -> None:
        """Let the keyboard go to the next promise where the one it was on is gone; it stays put in all other cases."""
        ids = list(self._promises)
        if focused is not None and focused not in self._promises and ids:
            self._go_to(ids[min(was_at, len(ids) - 1)])
        elif self._current not in self._promises:
            self._make_tab_stop(ids[0] if ids else None)

    def _new_row(self, promise_id: UUID) -> FollowUpRow:
        row = FollowUpRow("", "", "", "neutral", _actions(), self._column.parentWidget())
        for button, keys in zip(row.findChildren(IconButton), _KEYS.values(), strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(f"{button.accessibleName()} ({keys})")
        row.findChildren(IconButton)[-1].setFixedWidth(_MORE_WIDTH)
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.installEventFilter(self)
        row.activated.connect(partial(self._open, promise_id))
        row.action_triggered.connect(partial(self._act, promise_id))
        self._rows[promise_id] = row
        return row

    def _remove(self, promise_id: UUID) -> None:
        row = self._rows.pop(promise_id)
        row.removeEventFilter(self)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _handle_key(self, row: FollowUpRow, event: QKeyEvent) -> bool:
        promise_id = self._id_of(row)
        if promise_id is None:
            return False
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if event.key() == Qt.Key.Key_Down and row is self.rows()[-1]:
            self._make_more()
        key, ids = event.key(), list(self._promises)
        at = ids.index(promise_id) if promise_id in ids else 0
        steps = {Qt.Key.Key_Up: at - 1, Qt.Key.Key_Down: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: _TO_THE_END}
        actions = {Qt.Key.Key_D: DONE, Qt.Key.Key_S: MORE if shift else SNOOZE}
        if key in steps:
            self._go_to(ids[max(0, min(steps[Qt.Key(key)], len(ids) - 1))])
        elif key in actions and not event.isAutoRepeat():
            self._act(promise_id, actions[Qt.Key(key)])
        return key in steps or key in actions

    def _go_to(self, promise_id: UUID) -> None:
        row = self._rows[promise_id]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._make_tab_stop(promise_id)
        self._scroll.ensureWidgetVisible(row, 0, 0)

    def _make_tab_stop(self, promise_id: UUID | None) -> None:
        """One row is reached by Tab, the others by arrows."""
        if self._current in self._rows:
            self._rows[self._current].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = promise_id
        if promise_id in self._rows:
            self._rows[promise_id].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _id_of(self, row: FollowUpRow) -> UUID | None:
        return next((promise_id for promise_id, shown in self._rows.items() if shown is row), None)

    def _open(self, promise_id: UUID) -> None:
        promise = self._promises.get(promise_id)
        if promise is None:
            return
        if promise.customer_id is not None:
            self.customer_opened.emit(promise.customer_id)
        elif promise.number:
            self.number_opened.emit(promise.number)

    def _act(self, promise_id: UUID, action: str) -> None:
        promise = self._promises.get(promise_id)
        if promise is None:
            return
        if action == DONE:
            self.model.settle(promise)
        elif action == SNOOZE:
            self.model.snooze(promise, self.model.in_an_hour(promise))
        else:
            self._asked_for = promise_id
            self._snooze.offer(self._rows[promise_id], self.model.now(), self.model.in_an_hour(promise))

    def _on_snooze_chosen(self, due: datetime) -> None:
        promise = self._promises.get(cast("UUID", self._asked_for))
        if promise is not None:
            self.model.snooze(promise, due)

    @cached_property
    def _picker(self) -> DateTimePicker:
        from ui.widgets.date_time_picker import DateTimePicker  # as in the case form

        picker = DateTimePicker(self)
        picker.chosen.connect(self._on_snooze_chosen)
        return picker

    def _on_pick(self) -> None:
        if self._asked_for in self._rows:
            self._picker.open_at(self._rows[self._asked_for], None, self.model.now())

    def _give_keyboard_back(self) -> None:
        if self._snooze.held_keyboard and self._asked_for in self._rows:
            self._go_to(self._asked_for)


def _actions() -> list[RowAction]:
    return [
        (DONE, "check", QCoreApplication.translate("FollowUps", "Done")),
        (SNOOZE, "snooze", QCoreApplication.translate("FollowUps", "Snooze 1 hour")),
        (MORE, "chevron-down", QCoreApplication.translate("FollowUps", "Snooze until")),
    ]
