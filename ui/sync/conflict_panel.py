"""One field that two people changed: what stood before, what stands now, what was not written, and the choice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.sync.attention_records import Disagreement
from ui.panels import field_words
from ui.sync.attention_list import title
from ui.sync.conflict_column import ConflictColumn
from ui.sync.conflict_editor import ConflictEditor
from ui.widgets.buttons import ShortcutButton
from ui.widgets.labels import Caption
from ui.widgets.notice_bar import NoticeBar


class Choice(Enum):
    """What to do with a conflict."""

    NONE = auto()
    THEIRS = auto()
    MINE = auto()
    OWN = auto()


class ConflictPanel(QWidget):
    """Shows one conflict at a time; nothing is written before the choice is settled."""

    settled = Signal(object, object)  # Disagreement, the value as JSON holds it
    left = Signal()  # the editor gave the keyboard back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict: Disagreement | None = None
        self.choice = Choice.NONE
        self.heading, self.about = QLabel(self), Caption("", None, self)
        self.heading.setProperty("kind", "caller")
        self.heading.setWordWrap(True)
        self.notice = NoticeBar(state="warning", parent=self)
        self.before, self.theirs, self.mine = (ConflictColumn("", self) for _ in range(3))
        self.editor = ConflictEditor(self)
        self.keep = _button(QCoreApplication.translate("Attention", "Keep what stands"), "1")
        self.take = _button(QCoreApplication.translate("Attention", "Write the change"), "2")
        self.own = _button(QCoreApplication.translate("Attention", "Write something else"), "3")
        self.settle_button = ShortcutButton(
            QCoreApplication.translate("Attention", "Settle"), "Return", self, kind="primary", icon="check", bind=False
        )
        self._lay_out()
        self._connect()

    def show_conflict(self, conflict: Disagreement, names: Mapping[str, str], me: str) -> None:
        """Show a conflict; the same one again, of the same values, leaves the choice and what is typed alone."""
        if conflict == self.conflict:
            return
        self.conflict = conflict
        self.heading.setText(f"{title(conflict.topic)} · {field_words.field(conflict.field)}")
        about = (field_words.thing(conflict.table), conflict.topic.customer if conflict.topic.table == "case" else "")
        self.about.setText(" · ".join(part for part in about if part))
        self._show_columns(conflict, names, me)
        self._show_notice(conflict, names)
        self.editor.show_value(conflict.table, conflict.field, conflict.mine)
        self.own.setVisible(self.editor.can_edit())
        self.choose(Choice.NONE)

    def choose(self, choice: Choice) -> None:
        """Mark what `settle` will do; a third text gets the keyboard."""
        if choice is Choice.OWN and not self.editor.can_edit():
            return
        self.choice = choice
        for column, of in ((self.theirs, Choice.THEIRS), (self.mine, Choice.MINE)):
            column.set_chosen(choice is of)
        for button, of in ((self.keep, Choice.THEIRS), (self.take, Choice.MINE), (self.own, Choice.OWN)):
            button.setChecked(choice is of)
        focused = self.window().focusWidget()
        if choice is not Choice.OWN and focused is not None and self.editor.isAncestorOf(focused):
            self.left.emit()  # before the editor hides, or the keyboard would go to whatever is next
        self.editor.setVisible(choice is Choice.OWN)
        self.settle_button.setEnabled(choice is not Choice.NONE)
        if choice is Choice.OWN:
            self.editor.take_keyboard()

    def settle(self) -> None:
        """Ask for the choice to be written; without one nothing happens."""
        if self.conflict is None or self.choice is Choice.NONE:
            return
        values: dict[Choice, Any] = {Choice.THEIRS: self.conflict.now, Choice.MINE: self.conflict.mine}
        value = self.editor.value() if self.choice is Choice.OWN else values[self.choice]
        self.settled.emit(self.conflict, value)

    def _show_columns(self, conflict: Disagreement, names: Mapping[str, str], me: str) -> None:
        base, now, mine = (self._words(conflict, held, names) for held in (conflict.base, conflict.now, conflict.mine))
        self.before.show_value(QCoreApplication.translate("Attention", "Before"), "", base)
        theirs = QCoreApplication.translate("Attention", "Stands now")
        self.theirs.show_value(theirs, by(conflict.their_login, conflict.their_at, me), now, base)
        if conflict.login is not None and conflict.login == me:
            wanted = QCoreApplication.translate("Attention", "Your change, not written")
        else:
            wanted = QCoreApplication.translate("Attention", "The other change, not written")
        self.mine.show_value(wanted, by(conflict.login, conflict.at, me), mine, base)

    def _show_notice(self, conflict: Disagreement, names: Mapping[str, str]) -> None:
        text = ""
        if conflict.is_gone:
            text = QCoreApplication.translate(
                "Attention", "What this is about is not on this computer. Keeping what stands settles it."
            )
        elif conflict.changed_again:
            text = QCoreApplication.translate("Attention", "It was changed once more since; then it was: {value}")
            text = text.format(value=self._words(conflict, conflict.theirs, names))
        self.notice.set_notice(text)
        self.notice.setVisible(bool(text))
        self.take.setEnabled(not conflict.is_gone)
        self.own.setEnabled(not conflict.is_gone)

    @staticmethod
    def _words(conflict: Disagreement, held: Any, names: Mapping[str, str]) -> str:
        return field_words.value(conflict.table, conflict.field, held, names)

    def _connect(self) -> None:
        self.keep.clicked.connect(lambda: self.choose(Choice.THEIRS))
        self.take.clicked.connect(lambda: self.choose(Choice.MINE))
        self.own.clicked.connect(lambda: self.choose(Choice.OWN))
        self.theirs.clicked.connect(lambda: self.choose(Choice.THEIRS))
        self.mine.clicked.connect(lambda: self.choose(Choice.MINE) if self.take.isEnabled() else None)
        self.settle_button.clicked.connect(self.settle)
        self.editor.submitted.connect(self.settle)
        self.editor.left.connect(lambda: self.choose(Choice.NONE))

    def _lay_out(self) -> None:
        columns, buttons = QHBoxLayout(), QHBoxLayout()
        columns.setSpacing(10)
        for column in (self.before, self.theirs, self.mine):
            columns.addWidget(column, 1)
        buttons.setSpacing(8)
        for button in (self.keep, self.take, self.own):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.settle_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(10)
        page.addWidget(self.heading)
        page.addWidget(self.about)
        page.addWidget(self.notice)
        page.addLayout(columns, 1)
        page.addWidget(self.editor)
        page.addLayout(buttons)


def by(login: str | None, at: datetime | None, me: str) -> str:
    """Return "marta, 30 Oct 2026 12:04", as much of it as is known."""
    who = QCoreApplication.translate("Attention", "you") if login is not None and login == me else login or ""
    return ", ".join(part for part in (who, field_words.moment_of(at) if at is not None else "") if part)


def _button(label: str, key: str) -> ShortcutButton:
    button = ShortcutButton(label, key, bind=False)
    button.setCheckable(True)
    return button
