"""The calls at this desk as the PBX reports them, and which one the console shows; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.events import CallEvent
from app.workflows.records import CustomerView, Pop
from models.enums import CallOutcome, CallStep, Direction

# How a call can end that leaves nothing to do at this desk: it disappears by itself.
GONE = {
    CallOutcome.ANSWERED_ELSEWHERE, CallOutcome.REJECTED, CallOutcome.BUSY, CallOutcome.CANCELLED, CallOutcome.FAILED,
}  # fmt: skip


@dataclass(slots=True)
class LiveCall:
    """One call at this desk, or a number that was looked up (`call_id` None)."""

    leg: str
    call_id: UUID | None
    direction: Direction
    number: str | None
    began_at: datetime
    name: str | None = None
    line: str | None = None
    transferred_from: str | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    held: bool = False
    outcome: CallOutcome | None = None
    pop: Pop | None = None
    view: CustomerView | None = None

    @property
    def live(self) -> bool:
        return self.ended_at is None and self.call_id is not None

    @property
    def customer_id(self) -> UUID | None:
        return self.view.card.id if self.view else None


class LiveCalls:
    """Applies call events; `shown` is the leg whose customer is on screen.

    A ringing call is shown unless the agent is on another call; an answered one always is.
    """

    def __init__(self) -> None:
        self._calls: dict[str, LiveCall] = {}
        self.shown: str | None = None

    def all(self) -> list[LiveCall]:
        """Return the calls, the oldest first."""
        return list(self._calls.values())

    def get(self, leg: str | None) -> LiveCall | None:
        return self._calls.get(leg) if leg else None

    def apply(self, event: CallEvent, call_id: UUID) -> bool:
        """Take one event; return whether somebody must be looked up for it."""
        call = self._calls.get(event.call)
        if event.event == CallStep.ENDED:
            self._end(call, event)
            return False
        if call is None:
            return self._begin(event, call_id)
        if event.event == CallStep.PARTY_CHANGED:
            return self._change_party(call, event, call_id)
        self._step(call, event)
        return False

    def look_up(self, number: str, at: datetime) -> LiveCall:
        """Show a number that somebody asked for without a call."""
        self._forget_ended()
        call = LiveCall(f"number:{number}", None, Direction.INBOUND, number, at)
        self._calls[call.leg] = call
        self.shown = call.leg
        return call

    def close(self, leg: str) -> None:
        """Put an ended call or a look-up away."""
        self._calls.pop(leg, None)
        if self.shown == leg:
            self.shown = self._next()

    def _begin(self, event: CallEvent, call_id: UUID) -> bool:
        self._forget_ended()
        call = LiveCall(event.call, call_id, event.direction, event.number, event.at)
        self._calls[call.leg] = call
        self._describe(call, event)
        self._step(call, event)
        shown = self.get(self.shown)
        if shown is None or not shown.live or shown.answered_at is None:
            self.shown = call.leg
        return call.direction != Direction.INTERNAL

    def _change_party(self, call: LiveCall, event: CallEvent, call_id: UUID) -> bool:
        """Another party: after a transfer the call is the customer's, whichever desk had it first."""
        call.call_id = call_id
        self._describe(call, event)
        call.pop = call.view = None
        return call.direction != Direction.INTERNAL

    def _describe(self, call: LiveCall, event: CallEvent) -> None:
        call.direction, call.number, call.name = event.direction, event.number, event.name
        call.line = event.queue or call.line or event.dialled
        call.transferred_from = event.transferred_from or call.transferred_from

    def _step(self, call: LiveCall, event: CallEvent) -> None:
        if event.event == CallStep.ANSWERED:
            call.answered_at = call.answered_at or event.at
            self.shown = call.leg
        elif event.event in (CallStep.HELD, CallStep.RESUMED):
            call.held = event.event == CallStep.HELD
            if not call.held:
                self.shown = call.leg

    def _end(self, call: LiveCall | None, event: CallEvent) -> None:
        if call is None:
            return
        call.ended_at, call.outcome, call.held = event.at, event.outcome, False
        if event.outcome in GONE and call.answered_at is None:
            self.close(call.leg)
        elif self.shown == call.leg and (other := self._next()) is not None:
            self.shown = other

    def _next(self) -> str | None:
        """The call to show when the one shown is over: one that is up, else one that rings."""
        live = [call for call in self._calls.values() if call.live]
        answered = [call for call in live if call.answered_at is not None]
        return next((call.leg for call in (*answered, *live)), None)

    def _forget_ended(self) -> None:
        """A call that is over leaves the screen when the next one comes; its draft stays."""
        for leg in [leg for leg, call in self._calls.items() if not call.live]:
            del self._calls[leg]
            self.shown = None if self.shown == leg else self.shown
