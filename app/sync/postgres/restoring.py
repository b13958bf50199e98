"""Puts a backup of a store into a new database: tables, rights and logins. Desks notice by themselves and catch up."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from psycopg import sql

from app.errors import QT_TRANSLATE_NOOP, KnownError, Phrase
from app.progress import Progress, part
from app.storage import backup_errors
from app.sync.address import StoreAddress
from app.sync.postgres import clerk, creating, dump_file, loading, people, schema
from app.sync.postgres.admin_link import Raw, Session, owner_of, run, session, value
from app.sync.postgres.dump_file import DumpManifest
from app.sync.postgres.dumping import TABLES
from app.sync.postgres.errors import OF_ADMINISTERING

_OTHER = Phrase(QT_TRANSLATE_NOOP("AppError", "its table of contents makes no sense"))
FIRST = ("sync.team", "sync.login", "sync.entity")  # others name their rows


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back; `without_password` are the logins that need `store reset-password`."""

    manifest: DumpManifest
    without_password: list[str]


def restore(address: StoreAddress, password: str | None, path: Path, progress: Progress) -> Restored:
    """Make a store of a backup; the database is missing or empty. Raises KnownError; then nothing was changed."""
    manifest = dump_file.check(path, part(progress, 0, 300))
    if manifest.schema not in schema.revisions():
        raise backup_errors.newer(path, manifest.program)
    with creating.new_database(address, password), session(address, password) as at:
        creating.build_tables(at, manifest.schema)
        owner = owner_of(at.raw)
        with creating.as_owner(at.raw, owner), loading.without_indexes(at.raw):
            _load(at.raw, manifest, path, part(progress, 300, 950))
        with creating.as_owner(at.raw, owner):
            at.raw.execute("UPDATE sync.store SET groups = current_database()")
            schema.upgrade(at.tables)
        without = [login for login in _logins(at) if not _make(at, login, manifest.logins.get(login))]
        clerk.install(at)
    return Restored(manifest, without)


def _load(raw: Raw, manifest: DumpManifest, path: Path, progress: Progress) -> None:
    known: dict[str, list[str]] = dict(raw.execute(TABLES).fetchall())
    tables = sql.SQL(", ").join([sql.Identifier(*name.split(".")) for name in known])
    raw.execute(sql.SQL("TRUNCATE {}").format(tables))
    total, done = sum(table.rows for table in manifest.tables.values()), 0
    names = [*FIRST, *(name for name in manifest.tables if name not in FIRST)]
    with zipfile.ZipFile(path) as archive:
        for name in names:
            table = manifest.tables.get(name)
            if table is None or not set(table.columns) <= set(known.get(name, ())):
                raise backup_errors.backup_damaged(path, _OTHER)
            loading.copy_in(raw, name, table.columns, _told(archive, name, progress, done, total))
            done += table.rows
    loading.renew_identities(raw)


def _told(archive: zipfile.ZipFile, name: str, progress: Progress, done: int, total: int) -> Iterator[bytes]:
    for chunk in dump_file.read(archive, name):
        yield chunk
        done += chunk.count(b"\n")
        progress(done, total)


def _logins(at: Session) -> list[str]:
    return [str(row[0]) for row in at.raw.execute("SELECT login FROM sync.login ORDER BY login").fetchall()]


def _make(at: Session, login: str, verifier: str | None) -> bool:
    """Make the role of a login that is not on the server; returns whether its password is there."""
    raw = at.raw
    found = value(raw, people.PRIVILEGED, (login,))
    if found:
        title, message = OF_ADMINISTERING["RB023"]
        raise KnownError(title, message, name=login)
    if found is None:
        run(raw, "CREATE ROLE {login} NOLOGIN", login=sql.Identifier(login))
        if verifier:
            run(raw, "ALTER ROLE {login} PASSWORD {hash}", login=sql.Identifier(login), hash=sql.Literal(verifier))
    return found is not None or bool(verifier)
