"""Puts a theme on the running application and tells painters which one is on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from string import Template

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import resources
from ui.theme.fonts import application_font, forget
from ui.theme.palette import LIGHT, THEMES, Theme, ThemeName, qt_palette

_THEME_PROPERTY = "ringbook.theme"


def apply(app: QApplication, theme: ThemeName, language: str) -> None:
    """Dress the application; may be called again at any time to switch theme or language.

    Widgets learn of the switch by QEvent.StyleChange, which arrives once everything below is in place.
    """
    chosen = THEMES[theme]
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setProperty(_THEME_PROPERTY, theme)
    app.setPalette(qt_palette(chosen))
    forget()
    app.setFont(application_font(language))
    app.setStyleSheet(style_sheet(chosen))


@contextmanager
def undressed() -> Iterator[None]:
    """Build many widgets without the style sheet, which is put back at the end.

    In a sheet, each layout that takes a part styles all that is in it anew: three times the work.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there are no widgets without an application")
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def current() -> Theme:
    """Return the theme that is on; light before the first `apply`."""
    app = QCoreApplication.instance()
    name = app.property(_THEME_PROPERTY) if app is not None else None
    return THEMES.get(name, LIGHT) if name else LIGHT


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with every `$role` filled in; KeyError for a role that does not exist."""
    assets = resources.path(f"style/{theme.name}").as_posix()
    return Template(resources.text("style/ringbook.qss")).substitute(theme._asdict(), assets=assets)


def system_theme() -> ThemeName:
    """Return what the desktop asks for; light where it does not say."""
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
