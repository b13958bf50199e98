"""Whether somebody changes the open case that is being added to, while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.cases.records import CaseEntry, CaseStory
from app.events import CaseEditors, RowsChanged

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.background import Background

TABLES = {"case", "case_event"}


class CaseWatch(QObject):
    """Emits `news` with the case as it was when it came into the form and as it stands now, None for no news.

    At a shared store it tells colleagues that the case is in a form here, and emits `editors` when it is in theirs.
    """

    news = Signal(object)  # tuple[CaseStory, CaseStory] | None
    editors = Signal(tuple)  # names of colleagues who have it in a form too

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend: Backend | None = None
        self._background: Background | None = None
        self._case_id: UUID | None = None
        self._before: CaseStory | None = None
        self._now: CaseStory | None = None

    def bind(self, backend: Backend, background: Background) -> None:
        self._backend, self._background = backend, background
        if self._case_id is not None:  # a draft that was in the form before the data was open
            self._tell(self._case_id)
        self.look()

    def unbind(self) -> None:
        self._tell(None)
        self._backend = self._background = None

    def follow(self, case_id: UUID | None) -> None:
        """Watch another case, or none."""
        if case_id == self._case_id:
            return
        self._case_id, self._before, self._now = case_id, None, None
        self.news.emit(None)
        self.editors.emit(())
        self._tell(case_id)
        self.look()

    def editors_changed(self, editors: CaseEditors) -> None:
        if editors.case == self._case_id:
            self.editors.emit(editors.names)

    def rows_changed(self, change: RowsChanged) -> None:
        if TABLES & change.tables:
            self.look()

    def look(self) -> None:
        """Read the case again."""
        backend, case_id = self._backend, self._case_id
        if backend is not None and self._background is not None and case_id is not None:
            self._background.run_read(lambda: backend.reads.case_story(case_id), lambda now: self._take(case_id, now))

    def _tell(self, case_id: UUID | None) -> None:
        if self._backend is not None and self._backend.shared is not None:
            self._backend.shared.editing(case_id)

    def _take(self, case_id: UUID, now: CaseStory | None) -> None:
        if case_id != self._case_id or now is None or now == self._now:
            return
        self._now = now
        if self._before is None:
            self._before = now
        else:
            self.news.emit((self._before, now))


def added(before: CaseStory, now: CaseStory) -> list[CaseEntry]:
    """Return what was added to a case since, the oldest first."""
    known = {entry.id for entry in before.entries}
    return [entry for entry in reversed(now.entries) if entry.id not in known]
