"""Writes of a person who settles what two people changed, or deals with what the store refused."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.settings import Settings
from app.storage.operations import RefusedOperationError, from_json
from app.storage.unit_of_work import UnitOfWork
from app.storage.writer import Writer
from app.sync.attention_records import Disagreement, Refused
from models.base import utc_now


@dataclass(frozen=True, slots=True)
class Settled:
    """What undoing needs to know of a conflict that was settled; `value` stands in the field since."""

    conflict: Disagreement
    value: Any
    at: datetime
    by: str | None


class SettleService:
    """Each of these is one unit of work: the field and the word that it is settled are saved together or not at all."""

    def __init__(self, writer: Writer, settings: Callable[[], Settings]) -> None:
        self._writer, self._settings = writer, settings

    def keep(self, conflict: Disagreement) -> Future[Settled]:
        """Leave what stands in the field."""
        return self.write(conflict, conflict.now)

    def write(self, conflict: Disagreement, value: Any) -> Future[Settled]:
        """Write a value, as JSON holds it, over what the person was shown; resolves to what `undo` takes.

        Should somebody have changed the field once more since, that is not overwritten: a new conflict says so. Raises
        KnownError for what the field cannot hold.
        """
        _check(conflict, value)
        settled = Settled(conflict, value, utc_now(), self._settings().agent or None)

        def work(unit: UnitOfWork) -> Settled:
            if not conflict.is_gone:
                unit.edit(conflict.table, conflict.entity, {conflict.field: (conflict.now, value)})
            unit.edit("conflict", conflict.id, {"settled_at": (None, settled.at), "settled_by": (None, settled.by)})
            return settled

        return self._writer.submit(work)

    def undo(self, settled: Settled) -> Future[None]:
        """Put the field back and let the conflict wait again."""
        conflict = settled.conflict

        def work(unit: UnitOfWork) -> None:
            if not conflict.is_gone:
                unit.edit(conflict.table, conflict.entity, {conflict.field: (settled.value, conflict.now)})
            unit.edit("conflict", conflict.id, {"settled_at": (settled.at, None), "settled_by": (settled.by, None)})

        return self._writer.submit(work)

    def again(self, refused: Refused) -> Future[None]:
        """Try once more what the store refused, as a new operation; the old one needs nobody any more."""

        def work(unit: UnitOfWork) -> None:
            unit.again(refused.kind, refused.entity, refused.body)
            unit.dismiss(refused.op_id)

        return self._writer.submit(work)

    def dismiss(self, refused: Refused) -> Future[None]:
        """Let a refused change go; it stays in the log."""
        return self._writer.submit(lambda unit: unit.dismiss(refused.op_id))

    def recall(self, refused: Refused) -> Future[None]:
        """Undo `dismiss`."""
        return self._writer.with_outbox(lambda outbox: outbox.recall(refused.op_id))


def _check(conflict: Disagreement, value: Any) -> None:
    try:
        from_json(conflict.table, conflict.field, value)
    except RefusedOperationError as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "This cannot be written"),
            QT_TRANSLATE_NOOP("AppError", "The field cannot be empty, or cannot hold what was typed."),
        ) from error
