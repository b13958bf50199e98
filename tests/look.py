"""What windows of tests look like: light and English, put on again only where a test left it otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui import theme
from ui.theme.fonts import application_font


def light_english(app: QApplication) -> None:
    """To put it on takes a tenth of a second, as all widgets that there are, are dressed anew."""
    is_on = theme.current() is theme.LIGHT and app.styleSheet() == theme.style_sheet(theme.LIGHT)
    if not is_on or app.font() != application_font("en"):
        theme.apply(app, "light", "en")
