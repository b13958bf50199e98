"""A row of joined buttons of which exactly one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.choice_row import ChoiceRow, Option


class Segmented(ChoiceRow):
    """An exclusive choice among a few words; arrow keys choose at once, as radio buttons do."""

    def __init__(self, options: Sequence[Option], accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        if not options:
            raise ValueError("a segmented row needs options")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for position, (text, data) in enumerate(options):
            button = self._new_button(text, data, "segment")
            edge = {0: "first", len(options) - 1: "last"}.get(position, "middle")
            button.setProperty("edge", edge)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            row.addWidget(button, 1)
        self._buttons[0].setChecked(True)
        self._make_tab_stop(0)
        self._group.buttonToggled.connect(self._on_toggled)

    def value(self) -> object:
        """Return the data of the chosen button."""
        return self._checked_data()[0]

    def set_value(self, data: object) -> None:
        """Choose by data; ValueError when no button stands for it."""
        self.button(data).setChecked(True)

    def _arrived(self, index: int) -> None:
        self._buttons[index].setChecked(True)

    def _on_toggled(self, _button: object, checked: bool) -> None:
        if checked:
            self._make_tab_stop(self._data.index(self.value()))
            self.changed.emit(self.value())
