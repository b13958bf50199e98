"""Calls at extensions: each begins once, ends once, and every step of it becomes one CallEvent."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from app.events import CallEvent
from app.telephony.ami.parties import Party
from app.telephony.numbers import to_e164
from models.enums import CallOutcome, CallStep, Direction

MAX_ENDED = 20_000


@dataclass(slots=True, eq=False)
class Leg:
    """One call at one extension; `far` is the unique id of the channel at the other end."""

    uid: str
    extension: str
    linked_id: str
    direction: Direction = Direction.INBOUND
    number: str | None = None
    name: str | None = None
    queue: str | None = None
    dialled: str | None = None
    transferred_from: str | None = None
    far: str | None = None
    far_phone: str | None = None
    caller: str | None = None
    answers_before: int = 0
    outgoing: bool = False
    answered: bool = False
    held: bool = False
    timed_out: bool = False
    transferred: bool = False

    def take(self, party: Party, is_outgoing: bool) -> None:
        """Take over who is at the other end."""
        outside = Direction.OUTBOUND if is_outgoing else Direction.INBOUND
        self.direction = outside if party.external else Direction.INTERNAL
        self.number, self.name = party.number, party.name
        if party.far is not None:
            self.far = party.far.uid
            self.far_phone = None if party.external else party.far.endpoint


class Ledger:
    """The calls that are up, and the events not handed out yet."""

    def __init__(self, region: str | None, extension: str | None) -> None:
        self._region = region
        self._extension = extension.casefold() if extension else None
        self._legs: dict[str, Leg] = {}
        self._ended: OrderedDict[str, None] = OrderedDict()
        self._events: list[CallEvent] = []
        self._at: datetime | None = None
        self._t: float | None = None

    def clock(self, at: datetime, t: float | None) -> None:
        """Set the time of the events that follow."""
        self._at, self._t = at, t

    def drain(self) -> list[CallEvent]:
        """Hand out what has happened since."""
        events, self._events = self._events, []
        return events

    def leg(self, uid: str) -> Leg | None:
        """The call that is up on this channel."""
        return self._legs.get(uid)

    def legs(self) -> list[Leg]:
        """Every call that is up, oldest first."""
        return list(self._legs.values())

    def may_begin(self, uid: str) -> bool:
        """Whether a call may still begin on this channel."""
        return uid not in self._legs and uid not in self._ended

    def begin(self, leg: Leg, step: CallStep) -> None:
        """A call begins with this step."""
        if self.may_begin(leg.uid):
            self._legs[leg.uid] = leg
            self.say(leg, step)

    def say(self, leg: Leg, step: CallStep, outcome: CallOutcome | None = None) -> None:
        """Write one event of a call that is up."""
        if self._at is None or (self._extension and leg.extension.casefold() != self._extension):
            return
        self._events.append(
            CallEvent(
                at=self._at,
                t=self._t,
                extension=leg.extension,
                event=step,
                call=leg.uid,
                linked_id=leg.linked_id,
                direction=leg.direction,
                number=leg.number,
                e164=to_e164(leg.number, self._region),
                name=leg.name,
                queue=leg.queue,
                dialled=leg.dialled,
                transferred_from=leg.transferred_from,
                outcome=outcome,
            )
        )

    def end(self, leg: Leg, outcome: CallOutcome) -> None:
        """The last event of a call."""
        if self._legs.pop(leg.uid, None) is None:
            return
        self._ended[leg.uid] = None
        while len(self._ended) > MAX_ENDED:
            self._ended.popitem(last=False)
        self.say(leg, CallStep.ENDED, outcome)
