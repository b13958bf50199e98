"""Calls as they come in over three years, with their legs, and the notes agents left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.sample.customers import Made
from app.sample.lists import phrases, site
from app.sample.rows import Ids, Rows
from models.enums import CallOutcome, Direction

YEARS = timedelta(days=3 * 365)
NOTES = 0.06
OPENS, CLOSES = 8, 20  # hours of the centre
OFFSETS = {"TW": 8, "CN": 8, "GB": 0}  # hours the centre is ahead of UTC; elsewhere one
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answered:
    """A call somebody talked on: cases come from these."""

    id: UUID
    at: datetime
    agent: str


class Clock:
    """Picks moments at which a centre in `region` works, none after `now`."""

    def __init__(self, random: Random, region: str, now: datetime) -> None:
        self._random, self.now = random, now
        self._offset = timedelta(hours=OFFSETS.get(region, 1))

    def between(self, begin: datetime, end: datetime) -> datetime:
        """Return a working moment from `begin` to `end`, or `end` where there is none."""
        random = self._random
        picked = begin + (end - begin) * random.random() + self._offset
        day = picked.replace(hour=0, minute=0, second=0, microsecond=0) - self._offset
        if picked.weekday() >= 5 and random.random() < 0.8:
            day -= 2 * DAY
        found = day + timedelta(seconds=random.randrange(OPENS * 3600, CLOSES * 3600))
        while found > end:
            found -= DAY
        return max(found, begin)


class CallMaker:
    """Makes what happened between the centre and one customer."""

    def __init__(self, random: Random, ids: Ids, clock: Clock) -> None:
        self._random, self._ids, self._clock = random, ids, clock

    def make(self, rows: Rows, made: Made, count: int) -> list[Answered]:
        """Add `count` calls and notes of a customer; return the calls that brought talk, oldest first."""
        begin = max(made.values["since"], self._clock.now - YEARS)
        moments = sorted(self._clock.between(begin, self._clock.now) for _ in range(count))
        answered = []
        for at in moments:
            if self._random.random() < NOTES:
                self._note(rows, made, at)
            elif (call := self._call(rows, made, at)) is not None:
                answered.append(call)
        return answered

    def _note(self, rows: Rows, made: Made, at: datetime) -> None:
        text = self._random.choice(phrases(made.language)["notes"])
        rows.note(self._ids.next(), made.id, at, text, self._random.choice(site()["agents"])[1])

    def _call(self, rows: Rows, made: Made, at: datetime) -> Answered | None:
        random, call_id = self._random, self._ids.next()
        incoming = random.random() < 0.82
        queue = random.choice(site()["queues"]) if incoming and random.random() < 0.7 else None
        line = random.choice(site()["lines"])
        number = next(p for p in made.points if p.get("suffix_key"))
        call = {
            "id": call_id, "direction": (Direction.INBOUND if incoming else Direction.OUTBOUND).value,
            "number": made.phone.e164, "e164": number["e164"], "queue": queue, "customer_id": made.id,
            "dialled": line if incoming else number["e164"], "began_at": at,
        }  # fmt: skip
        agents = random.sample(site()["agents"], 2 if queue and random.random() < 0.15 else 1)
        talked = random.random() < 0.86
        rows.call(call, self._legs(call, agents, talked))
        return Answered(call_id, at, agents[-1][1]) if talked else None

    def _legs(self, call: dict[str, Any], agents: Sequence[Sequence[str]], talked: bool) -> list[dict[str, Any]]:
        """Return a leg for each phone that rang; the last of them is the one that answered, if any did."""
        random, legs = self._random, []
        incoming = call["direction"] == Direction.INBOUND
        picked_up = call["began_at"] + timedelta(seconds=random.randrange(2, 25))
        for extension, agent in agents:
            answers = talked and agent == agents[-1][1]
            ended = picked_up + timedelta(seconds=random.randrange(20, 900)) if answers else picked_up
            missed = CallOutcome.ANSWERED_ELSEWHERE if talked else CallOutcome.MISSED
            legs.append({
                "id": self._ids.next(), "call_id": call["id"], "extension": extension, "agent": agent,
                "began_at": call["began_at"], "answered_at": picked_up if answers else None, "ended_at": ended,
                "outcome": CallOutcome.ANSWERED.value if answers else (
                    missed.value if incoming else CallOutcome.NO_ANSWER.value
                ),
            })  # fmt: skip
        return legs
