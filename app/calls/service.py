"""Writes what the PBX reports: one call, one leg at each extension."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from app.calls.rules import call_id, leg_id
from app.events import CallEvent
from app.settings import Settings
from app.storage.unit_of_work import UnitOfWork
from app.storage.writer import Writer
from models.enums import CallStep

log = logging.getLogger(__name__)
BEGINNINGS = {CallStep.RINGING, CallStep.DIALLING, CallStep.ANSWERED, CallStep.PARTY_CHANGED}
MOST_ASSIGNED = 1000
PARTY = ("direction", "number", "e164", "name", "queue")


@dataclass(slots=True)
class _Leg:
    """What was logged last of a call at this desk: the base of the next edit."""

    id: UUID
    call: UUID
    party: dict[str, Any]
    answered: bool = False


class CallService:
    """Logs the calls of one extension as they happen, and whose they were."""

    def __init__(self, writer: Writer, settings: Callable[[], Settings]) -> None:
        self._writer = writer
        self._settings = settings
        self._legs: dict[UUID, _Leg] = {}
        self._customers: dict[UUID, UUID] = {}  # of the last calls: the base of a correction

    def call_id(self, event: CallEvent) -> UUID:
        """Return the key of the call an event belongs to."""
        return call_id(self._settings().pbx.host, event)

    def record(self, event: CallEvent) -> Future[None] | None:
        """Log one event; None when it adds nothing to the record (a call on hold)."""
        pbx, work = self._settings().pbx.host, []
        key, call = leg_id(pbx, event), call_id(pbx, event)
        leg = self._legs.get(key)
        if leg is None and event.event in BEGINNINGS:
            leg = self._legs[key] = _Leg(key, call, _party(event))
            work.append(partial(self._begin, leg=leg, event=event))
        elif leg is not None and event.event == CallStep.PARTY_CHANGED:
            work.append(partial(_change_party, leg=leg, call=call, event=event))
        if leg is not None and event.event == CallStep.ANSWERED and not leg.answered:
            leg.answered = True
            work.append(partial(_fill, leg=leg, event=event, answered_at=event.at))
        if leg is not None and event.event == CallStep.ENDED:
            del self._legs[key]
            work.append(partial(_fill, leg=leg, event=event, ended_at=event.at, outcome=event.outcome))
        return self._submit(work)

    def assign(self, call: UUID, customer_id: UUID) -> Future[None] | None:
        """Say whose call it was; saying it again with another customer corrects it."""
        before = self._customers.get(call)
        if before == customer_id:
            return None
        self._customers[call] = customer_id
        if len(self._customers) > MOST_ASSIGNED:
            del self._customers[next(iter(self._customers))]
        return self._submit([lambda unit: unit.edit("call", call, {"customer_id": (before, customer_id)})])

    def _submit(self, work: Sequence[Callable[[UnitOfWork], None]]) -> Future[None] | None:
        if not work:
            return None

        def run(unit: UnitOfWork) -> None:
            for step in work:
                step(unit)

        future = self._writer.submit(run)
        future.add_done_callback(_be_loud)
        return future

    def _begin(self, unit: UnitOfWork, leg: _Leg, event: CallEvent) -> None:
        unit.log("call", leg.call, leg.party | {"dialled": event.dialled, "began_at": event.at})
        agent = self._settings().agent or None
        _fill(unit, leg, event, agent=agent, transferred_from=event.transferred_from)


def _change_party(unit: UnitOfWork, leg: _Leg, call: UUID, event: CallEvent) -> None:
    """Another party is on the line: the customer of another call (a transfer), or the same call named better."""
    before, leg.party = leg.party, _party(event)
    if call == leg.call:
        unit.edit("call", call, {name: (before[name], leg.party[name]) for name in PARTY})
        return
    unit.log("call", call, leg.party | {"dialled": event.dialled, "began_at": event.at})
    moved = {"call_id": (leg.call, call), "transferred_from": (None, event.transferred_from)}
    leg.call = call
    unit.edit("call_leg", leg.id, moved)


def _fill(unit: UnitOfWork, leg: _Leg, event: CallEvent, **values: Any) -> None:
    """Log what is new of a leg, with all it must have should this be the first to name it."""
    must = {"call_id": leg.call, "extension": event.extension, "began_at": event.at}
    unit.log("call_leg", leg.id, must | values)


def _party(event: CallEvent) -> dict[str, Any]:
    return {name: getattr(event, name) for name in PARTY}


def _be_loud(future: Future[None]) -> None:
    if (error := future.exception()) is not None:
        log.error("a call was not logged", exc_info=error)
