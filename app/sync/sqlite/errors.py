"""What SQLite says of a file that is shared, as errors of ours: most of it passes, as with any server."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import QT_TRANSLATE_NOOP, AppError, DamagedError, KnownError, TransientError
from app.storage.faults import DAMAGE

log = logging.getLogger(__name__)
UNREACHABLE = QT_TRANSLATE_NOOP("AppError", "The shared store cannot be reached")


@contextmanager
def calling(path: Path) -> Iterator[None]:
    """Turn what the driver raises about the file into what SharedStore says it raises."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        known = _known(str(error.orig if isinstance(error, DBAPIError) else error), path)
        if known is None:
            raise
        raise known from error


def _known(reason: str, path: Path) -> AppError | None:
    if any(sign in reason for sign in DAMAGE):
        log.error("%s is damaged: %s", path.name, reason)
        return damaged(path, reason)
    if "locking protocol" in reason:
        return cannot_lock(path, reason)
    if "readonly" in reason:
        return KnownError(
            UNREACHABLE,
            QT_TRANSLATE_NOOP("AppError", "You may read {file} but not write it. Ask whoever looks after the drive."),
            file=path,
        )
    if "locked" in reason or "busy" in reason:
        return TransientError(
            UNREACHABLE,
            QT_TRANSLATE_NOOP(
                "AppError", "Other desks are writing {file}. What you save is kept here and sent when it is free."
            ),
            file=path,
        )
    if any(sign in reason for sign in ("full", "I/O", "unable to open")):
        return TransientError(
            UNREACHABLE,
            QT_TRANSLATE_NOOP(
                "AppError", "{file}: {reason}. What you save is kept here and sent when the drive takes it again."
            ),
            file=path, reason=reason,
        )  # fmt: skip
    return None


def damaged(path: Path, reason: object) -> DamagedError:
    """Return what to raise when the file is not whole: no desk writes to it, and each keeps what it saved."""
    return DamagedError(
        QT_TRANSLATE_NOOP("AppError", "The shared store is damaged"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "{file} is damaged ({reason}). What you save is kept here. Put the store back from its last backup: "
            "every desk then sends again what that lacks.",
        ),
        file=path, reason=reason,
    )  # fmt: skip


def gone(path: Path) -> TransientError:
    """Return what to raise when there is no file."""
    return TransientError(
        UNREACHABLE,
        QT_TRANSLATE_NOOP("AppError", "{file} is not there. The drive may be away, or the file has another name."),
        file=path,
    )


def put_back(path: Path) -> TransientError:
    """Return what to raise when the store is another one than a moment ago: the desk says hello again."""
    return TransientError(
        UNREACHABLE,
        QT_TRANSLATE_NOOP("AppError", "{file} was put back from a backup. What that lacks is sent again."),
        file=path,
    )


def cannot_lock(path: Path, reason: object) -> KnownError:
    """Return what to raise for a drive on which two desks could write at once."""
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "This drive cannot hold a shared store"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "The drive of {file} does not lock files for other computers ({reason}), so two desks could destroy it. "
            "Put it on another drive, or use a PostgreSQL server.",
        ),
        file=path, reason=reason,
    )  # fmt: skip
