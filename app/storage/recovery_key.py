"""The recovery key: what a person prints, and how it wraps the key of the local files.

The cryptography is imported where it is used: hardly any start makes or reads a recovery key.
"""

from __future__ import annotations

import secrets

from app.errors import QT_TRANSLATE_NOOP, KnownError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that reads like something else
LENGTH = 32  # 160 bits
GROUP = 4
NONCE_BYTES = 12


def new() -> str:
    """Return a fresh recovery key in groups of four."""
    text = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(text[i : i + GROUP] for i in range(0, LENGTH, GROUP))


def wrap(recovery_key: str, secret: bytes) -> bytes:
    """Encrypt `secret` so that only the recovery key opens it (HKDF-SHA256, AES-256-GCM)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(_derive(recovery_key)).encrypt(nonce, secret, None)


def unwrap(recovery_key: str, wrapped: bytes) -> bytes:
    """Return the secret; raises KnownError when the recovery key is not the one of this folder."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_derive(recovery_key)).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], None)
    except (InvalidTag, ValueError) as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The recovery key does not fit"),
            QT_TRANSLATE_NOOP("AppError", "This recovery key belongs to other data, or a character was misread."),
        ) from error


def _derive(recovery_key: str) -> bytes:
    """Read what a person typed as kindly as can be: case, spaces and look-alikes do not matter."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    typed = recovery_key.upper().translate(str.maketrans("OIL", "011"))
    plain = "".join(c for c in typed if c in ALPHABET)
    return HKDF(hashes.SHA256(), 32, None, b"ringbook recovery key").derive(plain.encode())
