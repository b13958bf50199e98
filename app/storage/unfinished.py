"""A store that is being filled in bulk: its indexes are away, so nothing but the filling may use it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.engine import open_file

STATE = "unfinished_load"  # a table that is there from the first row of a bulk load until its last index is built
FIND = text("SELECT 1 FROM sqlite_master WHERE name = :name")


def is_unfinished(connection: Connection) -> bool:
    """Whether a bulk load was begun and has not come to its end."""
    return connection.execute(FIND, {"name": STATE}).first() is not None


def refuse_unfinished(store: Path, key: bytes) -> None:
    """Raise KnownError where a bulk load has not come to its end; a store that cannot be read is not judged here."""
    if not store.exists():
        return
    engine = open_file(store, key)
    try:
        with engine.connect() as connection:
            found = is_unfinished(connection)
    except DatabaseError:
        return
    finally:
        engine.dispose()
    if found:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The sample is half made"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "{path} is still being filled, or the filling was stopped. Run the same “sample” command again: "
                "it goes on where it stopped.",
            ),
            path=store.parent,
        )
