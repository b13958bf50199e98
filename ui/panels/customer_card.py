"""The card of a customer somebody is on the phone with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.workflows.records import CustomerView
from models.enums import MatchReason
from ui.panels import words
from ui.panels.customer_facts import Fact, about, alert, facts
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.labels import Caption, ElidedLabel
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pill import Pill
from ui.widgets.restyle import set_state

MOST_LINES = 7  # what a small window has room for; the rest unfolds


class CustomerCardView(Card):
    """Shows a customer: what is open first, who they are, how they are reached, why we think it is them."""

    other_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CustomerCard", "Customer"), parent)
        self.edit_button = ShortcutButton(
            QCoreApplication.translate("CustomerCard", "Edit"), "", self, kind="round", bind=False
        )
        self.edit_button.clicked.connect(self.edit_wanted)
        self.add_action(self.edit_button)
        self.alert = NoticeBar(parent=self)
        self.body.addWidget(self.alert)
        self.body.addLayout(self._build_who())
        self._lines = QWidget(self)
        self._form = QFormLayout(self._lines)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        self.body.addWidget(self._lines)
        self.more_button = ShortcutButton("", "", self, kind="link")
        self.more_button.clicked.connect(self._unfold)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._build_why())
        self._rows: list[tuple[Caption, ElidedLabel]] = []  # made once, filled for each customer
        self._facts: list[Fact] = []
        self._unfolded = False
        self._shown: object = None

    def show_view(
        self, view: CustomerView, reason: MatchReason | None, others: int, calling: str | None, region: str
    ) -> None:
        """Show a customer; `others` is how many more it may be."""
        card = view.card
        if self._shown != card.id:
            self._shown, self._unfolded = card.id, False
        first = alert(view, datetime.now(UTC))
        self.alert.setVisible(first is not None)
        if first is not None:
            self.alert.set_notice(*first)
        self.avatar.set_name(card.name)
        self.name.setText(card.name)
        self.about.setText(about(card))
        self.segment.setVisible(bool(card.segment))
        self.segment.set_pill(card.segment or "")
        self._facts = facts(card, calling, region)
        self._fill_lines()
        self._show_why(reason, others)

    def lines(self) -> list[Fact]:
        """Return the lines on screen."""
        return self._facts if self._unfolded else self._facts[:MOST_LINES]

    def rehearse(self) -> Iterator[None]:
        """Make lines for customers to come, one a step, and paint the card unseen, unless it shows somebody already."""
        while len(self._rows) < MOST_LINES:
            self._add_row()
            self._form.setRowVisible(len(self._rows) - 1, False)
            yield
        if self._shown is None:
            self.name.setText("0")
            self.alert.set_notice("0", "bad")
            self.grab()

    def _build_who(self) -> QHBoxLayout:
        self.avatar = Avatar("", 44, self)
        self.name = ElidedLabel("", self)
        self.name.setProperty("kind", "strong")
        self.about = ElidedLabel("", self)
        self.about.setProperty("kind", "caption")
        self.segment = Pill("", "warning", self)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.about)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(self.avatar)
        row.addLayout(names, 1)
        row.addWidget(self.segment)
        return row

    def _build_why(self) -> QWidget:
        self._why = QWidget(self)
        column = QVBoxLayout(self._why)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        self.reason = Pill("", "neutral", self._why)
        self.other_button = ShortcutButton(
            QCoreApplication.translate("CustomerCard", "Not them? Choose another"), "", self._why, kind="link"
        )
        self.other_button.clicked.connect(self.other_wanted)
        column.addWidget(self.reason, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        return self._why

    def _fill_lines(self) -> None:
        lines = self.lines()
        while len(self._rows) < len(lines):
            self._add_row()
        for number, fact in enumerate(lines):
            self._fill_line(number, fact)
        for number in range(len(lines), len(self._rows)):
            self._form.setRowVisible(number, False)
        hidden = len(self._facts) - len(lines)
        self._lines.setVisible(bool(self._facts))
        self.more_button.setVisible(hidden > 0)
        self.more_button.set_label(QCoreApplication.translate("CustomerCard", "%n more", "", hidden))

    def _add_row(self) -> None:
        self._rows.append((Caption("", None, self._lines), ElidedLabel("", self._lines)))
        self._form.addRow(*self._rows[-1])

    def _fill_line(self, number: int, fact: Fact) -> None:
        caption, value = self._rows[number]
        if caption.text() != fact.caption:
            caption.setText(fact.caption)
        value.setText(fact.value)
        set_state(value, "kind", "strong" if fact.strong else "")
        self._form.setRowVisible(number, True)

    def _show_why(self, reason: MatchReason | None, others: int) -> None:
        self._why.setVisible(reason is not None or others > 0)
        self.reason.setVisible(reason is not None)
        if reason is not None:
            weak = reason == MatchReason.LAST_SEVEN
            self.reason.set_pill(words.match_reason(reason), "warning" if weak else "neutral")
        self.other_button.setVisible(others > 0)

    def _unfold(self) -> None:
        self._unfolded = True
        self._fill_lines()
