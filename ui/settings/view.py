"""The settings page: cards in two columns, and at the bottom what there is to save."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from ui.settings.data_card import AboutCard, DataCard
from ui.settings.desk_card import AppearanceCard, DeskCard
from ui.settings.link_card import LinkCard
from ui.settings.pbx_card import PbxCard
from ui.settings.recovery_key_page import RecoveryKeyPage
from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import ShortcutButton

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.background import Background
    from ui.event_bridge import EventBridge

GAP = 10


class SettingsPage(QWidget):
    """Built before the data is open; `bind` gives it what to show. Ctrl+Enter saves, Esc discards."""

    saved = Signal(object)  # Settings
    theme_chosen = Signal(str)  # "light", "dark", "" as the system
    toast = Signal(str, str, object)  # text, action, what the action does (None without)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SettingsModel(self)
        self.model.saved.connect(self.saved)
        self.model.theme_chosen.connect(self.theme_chosen)
        self.model.toast.connect(self.toast)
        self.model.recovery_key_made.connect(self.show_recovery_key)
        self.pbx, self.link = PbxCard(self.model), LinkCard(self.model.link)
        self.desk, self.appearance = DeskCard(self.model), AppearanceCard(self.model)
        self.data, self.about = DataCard(self.model), AboutCard()
        self.save = ShortcutButton(
            QCoreApplication.translate("Settings", "Save"), "Ctrl+Return", kind="primary", icon="check"
        )
        self.save.clicked.connect(self._save)
        self.discard = ShortcutButton(QCoreApplication.translate("Settings", "Discard"), "Esc", bind=False)
        self.discard.clicked.connect(self.model.discard)
        self._state = QLabel()
        self._state.setProperty("kind", "muted")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.model.discard)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._form())
        self._order_tabs()
        self.recovery: RecoveryKeyPage | None = None
        self.model.changed.connect(self._refresh)
        self._refresh()

    def bind(self, backend: Backend, background: Background, bridge: EventBridge) -> None:
        """Show and save the settings of an opened data folder."""
        self.model.bind(backend, background, bridge)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.about.fill()

    def _save(self) -> None:
        """Save; where a field is wrong the keyboard goes there, since the user asked."""
        self.model.save()
        fields = {**self.pbx.fields, "region": self.desk.region_field}
        wrong = [field for name, field in fields.items() if name in self.model.problems]
        if wrong:
            wrong[0].control.setFocus()

    def _refresh(self) -> None:
        changed = self.model.is_changed()
        self.save.setEnabled(self.model.can_save())
        self.discard.setEnabled(changed and not self.model.busy)
        self._escape.setEnabled(self.discard.isEnabled())
        if self.model.problems:
            text = QCoreApplication.translate("Settings", "Not saved: look at the fields in red.")
        else:
            text = QCoreApplication.translate("Settings", "Not saved yet.") if changed else ""
        self._state.setText(text)

    def _form(self) -> QWidget:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.pbx)
        left.addWidget(self.link, 1)
        right.setSpacing(GAP)
        for card in (self.desk, self.appearance, self.data, self.about):
            right.addWidget(card)
        right.addStretch(1)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 4, 0)
        columns.setSpacing(GAP)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(area, 1)
        column.addLayout(self._footer())
        return form

    def _order_tabs(self) -> None:
        """As the eye goes: down the left column, then down the right one."""
        pbx, desk = self.pbx, self.desk
        chain = [
            pbx.host, pbx.port, pbx.tls, pbx.ca_file, pbx.browse, pbx.username, pbx.password, pbx.extension,
            self.link.list, desk.agent, desk.region, self.appearance.language, *self.appearance.theme.buttons(),
            self.data.folder, self.data.copy, self.data.new_key, self.discard, self.save,
        ]  # fmt: skip
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        row.addWidget(self._state)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        return row

    def show_recovery_key(self, key: str) -> None:
        """Show a recovery key in place of the form until it was kept, or put off until the next start."""
        if self.model.background is None:
            return
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
            self.data.new_key.setFocus()
