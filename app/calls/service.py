"""Writes what the PBX reports: one call, one leg at each extension."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
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
PARTY = ("direction", "number", "e164", "name", "queue")


class CallService:
    """Logs the calls of one extension as they happen, and whose they were."""

    def __init__(self, writer: Writer, settings: Callable[[], Settings]) -> None:
        self._writer = writer
        self._settings = settings
        self._begun: set[UUID] = set()
        self._answered: dict[UUID, datetime] = {}
        self._customers: dict[UUID, UUID] = {}
        self._parties: dict[UUID, dict[str, Any]] = {}

    def call_id(self, event: CallEvent) -> UUID:
        """Return the key of the call an event belongs to."""
        return call_id(self._settings().pbx.host, event)

    def record(self, event: CallEvent) -> Future[None] | None:
        """Log one event; None when it adds nothing to the record (a call on hold)."""
        pbx, work = self._settings().pbx.host, []
        call, leg = call_id(pbx, event), leg_id(pbx, event)
        if leg not in self._begun and event.event in BEGINNINGS:
            self._begun.add(leg)
            work.append(lambda unit: self._begin(unit, call, leg, event))
        elif event.event == CallStep.PARTY_CHANGED:
            work.append(lambda unit: self._change_party(unit, call, event))
        if event.event == CallStep.ANSWERED and leg not in self._answered:
            self._answered[leg] = event.at
            work.append(lambda unit: unit.log("call_leg", leg, {"answered_at": event.at} | _leg(call, event)))
        if event.event == CallStep.ENDED:
            work.append(lambda unit: self._end(unit, call, leg, event))
        return self._submit(work)

    def assign(self, call: UUID, customer_id: UUID) -> Future[None] | None:
        """Say whose call it was; saying it again with another customer corrects it."""
        before = self._customers.get(call)
        if before == customer_id:
            return None
        self._customers[call] = customer_id
        return self._submit([lambda unit: unit.edit("call", call, {"customer_id": (before, customer_id)})])

    def _submit(self, work: list[Callable[[UnitOfWork], None]]) -> Future[None] | None:
        if not work:
            return None

        def run(unit: UnitOfWork) -> None:
            for step in work:
                step(unit)

        future = self._writer.submit(run)
        future.add_done_callback(_be_loud)
        return future

    def _begin(self, unit: UnitOfWork, call: UUID, leg: UUID, event: CallEvent) -> None:
        party = self._parties[call] = {name: getattr(event, name) for name in PARTY}
        unit.log("call", call, party | {"dialled": event.dialled, "began_at": event.at})
        values = _leg(call, event) | {"agent": self._settings().agent or None}
        unit.log("call_leg", leg, values | {"transferred_from": event.transferred_from})

    def _change_party(self, unit: UnitOfWork, call: UUID, event: CallEvent) -> None:
        """A consultation became the customer's call: from now on the record says so."""
        before = self._parties.get(call, dict.fromkeys(PARTY))
        party = self._parties[call] = {name: getattr(event, name) for name in PARTY}
        unit.edit("call", call, {name: (before[name], party[name]) for name in PARTY})

    def _end(self, unit: UnitOfWork, call: UUID, leg: UUID, event: CallEvent) -> None:
        self._begun.discard(leg)
        self._answered.pop(leg, None)
        self._parties.pop(call, None)
        unit.log("call_leg", leg, _leg(call, event) | {"ended_at": event.at, "outcome": event.outcome})


def _leg(call: UUID, event: CallEvent) -> dict[str, Any]:
    """What a leg must have should this operation be the first to name it."""
    return {"call_id": call, "extension": event.extension, "began_at": event.at}


def _be_loud(future: Future[None]) -> None:
    if (error := future.exception()) is not None:
        log.error("a call was not logged", exc_info=error)
