"""The slow part of saving, for the worker: files, the keyring, the library of numbers."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError
from app.settings import PbxSettings, Settings

if TYPE_CHECKING:
    from app.bootstrap import CurrentSettings

# The keyring and the library of numbers take 170 ms to import: only here, in the worker.


@dataclass(frozen=True, slots=True)
class Change:
    """What to save; `secret` is the password of `account`, "" to forget it, None where the stored one stays."""

    settings: Settings
    account: PbxSettings
    secret: str | None = field(default=None, repr=False)


class FieldError(Exception):
    """A field of the page is wrong; `error` says how."""

    def __init__(self, name: str, error: AppError) -> None:
        super().__init__(name)
        self.name, self.error = name, error


def store(current: CurrentSettings, change: Change) -> Change | FieldError:
    """Save and return what would undo it, or which field is wrong; raises AppError when it cannot be written."""
    try:
        _check(change.settings)
        undo = Change(current(), change.account, _replace_secret(change.account, change.secret))
    except FieldError as wrong:
        return wrong
    current.replace(change.settings)
    return undo


def regions() -> list[str]:
    """Return the ISO 3166 codes of all regions whose numbers are known."""
    from phonenumbers import SUPPORTED_REGIONS

    return sorted(SUPPORTED_REGIONS)


def password_place(pbx: PbxSettings) -> str:
    """Return where the password of an account is, as `app.pbx_secret.Place`."""
    from app import pbx_secret

    return pbx_secret.kept_in(pbx)


def _check(settings: Settings) -> None:
    from app.phone_numbers import check_region

    try:
        check_region(settings.region)
    except AppError as error:
        raise FieldError("region", error) from error
    if settings.backup_folder and not _is_folder(settings.backup_folder):
        raise FieldError(
            "backup_folder",
            KnownError(
                QT_TRANSLATE_NOOP("AppError", "No such folder"),
                QT_TRANSLATE_NOOP("AppError", "There is no folder {path} that can be written."),
                path=settings.backup_folder,
            ),
        )
    ca_file = settings.pbx.ca_file
    if ca_file and not Path(ca_file).is_file():
        raise FieldError(
            "ca_file",
            KnownError(
                QT_TRANSLATE_NOOP("AppError", "No such file"),
                QT_TRANSLATE_NOOP("AppError", "There is no file {path}."),
                path=ca_file,
            ),
        )


def _is_folder(path: str) -> bool:
    return Path(path).is_absolute() and Path(path).is_dir() and os.access(path, os.W_OK)


def _replace_secret(pbx: PbxSettings, secret: str | None) -> str | None:
    """Keep a typed password; return the one before ("" where there was none), None where none was typed."""
    if secret is None:
        return None
    from app import pbx_secret

    try:
        before = pbx_secret.read(pbx) or ""
        pbx_secret.store(pbx, secret)
    except AppError as error:
        raise FieldError("password", error) from error
    return before
