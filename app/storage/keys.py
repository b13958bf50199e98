"""Where the key of the local files comes from, and how it is never lost.

`ringbook.json` in the data folder says which folder this is, where its key is kept, how to tell the right key, and
holds the key wrapped by the recovery key. The key itself is in the OS keyring, in RINGBOOK_KEY, or, where a computer
has neither, in a file only its owner can read.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import keyring
import keyring.errors

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage import recovery_key

SERVICE = "ringbook"
VARIABLE = "RINGBOOK_KEY"
ABOUT = "ringbook.json"
KEY_FILE = "key"
KEY_BYTES = 32


class MissingKeyError(KnownError):
    """The folder is there and its key is not; the recovery key opens it."""


@dataclass(frozen=True, slots=True)
class FolderKey:
    """The opened key of a data folder.

    `kept_in` is "keyring", "environment" or "file". `new_recovery_key` is set only by the start that made it.
    """

    master: bytes
    kept_in: str
    new_recovery_key: str | None = None

    def for_file(self, name: str) -> bytes:
        """Return the raw key of one file (32 bytes)."""
        return hmac.digest(self.master, f"ringbook file {name}".encode(), hashlib.sha256)


def open_folder(folder: Path) -> FolderKey:
    """Return the key of `folder`, making it (and its recovery key) at the first start.

    Raises MissingKeyError when the key is gone, KnownError when it is the wrong one or cannot be read.
    """
    path = folder / ABOUT
    if not path.exists():
        return _create(folder)
    about = _read_about(path)
    text = _fetch(folder, about)
    if text is None:
        raise MissingKeyError(
            QT_TRANSLATE_NOOP("AppError", "The key of this data is gone"),
            QT_TRANSLATE_NOOP("AppError", "The key of {folder} is no longer in the {place}. Enter the recovery key."),
            folder=folder, place=about["kept_in"],
        )  # fmt: skip
    key = FolderKey(_parse(text), about["kept_in"])
    if _check(key.master) != about["check"]:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The key does not fit"),
            QT_TRANSLATE_NOOP("AppError", "The key from the {place} is not the one {folder} was made with."),
            folder=folder, place=about["kept_in"],
        )  # fmt: skip
    return key


def recover(folder: Path, typed: str) -> FolderKey:
    """Open `folder` with its recovery key alone and keep the key on this computer from now on."""
    about = _read_about(folder / ABOUT)
    master = recovery_key.unwrap(typed, bytes.fromhex(about["wrapped"]))
    about["kept_in"] = _keep(folder, about["id"], master)
    _write_about(folder / ABOUT, about)
    return FolderKey(master, about["kept_in"])


def renew_recovery_key(folder: Path, key: FolderKey) -> FolderKey:
    """Make another recovery key; the one before opens nothing any more."""
    about = _read_about(folder / ABOUT)
    fresh = recovery_key.new()
    about["wrapped"] = recovery_key.wrap(fresh, key.master).hex()
    _write_about(folder / ABOUT, about)
    return replace(key, new_recovery_key=fresh)


def _create(folder: Path) -> FolderKey:
    given = os.environ.get(VARIABLE)
    master = _parse(given) if given else secrets.token_bytes(KEY_BYTES)
    fresh = recovery_key.new()
    folder_id = uuid4().hex
    about = {
        "id": folder_id,
        "kept_in": "environment" if given else _keep(folder, folder_id, master),
        "check": _check(master),
        "wrapped": recovery_key.wrap(fresh, master).hex(),
    }
    _write_about(folder / ABOUT, about)
    return FolderKey(master, about["kept_in"], fresh)


def _keep(folder: Path, folder_id: str, master: bytes) -> str:
    """Put the key into the keyring, or where there is none into a file; return which."""
    try:
        keyring.set_password(SERVICE, folder_id, master.hex())
        if keyring.get_password(SERVICE, folder_id) == master.hex():
            return "keyring"
    except keyring.errors.KeyringError:
        pass
    path = folder / KEY_FILE
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(master.hex())
        file.flush()
        os.fsync(file.fileno())
    return "file"


def _fetch(folder: Path, about: dict[str, Any]) -> str | None:
    if about["kept_in"] == "environment":
        return os.environ.get(VARIABLE)
    if about["kept_in"] == "file":
        path = folder / KEY_FILE
        return path.read_text(encoding="ascii") if path.exists() else None
    try:
        return keyring.get_password(SERVICE, about["id"]) or os.environ.get(VARIABLE)
    except keyring.errors.KeyringError:
        return os.environ.get(VARIABLE)


def _parse(text: str) -> bytes:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text.strip()):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The key cannot be read"),
            QT_TRANSLATE_NOOP("AppError", "A key is 64 hexadecimal digits; {variable} or the key file is not."),
            variable=VARIABLE,
        )  # fmt: skip
    return bytes.fromhex(text.strip())


def _check(master: bytes) -> str:
    return hmac.digest(master, b"ringbook check", hashlib.sha256).hex()[:16]


def _read_about(path: Path) -> dict[str, Any]:
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        return {name: str(about[name]) for name in ("id", "kept_in", "check", "wrapped")}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The data folder cannot be read"),
            QT_TRANSLATE_NOOP("AppError", "{path} is damaged: {reason}. Put the file back from a backup."),
            path=path, reason=error,
        ) from error  # fmt: skip


def _write_about(path: Path, about: dict[str, Any]) -> None:
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(about, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
