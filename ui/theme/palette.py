"""Named colour roles of the light and the dark theme; every colour on screen is one of these."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QPalette

ThemeName = Literal["light", "dark"]
State = Literal["neutral", "accent", "good", "warning", "bad"]
Role = Literal[
    "window", "card", "raised", "hover", "line", "field_border", "text", "muted", "disabled",
    "accent", "on_accent", "accent_soft", "good", "on_good", "good_soft",
    "warning", "on_warning", "warning_soft", "bad", "on_bad", "bad_soft", "neutral_soft",
]  # fmt: skip


class Theme(NamedTuple):
    """One palette; fields are colour roles as "#RRGGBB"."""

    name: ThemeName
    window: str
    card: str
    raised: str
    hover: str
    line: str
    field_border: str
    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    on_good: str
    good_soft: str
    warning: str
    on_warning: str
    warning_soft: str
    bad: str
    on_bad: str
    bad_soft: str
    neutral_soft: str

    def value(self, role: Role) -> str:
        """Return the role's colour as "#RRGGBB"."""
        colour: str = getattr(self, role)
        return colour

    def color(self, role: Role) -> QColor:
        return QColor(self.value(role))


# fmt: off
LIGHT = Theme(
    name="light", window="#F3F5F7", card="#FFFFFF", raised="#F8FAFB", hover="#EEF1F4", line="#D5DAE0",
    field_border="#868E99", text="#1A1F24", muted="#56606B", disabled="#868E99",
    accent="#0B57D0", on_accent="#FFFFFF", accent_soft="#E3EDFD",
    good="#146C37", on_good="#FFFFFF", good_soft="#DDF3E4",
    warning="#8A5300", on_warning="#FFFFFF", warning_soft="#FFF0D6",
    bad="#B3261E", on_bad="#FFFFFF", bad_soft="#FBE4E2",
    neutral_soft="#E9ECF0",
)
DARK = Theme(
    name="dark", window="#13161A", card="#1B2026", raised="#20262D", hover="#262D35", line="#343C46",
    field_border="#7B8592", text="#E7EAEE", muted="#A3ADB8", disabled="#7B8592",
    accent="#8AB4F8", on_accent="#0B1B33", accent_soft="#22344F",
    good="#7FD39B", on_good="#0B2416", good_soft="#17352A",
    warning="#F2BE6A", on_warning="#2B1D05", warning_soft="#3B2D14",
    bad="#F5A09A", on_bad="#3A0F0C", bad_soft="#43211F",
    neutral_soft="#2C343D",
)
# fmt: on
THEMES: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK}

_STATE_ROLES: dict[State, tuple[Role, Role]] = {
    "neutral": ("muted", "neutral_soft"),
    "accent": ("accent", "accent_soft"),
    "good": ("good", "good_soft"),
    "warning": ("warning", "warning_soft"),
    "bad": ("bad", "bad_soft"),
}

_QT_ROLES: dict[QPalette.ColorRole, Role] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field_border",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}
_DIMMED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)


def role_of(state: State) -> Role:
    """Return the role of text and icons in that state."""
    return _STATE_ROLES[state][0]


def soft_role_of(state: State) -> Role:
    """Return the role of the soft ground behind text in that state."""
    return _STATE_ROLES[state][1]


def qt_palette(theme: Theme) -> QPalette:
    """Fill every role in every group, because offscreen and bare xcb start from a palette of their own."""
    palette = QPalette()
    for qt_role, role in _QT_ROLES.items():
        palette.setColor(qt_role, theme.color(role))
    for qt_role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, theme.color("disabled"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, theme.color("neutral_soft"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.HighlightedText, theme.color("muted"))
    return palette
