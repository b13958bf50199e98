"""The file a backup of a store is: a zip with one member a table, as COPY writes it, and a manifest that counts them.

An ordinary zip, so that it can be taken apart without us: each member loads by COPY … FROM STDIN. It needs no program
of PostgreSQL and is of no version of it. It is not encrypted; only its owner may read it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.progress import Progress
from app.storage import backup_errors

MANIFEST = "ringbook-store.json"
FORMAT = 1
CHUNK = 1 << 20
LEVEL = 1  # of deflate: a third of the size; more costs time and gains little
LONGEST_MANIFEST = 1 << 26


@dataclass(frozen=True, slots=True)
class TableCopy:
    """One member: its columns, how many rows it has, and the SHA-256 of what COPY wrote."""

    columns: list[str]
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DumpManifest:
    """What a backup says of itself; `seq` is the last change it holds.

    `program` is the version of Ringbook, `schema` that of the tables; `logins` are {login: what the server kept of the
    password, None where whoever made the backup may not read that}.
    """

    store: str
    program: str
    schema: str
    made_at: datetime
    seq: int
    tables: Mapping[str, TableCopy]
    logins: Mapping[str, str | None] = field(repr=False)
    format: int = FORMAT


class DumpWriter:
    """Writes a backup table by table; `close` adds the manifest."""

    def __init__(self, path: Path) -> None:
        path.touch(0o600, exist_ok=False)
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL)
        self.tables: dict[str, TableCopy] = {}

    def add(
        self, name: str, columns: list[str], chunks: Iterable[bytes | bytearray | memoryview], tell: Progress
    ) -> None:
        """Add a table; `tell` hears how many rows there are by now."""
        digest, rows = hashlib.sha256(), 0
        with self._zip.open(name, "w", force_zip64=True) as member:
            for chunk in chunks:
                data = bytes(chunk)
                digest.update(data)
                rows += data.count(b"\n")  # COPY writes a line a row, and no other ends of lines
                member.write(data)
                tell(rows, rows)
        self.tables[name] = TableCopy(columns, rows, digest.hexdigest())

    def close(self, manifest: DumpManifest) -> None:
        self._zip.writestr(MANIFEST, json.dumps(asdict(manifest), default=str, ensure_ascii=False))
        self._zip.close()

    def abandon(self) -> None:
        self._zip.close()


def check(path: Path, progress: Progress) -> DumpManifest:
    """Read a backup to its last byte and return what it says; raises KnownError for one that is not whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            total, done = sum(table.rows for table in manifest.tables.values()), 0
            for name, table in manifest.tables.items():
                digest, rows = hashlib.sha256(), 0
                for chunk in read(archive, name):
                    digest.update(chunk)
                    rows += chunk.count(b"\n")
                    progress(done + rows, total)
                done += rows
                if (rows, digest.hexdigest()) != (table.rows, table.sha256):
                    raise backup_errors.backup_damaged(
                        path, Phrase(QT_TRANSLATE_NOOP("AppError", "{file} is not as it was written"), file=name)
                    )
    except (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, EOFError) as error:
        raise backup_errors.not_a_backup(path) from error
    except OSError as error:
        raise backup_errors.cannot_read(path, error) from error
    return manifest


def read(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield what COPY wrote of a table."""
    with archive.open(name) as member:
        while chunk := member.read(CHUNK):
            yield chunk


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(archive: zipfile.ZipFile) -> DumpManifest:
    if archive.getinfo(MANIFEST).file_size > LONGEST_MANIFEST:
        raise ValueError(MANIFEST)
    raw: dict[str, Any] = json.loads(archive.read(MANIFEST))
    tables = {str(name): TableCopy(**table) for name, table in raw.pop("tables").items()}
    manifest = DumpManifest(**raw | {"tables": tables, "made_at": datetime.fromisoformat(raw["made_at"])})
    if manifest.format != FORMAT:
        raise ValueError(manifest.format)
    return manifest
