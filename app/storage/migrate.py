"""Bring a file to the schema of this version."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlcipher3 import dbapi2 as sqlcipher

import models.migrations
from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage import faults
from models.migrations import HEADS, VERSION_TABLES

REMADE_AT = "0002"  # the last schema of the store for which the tables made of others are made anew


def migrate(engine: Engine, kind: str, remake: Callable[[Connection], None] = lambda _: None) -> None:
    """Upgrade the "outbox" or "store" tables of a file, or its "shared" ones; quick when there is nothing to do.

    `remake` runs behind an upgrade from before `REMADE_AT`, in its transaction: it takes minutes in a large store.
    Raises KnownError when the file cannot be read or was made by a newer version.
    """
    try:
        with engine.connect() as connection, connection.begin():
            version = _version(connection, kind)
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        raise faults.reading(error, Path(str(engine.url.database))) from error
    if version != HEADS[kind]:
        _upgrade(engine, kind, version, remake)


def _version(connection: Connection, kind: str) -> str | None:
    try:
        return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLES[kind]}")).scalar()  # noqa: S608
    except OperationalError as error:
        if "no such table" in str(error.orig):
            return None
        raise


def _upgrade(engine: Engine, kind: str, version: str | None, remake: Callable[[Connection], None]) -> None:
    # Alembic takes a tenth of a second to import and a start hardly ever needs it.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(models.migrations.__file__).parent / kind).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with engine.connect() as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if version is None or version < REMADE_AT:
                remake(connection)
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        raise faults.writing(error, Path(str(engine.url.database))) from error
    except CommandError as error:
        raise newer(str(engine.url.database), version) from error


def newer(place: str, version: str | None) -> KnownError:
    """Return what to say of a file or database whose schema this program does not know."""
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The data is newer than this program"),
        QT_TRANSLATE_NOOP("AppError", "{file} is of a newer Ringbook (schema {version}). Update this one."),
        file=place, version=version,
    )  # fmt: skip
