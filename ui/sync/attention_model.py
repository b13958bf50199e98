"""What waits for a person, read again whenever it may have changed; settled, dealt with, and each step undone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.errors import AppError
from app.events import RowsChanged
from app.sync.attention_records import Attention, Disagreement, Refused
from ui.panels import words

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from ui.background import Background

QUIET_MS = 150  # several writes in a row make one reading
Item = Disagreement | Refused


def item_id(item: Item) -> UUID:
    """Return what names a row of the list."""
    return item.id if isinstance(item, Disagreement) else item.op_id


class AttentionModel(QObject):
    """Counts always; reads all of it only while somebody looks (`watch`)."""

    counted = Signal(int)
    changed = Signal()  # `attention` was read anew and is another
    failed = Signal(object)  # AppError: what was asked was not done
    toast = Signal(str, str, object)  # text, action, what the action calls (None without one)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.attention = Attention()
        self.count = 0
        self.is_read = False
        self._bound: tuple[Backend, Background] | None = None
        self._watching = False
        self._undo: list[Callable[[], None]] = []
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.refresh)

    def bind(self, backend: Backend, background: Background) -> None:
        self._bound = (backend, background)
        background.destroyed.connect(self._unbind)
        self.refresh()

    def rows_changed(self, change: RowsChanged) -> None:
        """Something was written: only a conflict, or a row one is about, changes what is listed."""
        if "conflict" in change.tables or (self.count and self._watching):
            self._quiet.start()

    def look_again(self) -> None:
        """Another process wrote, the shared store answered, or a change was refused: nobody says which."""
        self._quiet.start()

    def watch(self, watching: bool) -> None:
        """Say whether somebody looks at what waits."""
        self._watching = watching
        if watching:
            self.refresh()

    def refresh(self) -> None:
        if self._bound is None:
            return
        backend, background = self._bound
        if self._watching:
            background.run_read(lambda: backend.attention.all(), self._take)
        else:
            background.run_read(lambda: backend.attention.count(), self._take_count)

    def write(self, conflict: Disagreement, value: Any) -> None:
        """Settle a conflict with a value, as JSON holds it; what stands already is not written again."""
        said = QCoreApplication.translate("Attention", "Settled.")

        def settle(backend: Backend) -> Future[Any]:
            return backend.settle.write(conflict, value)

        def settled(what: Any) -> None:
            self._can_undo(said, lambda backend: backend.settle.undo(what))

        self._run(settle, settled)

    def again(self, refused: Refused) -> None:
        """Try a refused change once more."""
        said = QCoreApplication.translate("Attention", "It was sent again.")
        self._run(lambda backend: backend.settle.again(refused), lambda _: self.toast.emit(said, "", None))

    def dismiss(self, refused: Refused) -> None:
        """Let a refused change go."""
        said = QCoreApplication.translate("Attention", "It was put away; the log keeps it.")
        self._run(
            lambda backend: backend.settle.dismiss(refused),
            lambda _: self._can_undo(said, lambda backend: backend.settle.recall(refused)),
        )

    def undo(self) -> None:
        """Undo the last step that was not undone yet."""
        if self._undo:
            self._undo[-1]()

    def _can_undo(self, said: str, undo: Callable[[Backend], Future[Any]]) -> None:
        def step() -> None:
            if step in self._undo:  # else it was undone by the other of the key and the message
                self._undo.remove(step)
                self._run(undo)

        self._undo.append(step)
        self.toast.emit(said, QCoreApplication.translate("Attention", "Undo"), step)

    def _run(self, write: Callable[[Backend], Future[Any]], done: Callable[[Any], None] = lambda _: None) -> None:
        if self._bound is None:
            return
        backend, background = self._bound

        def finished(result: Any) -> None:
            done(result)
            self.refresh()

        background.run_write(lambda: write(backend), finished, self._not_done)

    def _not_done(self, error: AppError) -> None:
        self.failed.emit(error)
        self.toast.emit(words.error(error), "", None)

    def _take(self, attention: Attention) -> None:
        is_new = attention != self.attention or not self.is_read
        self.attention, self.is_read = attention, True
        self._take_count(attention.count)
        if is_new:
            self.changed.emit()

    def _take_count(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self.counted.emit(count)

    def _unbind(self) -> None:
        self._bound = None
