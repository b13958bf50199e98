"""Passwords of logins: made, checked, and hashed on this side, so that no server ever sees one in clear text."""

from __future__ import annotations

import secrets

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.postgres.admin_link import Raw

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # none that looks like another: 32, so 5 bits a character
GROUPS, GROUP = 4, 5  # 100 bits in four groups, as one reads them to somebody
SHORTEST, LONGEST = 10, 200
SCRAM = "scram-sha-256"


def generate() -> str:
    """Return a new password, which nobody has had and nobody guesses."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))


def check(password: str) -> str:
    """Return a password somebody chose; raises KnownError for one that is of no use."""
    if not SHORTEST <= len(password) <= LONGEST or not password.isprintable():
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "This password cannot be used"),
            QT_TRANSLATE_NOOP("AppError", "It needs from {least} to {most} characters, all of them visible."),
            least=SHORTEST, most=LONGEST,
        )  # fmt: skip
    return password


def verifier(raw: Raw, login: str, password: str) -> str:
    """Return what the server keeps of a password: a salted hash (RFC 5803) from which it cannot be told."""
    return raw.pgconn.encrypt_password(password.encode(), login.encode(), SCRAM.encode()).decode()
