"""Asks what was typed last and drops the answers to what was typed before; no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import AppError
from app.workflows.records import SearchResult
from ui.background import Background
from ui.panels.search_results import COMMANDS_ONLY, MOST_COMMANDS, Command, Row, matching, new_customer, rows_of

if TYPE_CHECKING:
    from app.bootstrap import Backend

MOST = 12  # customers; whoever is not among them needs another word


class SearchModel(QObject):
    """`found`: what was typed, and the rows for it; `failed`: why they could not be read."""

    found = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bound: tuple[Backend, Background] | None = None
        self._commands: Sequence[Command] = ()
        self._typed = ""

    def bind(self, backend: Backend, background: Background) -> None:
        self._bound = (backend, background)
        self.ask(self._typed)

    def set_commands(self, commands: Sequence[Command]) -> None:
        self._commands = list(commands)

    def ask(self, typed: str) -> None:
        """Search for what is typed now; nothing typed only drops what is still on its way."""
        self._typed = typed
        if not typed:
            return
        if typed.startswith(COMMANDS_ONLY) or self._bound is None:
            self.found.emit(typed, matching(self._commands, typed))
            return
        backend, background = self._bound
        background.run_read(lambda: backend.reads.search(typed, MOST), self._answer, lambda e: self._fail(typed, e))

    def _answer(self, result: SearchResult) -> None:
        if result.text == self._typed and self._bound is not None:
            rows: list[Row] = rows_of(result, self._bound[0].settings().region)
            rows += matching(self._commands, result.text)[:MOST_COMMANDS]
            self.found.emit(result.text, rows or [new_customer(result.text)])

    def _fail(self, typed: str, error: AppError) -> None:
        if typed == self._typed:
            self.failed.emit(typed, error)
