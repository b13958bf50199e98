"""Which operations a store in a file takes: of which versions and kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.operations import ENTITIES, Operation
from app.sync.records import WIRE
from app.sync.shared_store import NewerOperationError

KIND = re.compile(r"([a-z_]+)\.(?:create|edit|log)@([1-9][0-9]{0,3})")
MISMATCH = QT_TRANSLATE_NOOP("AppError", "This program and the shared store do not fit")


def check_wire(wire: int, store: Any, path: Path) -> None:
    """Raise KnownError for a program whose operations this store takes no more, or not yet."""
    if wire < store.wire_oldest:
        raise KnownError(
            MISMATCH,
            QT_TRANSLATE_NOOP("AppError", "This program is too old for the store at {host}. Update it."),
            host=path,
        )
    if wire > store.wire_newest:
        raise KnownError(
            MISMATCH,
            QT_TRANSLATE_NOOP("AppError", "The store at {host} is too old for this program. Ask for its upgrade."),
            host=path,
        )


def check_kinds(operations: Sequence[Operation]) -> None:
    """Raise NewerOperationError when there is one of a later version, or of a thing there is only later."""
    for op in operations:
        kind = KIND.fullmatch(op.kind)
        if kind is None or int(kind[2]) > WIRE or kind[1] not in ENTITIES:
            raise NewerOperationError(f"unknown kind {op.kind[:60]}")
