"""The form of the settings page: cards in two columns, and at the bottom what there is to save."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.settings.backup_card import BackupCard
from ui.settings.data_card import AboutCard, DataCard
from ui.settings.desk_card import AppearanceCard, DeskCard
from ui.settings.link_card import LinkCard
from ui.settings.pbx_card import PbxCard
from ui.settings.store_card import StoreCard
from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import ShortcutButton
from ui.widgets.scroll_area import ScrollArea

GAP = 10


class SettingsForm(QWidget):
    """Layout of the cards, the order of the tab key, and the two buttons."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.pbx, self.link = PbxCard(model), LinkCard(model.link)
        self.desk, self.appearance = DeskCard(model), AppearanceCard(model)
        self.store = StoreCard(model, self)  # its refresh shows it, which without a parent is a window
        self.data, self.backups, self.about = DataCard(model), BackupCard(model), AboutCard()
        self.save = ShortcutButton(
            QCoreApplication.translate("Settings", "Save"), "Ctrl+Return", kind="primary", icon="check"
        )
        self.save.clicked.connect(self._save)
        self.discard = ShortcutButton(QCoreApplication.translate("Settings", "Discard"), "Esc", bind=False)
        self.discard.clicked.connect(model.discard)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, model.discard)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._state = QLabel()
        self._state.setProperty("kind", "muted")
        self._lay_out()
        self._order_tabs()
        model.changed.connect(self._refresh)
        self._refresh()

    def _save(self) -> None:
        """Save; where a field is wrong the keyboard goes there, since the user asked."""
        self.model.save()
        fields = {**self.pbx.fields, "region": self.desk.region_field, "backup_folder": self.backups.folder_field}
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

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.pbx)
        left.addWidget(self.link, 1)
        right.setSpacing(GAP)
        for card in (self.desk, self.appearance, self.store, self.data, self.backups, self.about):
            right.addWidget(card)
        right.addStretch(1)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 4, 0)
        columns.setSpacing(GAP)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        area = ScrollArea()
        area.setWidget(content)
        content.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(area, 1)
        column.addLayout(self._footer())

    def _order_tabs(self) -> None:
        """As the eye goes: down the left column, then down the right one."""
        pbx, desk = self.pbx, self.desk
        chain = [
            pbx.host, pbx.port, pbx.tls, pbx.ca_file, pbx.browse, pbx.username, pbx.password, pbx.extension,
            self.link.list, desk.agent, desk.region, self.appearance.language, *self.appearance.theme.buttons(),
            self.store.sign_in, self.store.details,
            self.data.folder, self.data.copy, self.data.new_key,
            self.backups.now, self.backups.progress.cancel, self.backups.folder, self.backups.browse, self.backups.kept,
            self.discard, self.save,
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
