"""Bulk loading into an empty store. It goes around operations: sample data has no history of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, select

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sample.rows import Rows, columns
from app.storage.folder import DataFolder
from models.case import Case
from models.customer import Customer

CACHE_KIB = 128 * 1024
CLUSTERED = (
    "search_text",
    "search_token",
    "interaction",
)  # tables kept in the order of their key, which are their first columns


def check_empty(folder: DataFolder) -> None:
    """Raise KnownError where there are customers or cases already: sample data never mixes with real ones."""
    if folder.reader.run(lambda c: c.execute(select(Customer.id).limit(1)).first() or _any_case(c)):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is data already"),
            QT_TRANSLATE_NOOP("AppError", "{path} holds customers or cases. Choose another folder for the sample."),
            path=folder.path,
        )


def load(folder: DataFolder, chunks: Iterable[Rows], progress: Callable[[Rows], None] = lambda _: None) -> None:
    """Write chunk after chunk, each whole or not at all; `progress` is told of each that is in.

    The store must be empty. It is written without waiting for the disk, and the disk is waited for at the end.
    """
    engine = folder.store_engine()
    try:
        with _quick(engine) as connection:
            for rows in chunks:
                with connection.begin():
                    _insert(connection, rows)
                progress(rows)
    finally:
        engine.dispose()


@contextmanager
def _quick(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        _pragma(connection, "synchronous = OFF")
        _pragma(connection, f"cache_size = -{CACHE_KIB}")
        try:
            yield connection
        finally:
            _pragma(connection, "synchronous = FULL")
            _pragma(connection, "wal_checkpoint(TRUNCATE)")


def _pragma(connection: Connection, what: str) -> None:
    """Say a PRAGMA to the driver itself: within a transaction, which SQLAlchemy would open, most have no effect."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA {what}")


def _insert(connection: Connection, rows: Rows) -> None:
    for table, found in rows.tables.items():
        if not found:
            continue
        if table in CLUSTERED:
            found.sort()
        names = columns(table)
        marks = ", ".join("?" * len(names))
        quoted = ", ".join(f'"{name}"' for name in names)
        connection.exec_driver_sql(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', found)  # noqa: S608


def _any_case(connection: Connection) -> object:
    return connection.execute(select(Case.id).limit(1)).first()
