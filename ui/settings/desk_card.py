"""The cards about who sits here and how the window looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimeZone
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.settings import regions
from ui.settings.view_model import SettingsModel
from ui.widgets.card import Card
from ui.widgets.fields import Field, QuietComboBox
from ui.widgets.labels import Caption
from ui.widgets.segmented import Segmented

LONGEST_NAME = 100


class DeskCard(Card):
    """The agent's name and the region national numbers are read in."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "Agent and region"), parent)
        self._model = model
        self._labels: dict[str, str] = {}
        self.agent = QLineEdit()
        self.agent.setMaxLength(LONGEST_NAME)
        self.agent.textEdited.connect(lambda text: model.edit(agent=text))
        self.region = self._region_combo()
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        note = QCoreApplication.translate(
            "Settings", "National numbers are read as this region writes them. Times are this computer's: {zone}."
        )
        self.agent_field = Field(QCoreApplication.translate("Settings", "Agent"), self.agent)
        self.region_field = Field(QCoreApplication.translate("Settings", "Region"), self.region, note.format(zone=zone))
        self.body.addWidget(self.agent_field)
        self.body.addWidget(self.region_field)
        model.regions_known.connect(self._fill)
        model.changed.connect(self.refresh)
        self._fill()
        self.refresh()

    def refresh(self) -> None:
        draft = self._model.draft
        if self.agent.text() != draft.agent:
            self.agent.setText(draft.agent)
        if regions.resolve(self.region.currentText(), self._labels) != draft.region:
            self._show_region(draft.region)
        self.region_field.set_problem(self._model.problems.get("region", ""))

    def _region_combo(self) -> QuietComboBox:
        combo = QuietComboBox()
        combo.setEditable(True)
        combo.setInsertPolicy(QuietComboBox.InsertPolicy.NoInsert)
        combo.setMaxVisibleItems(12)
        completer = QCompleter(combo.model(), combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        combo.setCompleter(completer)
        combo.editTextChanged.connect(self._typed)
        return combo

    def _fill(self) -> None:
        """List the regions by name once they are known."""
        self._labels = {code: regions.label(code) for code in self._model.regions}
        self.region.blockSignals(True)
        self.region.clear()
        for code, label in sorted(self._labels.items(), key=lambda item: item[1].casefold()):
            self.region.addItem(label, code)
        self.region.blockSignals(False)
        self._show_region(self._model.draft.region)

    def _show_region(self, code: str) -> None:
        self.region.blockSignals(True)
        self.region.setCurrentIndex(self.region.findData(code))
        self.region.setEditText(self._labels.get(code, code))
        self.region.blockSignals(False)

    def _typed(self, text: str) -> None:
        self._model.edit(region=regions.resolve(text, self._labels))


class AppearanceCard(Card):
    """Language, which comes with the next start, and theme, which comes at once."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "Appearance"), parent)
        self._model = model
        as_system = QCoreApplication.translate("Settings", "As the system")
        self.language = QuietComboBox()
        own_names = (("", as_system), ("en", "English"), ("ca", "Català"), ("zh_CN", "简体中文"), ("zh_TW", "繁體中文"))
        for code, name in own_names:
            self.language.addItem(name, code)
        self.language.activated.connect(lambda _: model.edit(language=self.language.currentData()))
        light, dark = (
            QCoreApplication.translate("Settings", "Light"),
            QCoreApplication.translate("Settings", "Dark"),
        )
        theme_name = QCoreApplication.translate("Settings", "Theme")
        self.theme = Segmented([(as_system, ""), (light, "light"), (dark, "dark")], theme_name)
        self.theme.changed.connect(lambda value: model.edit(theme=value))
        self.body.addWidget(
            Field(
                QCoreApplication.translate("Settings", "Language"),
                self.language,
                QCoreApplication.translate("Settings", "Another language comes with the next start."),
            )
        )
        self.body.addWidget(Caption(theme_name, self.theme))
        self.body.addWidget(self.theme)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        draft = self._model.draft
        index = self.language.findData(draft.language)
        if self.language.currentIndex() != index:
            self.language.setCurrentIndex(index)
        if self.theme.value() != draft.theme and draft.theme in ("", "light", "dark"):
            self.theme.set_value(draft.theme)
