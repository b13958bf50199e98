"""The strip across the window that stands for one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import icons
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.pill import Pill
from ui.widgets.restyle import set_state

BannerState = Literal["ringing", "in_call", "held", "ended", "neutral"]

HEIGHT = 60
_LOOKS: dict[BannerState, tuple[theme.State, icons.IconName]] = {
    "ringing": ("accent", "phone-in"),
    "in_call": ("good", "phone"),
    "held": ("warning", "hold"),
    "ended": ("warning", "edit"),
    "neutral": ("neutral", "phone-missed"),
}


class Banner(QFrame):
    """A 60 px frame coloured by state: icon, title over subtitle, pills, timer, actions. Takes no focus itself."""

    def __init__(self, state: BannerState = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "banner")
        self.setFixedHeight(HEIGHT)
        self._state = state
        self._icon = IconLabel("phone", "text", 26, self)
        self._title = _line(self, "caller")
        self._title.setContentsMargins(3, 0, 0, 0)  # a large J reaches left of where it starts
        self._subtitle = _line(self, "caption")
        self._subtitle.setContentsMargins(3, 0, 0, 0)
        self._timer = _line(self, "timer")
        self._timer.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pills: list[Pill] = []
        self._pill_row = QHBoxLayout()
        self._pill_row.setSpacing(8)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words)
        row.addLayout(self._pill_row)
        row.addStretch(1)
        row.addWidget(self._timer)
        row.addLayout(self._actions)
        self.set_state(state)

    def state(self) -> BannerState:
        return self._state

    def set_state(self, state: BannerState, icon: icons.IconName | None = None) -> None:
        """Colour the banner; without `icon` the state's own one is shown."""
        self._state = state
        colour, default_icon = _LOOKS[state]
        set_state(self, "state", colour)
        set_state(self._timer, "state", colour)
        self._icon.set_icon(icon or default_icon, theme.role_of(colour))

    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str) -> None:
        if title != self._title.text():
            self._title.setText(title)
            self.setAccessibleName(title)

    def subtitle(self) -> str:
        return self._subtitle.text()

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_timer(self, text: str) -> None:
        self._timer.setText(text)
        self._timer.setVisible(bool(text))

    def timer_text(self) -> str:
        return self._timer.text()

    def set_pills(self, pills: Sequence[tuple[str, theme.State]]) -> None:
        """Show (words, state) as pills; those made for earlier ones are used again."""
        for text, state in pills[len(self._pills) :]:
            pill = Pill(text, state, self, inset=True)
            self._pills.append(pill)
            self._pill_row.addWidget(pill)
        for pill, (text, state) in zip(self._pills, pills, strict=False):
            pill.set_pill(text, state)
            pill.show()
        for pill in self._pills[len(pills) :]:
            pill.hide()

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right end; mouse clicks on it leave the keyboard where it is."""
        widget.setParent(self)
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._actions.addWidget(widget)
        widget.show()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), HEIGHT)


def _line(parent: QWidget, kind: str) -> ElidedLabel:
    label = ElidedLabel("", parent)
    label.setProperty("kind", kind)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label
