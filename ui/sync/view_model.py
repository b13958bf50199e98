"""The sync page without its widgets: how the link is, who this desk is, what waits for the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.events import SyncState
from models.enums import SyncPhase

if TYPE_CHECKING:
    from app.sync.waiting import WaitingList
    from app.workflows.shared_desk import DeskFacts, SharedDesk
    from ui.background import Background
    from ui.event_bridge import EventBridge

MOST_SHOWN = 200


def local_now() -> datetime:
    return datetime.now().astimezone()


class SyncModel(QObject):
    """Follows the link; the list and the facts are read only while somebody looks (`set_watched`)."""

    changed = Signal()  # the state, or what was read
    problem = Signal(object)  # AppError: the list could not be read
    toast = Signal(str, str, object)  # text, action, what the action does (None without)
    password_changed = Signal()
    password_refused = Signal(object)  # AppError
    sign_in_wanted = Signal()  # with another password, as the one in use is refused
    signed_out = Signal()  # wished for; what was to be sent is sent, or stays for later

    def __init__(self, parent: QObject | None = None, now: Callable[[], datetime] = local_now) -> None:
        super().__init__(parent)
        self.now = now
        self.state = SyncState(SyncPhase.ALONE)
        self.facts: DeskFacts | None = None
        self.list: WaitingList | None = None
        self._desk: SharedDesk | None = None
        self._background: Background | None = None
        self.leaving = False  # signs out as soon as nothing waits any more
        self.reading = self._watched = self._stale = False

    @property
    def desk(self) -> SharedDesk | None:
        return self._desk

    def bind(self, desk: SharedDesk, background: Background, bridge: EventBridge) -> None:
        """Follow an open desk of a shared store."""
        self._desk, self._background = desk, background
        bridge.sync_state.connect(self.take)
        self.take(desk.state())

    def take(self, state: SyncState) -> None:
        """Take what the link says of itself."""
        self.state = state
        if self.leaving and not state.waiting:
            self.sign_out()
        self.changed.emit()
        self.refresh()

    def set_watched(self, watched: bool) -> None:
        """Read what the page shows as long as it is on the screen."""
        self._watched = watched
        self.refresh()

    def refresh(self) -> None:
        """Read again, one reading at a time."""
        desk, background = self._desk, self._background
        if desk is None or background is None or not self._watched:
            return
        if self.reading:
            self._stale = True
            return
        self.reading, self._stale = True, False
        background.run_read(lambda: (desk.facts(), desk.waiting(MOST_SHOWN)), self._on_read, self._on_failed)

    def sync_now(self) -> None:
        if self._desk is not None:
            self._desk.sync_now()

    def send_and_sign_out(self) -> None:
        """Sign out as soon as the store has all that waits."""
        self.leaving = True
        self.sync_now()
        self.take(self.state)

    def stay(self) -> None:
        self.leaving = False
        self.changed.emit()

    def sign_out(self) -> None:
        """Sign out now; what waits stays in this computer's outbox."""
        self.leaving = False
        self.signed_out.emit()

    def change_password(self, old: str, new: str) -> None:
        """Change it at the store; the answer comes by a signal."""
        desk, background = self._desk, self._background
        if desk is not None and background is not None:
            background.run_read(
                lambda: desk.change_password(old, new),
                lambda _: self.password_changed.emit(),
                self.password_refused.emit,
            )

    def _on_read(self, found: tuple[DeskFacts, WaitingList]) -> None:
        self.facts, self.list = found
        self._end()
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self._end()
        self.problem.emit(error)

    def _end(self) -> None:
        self.reading = False
        if self._stale:
            self.refresh()
