"""The bar above every page: search, the links to the shared store and the PBX, who sits here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme import Role, State
from ui.widgets.icons import IconName
from ui.widgets.labels import IconLabel
from ui.widgets.search_field import SearchField
from ui.widgets.status_button import StatusButton

SEARCH_WIDTH = 420
SYNC_KEYS = "Ctrl+Shift+Y"


class TopBar(QWidget):
    """Search at the left; at the right what a glance must tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = QCoreApplication.translate("TopBar", "Search customers, cases, numbers…")
        self.search = SearchField(hint, QCoreApplication.translate("TopBar", "Search"), shortcut="Ctrl+K")
        self.search.setFixedWidth(SEARCH_WIDTH)
        self._pbx_icon = IconLabel("plug-off", "muted", 16)
        self._pbx = QLabel()
        self._pbx.setProperty("kind", "caption")
        self._agent = QLabel()
        self.sync = StatusButton(SYNC_KEYS)
        self.sync.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who goes to its page and back finds the keyboard as it was
        self.sync.hide()  # one seat has no shared store
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(self.sync)
        row.addSpacing(4)
        row.addWidget(self._pbx_icon)
        row.addWidget(self._pbx)
        row.addSpacing(12)
        row.addWidget(self._agent)
        self._pbx_icon.hide()  # nothing is known of it before the data is open

    def show_link(self, icon: IconName, role: Role, text: str, reason: str) -> None:
        """Say how the link to the PBX is, and on asking why."""
        self._pbx_icon.set_icon(icon, role)
        self._pbx_icon.show()
        self._pbx.setText(text)
        self._pbx.setToolTip(reason)

    def show_sync(self, icon: IconName, state: State, text: str, reason: str) -> None:
        """Say how the link to the shared store is and what waits, and on asking why."""
        self.sync.set_status(icon, state, text, reason)
        self.sync.show()

    def show_agent(self, name: str, extension: str) -> None:
        """Say who sits here."""
        self._agent.setText(" · ".join(part for part in (name, extension) if part))
