"""Choosing whose work somebody sees: the home team, and further ones by ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.widgets.fields import Field, QuietComboBox

SHOWN = 3
ROW = 30
USER = Qt.ItemDataRole.UserRole


class TeamChoice(QWidget):
    """`changed` when somebody chose; Space ticks a team that is seen beside the home."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home = QuietComboBox()
        self.also = QListWidget()
        self.also.setFixedHeight(SHOWN * ROW + 4)
        self.also.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        note = QCoreApplication.translate("Admin", "What they add belongs to it.")
        self.home_field = Field(QCoreApplication.translate("Admin", "Home team"), self.home, note)
        self.also_field = Field(QCoreApplication.translate("Admin", "Sees the work of these teams too"), self.also)
        column.addWidget(self.home_field)
        column.addWidget(self.also_field)
        self.home.activated.connect(self._choose_home)
        self.also.itemChanged.connect(lambda _: self.changed.emit())

    def set_teams(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer teams, of which the first chosen is the home."""
        self.home.clear()
        self.home.addItems(list(names))
        self.home.setCurrentIndex(max(0, self.home.findText(chosen[0], Qt.MatchFlag.MatchExactly)) if chosen else 0)
        self._fill(set(chosen))

    def chosen(self) -> tuple[str, ...]:
        """Return the home and the ticked teams."""
        rows = (self.also.item(row) for row in range(self.also.count()))
        ticked = [item.text() for item in rows if item.checkState() == Qt.CheckState.Checked]
        return (self.home.currentText(), *ticked)

    def _choose_home(self, _: int) -> None:
        self._fill(set(self.chosen()))
        self.changed.emit()

    def _fill(self, ticked: set[str]) -> None:
        """List the teams but the home; administrators see all teams anyhow, and this says what holds for others."""
        self.also.blockSignals(True)
        self.also.clear()
        for row in range(self.home.count()):
            name = self.home.itemText(row)
            if name == self.home.currentText():
                continue
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            self.also.addItem(item)
        self.also.blockSignals(False)
        self.also_field.setVisible(self.also.count() > 0)
