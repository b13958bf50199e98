"""The bar above every page: search, the link to the PBX, who sits here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.events import PbxState
from models.enums import PbxStatus
from ui.theme import Role
from ui.widgets.icons import IconName
from ui.widgets.labels import IconLabel
from ui.widgets.search_field import SearchField

SEARCH_WIDTH = 420
ICONS: dict[PbxStatus, tuple[IconName, Role]] = {
    PbxStatus.OFF: ("plug-off", "muted"),
    PbxStatus.CONNECTING: ("plug", "muted"),
    PbxStatus.CONNECTED: ("plug", "good"),
    PbxStatus.REFUSED: ("plug-off", "bad"),
    PbxStatus.UNREACHABLE: ("plug-off", "warning"),
}


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(self._pbx_icon)
        row.addWidget(self._pbx)
        row.addSpacing(12)
        row.addWidget(self._agent)
        self._pbx_icon.hide()  # nothing is known of it before the data is open

    def show_pbx(self, state: PbxState) -> None:
        """Say how the link to the PBX is."""
        icon, role = ICONS[state.status]
        self._pbx_icon.set_icon(icon, role)
        self._pbx_icon.show()
        self._pbx.setText(_status(state.status))
        self._pbx.setToolTip(sentence(state))

    def show_agent(self, name: str, extension: str) -> None:
        """Say who sits here."""
        self._agent.setText(" · ".join(part for part in (name, extension) if part))


def sentence(state: PbxState) -> str:
    """Return the reason the PBX is not there, in the window's language."""
    text = QCoreApplication.translate("AppError", state.message) if state.message else ""
    return text.format(**dict(state.values))


def _status(status: PbxStatus) -> str:
    return {
        PbxStatus.OFF: QCoreApplication.translate("TopBar", "No PBX set up"),
        PbxStatus.CONNECTING: QCoreApplication.translate("TopBar", "Connecting to the PBX…"),
        PbxStatus.CONNECTED: QCoreApplication.translate("TopBar", "PBX connected"),
        PbxStatus.REFUSED: QCoreApplication.translate("TopBar", "The PBX refuses the login"),
        PbxStatus.UNREACHABLE: QCoreApplication.translate("TopBar", "PBX not reachable"),
    }[status]
