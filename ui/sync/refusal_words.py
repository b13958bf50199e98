"""Why the store refused a change, in the window's language: the store gives its reason in English."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

_REASONS: tuple[tuple[str, Callable[[], str]], ...] = (
    (
        r"UNIQUE constraint|duplicate key|exists already|already exists",
        lambda: QCoreApplication.translate("Refusals", "There is already one with the same number or the same id."),
    ),
    (
        r"append-only|is final|nobody may",
        lambda: QCoreApplication.translate("Refusals", "This can never be changed by anybody."),
    ),
    (
        r"may not",
        lambda: QCoreApplication.translate("Refusals", "This login may not change this. Ask its team or a supervisor."),
    ),
    (
        r"cannot be empty|null value|NOT NULL|has no new value",
        lambda: QCoreApplication.translate("Refusals", "A value that must be there is missing."),
    ),
    (
        r"unknown kind|no field|is not logged",
        lambda: QCoreApplication.translate("Refusals", "The store is of another version of Ringbook."),
    ),
    (
        r"is not who sent it",
        lambda: QCoreApplication.translate("Refusals", "It would have been signed with another name than the login's."),
    ),
    (
        r"too long ago|still to come",
        lambda: QCoreApplication.translate("Refusals", "Its time is too long ago or still to come. Look at the clock."),
    ),
    (r"no such team", lambda: QCoreApplication.translate("Refusals", "There is no such team any more.")),
    (r"merged into itself", lambda: QCoreApplication.translate("Refusals", "A customer cannot be merged into itself.")),
    (
        r"no longer of this store",
        lambda: QCoreApplication.translate("Refusals", "Its login is no longer of this store."),
    ),
)


def reason(english: str, result: str) -> str:
    """Return why an operation was refused, or waits for what it is about; a reason nobody knows stays as it came."""
    if result == "parked":
        return QCoreApplication.translate("Refusals", "What it is about is not there.")
    for pattern, say in _REASONS:
        if re.search(pattern, english, re.IGNORECASE):
            return say()
    return english or QCoreApplication.translate("Refusals", "The store gave no reason.")
