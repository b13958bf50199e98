"""Looks, a moment after somebody stopped typing, whether the customer has an open case like this one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.cases.records import CaseRow

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.background import Background

QUIET_MS = 400
_Question = tuple[UUID, str, str]  # customer, summary, category


class SimilarCases(QObject):
    """Emits `found` with the case, or None; answers to an outdated question are dropped."""

    found = Signal(object)  # CaseRow | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend: Backend | None = None
        self._background: Background | None = None
        self._question: _Question | None = None
        self._dismissed: set[UUID] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._ask)

    def bind(self, backend: Backend, background: Background) -> None:
        self._backend, self._background = backend, background
        self._ask()

    def unbind(self) -> None:
        self._backend = self._background = None

    def look(self, customer_id: UUID | None, summary: str, category: str) -> None:
        """Ask for the case that fits; at once "none" for another customer or where there is nothing to compare."""
        question = (customer_id, summary.strip(), category) if customer_id and (summary.strip() or category) else None
        if question == self._question:
            return
        same_customer = question is not None and self._question is not None and question[0] == self._question[0]
        self._question = question
        if not same_customer:
            self.found.emit(None)
        if question is None:
            self._timer.stop()
        else:
            self._timer.start()

    def dismiss(self, case_id: UUID) -> None:
        """Do not offer this case again."""
        self._dismissed.add(case_id)
        self.found.emit(None)

    def _ask(self) -> None:
        backend, question = self._backend, self._question
        if backend is None or self._background is None or question is None:
            return
        self._background.run_read(
            lambda: backend.reads.similar_case(*question), lambda case: self._answer(question, case)
        )

    def _answer(self, question: _Question, case: CaseRow | None) -> None:
        if question == self._question:
            self.found.emit(None if case is None or case.id in self._dismissed else case)
