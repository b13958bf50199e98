"""A consistent copy of an encrypted file that others go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from app.progress import Progress
from app.storage.engine import BUSY_MS

STEP_PAGES = 256  # 1 MiB


def take_snapshot(source: Path, key: bytes, target: Path, progress: Progress) -> None:
    """Copy what is committed in `source` at this moment, encrypted by the same key (32 raw bytes).

    A read transaction holds the moment, so that writers neither wait nor make the copy begin anew. `progress` is told
    of pages and may raise CancelledError. Raises sqlcipher.Error and leaves a torn `target` where it fails.
    """
    with _opened(source, key) as original, _opened(target, key, new=True) as copy:
        copy.execute("PRAGMA journal_mode = OFF")  # a torn copy is thrown away
        copy.execute("PRAGMA synchronous = OFF")  # what it becomes part of is brought to the disk
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        original.backup(
            copy, pages=STEP_PAGES, progress=lambda _, remaining, total: progress(total - remaining, max(total, 1))
        )


@contextmanager
def _opened(path: Path, key: bytes, *, new: bool = False) -> Iterator[Any]:
    mode = "rwc" if new else "rw"
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=BUSY_MS / 1000
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        yield connection
    finally:
        connection.close()
