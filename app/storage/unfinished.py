"""A store that is being filled in bulk: its indexes are away, so nothing but the filling may use it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.engine import open_file
from models.migrations import HEADS

STATE = "unfinished_load"  # a table that is there from the first row of a bulk load until its last index is built
VERSION = text("SELECT version_num FROM alembic_version")
FIND = text("SELECT 1 FROM sqlite_master WHERE name = :name")


def is_unfinished(connection: Connection) -> bool:
    """Whether a bulk load was begun and has not come to its end."""
    return connection.execute(FIND, {"name": STATE}).first() is not None


def check_unfinished(store: Path, key: bytes, *, filling: bool) -> None:
    """Raise KnownError where a bulk load has not come to its end, unless it is gone on with by the version that began.

    A store that cannot be read is not judged here.
    """
    if not store.exists():
        return
    engine = open_file(store, key)
    try:
        with engine.connect() as connection:
            begun_by = connection.execute(VERSION).scalar() if is_unfinished(connection) else None
    except DatabaseError:
        return
    finally:
        engine.dispose()
    if begun_by is not None and not filling:
        raise _half_made(
            store,
            QT_TRANSLATE_NOOP(
                "AppError",
                "{path} is still being filled, or the filling was stopped. Run the same “sample” command again: "
                "it goes on where it stopped.",
            ),
        )
    if begun_by not in (None, HEADS["store"]):
        raise _half_made(
            store,
            QT_TRANSLATE_NOOP(
                "AppError", "{path} was begun by another version of Ringbook. Delete it, or choose another folder."
            ),
        )


def _half_made(store: Path, what_to_do: str) -> KnownError:
    return KnownError(QT_TRANSLATE_NOOP("AppError", "The sample is half made"), what_to_do, path=store.parent)
