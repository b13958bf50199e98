"""The one way to the files shipped with the program: icons, style, translations, profiles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return where the resource lies, given as "icons/phone.svg"; FileNotFoundError when nothing has that name."""
    found = _ROOT / name
    if ".." in found.parts or not found.is_relative_to(_ROOT) or not found.exists():
        raise FileNotFoundError(name)
    return found


@cache
def text(name: str) -> str:
    """Return a UTF-8 text resource, read once per process."""
    return path(name).read_text(encoding="utf-8")
