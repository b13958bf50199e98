"""The password of the PBX: in the keyring or in the environment, never in a file, a log or a settings object.

RINGBOOK_PBX_PASSWORD wins where it is set, so that a site without keyrings can hand it to its workstations. A keyring
may ask its user to unlock it, so call this off the window's thread.
"""

from __future__ import annotations

import os
from typing import Literal

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.settings import PbxSettings

SERVICE = "ringbook-pbx"
VARIABLE = "RINGBOOK_PBX_PASSWORD"

Place = Literal["environment", "keyring", "none", "no_keyring"]
"""Where the password is: `none` says the keyring has none for this account, `no_keyring` that there is no keyring."""


def read(pbx: PbxSettings) -> str | None:
    """Return the password of this account, None when none was stored.

    Raises KnownError when neither the environment has it nor there is a keyring to ask.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return given
    import keyring.errors  # with HTTP: the console is made before anybody asks for this

    try:
        return keyring.get_password(SERVICE, _account(pbx))
    except keyring.errors.KeyringError as error:
        raise _no_keyring() from error


def store(pbx: PbxSettings, secret: str) -> None:
    """Keep the password of this account in the keyring; an empty one is forgotten.

    Raises KnownError when there is no keyring.
    """
    import keyring.errors

    try:
        if secret:
            keyring.set_password(SERVICE, _account(pbx), secret)
        elif keyring.get_password(SERVICE, _account(pbx)) is not None:
            keyring.delete_password(SERVICE, _account(pbx))
    except keyring.errors.KeyringError as error:
        raise _no_keyring() from error


def kept_in(pbx: PbxSettings) -> Place:
    """Say where the password of this account would come from."""
    if os.environ.get(VARIABLE):
        return "environment"
    import keyring.errors

    try:
        return "keyring" if keyring.get_password(SERVICE, _account(pbx)) is not None else "none"
    except keyring.errors.KeyringError:
        return "no_keyring"


def _account(pbx: PbxSettings) -> str:
    return f"{pbx.username}@{pbx.host}:{pbx.port}"


def _no_keyring() -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The PBX password cannot be kept"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "This computer has no keyring to use. Set the environment variable {variable} and start again.",
        ),
        variable=VARIABLE,
    )
