"""Making and dropping `cache.db`: all in it can be brought again, so a file that is of no use is deleted."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DatabaseError

from app.storage import faults
from app.storage.cache_store import lay_out
from app.storage.engine import open_file
from models.cache import CURSOR, schema

log = logging.getLogger(__name__)
PARTS = ("", "-wal", "-shm")


def prepare(path: Path, key: bytes, shown: int, last_n: int, now: datetime, *, alone: bool) -> None:
    """Have a cache at `path`, a new one where there is none or the one there cannot be gone on with.

    That is one that is damaged, of another version, of another outbox than the one whose last operation is `last_n`,
    or that no store has vouched for longer than it may be kept. A new one shows operations behind `shown`. Unless
    `alone` another process reads the file: then a damaged one raises DamagedError.
    """
    reason = _why_not(path, key, last_n, now)
    if reason is None:
        return
    if path.exists():
        if not alone:
            raise faults.damaged(path, reason)
        log.warning("the cache is dropped and filled anew: %s", reason)
        drop(path)
    engine = open_file(path, key, write=True)
    try:
        with faults.told(faults.writing, path), engine.connect() as connection, connection.begin():
            lay_out(connection, shown)
            connection.exec_driver_sql(f"PRAGMA user_version = {schema()}")
    finally:
        engine.dispose()


def drop(path: Path) -> None:
    """Delete a cache."""
    for part in PARTS:
        path.with_name(path.name + part).unlink(missing_ok=True)


def _why_not(path: Path, key: bytes, last_n: int, now: datetime) -> str | None:
    if not path.exists():
        return "there is none"
    engine: Engine = open_file(path, key)
    try:
        with engine.connect() as connection, connection.begin():
            return _judge(connection, last_n, now)
    except DatabaseError as error:
        return str(error.orig)
    finally:
        engine.dispose()


def _judge(connection: Connection, last_n: int, now: datetime) -> str | None:
    if connection.exec_driver_sql("PRAGMA user_version").scalar_one() != schema():
        return "it is of another version"
    row = connection.execute(select(CURSOR)).one()
    if row.applied_n > last_n:
        return "it shows what the outbox lacks"
    if row.lease_until is not None and row.lease_until < now:
        return "the store has not been heard of for too long"
    return None
