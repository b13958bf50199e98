"""What the driver says about a disk or a damaged file, as a sentence a person can act on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import QT_TRANSLATE_NOOP, DamagedError, KnownError
from app.storage.engine import is_whole

DAMAGE = ("malformed", "not a database")  # also what SQLCipher says of a page whose HMAC is not right
DISK = ("full", "readonly", "I/O", "locked", "unable to open")
log = logging.getLogger(__name__)


def damaged(file: Path, reason: object) -> DamagedError:
    """Return what to raise when `file` cannot be read: nothing of it is served, and nothing of it was changed."""
    return DamagedError(
        QT_TRANSLATE_NOOP("AppError", "The data is damaged"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "{file} is damaged ({reason}). Close Ringbook and run “main.py repair --data {folder}”: what is whole is "
            "saved, and the damaged file is kept.",
        ),
        file=file, reason=reason, folder=file.parent,
    )  # fmt: skip


@contextmanager
def told(
    how: Callable[[BaseException, Path], BaseException], file: Path, connection: Connection | None = None
) -> Iterator[None]:
    """Raise what `how` (`reading`, `writing` or `following`) makes of the driver's errors about `file`.

    With its connection also what stumbled over a damaged value, before a commit could say so, is known as damage.
    """
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        raise how(error, file) from error
    except Exception as error:
        if connection is None or is_whole(connection.connection.driver_connection):
            raise
        raise damaged(file, type(error).__name__) from error


def reading(error: BaseException, file: Path) -> BaseException:
    """Return what to raise for `error`, met while `file` was read."""
    return _known(
        error, file,
        QT_TRANSLATE_NOOP("AppError", "Not read"),
        QT_TRANSLATE_NOOP(
            "AppError", "{file} cannot be read now ({reason}). Make room or mend the disk, then try again."
        ),
    )  # fmt: skip


def writing(error: BaseException, file: Path) -> BaseException:
    """Return what to raise for `error`, met while `file` was written: nothing was saved and nothing is lost."""
    return _known(
        error, file,
        QT_TRANSLATE_NOOP("AppError", "Not saved"),
        QT_TRANSLATE_NOOP("AppError", "The disk does not take it ({reason}). Make room or mend it, then save again."),
    )  # fmt: skip


def following(error: BaseException, file: Path) -> BaseException:
    """Return what to raise for `error`, met while the store took what the outbox holds already."""
    return _known(
        error, file,
        QT_TRANSLATE_NOOP("AppError", "Saved, but not shown yet"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "The disk does not take it ({reason}). What was saved is safe. It is shown once there is room.",
        ),
    )  # fmt: skip


def _known(error: BaseException, file: Path, title: str, message: str) -> BaseException:
    """Damage and a disk that refuses are known; whatever else the driver says is a bug and comes back as it was."""
    if not isinstance(error, (DBAPIError, sqlcipher.Error)):
        return error
    reason = str(error.orig if isinstance(error, DBAPIError) else error)
    if any(sign in reason for sign in DAMAGE):
        log.error("%s is damaged: %s", file.name, reason)
        return damaged(file, reason)
    if any(sign in reason for sign in DISK):
        return KnownError(title, message, file=file, reason=reason)
    return error
