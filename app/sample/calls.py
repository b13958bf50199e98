"""Calls as they come in over three years, with their legs, and the notes agents left."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from app.sample.customers import Made
from app.sample.lists import phrases, site
from app.sample.rows import Columns, Ids, Rows
from models.enums import CallOutcome, Direction, InteractionKind

SECOND = 1_000_000  # times are microseconds since 1970
MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86_400 * SECOND
YEARS = 3 * 365 * DAY
NOTES = 0.06
INCOMING, QUEUED, TALKED, PASSED_ON = 0.82, 0.7, 0.86, 0.15
OPENS, CLOSES = 8, 20  # hours of the centre
SATURDAY = 5
OFFSETS = {"TW": 8, "CN": 8, "GB": 0}  # hours the centre is ahead of UTC; elsewhere one

CALL = Columns("call", "id", "direction", "number", "e164", "queue", "customer_id", "dialled", "began_at")
LEG = Columns("call_leg", "id", "call_id", "extension", "agent", "began_at", "answered_at", "ended_at", "outcome")
TOLD = Columns("interaction", "customer_id", "at", "id", "kind", "state", "detail", "direction", "seconds", "person")
# As plain texts: to pickle an enumeration's member takes as long as to make a row.
INBOUND, OUTBOUND, KIND = Direction.INBOUND.value, Direction.OUTBOUND.value, InteractionKind.CALL.value
ANSWERED, ELSEWHERE = CallOutcome.ANSWERED.value, CallOutcome.ANSWERED_ELSEWHERE.value
MISSED, NO_ANSWER = CallOutcome.MISSED.value, CallOutcome.NO_ANSWER.value


@dataclass(frozen=True, slots=True)
class Answered:
    """A call somebody talked on: cases come from these."""

    id: bytes
    at: int
    agent: str


class Clock:
    """Picks moments at which a centre in `region` works, none after `now`."""

    def __init__(self, random: Random, region: str, now: int) -> None:
        self._random, self.now = random.random, now
        self._offset = OFFSETS.get(region, 1) * HOUR

    def between(self, begin: int, end: int) -> int:
        """Return a working moment from `begin` to `end`, or one of them where there is none."""
        random = self._random
        day = (begin + int((end - begin) * random()) + self._offset) // DAY
        if (day + 3) % 7 >= SATURDAY and random() < 0.8:  # the first day of 1970 was a Thursday
            day -= 2
        found = day * DAY - self._offset + OPENS * HOUR + int(random() * (CLOSES - OPENS) * 3600) * SECOND
        while found > end:
            found -= DAY
        return max(found, begin)


class CallMaker:
    """Makes what happened between the centre and one customer."""

    def __init__(self, random: Random, ids: Ids, clock: Clock) -> None:
        self._random, self._ids, self._clock = random, ids, clock
        self._agents = [(extension, agent) for extension, agent in site()["agents"]]
        self._queues, self._lines = list(site()["queues"]), list(site()["lines"])

    def make(self, rows: Rows, made: Made, count: int) -> list[Answered]:
        """Add `count` calls and notes of a customer; return the calls that brought talk, oldest first."""
        random, between, now = self._random.random, self._clock.between, self._clock.now
        begin = max(made.values["since"], now - YEARS)
        answered = []
        for at in sorted([between(begin, now) for _ in range(count)]):
            if random() < NOTES:
                self._note(rows, made, at)
            elif (call := self._call(rows, made, at)) is not None:
                answered.append(call)
        return answered

    def _note(self, rows: Rows, made: Made, at: int) -> None:
        text = self._random.choice(phrases(made.language)["notes"])
        rows.note(self._ids.next(), made.id, at, text, self._random.choice(self._agents)[1])

    def _call(self, rows: Rows, made: Made, at: int) -> Answered | None:
        """Add a call with its legs, and what `projection.merged_call` would make of them."""
        random, number, call_id = self._random.random, made.phone.e164, self._ids.next()
        incoming, talked = random() < INCOMING, random() < TALKED
        direction = INBOUND if incoming else OUTBOUND
        queue = self._queues[int(random() * len(self._queues))] if incoming and random() < QUEUED else None
        dialled = self._lines[int(random() * len(self._lines))] if incoming else number
        rows.tables["call"].append(CALL.row(call_id, direction, number, number, queue, made.id, dialled, at))
        picked_up = at + (2 + int(random() * 23)) * SECOND
        seconds = 20 + int(random() * 880) if talked else None
        rang = self._rang(2 if queue and random() < PASSED_ON else 1)
        person = self._legs(rows, call_id, at, picked_up, seconds, rang, incoming)
        state = ANSWERED if talked else MISSED if incoming else NO_ANSWER
        rows.tables["interaction"].append(
            TOLD.row(made.id, at, call_id, KIND, state, queue or dialled, direction, seconds, person)
        )
        return Answered(call_id, at, rang[-1][1]) if talked else None

    def _rang(self, count: int) -> list[tuple[str, str]]:
        agents = self._agents
        if count == 1:
            return [agents[int(self._random.random() * len(agents))]]
        return self._random.sample(agents, count)

    def _legs(
        self, rows: Rows, call_id: bytes, at: int, picked_up: int, seconds: int | None,
        rang: list[tuple[str, str]], incoming: bool,
    ) -> str:  # fmt: skip
        """Add a leg for each phone that rang, of which the last answered if any did; return who had to do with it."""
        add, next_id = rows.tables["call_leg"].append, self._ids.next
        if seconds is None:
            outcome = MISSED if incoming else NO_ANSWER
            for extension, agent in rang:
                add(LEG.row(next_id(), call_id, extension, agent, at, None, picked_up, outcome))
            return ", ".join([agent for _, agent in rang])
        for extension, agent in rang[:-1]:
            add(
                LEG.row(next_id(), call_id, extension, agent, at, None, picked_up, ELSEWHERE if incoming else NO_ANSWER)
            )
        extension, agent = rang[-1]
        ended = picked_up + seconds * SECOND
        add(LEG.row(next_id(), call_id, extension, agent, at, picked_up, ended, ANSWERED))
        return agent
