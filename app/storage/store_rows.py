"""What a shared store hands to a desk: rows as JSON can hold them, and how far they reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a desk has read: the sequence, and the operation that stood there or last before it (None: none had)."""

    seq: int
    op_id: UUID | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the store, or that it is gone from where this desk sees it (then `values` is None).

    `values` has every column of the table but the id, as `app.storage.operations.to_json` writes them.
    """

    seq: int
    table: str
    id: UUID
    customer_id: UUID | None
    values: Mapping[str, Any] | None
