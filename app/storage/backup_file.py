"""The file a backup is: a tar of whole encrypted files and a manifest, closed by a hash of every byte before it.

A GNU tar, so that it can be taken apart without us; behind its end come 32 bytes, the SHA-256 of all that is before.
The manifest is last, since it tells the hashes of the others. Nothing is ever held in memory but a manifest.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.progress import Progress

ABOUT = "ringbook-backup.txt"  # the first member: a file that begins otherwise is no backup
ABOUT_TEXT = b"A backup of Ringbook. Restore it with: main.py restore FILE --data DIR\n"
MANIFEST = "manifest.json"
DATABASES = ("store.db", "outbox.db")
FACTS, SETTINGS = "ringbook.json", "settings.json"
DESK = "store.json"  # in the backup of a desk of a shared store, which has no store of its own
MEMBERS = (ABOUT, *DATABASES, FACTS, SETTINGS, DESK, MANIFEST)
FORMAT = 1
BLOCK, CHUNK = 512, 1 << 20
DIGEST_BYTES = 32
LONGEST_TEXT = 1 << 20  # of a manifest or another small member


class NotABackupError(Exception):
    """The file is something else."""


class BrokenPackError(Exception):
    """The file is a backup and not as it was written; `problem` says where."""

    def __init__(self, problem: Phrase) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself; `last_n` is the last operation of `device` it holds."""

    format: int
    version: str
    made_at: datetime
    folder: str
    device: str
    last_n: int
    schema: Mapping[str, str]
    counts: Mapping[str, int]
    files: Mapping[str, Mapping[str, Any]]  # name: size in bytes, sha256 in hex


@dataclass(frozen=True, slots=True)
class Contents:
    """Where each member lies in the file: offset and size in bytes."""

    path: Path
    members: Mapping[str, tuple[int, int]]


class Pack:
    """Writes a backup member by member; `close` brings it to the disk."""

    def __init__(self, path: Path, progress: Progress) -> None:
        self._file = path.open("xb")
        path.chmod(0o600)
        self._hash = hashlib.sha256()
        self._done, self._progress = 0, progress
        self.files: dict[str, dict[str, Any]] = {}
        self.add(ABOUT, io.BytesIO(ABOUT_TEXT), len(ABOUT_TEXT))

    def add(self, name: str, content: BinaryIO, size: int) -> None:
        """Add a member of `size` bytes."""
        header = tarfile.TarInfo(name)
        header.size, header.mode = size, 0o600
        self._put(header.tobuf(tarfile.GNU_FORMAT))
        digest = hashlib.sha256()
        left = size
        while left:
            chunk = content.read(min(CHUNK, left))
            if not chunk:
                raise OSError(f"{name} became shorter while it was read")
            digest.update(chunk)
            self._put(chunk)
            left -= len(chunk)
        self._put(bytes(-size % BLOCK))
        self.files[name] = {"size": size, "sha256": digest.hexdigest()}

    def close(self, manifest: Manifest) -> None:
        """Add the manifest, the end of the tar and the hash; the file is on the disk on return."""
        text = json.dumps(asdict(manifest), default=str, indent=1).encode()
        self.add(MANIFEST, io.BytesIO(text), len(text))
        self._put(bytes(2 * BLOCK))
        self._file.write(self._hash.digest())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        self._file.close()

    def _put(self, data: bytes) -> None:
        self._hash.update(data)
        self._file.write(data)
        self._done += len(data)
        self._progress(self._done, self._done)


def check_bytes(path: Path, progress: Progress = lambda done, total: None) -> None:
    """Read every byte; raises NotABackupError, BrokenPackError when one is not as it was written, OSError."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        total = left = size - DIGEST_BYTES
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            if left == total and not chunk.startswith(ABOUT.encode() + b"\0"):
                raise NotABackupError
            digest.update(chunk)
            left -= len(chunk)
            progress(total - left, total)
        if total <= 0:
            raise NotABackupError
        if file.read(DIGEST_BYTES + 1) != digest.digest():
            raise BrokenPackError(
                Phrase(QT_TRANSLATE_NOOP("AppError", "some of its bytes are not as they were written"))
            )


def read_contents(path: Path) -> Contents:
    """Find the members; raises NotABackupError and BrokenPackError."""
    members: dict[str, tuple[int, int]] = {}
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        at = 0
        while MANIFEST not in members:
            file.seek(at)
            header = _header(file.read(BLOCK), first=at == 0)
            at += BLOCK
            if header.name not in MEMBERS or header.name in members or not 0 <= header.size <= size - at:
                raise BrokenPackError(Phrase(QT_TRANSLATE_NOOP("AppError", "its table of contents makes no sense")))
            members[header.name] = (at, header.size)
            at += header.size + -header.size % BLOCK
    if not {DATABASES[1], FACTS, DESK if DESK in members else DATABASES[0]} <= members.keys():
        raise BrokenPackError(Phrase(QT_TRANSLATE_NOOP("AppError", "a part of it is missing")))
    return Contents(path, members)


def read_manifest(contents: Contents) -> Manifest:
    """Return what the backup says about itself; raises BrokenPackError when that makes no sense."""
    try:
        raw = json.loads(read_text(contents, MANIFEST))
        made_at = datetime.fromisoformat(raw["made_at"])
        manifest = Manifest(
            int(raw["format"]), str(raw["version"]), made_at,
            str(raw["folder"]), str(raw["device"]), int(raw["last_n"]),
            {str(name): str(value) for name, value in raw["schema"].items()},
            {str(name): int(value) for name, value in raw["counts"].items()},
            {str(name): {"size": int(of["size"]), "sha256": str(of["sha256"])} for name, of in raw["files"].items()},
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenPackError(Phrase(QT_TRANSLATE_NOOP("AppError", "its manifest cannot be read"))) from error
    if made_at.tzinfo is None:
        raise BrokenPackError(Phrase(QT_TRANSLATE_NOOP("AppError", "its manifest tells no time zone")))
    return manifest


def read_text(contents: Contents, name: str) -> str:
    """Return a small member as text; raises BrokenPackError."""
    at, size = contents.members[name]
    if size > LONGEST_TEXT:
        raise BrokenPackError(Phrase(QT_TRANSLATE_NOOP("AppError", "{file} is too large"), file=name))
    with contents.path.open("rb") as file:
        file.seek(at)
        return file.read(size).decode(errors="replace")


def extract(contents: Contents, name: str, target: Path, sha256: str, progress: Progress) -> None:
    """Copy one member to a new file and bring it to the disk; raises BrokenPackError when its hash is another."""
    at, left = contents.members[name]
    size = left
    digest = hashlib.sha256()
    with contents.path.open("rb", buffering=0) as source, target.open("xb") as file:
        source.seek(at)
        while left and (chunk := source.read(min(CHUNK, left))):
            digest.update(chunk)
            file.write(chunk)
            left -= len(chunk)
            progress(size - left, size)
        file.flush()
        os.fsync(file.fileno())
    if left or digest.hexdigest() != sha256:
        raise BrokenPackError(Phrase(QT_TRANSLATE_NOOP("AppError", "{file} is not as it was written"), file=name))


def _header(block: bytes, *, first: bool) -> tarfile.TarInfo:
    if first and not block.startswith(ABOUT.encode() + b"\0"):
        raise NotABackupError
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.TarError as error:
        raise BrokenPackError(Phrase(QT_TRANSLATE_NOOP("AppError", "its table of contents cannot be read"))) from error
