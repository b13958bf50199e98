"""Where a backup of a shared store may be written."""

from __future__ import annotations

from pathlib import Path

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.storage import backup_errors


def check(target: Path, force: bool) -> None:
    """Raise KnownError for a place where no file can be, or one is that may not be replaced."""
    if target.is_dir():
        raise backup_errors.cannot_write(target, Phrase(QT_TRANSLATE_NOOP("AppError", "it is a folder")))
    if target.exists() and not force:
        raise backup_errors.exists(target)
    if not target.parent.is_dir():
        raise backup_errors.cannot_write(target, Phrase(QT_TRANSLATE_NOOP("AppError", "there is no such folder")))
