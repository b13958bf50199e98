"""The candidates for a number as rows of a list, with a last row for none of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.customers.records import Candidate
from models.enums import CustomerKind, MatchReason
from ui.panels import words
from ui.panels.dates import short_when
from ui.widgets.item_roles import ItemRole

Index = QModelIndex | QPersistentModelIndex


class CandidateModel(QAbstractListModel):
    """Rows of candidates, likeliest first; the row after the last stands for a new customer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: list[Candidate] = []

    def show(self, candidates: Sequence[Candidate]) -> None:
        self.beginResetModel()
        self._candidates = list(candidates)
        self.endResetModel()

    def candidates(self) -> list[Candidate]:
        return list(self._candidates)

    def candidate(self, row: int) -> Candidate | None:
        """Return the candidate of a row, None for the row that says none of them."""
        return self._candidates[row] if row < len(self._candidates) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._candidates) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        candidate = self.candidate(index.row())
        values = _none_of_these() if candidate is None else _describe(candidate)
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(str(v) for k, v in values.items() if k in (ItemRole.HEADLINE, ItemRole.DETAIL) and v)
        return values.get(role)


def _describe(candidate: Candidate) -> dict[int, Any]:
    weak = candidate.reason == MatchReason.LAST_SEVEN
    last, now = candidate.last_contact_at, datetime.now(UTC)
    where = " · ".join(part for part in (candidate.company, candidate.city) if part)
    return {
        ItemRole.HEADLINE: candidate.name,
        ItemRole.DETAIL: where or words.customer_kind(candidate.kind),
        ItemRole.WHEN: short_when(last, now) if last and last <= now else "",  # a promise to come is no contact
        ItemRole.ICON: "building" if candidate.kind == CustomerKind.ORGANISATION else "user",
        ItemRole.STATE: "neutral",
        ItemRole.PILLS: [(words.match_reason(candidate.reason), "warning" if weak else "neutral")],
        Qt.ItemDataRole.ToolTipRole: f"{candidate.name}\n{where}\n{words.match_reason(candidate.reason)}",
    }


def _none_of_these() -> dict[int, Any]:
    return {
        ItemRole.HEADLINE: QCoreApplication.translate("CustomerChooser", "None of these"),
        ItemRole.DETAIL: QCoreApplication.translate("CustomerChooser", "Write down a new customer"),
        ItemRole.ICON: "plus",
        ItemRole.STATE: "accent",
    }
