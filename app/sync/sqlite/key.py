"""The key of a store in a file, wrapped by the store's password and by a recovery key in a small file beside it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.private_file import write_private
from app.storage import recovery_key
from app.storage.key_facts import cannot_write

FORMAT = 1
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
SHORTEST = 8
N, R, P = 2**15, 8, 1  # of scrypt: a tenth of a second and 32 MiB a try
MOST_N = 2**20


@dataclass(frozen=True, slots=True)
class Wrapped:
    """What lies beside the file; `n`, `r`, `p` and `salt` are scrypt's."""

    salt: bytes
    n: int
    r: int
    p: int
    by_password: bytes
    by_recovery: bytes


def beside(path: Path) -> Path:
    """Return where the wrapped key of a store lies; whoever copies the store copies this too."""
    return path.with_name(path.name + ".key.json")


def make(path: Path, password: str, key: bytes) -> str:
    """Wrap the key by a password and by a recovery key, which is returned: nobody keeps it but who prints it."""
    recovery = recovery_key.new()
    _write(path, password, key, recovery_key.wrap(recovery, key))
    return recovery


def open_with(path: Path, password: str) -> bytes:
    """Return the key; raises KnownError when the password is wrong or what is wrapped cannot be read."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    found = _read(path)
    nonce, text = found.by_password[:NONCE_BYTES], found.by_password[NONCE_BYTES:]
    try:
        return AESGCM(_derive(password, found.salt, found.n, found.r, found.p)).decrypt(nonce, text, None)
    except (InvalidTag, ValueError) as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The shared store does not let you in"),
            QT_TRANSLATE_NOOP("AppError", "The password is not the one of this store. Ask whoever set it up."),
        ) from error


def recover(path: Path, typed: str, password: str) -> None:
    """Give the store another password by its recovery key; raises KnownError when that does not fit."""
    found = _read(path)
    _write(path, password, recovery_key.unwrap(typed, found.by_recovery), found.by_recovery)


def change_password(path: Path, old: str, new: str) -> None:
    """Wrap the key by another password; raises KnownError when the old one is wrong. Desks ask for the new one."""
    key = open_with(path, old)
    _write(path, new, key, _read(path).by_recovery)


def check_password(password: str) -> None:
    """Raise KnownError for one that is too short to guard anything."""
    if len(password) < SHORTEST:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The password is too short"),
            QT_TRANSLATE_NOOP("AppError", "Choose one of at least {least} characters."),
            least=SHORTEST,
        )


def _write(path: Path, password: str, key: bytes, by_recovery: bytes) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    check_password(password)
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    by_password = nonce + AESGCM(_derive(password, salt, N, R, P)).encrypt(nonce, key, None)
    facts = {
        "format": FORMAT, "kdf": "scrypt", "n": N, "r": R, "p": P, "salt": salt.hex(),
        "by_password": by_password.hex(), "by_recovery": by_recovery.hex(),
    }  # fmt: skip
    where = beside(path)
    try:
        write_private(where, json.dumps(facts, indent=1))
    except OSError as error:
        raise cannot_write(where, error) from error


def _derive(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    typed = unicodedata.normalize("NFC", password).encode(errors="replace")
    return Scrypt(salt=salt, length=KEY_BYTES, n=n, r=r, p=p).derive(typed)


def _read(path: Path) -> Wrapped:
    where = beside(path)
    try:
        facts = json.loads(where.read_text(encoding="utf-8"))
        return _parse(facts)
    except OSError as error:
        raise _unreadable(where, error.strerror or error) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(where, type(error).__name__) from error


def _parse(facts: Any) -> Wrapped:
    if facts["format"] != FORMAT or facts["kdf"] != "scrypt":
        raise ValueError("another format")
    n, r, p = (int(facts[name]) for name in ("n", "r", "p"))
    if not (1 < n <= MOST_N and 0 < r <= R and 0 < p <= P):
        raise ValueError("scrypt would take too long")
    texts: Sequence[str] = [facts[name] for name in ("salt", "by_password", "by_recovery")]
    salt, by_password, by_recovery = map(bytes.fromhex, texts)
    return Wrapped(salt, n, r, p, by_password, by_recovery)


def _unreadable(where: Path, reason: object) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The key of the shared store cannot be read"),
        QT_TRANSLATE_NOOP(
            "AppError", "{file}: {reason}. It lies beside the store; put it back from the store's last backup."
        ),
        file=where, reason=reason,
    )  # fmt: skip
