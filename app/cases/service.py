"""Writes of cases, inside a unit of work that may hold more than the case."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.cases.records import NewCase, SavedCase
from app.cases.rules import check_new
from app.settings import Settings
from app.storage.unit_of_work import UnitOfWork
from models.base import utc_now
from models.enums import CaseStatus


class CaseService:
    """Opens cases and adds to them."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def open(self, unit: UnitOfWork, new: NewCase) -> SavedCase:
        """Add a case with its first event; the reference is taken here and never changes."""
        new = check_new(new)
        now = utc_now()
        actor = self._settings().agent or None
        reference = unit.take_reference()
        values = {name: value or None for name, value in new._asdict().items()}
        values |= {"reference": reference, "status": CaseStatus.RECEIVED, "owner": actor, "opened_at": now}
        case_id = unit.create("case", values)
        self._event(unit, case_id, "received", new.call_id, None)
        return SavedCase(case_id, reference)

    def add_to(self, unit: UnitOfWork, case_id: UUID, new: NewCase) -> None:
        """Add what a customer says now to a case that is open already."""
        new = check_new(new)
        note = f"{new.summary}\n\n{new.description}" if new.description else new.summary
        self._event(unit, case_id, "added", new.call_id, note)

    def _event(self, unit: UnitOfWork, case_id: UUID, kind: str, call_id: UUID | None, note: str | None) -> None:
        values = {
            "case_id": case_id, "call_id": call_id, "at": utc_now(),
            "actor": self._settings().agent or None, "kind": kind, "note": note,
        }  # fmt: skip
        unit.create("case_event", values)
