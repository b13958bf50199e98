"""When a promise is due: chips in the customer's time zone, and how the time is said to the agent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QTimeZone

from app.follow_ups import rules
from ui.panels import dates
from ui.panels.case_form_state import DueChoice, FormState

_CHIPS: dict[DueChoice, Callable[[datetime], datetime]] = {
    DueChoice.TOMORROW: rules.tomorrow,
    DueChoice.TWO_DAYS: rules.in_two_days,
    DueChoice.MONDAY: rules.next_monday,
}


def zone_of(customer_time_zone: str | None) -> ZoneInfo:
    """Return the customer's time zone, this computer's where it is not known."""
    return rules.zone(customer_time_zone, QTimeZone.systemTimeZoneId().toStdString())


def due_of(choice: DueChoice, typed: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when a chip or typed words mean, None when they mean nothing; `now` is any aware moment."""
    there = now.astimezone(zone)
    if choice is DueChoice.TYPED:
        return rules.parse_when(typed, there)
    return _CHIPS[choice](there) if choice in _CHIPS else None


def shown_choice(state: FormState, now: datetime, zone: Callable[[], ZoneInfo]) -> DueChoice:
    """Return which chip to show as chosen: "tomorrow" of a draft of yesterday is a picked time today.

    The `zone` is asked for only where a chip is: to know this computer's takes Qt some milliseconds, the first time.
    """
    if state.due_choice in _CHIPS and state.due != due_of(state.due_choice, "", now, zone()):
        return DueChoice.PICKED
    return state.due_choice


def said(due: datetime, zone: ZoneInfo) -> str:
    """Return "Mon 23 Nov 09:00", and on which clock where the customer's differs from this computer's."""
    there, here = due.astimezone(zone), due.astimezone()
    day = dates.long_day(there)
    if there.utcoffset() == here.utcoffset():
        return f"{day} {dates.clock_there(there)}"
    on_the_clock = dates.clock_there(here)
    if there.date() != here.date():
        on_the_clock = f"{dates.weekday(here)} {on_the_clock}"
    words = QCoreApplication.translate("CaseForm", "{day} {there} there, {here} here")
    return words.format(day=day, there=dates.clock_there(there), here=on_the_clock)
