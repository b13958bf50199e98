"""Writes of promises."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from uuid import UUID

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.follow_ups.records import FollowUpRow, NewFollowUp
from app.settings import Settings
from app.storage.unit_of_work import UnitOfWork
from app.storage.writer import Writer
from models.base import utc_now
from models.enums import FollowUpStatus


class FollowUpService:
    """Makes promises, moves them, and settles them; each can be undone."""

    def __init__(self, writer: Writer, settings: Callable[[], Settings]) -> None:
        self._writer = writer
        self._settings = settings

    def promise(self, unit: UnitOfWork, new: NewFollowUp) -> UUID:
        """Add a promise inside a unit of work; raises KnownError when it is due in the past."""
        if new.due_at <= utc_now():
            raise KnownError(
                QT_TRANSLATE_NOOP("AppError", "The promise is due in the past"),
                QT_TRANSLATE_NOOP("AppError", "Choose a time that is still to come."),
            )
        values = new._asdict()
        values |= {"status": FollowUpStatus.OPEN, "owner": self._settings().agent or None}
        return unit.create("follow_up", values)

    def snooze(self, row: FollowUpRow, due_at: datetime) -> Future[None]:
        """Move a promise; snoozing back to `row.due_at` from the new time undoes it."""
        return self._writer.submit(lambda unit: unit.edit("follow_up", row.id, {"due_at": (row.due_at, due_at)}))

    def settle(self, row: FollowUpRow, status: FollowUpStatus) -> Future[datetime]:
        """Mark a promise done or cancelled; resolves to when, which `reopen` wants back."""
        now = utc_now()

        def work(unit: UnitOfWork) -> datetime:
            unit.edit("follow_up", row.id, {"status": (row.status, status), "settled_at": (None, now)})
            return now

        return self._writer.submit(work)

    def reopen(self, row: FollowUpRow, status: FollowUpStatus, settled_at: datetime) -> Future[None]:
        """Undo `settle`: `row` is the promise as it was before."""
        changes = {"status": (status, FollowUpStatus.OPEN), "settled_at": (settled_at, None)}
        return self._writer.submit(lambda unit: unit.edit("follow_up", row.id, changes))
