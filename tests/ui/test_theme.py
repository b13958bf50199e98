"""The palette can be read, the style sheet is whole, and each language gets its own glyphs."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette, QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

import resources
from ui import theme
from ui.theme.palette import qt_palette

GROUNDS = ("window", "card", "raised", "hover")
SOFT = ("accent_soft", "good_soft", "warning_soft", "bad_soft", "neutral_soft")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "muted") for ground in (*GROUNDS, *SOFT)),
    *(
        (state, ground)
        for state in ("accent", "good", "warning", "bad")
        for ground in ("window", "card", f"{state}_soft")
    ),
    *((f"on_{state}", state) for state in ("accent", "good", "warning", "bad")),
    ("accent", "hover"),
    ("bad", "hover"),
]
EDGE_PAIRS = [
    *(("field_border", ground) for ground in ("window", "card")),
    *(("accent", ground) for ground in ("window", "card", "accent_soft", "hover")),  # the focus ring
    ("text", "card"),  # filled buttons have a ring of text colour outside
    *(("card", state) for state in ("accent", "good", "bad")),  # and one of card colour inside
]
BOTH = pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_the_known_ratio() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_reaches_four_and_a_half(look: theme.Theme, ink: theme.Role, ground: theme.Role) -> None:
    assert contrast(look.color(ink), look.color(ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_borders_and_focus_rings_reach_three(look: theme.Theme, edge: theme.Role, ground: theme.Role) -> None:
    assert contrast(look.color(edge), look.color(ground)) >= 3


@BOTH
def test_every_role_is_a_colour(look: theme.Theme) -> None:
    roles = {name: value for name, value in look._asdict().items() if name != "name"}
    assert set(roles) == set(get_args(theme.Role))
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in roles.values())


@BOTH
def test_every_palette_role_is_our_own(look: theme.Theme) -> None:
    palette = qt_palette(look)
    ours = {look.color(role).name() for role in get_args(theme.Role)}
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
                assert palette.color(group, role).name() in ours, (group, role)


@BOTH
def test_style_sheet_has_no_open_placeholder_and_finds_its_pictures(look: theme.Theme) -> None:
    sheet = theme.style_sheet(look)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet)
    pictures = re.findall(r'url\("(.+?)"\)', sheet)
    assert pictures
    for picture in pictures:
        resources.path(f"style/{look.name}/{picture.rsplit('/', 1)[1]}")


@BOTH
def test_style_pictures_use_the_roles_of_their_theme(look: theme.Theme) -> None:
    ours = {value for name, value in look._asdict().items() if name != "name"}
    for picture in resources.path(f"style/{look.name}").glob("*.svg"):
        assert set(re.findall("#[0-9A-Fa-f]{6}", picture.read_text("utf-8"))) <= ours, picture.name


def test_qt_reads_the_whole_style_sheet(qapp: QApplication, capfd: pytest.CaptureFixture[str]) -> None:
    theme.apply(qapp, "light", "en")
    window = QWidget()
    window.show()
    assert "parse" not in capfd.readouterr().err.lower()


@pytest.mark.parametrize(
    ("language", "first", "later"),
    [
        ("zh_CN", "Noto Sans CJK SC", "Noto Sans CJK TC"),
        ("zh_TW", "Noto Sans CJK TC", "Noto Sans CJK SC"),
        ("zh-Hant", "Noto Sans CJK TC", "Noto Sans CJK SC"),
        ("ca", "Noto Sans", "Noto Sans CJK SC"),
    ],
)
def test_each_language_names_its_own_chinese_first(language: str, first: str, later: str) -> None:
    names = theme.families(language)
    assert names.index(first) < names.index(later)
    assert not any(name.endswith((" JP", " KR", " CJK")) for name in names)


def test_chinese_is_one_pixel_larger(qapp: QApplication) -> None:
    sizes = {}
    for language in ("en", "zh_TW"):
        theme.apply(qapp, "light", language)
        sizes[language] = QFontInfo(qapp.font()).pixelSize()
    theme.apply(qapp, "light", "en")
    assert sizes == {"en": 13, "zh_TW": 14}


def test_digits_are_of_one_width(qapp: QApplication) -> None:
    assert theme.font("timer").isFeatureSet(QFont.Tag("tnum"))


def test_theme_switches_at_run_time(qapp: QApplication, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton("Save", window))
    window.resize(120, 60)
    window.show()
    before = window.grab().toImage().pixelColor(1, 1)
    theme.apply(qapp, "dark", "en")
    try:
        assert theme.current() is theme.DARK
        assert window.grab().toImage().pixelColor(1, 1) == theme.DARK.color("window") != before
    finally:
        theme.apply(qapp, "light", "en")


@pytest.mark.parametrize("make", [QLineEdit, QPushButton])
def test_focus_draws_a_two_pixel_ring(make: type[QWidget], qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    other, field = QLineEdit(window), make(window)
    box = QVBoxLayout(window)
    box.addWidget(other)
    box.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    resting = field.grab().toImage()
    field.setFocus()
    focused = field.grab().toImage()
    middle = field.height() // 2
    ring = theme.LIGHT.color("accent")
    assert [focused.pixelColor(x, middle) == ring for x in range(3)] == [True, True, False]
    assert resting.pixelColor(0, middle) == theme.LIGHT.color("field_border")
    assert resting.size() == focused.size()


def test_resources_outside_the_folder_are_refused() -> None:
    with pytest.raises(FileNotFoundError):
        resources.path("../pyproject.toml")
    with pytest.raises(FileNotFoundError):
        resources.path("icons/unknown.svg")


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh_CN", "Noto Sans CJK SC"),
        ("zh_TW", "Noto Sans CJK TC"),
        ("en", "Noto Sans CJK SC"),
        ("ca", "Noto Sans CJK SC"),
    ],
)
def test_chinese_text_is_drawn_with_the_glyphs_of_the_language(qapp: QApplication, language: str, family: str) -> None:
    if family not in QFontDatabase.families():
        pytest.skip("needs fonts-noto-cjk")
    theme.apply(qapp, "light", language)
    try:
        layout = QTextLayout("骨直", theme.font("strong"))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {family}
    finally:
        theme.apply(qapp, "light", "en")
