"""One change the store refused: what was meant, why it was not taken, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.sync.attention_records import Refused
from ui.panels import field_words
from ui.sync.attention_list import title
from ui.sync.refusal_words import reason
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.labels import Caption
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.scroll_area import ScrollArea

DISMISS_KEY = "Del"


class RefusedPanel(QWidget):
    """Nothing of a refused change is lost: its text is here until a person puts it away."""

    again = Signal(object)  # Refused
    dismissed = Signal(object)  # Refused
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refused: Refused | None = None
        self.heading, self.about = QLabel(self), Caption("", None, self)
        self.heading.setProperty("kind", "caller")
        self.heading.setWordWrap(True)
        self.reason = NoticeBar(state="bad", parent=self)
        self.meant = QLabel(self)
        self.meant.setTextFormat(Qt.TextFormat.PlainText)
        self.meant.setWordWrap(True)
        self.meant.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.meant.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again_button = ShortcutButton(
            QCoreApplication.translate("Attention", "Try again"), "R", self, kind="primary", bind=False
        )
        self.copy_button = ShortcutButton(
            QCoreApplication.translate("Attention", "Copy the text"), "Ctrl+C", self, icon="copy", bind=False
        )
        self.dismiss_button = ShortcutButton(
            QCoreApplication.translate("Attention", "Put it away"), DISMISS_KEY, self, icon="close", bind=False
        )
        self.again_button.clicked.connect(self.try_again)
        self.copy_button.clicked.connect(self.copy)
        self.dismiss_button.clicked.connect(self.dismiss)
        self._lay_out()

    def show_refused(self, refused: Refused, names: Mapping[str, str]) -> None:
        self.refused = refused
        self.heading.setText(title(refused.topic))
        what = field_words.operation(refused.table, refused.verb, refused.body)
        self.about.setText(f"{what} · {field_words.moment_of(refused.at)}")
        self.reason.set_notice(reason(refused.reason, refused.result))
        self.meant.setText(field_words.changes(refused.table, refused.verb, refused.body, names))

    def try_again(self) -> None:
        if self.refused is not None:
            self.again.emit(self.refused)

    def dismiss(self) -> None:
        if self.refused is not None:
            self.dismissed.emit(self.refused)

    def copy(self) -> None:
        """Put what was meant on the clipboard."""
        QGuiApplication.clipboard().setText(f"{self.heading.text()}\n{self.about.text()}\n{self.meant.text()}")
        self.copied.emit()

    def _lay_out(self) -> None:
        card = Card(QCoreApplication.translate("Attention", "What was meant"), self)
        scroll = ScrollArea(card)
        self.meant.setProperty("transparent", True)
        scroll.setWidget(self.meant)
        card.body.addWidget(scroll, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.dismiss_button)
        buttons.addStretch(1)
        buttons.addWidget(self.again_button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(10)
        for part in (self.heading, self.about, self.reason):
            page.addWidget(part)
        page.addWidget(card, 1)
        page.addLayout(buttons)
