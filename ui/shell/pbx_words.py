"""The link to the PBX in the words and the icon of the top bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.events import PbxState
from models.enums import PbxStatus
from ui.shell.top_bar import TopBar
from ui.theme import Role
from ui.widgets.icons import IconName

ICONS: dict[PbxStatus, tuple[IconName, Role]] = {
    PbxStatus.OFF: ("plug-off", "muted"),
    PbxStatus.CONNECTING: ("plug", "muted"),
    PbxStatus.CONNECTED: ("plug", "good"),
    PbxStatus.REFUSED: ("plug-off", "bad"),
    PbxStatus.UNREACHABLE: ("plug-off", "warning"),
}


def show_pbx(bar: TopBar, state: PbxState) -> None:
    """Say how the link to the PBX is."""
    bar.show_link(*ICONS[state.status], _status(state.status), sentence(state))


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
