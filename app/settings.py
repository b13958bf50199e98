"""What the site and the agent set: typed, read once, written whole. Passwords are never here."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from app.errors import QT_TRANSLATE_NOOP, DamagedError, KnownError
from app.private_file import write_private

FILE_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class PbxSettings:
    """Where the PBX is and which extension is ours; an empty host means there is no PBX."""

    host: str = ""
    port: int = 5039
    tls: bool = True
    ca_file: str = ""
    username: str = ""
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one data folder; `region` is the ISO 3166 code in which national numbers are read.

    The daily backups go into `backup_folder`, where it is empty into one in the data folder; `backups_kept` of them
    are kept, none are made where it is 0. `told_outgrown`: somebody has read that too many desks share the store.
    """

    region: str = "ES"
    language: str = ""
    theme: str = ""
    agent: str = ""
    pbx: PbxSettings = field(default_factory=PbxSettings)
    backup_folder: str = ""
    backups_kept: int = 7
    told_outgrown: bool = False


def load(folder: Path) -> Settings:
    """Read the settings of `folder`; the defaults where there is no file yet.

    Raises DamagedError when the file is there and cannot be read: silently falling back to the defaults would
    make the console ring for nobody.
    """
    path = folder / FILE_NAME
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return _from_dict(raw)
    except FileNotFoundError:
        return Settings()
    except (ValueError, TypeError, RecursionError, OSError) as error:
        raise DamagedError(
            QT_TRANSLATE_NOOP("AppError", "The settings cannot be read"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "{path} is damaged: {reason}. Mend it, or run “main.py repair --data {folder}” to set it aside.",
            ),
            path=path, reason=error, folder=folder,
        ) from error  # fmt: skip


def save(folder: Path, settings: Settings) -> None:
    """Write the whole file and have it on the disk; raises KnownError, the old one in force, when it cannot be."""
    path = folder / FILE_NAME
    try:
        write_private(path, json.dumps(asdict(settings), indent=2))  # as ASCII, which also holds half a character
    except OSError as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The settings cannot be saved"),
            QT_TRANSLATE_NOOP("AppError", "{path} cannot be written: {reason}. The settings before stay in force."),
            path=path,
            reason=error.strerror or error,
        ) from error


def _from_dict(raw: Any) -> Settings:
    pbx = _known(PbxSettings, raw.pop("pbx", {}) if isinstance(raw, dict) else {})
    return Settings(**_known(Settings, raw), pbx=PbxSettings(**pbx))


def _known(kind: type, raw: Any) -> dict[str, Any]:
    """Keep what this version knows, and insist on its type: a newer version may have written more."""
    if not isinstance(raw, dict):
        raise TypeError("not an object")
    defaults = kind()
    known = {f.name: raw[f.name] for f in fields(kind) if f.name in raw}
    for name, value in known.items():
        if type(value) is not type(getattr(defaults, name)):
            raise TypeError(f"{name} is not a {type(getattr(defaults, name)).__name__}")
    return known
