"""Where the key of the local files comes from, and how it is never lost.

`ringbook.json` (`key_facts.py`) says where a folder's key is kept. The key itself is in the OS keyring, in
RINGBOOK_KEY, or, where a computer has neither, in a file only its owner can read. A site that sets RINGBOOK_KEY before
the first start wants that key used, so it is asked first then; afterwards the place where the key was put is asked
first, and RINGBOOK_KEY where that has it no longer.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from uuid import uuid4

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.private_file import write_private
from app.storage import key_facts, recovery_key
from app.storage.key_facts import KeyFacts

log = logging.getLogger(__name__)
SERVICE = "ringbook"
VARIABLE = "RINGBOOK_KEY"
ABOUT = key_facts.FILE_NAME
KEY_FILE = "key"
FILES = ("store.db", "outbox.db")
KEY_BYTES = 32
MOST_RECOVERY_KEYS = 8


class MissingKeyError(KnownError):
    """The folder is there and its key is not; the recovery key opens it."""


@dataclass(frozen=True, slots=True)
class FolderKey:
    """The opened key of a data folder.

    `kept_in` is "keyring", "environment" or "file". `recovery_kept` says whether somebody has kept a recovery key;
    `new_recovery_key` is set only by what made one.
    """

    master: bytes = field(repr=False)
    kept_in: str
    recovery_kept: bool = False
    new_recovery_key: str | None = field(default=None, repr=False)

    def for_file(self, name: str) -> bytes:
        """Return the raw key of one file (32 bytes)."""
        return hmac.digest(self.master, f"ringbook file {name}".encode(), hashlib.sha256)


def open_folder(folder: Path) -> FolderKey:
    """Return the key of `folder`, making it (and its recovery key) at the first start.

    Raises MissingKeyError when the key is gone, KnownError when it is the wrong one or cannot be read.
    """
    facts = key_facts.read(folder)
    if facts is None:
        if any((folder / name).exists() for name in FILES):  # a new key would open none of them
            raise key_facts.damaged(folder / ABOUT, key_facts.MISSING)
        return _create(folder)
    text = _fetch(folder, facts)
    if text is None:
        raise MissingKeyError(
            QT_TRANSLATE_NOOP("AppError", "The key of this data is gone"),
            QT_TRANSLATE_NOOP("AppError", "The key of {folder} is no longer in the {place}. Enter the recovery key."),
            folder=folder, place=facts.kept_in,
        )  # fmt: skip
    key = FolderKey(_parse(text), facts.kept_in, facts.recovery_kept)
    if check_of(key.master) != facts.check:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The key does not fit"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "The key from the {place} is not the one {folder} was made with. "
                "Take it away and start again: then the recovery key is asked for.",
            ),
            folder=folder, place=facts.kept_in,
        )  # fmt: skip
    return key


def recover(folder: Path, typed: str) -> FolderKey:
    """Open `folder` with a recovery key alone and keep the key on this computer from now on.

    Raises KnownError when the recovery key does not fit or the folder cannot be read or written.
    """
    return adopt(folder, unwrap(typed, _facts(folder)))


def adopt(folder: Path, master: bytes) -> FolderKey:
    """Keep the key of a folder on this computer from now on, where there is a place for it."""
    facts = _facts(folder)
    kept_in = "environment" if _is_given(master) else _keep(folder, facts.id, master)
    key_facts.write(folder, facts._replace(kept_in=kept_in))
    return FolderKey(master, kept_in, facts.recovery_kept)


def at_hand(folder: Path, facts: KeyFacts) -> bytes | None:
    """Return the key that `facts` are about if this computer has it: in its keyring, RINGBOOK_KEY or `folder`."""
    for place in key_facts.PLACES:
        with suppress(KnownError):
            text = _fetch(folder, facts._replace(kept_in=place))
            if text is not None and check_of(master := _parse(text)) == facts.check:
                return master
    return None


def renew_recovery_key(folder: Path, key: FolderKey) -> FolderKey:
    """Make another recovery key; those before open the folder until somebody has kept this one."""
    facts = _facts(folder)
    fresh = recovery_key.new()
    wrapped = (*facts.wrapped, recovery_key.wrap(fresh, key.master).hex())[-MOST_RECOVERY_KEYS:]
    key_facts.write(folder, facts._replace(wrapped=wrapped, recovery_kept=False))
    return replace(key, recovery_kept=False, new_recovery_key=fresh)


def acknowledge(folder: Path) -> None:
    """Note that somebody has kept the newest recovery key; those before it open nothing any more."""
    facts = _facts(folder)
    key_facts.write(folder, facts._replace(wrapped=facts.wrapped[-1:], recovery_kept=True))


def _create(folder: Path) -> FolderKey:
    given = os.environ.get(VARIABLE)
    master = _parse(given) if given else secrets.token_bytes(KEY_BYTES)
    fresh = recovery_key.new()
    folder_id = uuid4().hex
    kept_in = "environment" if given else _keep(folder, folder_id, master)
    wrapped = recovery_key.wrap(fresh, master).hex()
    key_facts.write(folder, KeyFacts(folder_id, kept_in, check_of(master), (wrapped,)))
    return FolderKey(master, kept_in, new_recovery_key=fresh)


def _facts(folder: Path) -> KeyFacts:
    facts = key_facts.read(folder)
    if facts is None:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "No data folder"),
            QT_TRANSLATE_NOOP("AppError", "{folder} holds no data of Ringbook. Choose another folder with --data."),
            folder=folder,
        )
    return facts


def unwrap(typed: str, facts: KeyFacts) -> bytes:
    """Return the key by whichever recovery key was typed; raises KnownError when it is none of this folder's."""
    *before, newest = (bytes.fromhex(text) for text in facts.wrapped)
    for wrapped in before:
        with suppress(KnownError):
            return recovery_key.unwrap(typed, wrapped)
    return recovery_key.unwrap(typed, newest)


def _is_given(master: bytes) -> bool:
    return os.environ.get(VARIABLE, "").strip().lower() == master.hex()


def _keep(folder: Path, folder_id: str, master: bytes) -> str:
    """Put the key into the keyring, or where there is none into a file; return which."""
    with _keyring() as keyring:
        keyring.set_password(SERVICE, folder_id, master.hex())
        if keyring.get_password(SERVICE, folder_id) == master.hex():
            return "keyring"
    path = folder / KEY_FILE
    try:
        write_private(path, master.hex())
    except OSError as error:
        raise key_facts.cannot_write(path, error) from error
    return "file"


def _fetch(folder: Path, facts: KeyFacts) -> str | None:
    """Return the key as kept, unchecked; None when it is nowhere."""
    kept = None
    if facts.kept_in == "file":
        kept = _read_key_file(folder / KEY_FILE)
    elif facts.kept_in == "keyring":
        with _keyring() as keyring:
            kept = keyring.get_password(SERVICE, facts.id)
    return kept or os.environ.get(VARIABLE)


@contextmanager
def _keyring() -> Iterator[ModuleType]:
    """Hand out the keyring, going on without one that fails; backends raise what they like when theirs is gone."""
    import keyring.errors  # with HTTP, which a start does not wait for where the key is kept elsewhere

    try:
        yield keyring
    except keyring.errors.KeyringError:
        pass
    except Exception as error:
        log.warning("the keyring failed: %s", type(error).__name__)


def _read_key_file(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The key cannot be read"),
            QT_TRANSLATE_NOOP("AppError", "{path}: {reason}. Only the user who made this data can open it."),
            path=path, reason=error.strerror or error,
        ) from error  # fmt: skip


def _parse(text: str) -> bytes:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text.strip()):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The key cannot be read"),
            QT_TRANSLATE_NOOP("AppError", "A key is 64 hexadecimal digits; {variable} or the key file is not."),
            variable=VARIABLE,
        )  # fmt: skip
    return bytes.fromhex(text.strip())


def check_of(master: bytes) -> str:
    return hmac.digest(master, b"ringbook check", hashlib.sha256).hex()[:16]
