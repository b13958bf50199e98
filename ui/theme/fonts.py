"""Font families and sizes; the order of families decides which glyphs Chinese text gets."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

FontKind = Literal["body", "strong", "caption", "pill", "caller", "timer", "tile"]

_LATIN = ("Inter", "Noto Sans", "Segoe UI", "SF Pro Text", "Cantarell", "DejaVu Sans")
_SIMPLIFIED = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC")
_TRADITIONAL = ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "Microsoft JhengHei", "PingFang TC")
_CHINESE_PIXELS = 14
_PIXELS = 13
_KINDS: dict[FontKind, tuple[int | None, QFont.Weight]] = {
    "body": (None, QFont.Weight.Normal),
    "strong": (None, QFont.Weight.DemiBold),
    "caption": (12, QFont.Weight.Normal),
    "pill": (12, QFont.Weight.DemiBold),
    "caller": (20, QFont.Weight.DemiBold),
    "timer": (22, QFont.Weight.DemiBold),
    "tile": (28, QFont.Weight.DemiBold),
}


def is_chinese(language: str) -> bool:
    return language.replace("-", "_").lower().startswith("zh")


def families(language: str) -> list[str]:
    """Return families, best first, for a language such as "ca" or "zh_TW".

    The Chinese families of the language come before those of the other Chinese script, and both before any
    system fallback: a bare "Noto Sans CJK" falls back to Japanese shapes.
    """
    code = language.replace("-", "_").lower()
    traditional = code in ("zh_tw", "zh_hk", "zh_mo") or code.startswith("zh_hant")
    first, second = (_TRADITIONAL, _SIMPLIFIED) if traditional else (_SIMPLIFIED, _TRADITIONAL)
    return [*_LATIN, *first, *second]


def base_pixels(language: str) -> int:
    """Return the body size in px: Chinese strokes need one more."""
    return _CHINESE_PIXELS if is_chinese(language) else _PIXELS


def application_font(language: str) -> QFont:
    """Return the body font of the language, with digits of one width where the font has them."""
    face = QFont()
    face.setFamilies(families(language))
    face.setPixelSize(base_pixels(language))
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def forget() -> None:
    """Drop what was made of the font before, and the glyph fallbacks Qt has chosen so far.

    Its cache looks at the first family only, so after a change of language Chinese would keep the other script's
    glyphs. Setting the emoji families, even to what they are, is the public call that empties it.
    """
    _made.cache_clear()
    elided.cache_clear()
    QFontDatabase.setApplicationEmojiFontFamilies(QFontDatabase.applicationEmojiFontFamilies())


def font(kind: FontKind = "body") -> QFont:
    """Return the application's font in one of the few sizes and weights the look allows, for painting.

    It is the caller's own; as a copy of one made before it is found in Qt's caches at once.
    """
    return QFont(_made(kind))


@lru_cache(maxsize=4096)
def elided(text: str, kind: FontKind, width: int) -> str:
    """Return `text` as it fits into `width` px, with an ellipsis where it is cut; measured once for each size."""
    return QFontMetrics(font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=64)
def _made(kind: FontKind) -> QFont:
    face = QFont(QApplication.font())
    pixels, weight = _KINDS[kind]
    if pixels is not None:
        face.setPixelSize(pixels)
    face.setWeight(weight)
    return face
