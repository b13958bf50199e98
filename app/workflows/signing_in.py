"""Signing in to a shared store: the password is tried, the desk's folder made, and what may be kept is kept."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app import settings
from app.errors import QT_TRANSLATE_NOOP, KnownError, TransientError
from app.sync import credentials, desk_folder, unlock
from app.sync.address import StoreAddress

OWN = "data"  # the folder of this computer's own data
log = logging.getLogger(__name__)


class Closable(Protocol):
    """All that a connection is needed for here: that it could be made."""

    def close(self) -> None: ...


Connect = Callable[[StoreAddress, str | None], Closable]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The desk to open; `checked` tells whether the store itself has let the login in just now."""

    folder: Path
    address: StoreAddress
    password: str | None = field(repr=False)
    checked: bool


def sign_in(
    base: Path, address: StoreAddress, password: str | None, *, remember: bool, connect: Connect
) -> SignedIn:  # fmt: skip
    """Let the store say whether it lets this login in, and make its folder; blocks on network, disk and keyring.

    Where the store cannot be reached, a desk that was signed in here before opens with the same password. Raises
    KnownError for what a person must mend and TransientError when nobody answers.
    """
    desk = desk_folder.folder_of(base, address)
    checked = True
    try:
        connect(address, password).close()
    except TransientError:
        if not _opens_offline(desk, address, password):
            raise
        checked = False
    folder = desk_folder.make(base, address)
    _bring_settings(base, folder)
    _keep(address, password, remember=remember)
    desk_folder.remember(base, address)
    return SignedIn(folder, address, password, checked)


def _opens_offline(desk: Path, address: StoreAddress, password: str | None) -> bool:
    """Whether there is a desk to open while the store does not answer; raises KnownError for another password."""
    opens = unlock.opens(desk, password or "")
    if opens is False:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The password cannot be tried"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "{store} does not answer, and this is not the password {login} last signed in with on this computer.",
            ),
            store=address.shown(), login=address.login,
        )  # fmt: skip
    return bool(opens)


def _bring_settings(base: Path, folder: Path) -> None:
    """A new desk begins with the PBX, the region and the language this computer is set to."""
    try:
        if not (folder / settings.FILE_NAME).exists() and (base / OWN / settings.FILE_NAME).exists():
            settings.save(folder, settings.load(base / OWN))
    except KnownError:
        log.warning("the settings of this computer could not be taken along")


def _keep(address: StoreAddress, password: str | None, *, remember: bool) -> None:
    """Do with the password what was asked for, where there is a keyring and nothing else has it."""
    place = credentials.kept_in(address)
    if remember and password and place in ("keyring", "none"):
        credentials.store(address, password)
    elif not remember and place == "keyring":
        credentials.forget(address)
