"""App events → Qt signals: posted from any thread, delivered on the window's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.events import (
    BackupDone,
    CallEvent,
    CaseEditors,
    DataChecked,
    DataTrouble,
    Event,
    PbxHeard,
    PbxState,
    RowsChanged,
    SyncState,
)


class EventBridge(QObject):
    """Hand `post` to whoever produces events; connect to the signals in the window."""

    call = Signal(CallEvent)
    pbx_state = Signal(PbxState)
    pbx_heard = Signal(PbxHeard)
    rows_changed = Signal(RowsChanged)
    backup_done = Signal(BackupDone)
    data_checked = Signal(DataChecked)
    data_trouble = Signal(DataTrouble)
    sync_state = Signal(SyncState)
    case_editors = Signal(CaseEditors)

    def post(self, event: Event) -> None:
        """Emit the signal of an event; safe in any thread."""
        if isinstance(event, CallEvent):
            self.call.emit(event)
        elif isinstance(event, PbxState):
            self.pbx_state.emit(event)
        elif isinstance(event, PbxHeard):
            self.pbx_heard.emit(event)
        elif isinstance(event, BackupDone):
            self.backup_done.emit(event)
        elif isinstance(event, DataChecked):
            self.data_checked.emit(event)
        elif isinstance(event, DataTrouble):
            self.data_trouble.emit(event)
        elif isinstance(event, SyncState):
            self.sync_state.emit(event)
        elif isinstance(event, CaseEditors):
            self.case_editors.emit(event)
        else:
            self.rows_changed.emit(event)
