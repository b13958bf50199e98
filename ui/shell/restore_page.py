"""The page that says what a backup would replace, and asks before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app.errors import AppError
from ui.panels import dates, words
from ui.settings.recovery_key_page import WIDTH, middle
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import Field, note_label
from ui.widgets.labels import ElidedLabel
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.progress_row import ProgressRow
from ui.widgets.restyle import set_state

if TYPE_CHECKING:
    from pathlib import Path

    from app.workflows.restoring import Offer

LONGEST = 200


class RestorePage(QWidget):
    """Shows one backup; `confirmed` carries the recovery key, "" where none is needed."""

    confirmed = Signal(str)
    stopped = Signal()  # while it restores
    left = Signal()  # back to where somebody came from
    other_requested = Signal()

    def __init__(self, offer: Offer, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.key = QLineEdit()
        self.key.setMaxLength(LONGEST)
        self.key.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.key.textEdited.connect(lambda _: self._refresh())
        self.key_field = Field(
            QCoreApplication.translate("Restore", "Recovery key of the backup"),
            self.key,
            QCoreApplication.translate("Restore", "This computer does not have the key of that data."),
        )
        self.key_field.setVisible(offer.needs_recovery_key)
        self.problem = note_label("")
        set_state(self.problem, "state", "bad")
        self.problem.hide()
        self.progress = ProgressRow(
            QCoreApplication.translate("Restore", "Restoring"), QCoreApplication.translate("Restore", "Stop")
        )
        self.progress.cancelled.connect(self.stopped)
        card = Card(QCoreApplication.translate("Restore", "Restore a backup"))
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(12)
        card.body.addWidget(_sentence(_contents(offer)))
        place = ElidedLabel(str(offer.path), mode=Qt.TextElideMode.ElideMiddle)
        place.setProperty("kind", "caption")
        card.body.addWidget(place)
        if offer.replaces:
            card.body.addWidget(NoticeBar(_warning(data), "warning"))
        for part in (self.key_field, self.problem, self.progress):
            card.body.addWidget(part)
        card.body.addLayout(self._buttons())
        middle(self, card)
        self.set_busy(False)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """To what is to be typed, else to the way back: a Return pressed in haste replaces nothing."""
        (self.key if self._offer.needs_recovery_key else self.back).setFocus()

    def set_busy(self, busy: bool) -> None:
        """Show how far it is, or what can be done."""
        self._busy = busy
        self.progress.setVisible(busy)
        self.progress.set_percent(0)
        self._refresh()
        if busy:
            self.problem.setText("")
            self.problem.hide()
            self.progress.cancel.setFocus()
        else:
            self._take_keyboard()

    def show_error(self, error: AppError) -> None:
        """Say why it was not restored."""
        self.set_busy(False)
        self.problem.setText(words.error(error))
        self.problem.show()

    def _refresh(self) -> None:
        whole = bool(self.key.text().strip()) or not self._offer.needs_recovery_key
        self.go_on.setEnabled(whole and not self._busy)
        self.key.setReadOnly(self._busy)
        self.back.setEnabled(not self._busy)
        self.other.setEnabled(not self._busy)

    def _buttons(self) -> QHBoxLayout:
        self.back = ShortcutButton(QCoreApplication.translate("Restore", "Back"))
        self.back.clicked.connect(self.left)
        self.other = ShortcutButton(QCoreApplication.translate("Restore", "Another file…"), kind="link")
        self.other.clicked.connect(self.other_requested)
        if self._offer.replaces:
            self.go_on = ShortcutButton(QCoreApplication.translate("Restore", "Replace and restore"), kind="danger")
        else:
            self.go_on = ShortcutButton(QCoreApplication.translate("Restore", "Restore"), kind="primary")
        self.go_on.clicked.connect(lambda: self.confirmed.emit(self.key.text()))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.go_on)
        return row


def _contents(offer: Offer) -> str:
    text = QCoreApplication.translate("Restore", "The state of {day} at {time}: {customers} customers, {cases} cases.")
    locale = QLocale()
    return text.format(
        day=dates.day(offer.made_at, with_year=True), time=dates.clock(offer.made_at),
        customers=locale.toString(offer.customers), cases=locale.toString(offer.cases),
    )  # fmt: skip


def _warning(data: Path) -> str:
    text = QCoreApplication.translate(
        "Restore",
        "It takes the place of the data in {folder}. What was saved after that time will not be in it. What is there "
        "now is kept in that folder, in one named “replaced-” with the date.",
    )
    return text.format(folder=data)


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
