"""Saving what a call brought: the case, the promise and the end of the draft, together or not at all."""

from __future__ import annotations

from concurrent.futures import Future

from app.cases.records import SavedCase
from app.cases.rules import check_new
from app.cases.service import CaseService
from app.follow_ups.service import FollowUpService
from app.storage.unit_of_work import UnitOfWork
from app.storage.writer import Writer
from app.workflows.records import WrapUp
from models.base import utc_now


class WrapUpService:
    """Saves a case form in one unit of work."""

    def __init__(self, writer: Writer, cases: CaseService, follow_ups: FollowUpService) -> None:
        self._writer = writer
        self._cases = cases
        self._follow_ups = follow_ups

    def save(self, form: WrapUp, *, applied: bool = False) -> Future[SavedCase]:
        """Save; resolves once it is on the disk, or with `applied` once readers see it.

        Raises KnownError at once when something is missing.
        """
        check_new(form.case)
        return self._writer.submit(lambda unit: self._save(unit, form), applied=applied)

    def withdraw(self, saved: SavedCase) -> Future[None]:
        """Undo the saving of a new case and its promise; the reference is not used again."""
        now = utc_now()

        def work(unit: UnitOfWork) -> None:
            unit.edit("case", saved.id, {"deleted_at": (None, now)})
            if saved.follow_up_id is not None:
                unit.edit("follow_up", saved.follow_up_id, {"deleted_at": (None, now)})

        return self._writer.submit(work)

    def _save(self, unit: UnitOfWork, form: WrapUp) -> SavedCase:
        if form.add_to is not None:
            self._cases.add_to(unit, form.add_to, form.case)
            saved = SavedCase(form.add_to, form.add_to_reference, is_new=False)
        else:
            saved = self._cases.open(unit, form.case)
        if form.follow_up is not None:
            promise = self._follow_ups.promise(unit, form.follow_up._replace(case_id=saved.id))
            saved = saved._replace(follow_up_id=promise)
        if form.draft_key is not None:
            unit.drop_draft(form.draft_key)
        return saved
