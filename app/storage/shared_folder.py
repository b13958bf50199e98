"""store.json: that a data folder is the desk of one login at a shared store, and of which."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from app.private_file import write_private
from app.storage.key_facts import cannot_write, damaged

FILE_NAME = "store.json"


class SharedFacts(NamedTuple):
    """`url` is the address of the store as `app.sync.address` writes it, without a login or password.

    `store` is the store's own name (a UUID), empty until it was first reached.
    """

    url: str
    login: str
    store: str = ""


def read(folder: Path) -> SharedFacts | None:
    """Return what the folder says, None where it is one seat's own; raises DamagedError when it cannot be read."""
    path = folder / FILE_NAME
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        facts = SharedFacts(raw["url"], raw["login"], raw.get("store", ""))
        if not all(isinstance(text, str) for text in facts):
            raise ValueError("a value is of the wrong kind")
        return facts
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged(path, error) from error


def write(folder: Path, facts: SharedFacts) -> None:
    """Note it; raises KnownError when it cannot be written."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(folder / FILE_NAME, json.dumps(facts._asdict(), indent=2))
    except OSError as error:
        raise cannot_write(folder / FILE_NAME, error) from error
