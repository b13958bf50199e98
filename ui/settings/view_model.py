"""The settings page without its widgets: what is stored, what is being edited, what is wrong, what is being saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.errors import AppError
from app.settings import Settings
from ui.panels import words
from ui.settings import storing
from ui.settings.backup_model import BackupModel
from ui.settings.draft import Draft, port_after_switch, problems
from ui.settings.live_link import LiveLink
from ui.settings.storing import Change, FieldError

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from app.workflows.data_check import LastCheck
    from ui.background import Background
    from ui.event_bridge import EventBridge

ACCOUNT_PAUSE_MS = 300


class SettingsModel(QObject):
    """Holds the stored settings and the draft of new ones; every slow step runs in the worker."""

    changed = Signal()  # draft, problems, stored, busy, password place
    bound = Signal()
    regions_known = Signal()
    check_known = Signal()
    saved = Signal(object)  # Settings
    theme_chosen = Signal(str)
    toast = Signal(str, str, object)  # text, action, what the action does
    recovery_key_made = Signal(str)
    sign_in_wanted = Signal()
    sync_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stored = Settings()
        self.draft = Draft.of(self.stored)
        self.problems: dict[str, str] = {}
        self.busy = False
        self.password_place = ""  # app.pbx_secret.Place; "" until it is known
        self.last_check: LastCheck | None = None
        self.regions: list[str] = []  # ISO 3166 codes, once they are known
        self.link = LiveLink(self)
        self.backups = BackupModel(self)
        self.backups.toast.connect(self.toast)
        self.backend: Backend | None = None
        self.background: Background | None = None
        self._account_pause = QTimer(self, singleShot=True, interval=ACCOUNT_PAUSE_MS)
        self._account_pause.timeout.connect(self._ask_password_place)

    def bind(self, backend: Backend, background: Background, bridge: EventBridge) -> None:
        """Take the settings of an opened data folder and follow its PBX link."""
        self.backend, self.background = backend, background
        self.stored = backend.settings()
        self.draft = Draft.of(self.stored)
        bridge.pbx_state.connect(self.link.take_state)
        self.link.take_state(backend.pbx.state)  # it may have been told before this page listened
        bridge.pbx_heard.connect(self.link.take_line)
        self.backups.bind(backend, background, bridge)
        bridge.data_checked.connect(lambda _: self._look_for_check())
        self._look_for_check()
        background.run_read(storing.regions, self._know_regions)
        self._ask_password_place()
        self.bound.emit()
        self.changed.emit()

    def is_changed(self) -> bool:
        return self.draft != Draft.of(self.stored)

    def can_save(self) -> bool:
        return self.backend is not None and not self.busy and self.is_changed()

    def edit(self, **values: Any) -> None:
        """Change fields of the draft by name; a complaint about a field goes once the field is changed."""
        before = self.draft
        self.draft = replace(before, **values)
        if "port" not in values and self.draft.tls != before.tls:
            self.draft = replace(self.draft, port=port_after_switch(before.port, tls=self.draft.tls))
        self.problems = {name: text for name, text in self.problems.items() if name not in values}
        if self.draft.theme != before.theme:
            self.theme_chosen.emit(self.draft.theme)
        if self.draft.pbx() != before.pbx():
            self._account_pause.start()
        self.changed.emit()

    def discard(self) -> None:
        """Go back to what is stored."""
        self.problems = {}
        stored = Draft.of(self.stored)
        self.edit(**{name: getattr(stored, name) for name in Draft.__dataclass_fields__})

    def save(self) -> None:
        """Save the draft; what is wrong with it goes into `problems`."""
        if not self.can_save():
            return
        self.problems = problems(self.draft)
        if self.problems:
            self.changed.emit()
            return
        draft = self.draft
        change = Change(draft.settings(), draft.pbx(), draft.password or None)
        self._store(change, lambda undo: self._say_saved(draft, undo))

    def undo(self, change: Change) -> None:
        """Put back what a saving replaced."""
        if not self.busy and self.backend is not None:
            self._store(change, lambda _: self._say_undone())

    def make_recovery_key(self) -> None:
        """Make a recovery key and tell it by `recovery_key_made`."""
        if self.backend is not None and self.background is not None:
            self.background.run_read(self.backend.renew_recovery_key, self.recovery_key_made.emit)

    def acknowledge_recovery_key(self) -> None:
        """Note that the recovery key was kept."""
        if self.backend is not None and self.background is not None:
            self.background.run_read(self.backend.acknowledge_recovery_key, lambda _: None)

    def _store(self, change: Change, done: Any) -> None:
        if self.backend is None or self.background is None:
            return
        current = self.backend.settings
        self.busy = True
        self.changed.emit()
        self.background.run_read(
            lambda: storing.store(current, change), lambda result: self._stored(change, result, done), self._failed
        )

    def _stored(self, change: Change, result: Change | FieldError, done: Any) -> None:
        self.busy = False
        if isinstance(result, FieldError):
            self.problems = {result.name: words.error(result.error)}
            self.changed.emit()
            return
        unchanged = not self.is_changed()
        self.stored = change.settings
        if unchanged:
            self.discard()
        done(result)
        self._ask_password_place()
        self.saved.emit(self.stored)
        self.changed.emit()

    def _failed(self, error: AppError) -> None:
        self.busy = False
        self.changed.emit()
        self.toast.emit(words.error(error), "", None)

    def _say_saved(self, draft: Draft, undo: Change) -> None:
        if self.draft == draft:  # nobody went on typing meanwhile
            self.draft = Draft.of(self.stored)
        text = QCoreApplication.translate("Settings", "Settings saved.")
        action = QCoreApplication.translate("Settings", "Undo")
        self.toast.emit(text, action, lambda: self.undo(undo))

    def _say_undone(self) -> None:
        self.toast.emit(QCoreApplication.translate("Settings", "The settings before are back."), "", None)

    def _know_regions(self, codes: list[str]) -> None:
        self.regions = codes
        self.regions_known.emit()

    def _look_for_check(self) -> None:
        if self.backend is not None and self.background is not None:
            self.background.run_read(self.backend.data_check.last, self._know_check)

    def _know_check(self, last: LastCheck | None) -> None:
        self.last_check = last
        self.check_known.emit()

    def _ask_password_place(self) -> None:
        """Find out whether a password is stored for the account as typed; a late answer for another is dropped."""
        if self.background is None:
            return
        pbx = self.draft.pbx()

        def answer(place: str) -> None:
            if self.draft.pbx() == pbx and place != self.password_place:
                self.password_place = place
                self.changed.emit()

        self.background.run_read(lambda: storing.password_place(pbx), answer)
