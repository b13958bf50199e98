"""The sentences about backups that a person can act on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.errors import QT_TRANSLATE_NOOP, KnownError


def exists(path: Path) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "No backup was made"),
        QT_TRANSLATE_NOOP("AppError", "{path} is there already and was left as it is. Choose another name."),
        path=path,
    )


def cannot_write(path: Path, reason: object) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "No backup was made"),
        QT_TRANSLATE_NOOP("AppError", "{path} cannot be written: {reason}. Choose another place or mend this one."),
        path=path, reason=_reason(reason),
    )  # fmt: skip


def no_room(path: Path, needed: int, free: int) -> KnownError:
    """Tell of bytes in megabytes."""
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "Not enough room"),
        QT_TRANSLATE_NOOP(
            "AppError", "{path} has {free} MB free and {needed} MB are needed. Make room or choose another place."
        ),
        path=path, needed=-(-needed // 1_000_000), free=free // 1_000_000,
    )  # fmt: skip


class BusyError(KnownError):
    """Another process or thread does the same at this moment."""


def is_busy(folder: Path) -> BusyError:
    return BusyError(
        QT_TRANSLATE_NOOP("AppError", "No backup was made"),
        QT_TRANSLATE_NOOP("AppError", "Another backup of {folder} is being made. Wait until it is done."),
        folder=folder,
    )


def data_damaged(folder: Path, problem: str) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The data is damaged"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "In {folder}: {problem}. Earlier backups were kept; restore the last one that “verify” calls whole.",
        ),
        folder=folder, problem=problem,
    )  # fmt: skip


def cannot_read(path: Path, error: OSError) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The backup cannot be read"),
        QT_TRANSLATE_NOOP("AppError", "{path}: {reason}. Choose another file."),
        path=path, reason=_reason(error),
    )  # fmt: skip


def not_a_backup(path: Path) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "This is no backup"),
        QT_TRANSLATE_NOOP("AppError", "{path} was not made by the backup of Ringbook. Choose another file."),
        path=path,
    )


def backup_damaged(path: Path, problem: object) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The backup is damaged"),
        QT_TRANSLATE_NOOP("AppError", "{path}: {problem}. Take an earlier backup or another copy of this one."),
        path=path, problem=problem,
    )  # fmt: skip


def newer(path: Path, version: str) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The backup is newer than this program"),
        QT_TRANSLATE_NOOP("AppError", "{path} was made by Ringbook {version}. Update this one first."),
        path=path, version=version,
    )  # fmt: skip


def needs_recovery_key(path: Path) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The recovery key is needed"),
        QT_TRANSLATE_NOOP(
            "AppError", "The key of {path} is not on this computer. Enter the recovery key of that data."
        ),
        path=path,
    )


def in_use(folder: Path) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The data is in use"),
        QT_TRANSLATE_NOOP("AppError", "{folder} is open in Ringbook or in one of its commands. Close it first."),
        folder=folder,
    )


def cannot_restore(folder: Path, reason: object) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "Not restored"),
        QT_TRANSLATE_NOOP("AppError", "{folder}: {reason}. What was there is as it was."),
        folder=folder, reason=_reason(reason),
    )  # fmt: skip


def would_replace(folder: Path, made_at: datetime) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "Not restored"),
        QT_TRANSLATE_NOOP(
            "AppError", "{folder} holds data. To replace it by the state of {made_at}, confirm it or give --yes."
        ),
        folder=folder, made_at=f"{made_at.astimezone():%Y-%m-%d %H:%M}",
    )  # fmt: skip


def _reason(reason: object) -> object:
    return (reason.strerror or reason) if isinstance(reason, OSError) else reason
