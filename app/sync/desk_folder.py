"""Where the desks of shared stores lie on this computer, and which one was used last."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError
from app.private_file import write_private
from app.storage import shared_folder
from app.storage.shared_folder import SharedFacts
from app.sync.address import StoreAddress, parse

DESKS = "desks"
LAST = "last-store.json"
log = logging.getLogger(__name__)


def folder_of(base: Path, address: StoreAddress) -> Path:
    """Return the data folder of a login at a store; `base` is where this user's data lies."""
    if not address.login:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Nobody is named"),
            QT_TRANSLATE_NOOP("AppError", "Say who signs in: postgresql://user@server/database."),
        )
    return base / DESKS / address.folder_name()


def make(base: Path, address: StoreAddress) -> Path:
    """Return the data folder of a login at a store, noting in a new one what it is; raises KnownError."""
    folder = folder_of(base, address)
    known = shared_folder.read(folder)
    url = str(address.with_login(""))
    if known is None or known.url != url:  # how the link is encrypted may have changed
        shared_folder.write(folder, SharedFacts(url, address.login, known.store if known else ""))
    return folder


def address_of(folder: Path) -> StoreAddress | None:
    """Return whose desk a data folder is, None where it is one seat's own; raises KnownError when it is damaged."""
    facts = shared_folder.read(folder)
    return address_in(facts) if facts is not None else None


def address_in(facts: SharedFacts) -> StoreAddress:
    """Return the store and the login that a folder's `store.json` names; raises KnownError for what is no address."""
    return parse(facts.url).with_login(facts.login)


def remember(base: Path, address: StoreAddress) -> None:
    """Note the store used last; where it cannot be noted, the next start asks."""
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(base / LAST, json.dumps({"url": str(address)}, indent=2))
    except OSError as error:
        log.warning("the store used last could not be noted: %s", error.strerror)


def last_used(base: Path) -> StoreAddress | None:
    """Return the store used last, None where none was or it cannot be read."""
    try:
        return parse(json.loads((base / LAST).read_text(encoding="utf-8"))["url"])
    except FileNotFoundError:
        return None
    except (AppError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        log.warning("%s cannot be read", LAST)
        return None


def forget_last(base: Path) -> None:
    """Let the next start open this computer's own data."""
    with suppress(OSError):
        (base / LAST).unlink(missing_ok=True)
