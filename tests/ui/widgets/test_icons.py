"""Every icon exists, shows something, and takes the colour of its role."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

import resources
from ui import theme
from ui.widgets import icons


def inked(image: QImage) -> list[QColor]:
    """Return the colours of all pixels that are fully painted."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() == 255]


def test_names_and_files_are_the_same_set() -> None:
    assert {file.stem for file in resources.path("icons").glob("*.svg")} == set(get_args(icons.IconName))


@pytest.mark.parametrize("name", get_args(icons.IconName))
def test_icon_shows_something_in_its_role_colour(name: icons.IconName) -> None:
    painted = inked(icons.pixmap(name, "bad", 24, 2.0).toImage())
    assert len(painted) > 20
    wanted = theme.LIGHT.color("bad").getRgb()
    rounding = 2  # of pixels multiplied by their alpha
    assert all(abs(a - b) <= rounding for pixel in painted for a, b in zip(pixel.getRgb(), wanted, strict=True))


def test_icons_are_sharp_on_a_dense_screen() -> None:
    dense = icons.pixmap("phone", size=18, ratio=1.5)
    assert dense.width() == 27
    assert dense.deviceIndependentSize().width() == 18


def test_icon_follows_the_theme(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", "en")
    try:
        colours = {pixel.name().upper() for pixel in inked(icons.pixmap("check", "text", 24, 2.0).toImage())}
        assert colours == {theme.DARK.text}
    finally:
        theme.apply(qapp, "light", "en")


def test_unknown_icon_is_a_loud_bug() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("unicorn")  # type: ignore[arg-type]
