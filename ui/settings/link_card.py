"""The card that shows that the PBX is heard: the state of the link and the last lines."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from app.events import PbxHeard
from models.enums import PbxStatus
from ui import theme
from ui.panels.dates import clock
from ui.settings.live_link import LiveLink
from ui.settings.table_model import HeardModel, one_line
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import note_label
from ui.widgets.labels import ElidedLabel
from ui.widgets.pill import Pill

LEAST_HEIGHT = 150
_STATES: dict[PbxStatus, theme.State] = {
    PbxStatus.OFF: "neutral",
    PbxStatus.CONNECTING: "accent",
    PbxStatus.CONNECTED: "good",
    PbxStatus.REFUSED: "bad",
    PbxStatus.UNREACHABLE: "warning",
}


class LinkCard(Card):
    """Follows the link by itself; it never takes the keyboard or moves what somebody looks at."""

    def __init__(self, link: LiveLink, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "What the PBX says"), parent)
        self._link = link
        self.pill = Pill()
        self.reason = note_label("")
        self.last = ElidedLabel()
        self.empty = EmptyState("plug", QCoreApplication.translate("Settings", "Nothing heard yet."))
        self.lines = HeardModel(self)
        self.list = QListView()
        self.list.setModel(self.lines)
        self.list.setMinimumHeight(LEAST_HEIGHT)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(QCoreApplication.translate("Settings", "Last lines heard from the PBX"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.pill)
        row.addWidget(self.last, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.list, 1)
        self.list.hide()
        link.state_changed.connect(self._show_state)
        link.lines_heard.connect(self._put)
        self._show_state()
        if link.recent:
            self._put(list(link.recent))

    def _put(self, heard: list[PbxHeard]) -> None:
        top = self.list.indexAt(QPoint(1, 1))
        seen = QPersistentModelIndex(top if self.list.verticalScrollBar().value() else QModelIndex())
        self.lines.put(heard)
        if seen.isValid():  # somebody scrolled down to read: what they look at stays where it is
            self.list.scrollTo(QModelIndex(seen), QAbstractItemView.ScrollHint.PositionAtTop)  # type: ignore[call-overload]
        self.empty.hide()
        self.list.show()
        text = QCoreApplication.translate("Settings", "Last heard {line}")
        self.last.setText(text.format(line=one_line(heard[-1])))

    def _show_state(self) -> None:
        state = self._link.state
        self.pill.set_pill(status_text(self._link), _STATES[state.status])
        reason = QCoreApplication.translate("AppError", state.message) if state.message else ""
        if state.status is PbxStatus.OFF and not reason:
            reason = QCoreApplication.translate("Settings", "Enter the host of the PBX and save to hear it.")
        self.reason.setText(reason.format(**dict(state.values)))
        self.reason.setVisible(bool(reason))


def status_text(link: LiveLink) -> str:
    """Return the state of the link in a few words."""
    text = {
        PbxStatus.OFF: QCoreApplication.translate("Settings", "No PBX set up"),
        PbxStatus.CONNECTING: QCoreApplication.translate("Settings", "Connecting…"),
        PbxStatus.CONNECTED: QCoreApplication.translate("Settings", "Connected since {time}"),
        PbxStatus.REFUSED: QCoreApplication.translate("Settings", "The PBX refuses the login"),
        PbxStatus.UNREACHABLE: QCoreApplication.translate("Settings", "Not reachable since {time}"),
    }[link.state.status]
    return text.format(time=clock(link.since, seconds=True))
