"""The choices for putting a promise off."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.follow_ups import rules
from ui.panels import dates
from ui.widgets.popup_panel import PopupPanel

AFTERNOON = time(15)
_STILL_WORTH_IT = timedelta(minutes=30)


class SnoozePanel(PopupPanel):
    """A few times as buttons; `chosen` carries an aware datetime, `pick_wanted` asks for the calendar."""

    chosen = Signal(object)
    pick_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("FollowUps", "Snooze until"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(2)
        self.buttons: list[QPushButton] = []
        self.held_keyboard = False  # when it was closed last: elsewhere a click has taken it

    def close_panel(self) -> None:
        focused = self.window().focusWidget()
        self.held_keyboard = focused is not None and self.isAncestorOf(focused)
        super().close_panel()

    def offer(self, anchor: QWidget, now: datetime, in_an_hour: datetime) -> None:
        """Open at `anchor` with the times that are still to come; the first takes the keyboard."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(text, due) for text, due in snooze_times(now, in_an_hour)]
        self.buttons.append(self._button(QCoreApplication.translate("FollowUps", "Pick…"), None))
        self.open_below(anchor)
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _button(self, text: str, due: datetime | None) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "link")
        button.setAutoDefault(True)  # Return presses it
        button.clicked.connect(lambda: self._choose(due))
        self._column.addWidget(button)
        return button

    def _choose(self, due: datetime | None) -> None:
        self.close_panel()
        if due is None:
            self.pick_wanted.emit()
        else:
            self.chosen.emit(due)


def snooze_times(now: datetime, in_an_hour: datetime) -> list[tuple[str, datetime]]:
    """Return words and moment of each choice; "this afternoon" only while it is still to come."""
    afternoon = datetime.combine(now.date(), AFTERNOON).astimezone()
    choices = [(QCoreApplication.translate("FollowUps", "1 hour: {time}"), in_an_hour)]
    if afternoon - now >= _STILL_WORTH_IT:
        choices.append((QCoreApplication.translate("FollowUps", "This afternoon {time}"), afternoon))
    tomorrow = rules.tomorrow(now.replace(tzinfo=None)).astimezone()
    choices.append((QCoreApplication.translate("FollowUps", "Tomorrow {time}"), tomorrow))
    return [(words.format(time=dates.clock(due)), due) for words, due in choices]
