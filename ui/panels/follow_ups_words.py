"""How a promise is said in today's list: when, to whom, how late, what."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.follow_ups.records import FollowUpRow
from ui import theme
from ui.panels import dates

SOON = timedelta(minutes=30)
_HOURS_BY_MINUTE, _DAYS_BY_HOUR = timedelta(hours=2), timedelta(days=2)
_DAYS_BY_NAME = 6


class RowText(NamedTuple):
    """The words of one row and the state that colours its time."""

    when: str
    name: str
    what: str
    state: theme.State


def row_text(row: FollowUpRow, now: datetime) -> RowText:
    """Return what the row shows at `now`; whom nobody knows is shown by number."""
    left = row.due_at - now
    name = row.customer_name or row.number or QCoreApplication.translate("FollowUps", "Unknown caller")
    if left <= timedelta(0):
        return RowText(_when(row, now), name, _with(_late(-left), row.what), "bad")
    if left <= SOON:
        minutes = max(1, round(left / timedelta(minutes=1)))
        soon = QCoreApplication.translate("FollowUps", "in %n min", "", minutes)
        return RowText(_when(row, now), name, _with(soon, row.what), "warning")
    return RowText(_when(row, now), name, row.what, "neutral")


def late_count(late: int) -> str:
    """Return "2 late"."""
    return QCoreApplication.translate("FollowUps", "%n late", "", late)


def _when(row: FollowUpRow, now: datetime) -> str:
    """Return as little as tells the moment: the hour today, the day before that."""
    due, today = row.due_at.astimezone(), now.astimezone().date()
    if due.date() == today:
        return dates.clock(due)
    if (today - due.date()).days <= _DAYS_BY_NAME:
        return dates.weekday(due)
    return dates.day(due)


def _late(by: timedelta) -> str:
    if by < _HOURS_BY_MINUTE:
        return QCoreApplication.translate("FollowUps", "late %n min", "", int(by / timedelta(minutes=1)))
    if by < _DAYS_BY_HOUR:
        return QCoreApplication.translate("FollowUps", "late %n h", "", int(by / timedelta(hours=1)))
    return QCoreApplication.translate("FollowUps", "late %n days", "", by.days)


def _with(lead: str, what: str) -> str:
    return f"{lead} · {what}"
