"""The password of the PBX: in the keyring or in RINGBOOK_PBX_PASSWORD (`app.kept_secret`)."""

from __future__ import annotations

from app.errors import QT_TRANSLATE_NOOP
from app.kept_secret import KeptSecret, Place
from app.settings import PbxSettings

SERVICE, VARIABLE = "ringbook-pbx", "RINGBOOK_PBX_PASSWORD"
_SECRET = KeptSecret(SERVICE, VARIABLE, QT_TRANSLATE_NOOP("AppError", "The PBX password cannot be kept"))


def read(pbx: PbxSettings) -> str | None:
    """Return the password of this account, None when none was stored.

    Raises KnownError when neither the environment has it nor there is a keyring to ask.
    """
    return _SECRET.read(_account(pbx))


def store(pbx: PbxSettings, secret: str) -> None:
    """Keep the password of this account in the keyring; an empty one is forgotten.

    Raises KnownError when there is no keyring.
    """
    _SECRET.store(_account(pbx), secret)


def kept_in(pbx: PbxSettings) -> Place:
    """Say where the password of this account would come from."""
    return _SECRET.kept_in(_account(pbx))


def _account(pbx: PbxSettings) -> str:
    return f"{pbx.username}@{pbx.host}:{pbx.port}"
