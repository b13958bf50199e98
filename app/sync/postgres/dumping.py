"""Backs a store up while it is in use: all tables as they were at one moment, read back before it counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from psycopg import sql

from app.progress import Progress, part
from app.storage import backup_errors
from app.storage.swap import sync
from app.sync import backup_target
from app.sync.address import StoreAddress
from app.sync.admin_records import StoreBackup
from app.sync.postgres import dump_file, hardening, upkeep
from app.sync.postgres.admin_link import Session, session, value
from app.sync.postgres.dump_file import DumpManifest, DumpWriter
from app.version import version
from models.base import utc_now

# Every table of a store but the one that says its version, which the migrations make when it is put back, and those of
# the moment.
TABLES = """
SELECT n.nspname || '.' || c.relname, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE n.nspname IN ('app', 'sync') AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'alembic_version'
GROUP BY 1 ORDER BY 1"""


def back_up(
    address: StoreAddress, password: str | None, target: Path, progress: Progress, *, force: bool
) -> StoreBackup:
    """Write a backup of a store to `target`, which gets its name once it was read back whole; then note it there.

    From then on desks may forget what it holds. Raises KnownError; then `target` is as it was.
    """
    target = target.absolute()
    backup_target.check(target, force)
    beside = target.with_name(f".{target.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with session(address, password, at_one_moment=True) as at:
            upkeep.check_store(at)
            _write(at, beside, part(progress, 0, 600))
        manifest = dump_file.check(beside, part(progress, 600, 950))
        digest = dump_file.sha256(beside)
        beside.replace(target)
        sync(target.parent)
    except OSError as error:
        raise backup_errors.cannot_write(target, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    with session(address, password) as at:
        at.raw.execute(
            "INSERT INTO sync.backup (made_at, seq, file, sha256, verified_at) VALUES (%s, %s, %s, %s, now())",
            (manifest.made_at, manifest.seq, target.name, digest),
        )
    rows = {name: table.rows for name, table in manifest.tables.items()}
    return StoreBackup(target, manifest.made_at, manifest.seq, target.stat().st_size, digest, rows)


def _write(at: Session, path: Path, progress: Progress) -> None:
    raw = at.raw
    tables: list[tuple[str, list[str]]] = raw.execute(TABLES).fetchall()
    total = int(str(value(raw, "SELECT count(*) FROM sync.change"))) * 2  # the rows, and their lines
    writer, done = DumpWriter(path), 0
    try:
        for name, columns in tables:
            writer.add(name, columns, _copy(at, name, columns), partial(_tell, progress, done, total))
            done += writer.tables[name].rows
        store, schema, seq = raw.execute(
            "SELECT s.id, v.version_num, c.seq FROM sync.store s, sync.alembic_version v, sync.counter c"
        ).fetchone() or ("", "", 0)
        writer.close(DumpManifest(str(store), version(), schema, utc_now(), seq, writer.tables, _logins(at)))
    finally:
        writer.abandon()
    sync(path)


def _tell(progress: Progress, before: int, total: int, done: int, _: int) -> None:
    progress(min(before + done, total), total)


def _copy(at: Session, name: str, columns: list[str]) -> Iterator[bytes | bytearray | memoryview]:
    query = sql.SQL("COPY {table} ({columns}) TO STDOUT").format(
        table=sql.Identifier(*name.split(".")), columns=sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with at.raw.cursor() as cursor, cursor.copy(query) as copy:
        yield from copy


def _logins(at: Session) -> dict[str, str | None]:
    if hardening.is_superuser(at.raw):
        query = "SELECT l.login, r.rolpassword FROM sync.login l LEFT JOIN pg_authid r ON r.rolname = l.login"
    else:
        query = "SELECT l.login, NULL FROM sync.login l"
    return dict(at.raw.execute(query.encode()).fetchall())
