"""Round chips that are chosen, one or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets.choice_row import ChoiceRow, Option, index_or_first
from ui.widgets.flow_layout import FlowLayout


class ChipGroup(ChoiceRow):
    """Wrapping chips with data.

    Exclusive by default: `changed` then carries the chosen data or None; otherwise a list of data.
    Arrow keys move, Space or Enter chooses, Delete clears; `clicked` tells each choice by the user, repeated ones too.
    """

    clicked = Signal(object)

    def __init__(
        self,
        options: Sequence[Option],
        accessible_name: str,
        parent: QWidget | None = None,
        *,
        exclusive: bool = True,
        clearable: bool = True,
    ) -> None:
        super().__init__(accessible_name, parent)
        self._exclusive, self._clearable = exclusive, clearable
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the chips; what is still among them stays chosen."""
        kept = self._checked_data()
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.clear()
        self._data.clear()
        for text, data in options:
            chip = self._new_button(text, data, "chip")
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            chip.setChecked(data in kept)
            chip.clicked.connect(self._on_clicked)
            self._flow.addWidget(chip)
            chip.setVisible(True)
        self._make_tab_stop(index_or_first(self._data, next(iter(kept), None)))
        if kept != self._checked_data():
            self.changed.emit(self._changed_value())

    def value(self) -> object | None:
        """Return the data of the first chosen chip, None when nothing is chosen."""
        return next(iter(self._checked_data()), None)

    def values(self) -> list[object]:
        return self._checked_data()

    def set_value(self, data: object | None) -> None:
        """Choose the one chip with that data; None, or data no chip has, clears."""
        self.set_values([] if data is None else [data])

    def set_values(self, chosen: Iterable[object]) -> None:
        wanted = list(chosen)
        before = self._checked_data()
        for button, data in zip(self._buttons, self._data, strict=True):
            button.setChecked(data in wanted)
        if before != self._checked_data():
            self._make_tab_stop(index_or_first(self._data, self.value()))
            self.changed.emit(self._changed_value())

    def clear(self) -> None:
        self.set_values([])

    def set_text(self, data: object, text: str) -> None:
        """Change what one chip shows, for example a picked time; ValueError when no chip has that data."""
        self.button(data).setText(text.replace("&", "&&"))
        self._flow.invalidate()

    def _handle_key(self, index: int, event: QKeyEvent) -> bool:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._buttons[index].click()
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._clearable:
            self.clear()
            return True
        return super()._handle_key(index, event)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, QPushButton):
            return
        data = self._data[self._buttons.index(chip)]
        if not chip.isChecked() and not self._clearable and not self._checked_data():
            chip.setChecked(True)
        elif chip.isChecked() and self._exclusive:
            for other in self._buttons:
                other.setChecked(other is chip)
            self.changed.emit(self._changed_value())
        else:
            self.changed.emit(self._changed_value())
        self.clicked.emit(data)

    def _changed_value(self) -> object:
        return self.value() if self._exclusive else self.values()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._flow.invalidate()
