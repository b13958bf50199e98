"""The look of the whole program: two palettes, the fonts of each language, the style sheet."""

from __future__ import annotations

from ui.theme.application import apply, current, style_sheet, system_theme, undressed
from ui.theme.fonts import FontKind, elided, families, font
from ui.theme.palette import DARK, LIGHT, THEMES, Role, State, Theme, ThemeName, role_of, soft_role_of

__all__ = [
    "DARK",
    "LIGHT",
    "THEMES",
    "FontKind",
    "Role",
    "State",
    "Theme",
    "ThemeName",
    "apply",
    "current",
    "elided",
    "families",
    "font",
    "role_of",
    "soft_role_of",
    "style_sheet",
    "system_theme",
    "undressed",
]
