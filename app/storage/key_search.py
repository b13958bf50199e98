"""Finds the key of a folder whose `ringbook.json` is damaged or gone: whatever opens a page of its files is the key."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import keyring
import keyring.errors

from app.errors import QT_TRANSLATE_NOOP, DamagedError, KnownError
from app.storage import key_facts, keys, recovery_key
from app.storage.integrity import PAGE, SALT, page_checker
from app.storage.key_facts import KeyFacts
from app.storage.keys import FolderKey

WRAPPED = re.compile(r"\b[0-9a-f]{120}\b")  # nonce, key and tag of AES-GCM
FOLDER_ID = re.compile(r"\b[0-9a-f]{32}\b")
KEY = re.compile(r"[0-9a-fA-F]{64}")


def find(folder: Path, typed: str | None) -> tuple[FolderKey, KeyFacts | None]:
    """Return the key of `folder`, and new facts about it where those there are damaged or gone.

    `typed` is a recovery key, for a computer that lacks the key. Raises KnownError when there is no key to be found.
    """
    try:
        facts = key_facts.read(folder)
        if facts is not None:
            return keys.open_folder(folder), None
    except DamagedError:
        pass
    text = _text(folder / key_facts.FILE_NAME)
    for kept_in, master in _candidates(folder, text, typed):
        if any(_opens(folder / name, keys.FolderKey(master, kept_in).for_file(name)) for name in keys.FILES):
            return _facts(text, kept_in, master)
    raise KnownError(
        QT_TRANSLATE_NOOP("AppError", "The key of this data is not here"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "Nothing on this computer opens {folder}. Put its ringbook.json back, restore a backup, or run “main.py "
            "repair” with the recovery key in {variable}.",
        ),
        folder=folder, variable="RINGBOOK_RECOVERY_KEY",
    )  # fmt: skip


def _candidates(folder: Path, text: str, typed: str | None) -> Iterator[tuple[str, bytes]]:
    """Yield where a key is kept and the key: from the environment, the key file, the keyring, the recovery key."""
    for kept_in, found in (("environment", os.environ.get(keys.VARIABLE, "")), ("file", _text(folder / keys.KEY_FILE))):
        if KEY.fullmatch(found.strip()):
            yield kept_in, bytes.fromhex(found.strip())
    for folder_id in FOLDER_ID.findall(text):
        with suppress(keyring.errors.KeyringError):
            kept = keyring.get_password(keys.SERVICE, folder_id)
            if kept is not None and KEY.fullmatch(kept):
                yield "keyring", bytes.fromhex(kept)
    for wrapped in WRAPPED.findall(text) if typed else ():
        with suppress(KnownError):
            yield "file", recovery_key.unwrap(typed or "", bytes.fromhex(wrapped))


def _opens(path: Path, key: bytes) -> bool:
    """Whether any of the first pages of a file was written with this key."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        pages = [file.read(PAGE) for _ in range(8)]
    is_whole = page_checker(key, pages[0][:SALT])
    return any(len(page) == PAGE and is_whole(number, page) for number, page in enumerate(pages, 1))


def _facts(text: str, kept_in: str, master: bytes) -> tuple[FolderKey, KeyFacts]:
    fresh = recovery_key.new()
    folder_id = (FOLDER_ID.findall(text) or [uuid4().hex])[0]
    wrapped = (*WRAPPED.findall(text), recovery_key.wrap(fresh, master).hex())
    facts = KeyFacts(folder_id, kept_in, keys.check_of(master), wrapped[-keys.MOST_RECOVERY_KEYS :])
    return FolderKey(master, kept_in, new_recovery_key=fresh), facts


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
