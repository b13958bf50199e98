"""The password of a login at a shared store: in the keyring or in RINGBOOK_STORE_PASSWORD (`app.kept_secret`)."""

from __future__ import annotations

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.kept_secret import KeptSecret, Place
from app.sync.address import StoreAddress

VARIABLE = "RINGBOOK_STORE_PASSWORD"
_SECRET = KeptSecret(
    "ringbook-store", VARIABLE, QT_TRANSLATE_NOOP("AppError", "The password of the store cannot be kept")
)


def read(address: StoreAddress) -> str | None:
    """Return the password of this login, None when it must be asked for; never raises for want of a keyring."""
    try:
        return _SECRET.read(_account(address))
    except KnownError:
        return None


def store(address: StoreAddress, password: str) -> None:
    """Keep the password of this login in the keyring; an empty one is forgotten.

    Raises KnownError when there is no keyring.
    """
    _SECRET.store(_account(address), password)


def forget(address: StoreAddress) -> None:
    """Let the keyring have no password of this login; one without a keyring has none."""
    if kept_in(address) == "keyring":
        store(address, "")


def kept_in(address: StoreAddress) -> Place:
    """Say where the password of this login would come from."""
    return _SECRET.kept_in(_account(address))


def _account(address: StoreAddress) -> str:
    return f"{address.login}@{address.shown()}"
