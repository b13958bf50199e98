"""The settings page: its form, made when first looked at, and in its place a recovery key that is to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.settings.view_model import SettingsModel

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.background import Background
    from ui.event_bridge import EventBridge
    from ui.settings.form import SettingsForm
    from ui.settings.recovery_key_page import RecoveryKeyPage


class SettingsPage(QWidget):
    """Made before the data is open; `bind` gives it what to show. Ctrl+Enter saves, Esc discards."""

    saved = Signal(object)  # Settings
    theme_chosen = Signal(str)  # "light", "dark", "" as the system
    toast = Signal(str, str, object)  # text, action, what the action does (None without)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SettingsModel(self)
        self.form: SettingsForm | None = None
        self.recovery: RecoveryKeyPage | None = None
        self._stack = QStackedLayout(self)
        self.model.saved.connect(self.saved)
        self.model.theme_chosen.connect(self.theme_chosen)
        self.model.toast.connect(self.toast)
        self.model.recovery_key_made.connect(self.show_recovery_key)

    def bind(self, backend: Backend, background: Background, bridge: EventBridge) -> None:
        """Show and save the settings of an opened data folder."""
        self.model.bind(backend, background, bridge)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self.form is None:
            from ui.settings.form import SettingsForm  # its 60 ms would delay every start of the window

            self.form = SettingsForm(self.model, self)
            self._stack.addWidget(self.form)

    def show_recovery_key(self, key: str) -> None:
        """Show a recovery key in place of the form until it was kept, or put off until the next start."""
        if self.model.background is None:
            return
        from ui.settings.recovery_key_page import RecoveryKeyPage

        self._hide_recovery_key()
        self.recovery = page = RecoveryKeyPage(key, self.model.background)
        page.kept.connect(self.model.acknowledge_recovery_key)
        page.kept.connect(self._hide_recovery_key)
        page.postponed.connect(self._hide_recovery_key)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _hide_recovery_key(self) -> None:
        if self.recovery is not None:
            self._stack.removeWidget(self.recovery)
            self.recovery.deleteLater()
            self.recovery = None
            if self.form is not None:
                self.form.data.new_key.setFocus()
