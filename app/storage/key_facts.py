"""ringbook.json: what a data folder says about itself and its key, without the key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from app.errors import QT_TRANSLATE_NOOP, DamagedError, KnownError, Phrase
from app.private_file import write_private

FILE_NAME = "ringbook.json"
MISSING = Phrase(QT_TRANSLATE_NOOP("AppError", "it is missing"))
PLACES = ("keyring", "environment", "file")


class KeyFacts(NamedTuple):
    """Which folder this is, where its key is kept, how to tell the right key, and the key wrapped (hex).

    `wrapped` has one entry a recovery key that opens the folder: the last made one, and until somebody has kept that
    one (`recovery_kept`) also those shown before it, oldest first.
    """

    id: str
    kept_in: str
    check: str
    wrapped: tuple[str, ...]
    recovery_kept: bool = False


def read(folder: Path) -> KeyFacts | None:
    """Return the facts, None where the folder has none yet; raises KnownError when they cannot be read."""
    path = folder / FILE_NAME
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged(path, error) from error


def write(folder: Path, facts: KeyFacts) -> None:
    """Write the file beside the old one, then put it in its place; raises KnownError when it cannot be."""
    path = folder / FILE_NAME
    try:
        write_private(path, json.dumps(facts._asdict(), indent=2))
    except OSError as error:
        raise cannot_write(path, error) from error


def damaged(path: Path, reason: object) -> DamagedError:
    """Return what to raise when the facts are damaged, or missing beside data."""
    return DamagedError(
        QT_TRANSLATE_NOOP("AppError", "The data folder cannot be read"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "{path} is damaged: {reason}. Put it back from a backup, or run “main.py repair --data {folder}”.",
        ),
        path=path, reason=reason, folder=path.parent,
    )  # fmt: skip


def cannot_write(path: Path, error: OSError) -> KnownError:
    """Return what to raise when a file of the key cannot be written."""
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The data folder cannot be written"),
        QT_TRANSLATE_NOOP("AppError", "{path}: {reason}. Make room or allow writing, then try again."),
        path=path, reason=error.strerror or error,
    )  # fmt: skip


def from_json(raw: Any) -> KeyFacts:
    """Return the facts in what the file holds; raises KeyError, TypeError and ValueError when they are none."""
    texts = {name: raw[name] for name in ("id", "kept_in", "check")}
    wrapped = raw["wrapped"]
    if not all(isinstance(text, str) for text in texts.values()) or texts["kept_in"] not in PLACES:
        raise ValueError("a value is of the wrong kind")
    if not isinstance(wrapped, list) or not wrapped:
        raise ValueError("the wrapped key is missing")
    return KeyFacts(**texts, wrapped=tuple(map(_hex, wrapped)), recovery_kept=raw.get("recovery_kept") is True)


def _hex(text: Any) -> str:
    bytes.fromhex(text)
    return str(text)
