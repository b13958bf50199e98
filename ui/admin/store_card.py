"""The card of how the store stands, in numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.admin import admin_words
from ui.admin.model import AdminModel
from ui.panels import field_words
from ui.widgets.card import Card
from ui.widgets.labels import Caption, ElidedLabel

CAPTION_WIDTH = 150
CUSTOMERS, CASES = "customer", "case"


class StoreCard(Card):
    """Shows the model's standing; facts a kind of store has not are left out."""

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Admin", "Shared store"), parent)
        self._model = model
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, CAPTION_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._labels: dict[str, tuple[Caption, ElidedLabel]] = {}
        self.body.addLayout(self._grid)
        model.standing_changed.connect(self.refresh)

    def refresh(self) -> None:
        facts = self._facts()
        for name, (caption, label) in self._labels.items():
            for part in (caption, label):
                part.setVisible(name in facts)
        for name, text in facts.items():
            if name not in self._labels:
                self._add(name)
            self._labels[name][1].setText(text)

    def text(self, caption: str) -> str:
        """Return what stands beside a caption."""
        return self._labels[caption][1].text()

    def _add(self, name: str) -> None:
        label = ElidedLabel()
        label.setAccessibleName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        caption = Caption(name)
        self._grid.addWidget(caption, len(self._labels), 0)
        self._grid.addWidget(label, len(self._labels), 1)
        self._labels[name] = (caption, label)

    def _facts(self) -> dict[str, str]:
        held = self._model.standing
        if held is None:
            return {}
        count = admin_words.number
        operations = ", ".join(f"{count(n)} {admin_words.result(of)}" for of, n in sorted(held.operations.items()))
        rows = QCoreApplication.translate("Admin", "{all} (customers {customers}, cases {cases})").format(
            all=count(sum(held.rows.values())), customers=count(held.rows.get(CUSTOMERS, 0)),
            cases=count(held.rows.get(CASES, 0)),
        )  # fmt: skip
        facts = {QCoreApplication.translate("Admin", "Server"): held.server}
        if held.version:
            facts[QCoreApplication.translate("Admin", "Version of the store")] = held.version
        facts[QCoreApplication.translate("Admin", "Size")] = admin_words.size(held.size)
        if held.people is not None:
            facts[QCoreApplication.translate("Admin", "People connected")] = count(held.people)
        return facts | {
            QCoreApplication.translate("Admin", "Rows"): rows,
            QCoreApplication.translate("Admin", "Changes"): operations or "0",
            QCoreApplication.translate("Admin", "Open conflicts"): count(held.conflicts),
            QCoreApplication.translate("Admin", "As of"): field_words.moment_of(held.now),
            QCoreApplication.translate("Admin", "Id"): str(held.store),
        }
