"""Cases and promises: what customers brought, in their own words, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

from app.sample.calls import DAY, HOUR, MINUTE, SECOND, YEARS, Answered, Clock
from app.sample.customers import Made
from app.sample.lists import Template, phrases, site, templates
from app.sample.rows import Ids, Rows
from models.enums import CaseKind, CaseStatus, FollowUpChannel, FollowUpStatus

OLD = 30 * DAY
QUARTER = 15 * MINUTE
STILL_OPEN = 0.03  # of the old ones
OPEN_STATES = (CaseStatus.RECEIVED, CaseStatus.ACKNOWLEDGED, CaseStatus.INVESTIGATING, CaseStatus.WAITING)
PROMISED_WHEN_OPEN, PROMISED_WHEN_CLOSED = 0.4, 0.15
DUE_DAYS = ((-2, 0), (0, 1), (0, 1), (1, 2), (1, 2), (2, 7))  # late, today, today, tomorrow, tomorrow, this week


@dataclass(frozen=True, slots=True)
class Brought:
    """A case before it has its reference."""

    values: dict[str, Any]
    events: list[dict[str, Any]]


class CaseMaker:
    """Makes the cases of one customer; `take_reference` gives the next final reference."""

    def __init__(self, random: Random, ids: Ids, clock: Clock) -> None:
        self._random, self._ids, self._clock = random, ids, clock

    def make(self, made: Made, calls: Sequence[Answered], count: int) -> list[Brought]:
        """Return `count` cases; each came with one of the customer's calls as long as there are any."""
        heard = self._random.sample(calls, min(count, len(calls)))
        return [self._case(made, heard[n] if n < len(heard) else None) for n in range(count)]

    def add(self, rows: Rows, made: Made, brought: Brought, reference: str) -> None:
        """Add a case under its reference, and what was promised with it."""
        rows.case(brought.values | {"reference": reference}, brought.events)
        closed = brought.values["closed_at"] is not None
        if self._random.random() < (PROMISED_WHEN_CLOSED if closed else PROMISED_WHEN_OPEN):
            rows.promise(self._promise(made, brought.values))

    def _case(self, made: Made, call: Answered | None) -> Brought:
        random = self._random
        template = random.choice(templates())
        begin = max(made.values["since"], self._clock.now - YEARS)
        opened = call.at + 100 * SECOND if call else self._clock.between(begin, self._clock.now)
        opened = min(opened, self._clock.now)
        summary, description = template.texts[made.language]
        fill = self._words(made.language, opened)
        values = {
            "id": self._ids.at(opened), "kind": template.kind, "customer_id": made.id,
            "call_id": call.id if call else None, "category": template.category,
            "severity": random.choice(template.severity), "summary": summary.format(**fill),
            "description": description.format(**fill), "opened_at": opened,
            "owner": call.agent if call else random.choice(site()["agents"])[1],
        }  # fmt: skip
        return Brought(values, self._life(values, template, made.language))

    def _life(self, values: dict[str, Any], template: Template, language: str) -> list[dict[str, Any]]:
        """Set status and closing of a case as befits its age; return its story."""
        random, now, opened = self._random, self._clock.now, values["opened_at"]
        open_ = random.random() < (0.65 if now - opened < OLD else STILL_OPEN)
        suggested = template.kind == CaseKind.SUGGESTION
        closed_at = None if open_ else min(opened + random.randrange(1, 400) * HOUR, now)
        if open_:
            status = CaseStatus.REVIEWED if suggested else random.choice(OPEN_STATES)
        else:
            status = random.choice((CaseStatus.DONE, CaseStatus.DECLINED)) if suggested else CaseStatus.CLOSED
        values |= {"status": status.value, "closed_at": closed_at}
        event = self._event(values)
        story = [event("received", opened, None)]
        if status != CaseStatus.RECEIVED:
            step = status if open_ else CaseStatus.REVIEWED if suggested else CaseStatus.INVESTIGATING
            begin = opened + MINUTE
            story.append(event(step.value, self._clock.between(begin, max(begin, closed_at or now)), None))
        if closed_at is not None:
            story.append(event(status.value, closed_at, random.choice(phrases(language)["closings"])))
        return story

    def _event(self, case: dict[str, Any]) -> Callable[[str, int, str | None], dict[str, Any]]:
        def make(kind: str, at: int, note: str | None) -> dict[str, Any]:
            call_id = case["call_id"] if kind == "received" else None
            values = {"case_id": case["id"], "call_id": call_id, "at": at, "actor": case["owner"]}
            return values | {"id": self._ids.next(), "kind": kind, "note": note}

        return make

    def _promise(self, made: Made, case: dict[str, Any]) -> dict[str, Any]:
        """Return a promise: kept within days where the case is closed, else due about now."""
        random, now, closed = self._random, self._clock.now, case["closed_at"]
        first, last = random.choice(DUE_DAYS)
        due = closed or (now + int(random.uniform(first, last) * DAY)) // QUARTER * QUARTER
        settled = None if closed is None else closed - random.randrange(5, 50) * MINUTE
        return {
            "id": self._ids.at(case["opened_at"]), "customer_id": made.id, "case_id": case["id"],
            "call_id": case["call_id"], "what": random.choice(phrases(made.language)["promises"]),
            "channel": random.choices(list(FollowUpChannel), (8, 3, 1))[0].value, "due_at": due,
            "time_zone": made.zone, "owner": case["owner"], "settled_at": settled,
            "status": (FollowUpStatus.OPEN if closed is None else FollowUpStatus.DONE).value,
        }  # fmt: skip

    def _words(self, language: str, opened: int) -> dict[str, Any]:
        """Return what the placeholders of a template stand for."""
        random, said = self._random, phrases(language)
        clock = {"hour": random.randrange(8, 21), "minute": random.choice(("00", "15", "30", "45"))}
        return {
            "month": said["months"][(datetime.fromtimestamp(opened // SECOND, UTC).month - 2) % 12],
            "amount": said["amount"].format(whole=random.randrange(12, 190), cents=f"{random.randrange(100):02}"),
            "hour": said["hour"].format(**clock), "invoice": f"F-{random.randrange(10_000, 99_999)}",
            "order": f"{random.randrange(100_000, 999_999)}", "n": random.randrange(3, 30),
            "reading": random.randrange(1_000, 60_000),
        }  # fmt: skip
