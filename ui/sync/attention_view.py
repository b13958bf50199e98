"""The page of what needs a person: the list at the left, one conflict or refused change at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.sync.attention_records import Disagreement
from ui.sync.attention_list import AttentionList, AttentionRows
from ui.sync.attention_model import AttentionModel, Item
from ui.sync.conflict_panel import Choice, ConflictPanel
from ui.sync.refused_panel import RefusedPanel
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Caption

LIST_WIDTH = 360


class AttentionPage(QWidget):
    """Keys: J, K and arrows move; 1 2 3 (T M E) choose, Enter settles; R tries again, Del puts away; Ctrl+Z undoes."""

    toast = Signal(str, str, object)  # text, action, what the action calls (None without one)

    def __init__(self, model: AttentionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.me = ""  # this desk's login; one seat has none
        self.rows = AttentionRows(self)
        self.list = AttentionList(self)
        self.list.setModel(self.rows)
        self.conflict, self.refused = ConflictPanel(self), RefusedPanel(self)
        self.empty = EmptyState("check-circle", QCoreApplication.translate("Attention", "Nothing needs you."))
        self.detail = QStackedWidget(self)
        self.pages = QStackedWidget(self)
        self._place = 0
        self._keys = self._key_map()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self._show_items()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._keys.get((modifiers, Qt.Key(event.key())))
        if action is None or (self.pages.currentWidget() is self.empty and action != self.model.undo):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or action in (self._next, self._previous):
            action()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Somebody came to this page, so its keys work at once."""
        super().showEvent(event)
        self.model.watch(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._give_keyboard()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.model.watch(False)

    def current(self) -> Item | None:
        """Return what is shown at the right."""
        row = self.list.currentIndex().row()
        return self.rows.items()[row] if 0 <= row < self.rows.rowCount() else None

    def _connect(self) -> None:
        self.model.changed.connect(self._show_items)
        self.model.toast.connect(self.toast)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.conflict.settled.connect(self.model.write)
        self.conflict.left.connect(self.list.setFocus)
        self.refused.again.connect(self.model.again)
        self.refused.dismissed.connect(self.model.dismiss)
        copied = QCoreApplication.translate("Attention", "The text is on the clipboard.")
        self.refused.copied.connect(lambda: self.toast.emit(copied, "", None))

    def _key_map(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]]:
        plain, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        choices = {Choice.THEIRS: "1T", Choice.MINE: "2M", Choice.OWN: "3E"}
        keys: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (plain, Qt.Key(ord(key))): (lambda choice=choice: self._choose(choice))  # type: ignore[misc]
            for choice, both in choices.items()
            for key in both
        }
        return keys | {
            (plain, Qt.Key.Key_J): self._next,
            (plain, Qt.Key.Key_K): self._previous,
            (plain, Qt.Key.Key_Return): self._settle,
            (plain, Qt.Key.Key_Enter): self._settle,
            (plain, Qt.Key.Key_R): lambda: self._of_refused(self.refused.try_again),
            (plain, Qt.Key.Key_Delete): lambda: self._of_refused(self.refused.dismiss),
            (ctrl, Qt.Key.Key_C): lambda: self._of_refused(self.refused.copy),
            (ctrl, Qt.Key.Key_Z): self.model.undo,
        }

    def _choose(self, choice: Choice) -> None:
        if self.detail.currentWidget() is self.conflict:
            self.conflict.choose(choice)

    def _settle(self) -> None:
        if self.detail.currentWidget() is self.conflict:
            self.conflict.settle()

    def _of_refused(self, action: Callable[[], object]) -> None:
        if self.detail.currentWidget() is self.refused:
            action()

    def _next(self) -> None:
        self._move(1)

    def _previous(self) -> None:
        self._move(-1)

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(row, 0))

    def _show_items(self) -> None:
        """Stay with what is shown as long as it waits; afterwards go on with what took its place."""
        before = self.current()
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused) and not self.model.attention.count:
            self.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # before its widget goes, or the keyboard would leave the page
        self.rows.show(self.model.attention)
        self.pages.setCurrentIndex(0 if self.rows.rowCount() else 1)
        if not self.rows.rowCount():
            self.conflict.conflict = None
            return
        place = self.rows.place(before) if before is not None else -1
        place = place if place >= 0 else min(self._place, self.rows.rowCount() - 1)
        self.list.setCurrentIndex(self.rows.index(place, 0))
        self._give_keyboard()

    def _give_keyboard(self) -> None:
        """Let the list have the keyboard where it would be nowhere on this page."""
        focused = self.window().focusWidget()
        ours = focused is self or (focused is not None and self.isAncestorOf(focused) and not focused.isVisible())
        if ours and self.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self, index: QModelIndex) -> None:
        item = self.current()
        if item is None:
            return
        self._place = index.row()
        names = self.model.attention.names
        if isinstance(item, Disagreement):
            self.conflict.show_conflict(item, names, self.me)
            self.detail.setCurrentWidget(self.conflict)
        else:
            self.refused.show_refused(item, names)
            self.detail.setCurrentWidget(self.refused)

    def _lay_out(self) -> None:
        left = Card(QCoreApplication.translate("Attention", "What needs attention"), self, padding=0)
        left.setFixedWidth(LIST_WIDTH)
        left.body.setContentsMargins(1, 4, 1, 8)
        left.body.addWidget(self.list, 1)
        keys = Caption(QCoreApplication.translate("Attention", "J K or ↑ ↓ to move, Ctrl+Z to undo"))
        keys.setContentsMargins(16, 4, 16, 4)
        left.body.addWidget(keys)
        right = Card("", self)
        for part in (self.conflict, self.refused):
            self.detail.addWidget(part)
        right.body.addWidget(self.detail, 1)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(left)
        row.addWidget(right, 1)
        self.pages.addWidget(both)
        self.pages.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.pages)
