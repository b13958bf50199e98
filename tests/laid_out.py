"""Files with their tables and nothing in them, copied from ones laid out once: Alembic takes 60 ms of CPU for each.

What a first start does is tested where a test says so, by opening a folder that is not there.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from app.storage import cache_file, keys
from app.storage.engine import open_file
from app.storage.folder import CACHE_FILE, OUTBOX, STORE
from app.storage.migrate import migrate
from app.storage.projection import rebuild_search
from models.base import utc_now

NAMES = {"outbox": OUTBOX, "store": STORE, "cache": CACHE_FILE}
_MADE = tempfile.TemporaryDirectory()  # as long as this process


def file(path: Path, kind: str, key: bytes) -> None:
    """Put an empty file there, encrypted with `key`; its device, if it has one, is made when it is opened."""
    shutil.copyfile(_made(kind, key), path)


def folder(path: Path, *, is_desk: bool = False) -> Path:
    """Make a data folder as a first start does; the files of a desk of a shared store lack the facts of that."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = keys.open_folder(path)
    for kind in ("outbox", "cache" if is_desk else "store"):
        file(path / NAMES[kind], kind, key.for_file(NAMES[kind]))
    return path


@cache
def _made(kind: str, key: bytes) -> Path:
    path = Path(_MADE.name) / f"{kind}-{key.hex()[:16]}.db"
    if kind == "cache":
        cache_file.prepare(path, key, 0, 0, utc_now(), alone=True)
    else:
        engine = open_file(path, key, write=True)
        migrate(engine, kind, rebuild_search if kind == "store" else lambda _: None)
        engine.dispose()
    return path
