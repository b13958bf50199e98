"""A calendar and a time that drop from a control."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QEvent, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QTimeEdit, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import icons
from ui.widgets.buttons import ShortcutButton
from ui.widgets.labels import Caption
from ui.widgets.popup_panel import PopupPanel
from ui.widgets.restyle import indent_spin_box

_DEFAULT_TIME = QTime(9, 0)
_ARROWS: tuple[tuple[str, icons.IconName], ...] = (
    ("qt_calendar_prevmonth", "chevron-left"),
    ("qt_calendar_nextmonth", "chevron-right"),
)


class DateTimePicker(PopupPanel):
    """Picks a day and a time in the local zone; words and first day of week come from the default QLocale.

    `chosen` carries an aware `datetime`. Closing in any other way emits only `closed`; the keyboard then goes back to
    where it was.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Widgets", "Pick a day and a time"))
        self._minimum: QDateTime | None = None
        self._return_to: QWidget | None = None
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.activated.connect(self._accept)
        self.time = QTimeEdit(self)
        indent_spin_box(self.time)
        self._problem = QLabel(self)
        self._problem.setProperty("kind", "caption")
        self._problem.setProperty("state", "bad")
        self._accept_button = ShortcutButton(
            QCoreApplication.translate("Widgets", "Set"), "", self, kind="primary", icon="check"
        )
        self._accept_button.clicked.connect(self._accept)
        self.calendar.selectionChanged.connect(self._check)
        self.time.timeChanged.connect(self._check)
        self._lay_out()
        self.closed.connect(self._give_keyboard_back)

    def open_at(self, anchor: QWidget, initial: datetime | None = None, minimum: datetime | None = None) -> None:
        """Open below `anchor`, on `initial` or tomorrow at nine; earlier than `minimum` cannot be set.

        Both are aware datetimes of any zone.
        """
        locale = QLocale()
        self.calendar.setLocale(locale)
        self.calendar.setFirstDayOfWeek(locale.firstDayOfWeek())
        # short Chinese day names differ only in their last sign and do not fit
        chinese = locale.language() == QLocale.Language.Chinese
        names = QCalendarWidget.HorizontalHeaderFormat
        self.calendar.setHorizontalHeaderFormat(names.SingleLetterDayNames if chinese else names.ShortDayNames)
        self.time.setLocale(locale)
        self.time.setDisplayFormat(locale.timeFormat(QLocale.FormatType.ShortFormat))
        start = _to_qt(initial) if initial else QDateTime(QDateTime.currentDateTime().date().addDays(1), _DEFAULT_TIME)
        self._minimum = _to_qt(minimum) if minimum else None
        self.calendar.clearMinimumDate()
        if self._minimum is not None:
            self.calendar.setMinimumDate(self._minimum.date())
        self.calendar.setSelectedDate(start.date())
        self.time.setTime(start.time())
        self._check()
        self._return_to = anchor
        self.open_below(anchor)
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self) -> None:
        """Close; the keyboard goes back only if it is in here, not where a click elsewhere has taken it."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._return_to = None
        super().close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "calendar"):
            self._dress_calendar()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.calendar)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Caption(QCoreApplication.translate("Widgets", "Time"), self.time))
        row.addWidget(self.time)
        row.addWidget(self._problem, 1)
        row.addWidget(self._accept_button)
        column.addLayout(row)
        self._dress_calendar()

    def _dress_calendar(self) -> None:
        """Weekends in plain text, since red means trouble here; our own chevrons."""
        look = theme.current()
        plain, header = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(look.color("text"))
        header.setForeground(look.color("muted"))
        for day in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setHeaderTextFormat(header)
        for name, icon in _ARROWS:
            button = self.calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon(icon, "muted", 16))

    def _picked(self) -> QDateTime:
        return QDateTime(self.calendar.selectedDate(), self.time.time())

    def _check(self) -> None:
        past = self._minimum is not None and self._picked() < self._minimum
        self._problem.setText(QCoreApplication.translate("Widgets", "Already past") if past else "")
        self._accept_button.setEnabled(not past)

    def _accept(self) -> None:
        if self.isVisible() and self._accept_button.isEnabled():
            picked = datetime.fromtimestamp(self._picked().toSecsSinceEpoch()).astimezone()
            self.close_panel()
            self.chosen.emit(picked)

    def _give_keyboard_back(self) -> None:
        if self._return_to is not None:
            self._return_to.setFocus(Qt.FocusReason.PopupFocusReason)
            self._return_to = None


def _to_qt(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
