"""Moments in words: as short as a list allows, in the interface's language and this computer's time zone."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_NOW = timedelta(minutes=1)
_DAYS_BY_NAME = 6


def short_when(moment: datetime, now: datetime) -> str:
    """Return "now", "12:04" today, "Mon 09:12" within six days, "30 Oct", "30 Oct 2025"; both moments are aware."""
    there, here = moment.astimezone(), now.astimezone()
    if abs(there - here) < _NOW:
        return QCoreApplication.translate("Dates", "now")
    if there.date() == here.date():
        return clock(moment)
    if abs(there.date() - here.date()).days <= _DAYS_BY_NAME:
        return f"{weekday(there)} {clock(there)}"
    return day(moment, with_year=there.year != here.year)


def clock_or_day(moment: datetime, now: datetime) -> str:
    """Return "12:04" today, else as `short_when`."""
    return clock(moment) if moment.astimezone().date() == now.astimezone().date() else short_when(moment, now)


def clock(moment: datetime, *, seconds: bool = False) -> str:
    """Return "09:12" or "09:12:30" on this computer's clock."""
    return clock_there(moment.astimezone(), seconds=seconds)


def clock_there(moment: datetime, *, seconds: bool = False) -> str:
    """Return "09:12" on the clock of the moment's own time zone."""
    return QLocale().toString(QTime(moment.hour, moment.minute, moment.second), "HH:mm:ss" if seconds else "HH:mm")


def day(moment: datetime, *, with_year: bool = False) -> str:
    """Return "30 Oct" or "30 Oct 2025", "10月30日" in Chinese."""
    locale = QLocale()
    if locale.language() == QLocale.Language.Chinese:
        pattern = "yyyy年M月d日" if with_year else "M月d日"
    else:
        pattern = "d MMM yyyy" if with_year else "d MMM"
    return locale.toString(_date(moment.astimezone()), pattern)


def long_day(moment: datetime) -> str:
    """Return weekday and day of the moment's own time zone: "Mon 30 Oct"."""
    locale = QLocale()
    chinese = locale.language() == QLocale.Language.Chinese
    return locale.toString(_date(moment), "M月d日 ddd" if chinese else "ddd d MMM")


def weekday(moment: datetime) -> str:
    """Return "Mon", of the moment's own time zone."""
    return QLocale().toString(_date(moment), "ddd")


def _date(moment: datetime) -> QDate:
    return QDate(moment.year, moment.month, moment.day)
