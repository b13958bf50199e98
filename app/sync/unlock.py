"""Whether a typed password is the one a desk was last signed in with, while the store cannot say so.

What is kept is of no use without the key of the folder, which lies in the keyring: it can neither be turned back into
the password nor be tried against guesses.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import secrets
from pathlib import Path

from app.errors import AppError
from app.private_file import write_private
from app.storage import keys
from app.storage.keys import FolderKey

FILE_NAME = "unlock.json"
SALT_BYTES = 16
COST = {"n": 2**14, "r": 8, "p": 1}  # 50 ms
log = logging.getLogger(__name__)


def keep(folder: Path, key: FolderKey, password: str) -> None:
    """Note the password the store has just taken; where it cannot be noted, this desk does not open offline."""
    salt = secrets.token_bytes(SALT_BYTES)
    try:
        text = json.dumps({"salt": salt.hex(), "check": _check(key, salt, password)})
        write_private(folder / FILE_NAME, text)
    except OSError as error:
        log.warning("%s could not be written: %s", FILE_NAME, error.strerror)


def opens(folder: Path, password: str) -> bool | None:
    """Whether this is the password the desk was last signed in with here, None where it never was.

    Blocks on the disk and the keyring.
    """
    try:
        raw = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        salt, check = bytes.fromhex(raw["salt"]), str(raw["check"])
        return hmac.compare_digest(_check(keys.open_folder(folder), salt, password), check)
    except FileNotFoundError:
        return None
    except (AppError, OSError, ValueError, KeyError, TypeError, RecursionError):
        log.warning("%s cannot be read", FILE_NAME)
        return None


def _check(key: FolderKey, salt: bytes, password: str) -> str:
    slow = hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, **COST)
    return hmac.digest(key.for_file(FILE_NAME), slow, hashlib.sha256).hex()
