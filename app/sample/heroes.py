"""The hand-written customers of the demo, whose numbers its recorded calls come from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from app import phone_numbers
from app.sample.lists import read, site
from app.sample.rows import Ids, Rows
from app.storage.references import reference
from models.base import microseconds
from models.enums import CallOutcome, CaseStatus, ContactKind, Direction, FollowUpStatus

DESK = "K1"  # no other desk of the sample world has this prefix
FIRST_REFERENCE = 20_655
LINE = "930000100"
POINTS = {"prefixes": ContactKind.PREFIX, "emails": ContactKind.EMAIL, "addresses": ContactKind.ADDRESS}


class Heroes:
    """Adds the heroes to rows; days and minutes in their story count from `now`, hours are of its zone."""

    def __init__(self, random: Random, region: str, now: datetime) -> None:
        self._ids, self._region, self._now = Ids(random), region, now

    def add(self, rows: Rows) -> None:
        """Add all of them."""
        found = read("heroes.json")
        opened = sorted(self._when(case) for hero in found for case in hero["cases"])
        for hero in found:
            customer_id = self._customer(rows, hero)
            for call in hero["calls"]:
                self._call(rows, hero, customer_id, *call)
            for days, clock, text, agent in hero["notes"]:
                rows.note(self._ids.next(), customer_id, microseconds(self._at(days, clock)), text, _agent(agent)[1])
            cases = [
                self._case(rows, customer_id, case, FIRST_REFERENCE + opened.index(self._when(case)))
                for case in hero["cases"]
            ]
            for promise in hero["promises"]:
                self._promise(rows, hero, customer_id, cases, promise)

    def _customer(self, rows: Rows, hero: dict[str, Any]) -> bytes:
        since = self._now - timedelta(days=hero["since_days"])
        names = ("number", "kind", "name", "city", "language", "time_zone", "segment", "source")
        customer_id = self._ids.at(microseconds(since))
        points = [{"id": self._ids.next(), "customer_id": customer_id} | values for values in self._points(hero)]
        rows.customer({name: hero[name] for name in names} | {"id": customer_id, "since": since}, points)
        return customer_id

    def _points(self, hero: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for value in hero["phones"]:
            number = phone_numbers.parse(value, self._region)
            if number is None:
                raise ValueError(f"{value} is no number")
            keys = {"e164": number.e164, "suffix_key": number.suffix_key}
            yield {"kind": ContactKind.PHONE.value, "value": value} | keys
        for name, kind in POINTS.items():
            for value in hero.get(name, ()):
                e164 = value if kind == ContactKind.PREFIX else None
                yield {"kind": kind.value, "value": value, "e164": e164}

    def _call(
        self, rows: Rows, hero: dict[str, Any], customer_id: bytes,
        days: int, clock: str, way: str, queue: str | None, seconds: int | None, agent: int,
    ) -> None:  # fmt: skip
        at, call_id = self._at(days, clock), self._ids.next()
        number = phone_numbers.parse(hero["phones"][0], self._region)
        e164 = number.e164 if number else None
        incoming = way == "in"
        call = {
            "id": call_id, "direction": (Direction.INBOUND if incoming else Direction.OUTBOUND).value,
            "number": e164, "e164": e164, "dialled": LINE if incoming else e164, "queue": queue,
            "customer_id": customer_id, "began_at": at,
        }  # fmt: skip
        answered = at + timedelta(seconds=9) if seconds is not None else None
        ended = answered + timedelta(seconds=seconds) if answered and seconds else at + timedelta(seconds=25)
        outcome = CallOutcome.ANSWERED if answered else CallOutcome.MISSED
        extension, name = _agent(agent)
        leg = {
            "id": self._ids.next(), "call_id": call_id, "extension": extension, "agent": name, "began_at": at,
            "answered_at": answered, "ended_at": ended, "outcome": outcome.value,
        }  # fmt: skip
        rows.call(call, [leg])

    def _case(self, rows: Rows, customer_id: bytes, case: dict[str, Any], count: int) -> bytes:
        opened = self._when(case)
        closed = self._at(case["closed_days"], "18:10") if "closed_days" in case else None
        closed = max(closed, opened + timedelta(minutes=12)) if closed else None
        names = ("kind", "category", "severity", "summary", "description", "status")
        case_id, owner = self._ids.at(microseconds(opened)), _agent(case["agent"])[1]
        values = {name: case[name] for name in names} | {
            "id": case_id, "customer_id": customer_id, "reference": reference(DESK, count), "owner": owner,
            "opened_at": opened, "closed_at": closed,
        }  # fmt: skip
        story: list[tuple[str, datetime, str | None]] = [("received", opened, None)]
        if case["status"] != CaseStatus.RECEIVED:
            later = closed or opened + timedelta(hours=1)
            story.append((case["status"], min(later, self._now), case.get("note")))
        rows.case(values, [
            {"id": self._ids.next(), "case_id": case_id, "at": at, "actor": owner, "kind": kind, "note": note}
            for kind, at, note in story
        ])  # fmt: skip
        return case_id

    def _promise(
        self, rows: Rows, hero: dict[str, Any], customer_id: bytes, cases: list[bytes], promise: dict[str, Any]
    ) -> None:
        due, done = self._due(promise), promise.get("done", False)
        rows.promise({
            "id": self._ids.at(microseconds(self._now)), "customer_id": customer_id, "what": promise["what"],
            "case_id": None if promise["case"] is None else cases[promise["case"]], "channel": promise["channel"],
            "due_at": due, "time_zone": hero["time_zone"], "owner": _agent(promise["agent"])[1],
            "status": (FollowUpStatus.DONE if done else FollowUpStatus.OPEN).value,
            "settled_at": due if done else None,
        })  # fmt: skip

    def _due(self, promise: dict[str, Any]) -> datetime:
        """Return when it is due; what is promised for later today is due before midnight, however late it is now."""
        if "minutes" not in promise:
            return self._when(promise)
        minutes = promise["minutes"]
        midnight = self._at(-1, "00:00")
        if 0 < minutes < 600:
            minutes = min(minutes, (midnight - self._now) / timedelta(minutes=1) * minutes / 600)
        due = self._now + timedelta(minutes=minutes)
        return due.replace(minute=due.minute // 5 * 5, second=0, microsecond=0)

    def _when(self, story: dict[str, Any]) -> datetime:
        return self._at(story["days"], story["time"])

    def _at(self, days: int, clock: str) -> datetime:
        """Return a moment so many days ago, in the zone of `now`."""
        hour, minute = clock.split(":")
        day = self._now - timedelta(days=days)
        return day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)


def _agent(place: int) -> tuple[str, str]:
    extension, name = site()["agents"][place]
    return extension, name
