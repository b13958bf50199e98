"""When a promise is due, from a chip or a few typed words: pure rules."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MORNING = time(9)
SATURDAY = 5
MONDAY = 0
DAYS = {
    0: ("today", "tod", "avui", "今天", "今日"),
    1: ("tomorrow", "tom", "dema", "明天", "明日"),
    2: ("dema passat", "后天", "後天"),
}
WEEKDAYS = (
    ("monday", "mon", "dilluns", "dl", "周一", "週一", "星期一", "礼拜一", "禮拜一"),
    ("tuesday", "tue", "dimarts", "dt", "周二", "週二", "星期二", "礼拜二", "禮拜二"),
    ("wednesday", "wed", "dimecres", "dc", "周三", "週三", "星期三", "礼拜三", "禮拜三"),
    ("thursday", "thu", "dijous", "dj", "周四", "週四", "星期四", "礼拜四", "禮拜四"),
    ("friday", "fri", "divendres", "dv", "周五", "週五", "星期五", "礼拜五", "禮拜五"),
    ("saturday", "sat", "dissabte", "ds", "周六", "週六", "星期六", "礼拜六", "禮拜六"),
    ("sunday", "sun", "diumenge", "dg", "周日", "週日", "星期日", "星期天", "周天"),
)
CLOCK = r"(?:(上午|下午|早上|晚上)\s*)?(\d{1,2})(?:[:.h点點](\d{2})?分?)?\s*(am|pm)?$"
IN_SOME = (
    r"^(?:in|d'aqui a)?\s*(\d{1,3})\s*(minutes?|mins?|minuts?|hours?|h|hores?|days?|d|dies|dia"
    r"|分钟后|分鐘後|小时后|小時後|天后|天後)"
)
UNITS = {"m": "minutes", "分": "minutes", "h": "hours", "小": "hours", "d": "days", "天": "days"}


def zone(name: str | None, fallback: str) -> ZoneInfo:
    """Return the customer's time zone, or the site's when theirs is not known."""
    for candidate in (name, fallback, "UTC"):
        try:
            if candidate:
                return ZoneInfo(candidate)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return ZoneInfo("UTC")


def tomorrow(now: datetime) -> datetime:
    """Tomorrow at nine, in the zone of `now`."""
    return _at(now, now.date() + timedelta(days=1), MORNING)


def in_two_days(now: datetime) -> datetime:
    """The day after tomorrow at nine, or Monday where that is a weekend."""
    day = now.date() + timedelta(days=2)
    return _at(now, _coming(day, MONDAY) if day.weekday() >= SATURDAY else day, MORNING)


def next_monday(now: datetime) -> datetime:
    """The Monday after today at nine."""
    return _at(now, _coming(now.date() + timedelta(days=1), MONDAY), MORNING)


def parse_when(text: str, now: datetime) -> datetime | None:
    """Read "tom 9", "demà 9:30", "明天9点", "fri 15h", "in 2 hours", "25.11. 10"; None when it is not understood.

    `now` carries the customer's zone, in which the hour is meant. What lies in the past is not understood.
    """
    plain = _fold(text)
    if not plain:
        return None
    due = _after_a_while(plain, now) or _on_a_day(plain, now)
    return due if due is not None and due > now else None


def _after_a_while(text: str, now: datetime) -> datetime | None:
    match = re.match(IN_SOME, text)
    if match is None:
        return None
    unit = UNITS[match[2][0]]
    if unit == "days":
        clock = _clock(text[match.end() :]) or MORNING
        return _at(now, now.date() + timedelta(days=int(match[1])), clock)
    return now + timedelta(**{unit: int(match[1])})


def _on_a_day(text: str, now: datetime) -> datetime | None:
    day, rest = _day(text, now.date())
    clock = _clock(rest) if rest else MORNING
    if clock is None:
        return None
    due = _at(now, day or now.date(), clock)
    return due + timedelta(days=1) if day is None and due <= now else due


def _day(text: str, today: date) -> tuple[date | None, str]:
    """Return the day a text begins with, and what follows it."""
    words = [(w, today + timedelta(days=n)) for n, names in DAYS.items() for w in names]
    words += [(w, _coming(today + timedelta(days=1), n)) for n, names in enumerate(WEEKDAYS) for w in names]
    for word, day in sorted(words, key=lambda pair: -len(pair[0])):
        if (text.startswith(word) and not text[len(word) :][:1].isalpha()) or (
            text.startswith(word) and not word.isascii()
        ):
            return day, text[len(word) :].strip()
    return _date(text, today)


def _date(text: str, today: date) -> tuple[date | None, str]:
    """Read day and month as they are written in Europe (25.11. or 25/11) or China (11月25日)."""
    western, chinese = (
        re.match(r"(\d{1,2})[./](\d{1,2})\.?\s+", text),
        re.match(r"(\d{1,2})月(\d{1,2})[日号號]\s*", text),
    )
    match = western or chinese
    if match is None:
        return None, text
    day, month = (int(match[1]), int(match[2])) if western else (int(match[2]), int(match[1]))
    try:
        found = date(today.year, month, day)
        found = found if found >= today else date(today.year + 1, month, day)
    except ValueError:
        return None, text
    return found, text[match.end() :].strip()


def _clock(text: str) -> time | None:
    match = re.fullmatch(CLOCK, text.strip())
    if match is None:
        return None
    hour, minute = int(match[2]), int(match[3] or 0)
    afternoon = match[4] == "pm" or match[1] in ("下午", "晚上")
    hour += 12 if afternoon and hour < 12 else 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _coming(day: date, weekday: int) -> date:
    """Return the first `weekday` from `day` on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _at(now: datetime, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=now.tzinfo)


def _fold(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").strip())
    return " ".join("".join(c for c in spread if not unicodedata.combining(c)).split())
