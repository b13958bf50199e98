"""Units of work: operations that are saved together or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.storage import references
from app.storage.operations import Operation, to_json
from models.base import utc_now, uuid7

Mark = tuple[int, int, int, int, int]


class UnitOfWork:
    """Collects operations and hands out sequence numbers and references of one transaction.

    Several units that share a transaction go through one of these; each stands between two marks.
    """

    def __init__(self, next_n: int, prefix: str, next_reference: int) -> None:
        self.next_n = next_n
        self.next_reference = next_reference
        self.operations: list[Operation] = []
        self.dropped_drafts: list[str] = []
        self.dismissed: list[UUID] = []
        self._prefix = prefix

    def mark(self) -> Mark:
        """Return where it stands now."""
        lengths = len(self.operations), len(self.dropped_drafts), len(self.dismissed)
        return self.next_n, self.next_reference, *lengths

    def since(self, mark: Mark) -> list[Operation]:
        """Return the operations that were added after a mark."""
        return self.operations[mark[2] :]

    def go_back_to(self, mark: Mark) -> None:
        """Forget what came after a mark; its numbers and references are given again."""
        self.next_n, self.next_reference, operations, drafts, dismissed = mark
        del self.operations[operations:], self.dropped_drafts[drafts:], self.dismissed[dismissed:]

    def take_reference(self) -> str:
        """Return the next final reference."""
        taken = references.reference(self._prefix, self.next_reference)
        self.next_reference += 1
        return taken

    def drop_draft(self, key: str) -> None:
        """Forget a draft in the same moment in which what it became is saved: never both, never neither."""
        self.dropped_drafts.append(key)

    def dismiss(self, op_id: UUID) -> None:
        """Note that nobody needs to look at a refused operation any more; it stays in the log."""
        self.dismissed.append(op_id)

    def again(self, kind: str, entity: UUID, body: Mapping[str, Mapping[str, Any]]) -> None:
        """Add what an operation that was refused would have done, as one of its own."""
        self._append(kind, entity, body)

    def create(self, table: str, values: Mapping[str, Any], entity: UUID | None = None) -> UUID:
        """Add a new row; returns its id."""
        return self._add(table, "create", entity or uuid7(), {name: (None, value) for name, value in values.items()})

    def log(self, table: str, entity: UUID, values: Mapping[str, Any]) -> None:
        """Add a row, or fill what is still empty in the one that another desk added first."""
        self._add(table, "log", entity, {name: (None, value) for name, value in values.items()})

    def edit(self, table: str, entity: UUID, changes: Mapping[str, tuple[Any, Any]]) -> None:
        """Change fields of a row: {field: (what it was when it was read, what it shall be)}."""
        changed = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
        if changed:
            self._add(table, "edit", entity, changed)

    def _add(self, table: str, verb: str, entity: UUID, changes: Mapping[str, tuple[Any, Any]]) -> UUID:
        body = {
            name: {"base": base if base is None else to_json(base), "new": to_json(new)}
            for name, (base, new) in changes.items()
            if verb == "edit" or new is not None
        }
        self._append(f"{table}.{verb}@1", entity, body)
        return entity

    def _append(self, kind: str, entity: UUID, body: Mapping[str, Mapping[str, Any]]) -> None:
        self.operations.append(Operation(uuid7(), self.next_n, kind, entity, utc_now(), body))
        self.next_n += 1
