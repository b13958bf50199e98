"""Our icons, tinted to a colour role of the theme that is on."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui import theme

IconName = Literal[
    "alert", "bell", "book", "building", "bulb", "calendar", "calendar-check", "chart", "check", "check-circle",
    "chevron-down", "chevron-left", "chevron-right", "clock", "close", "cloud-check", "cloud-off", "cloud-up", "copy",
    "customers", "edit", "globe", "headset", "hold", "info", "key", "link", "list", "lock", "mail", "map-pin", "moon",
    "note", "phone", "phone-in", "phone-missed", "phone-off", "phone-out", "plug", "plug-off", "plus", "question",
    "save", "search", "settings", "snooze", "star", "sun", "undo", "user", "warning",
]  # fmt: skip


def pixmap(name: IconName, role: theme.Role = "text", size: int = 18, ratio: float | None = None) -> QPixmap:
    """Return the icon as a square of `size` px; `ratio` is device px per px, by default the screen's.

    FileNotFoundError for a name without a file.
    """
    application = QGuiApplication.instance()
    if ratio is None:
        ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _render(name, theme.current().value(role), size, ratio)


def icon(name: IconName, role: theme.Role = "text", size: int = 18) -> QIcon:
    """Return the icon, greyed where its control is disabled."""
    result = QIcon(pixmap(name, role, size))
    result.addPixmap(pixmap(name, "disabled", size), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=512)
def _render(name: IconName, colour: str, size: int, ratio: float) -> QPixmap:
    svg = resources.text(f"icons/{name}.svg").replace("currentColor", colour)
    pixels = round(size * ratio)
    image = QPixmap(pixels, pixels)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
