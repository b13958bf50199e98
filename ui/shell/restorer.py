"""Restoring a backup where the data does not open: from the choice of a file to the next start."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.background import Background
from ui.panels import words
from ui.shell.restore_page import RestorePage
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from app.errors import AppError
    from app.workflows.restoring import Offer

BACKUPS = "backups"  # where the daily ones lie unless another folder was chosen


class Restorer(QObject):
    """Asks for a file, shows what it would replace, restores, and then calls `opened_again`."""

    def __init__(
        self, window: MainWindow, data: Path, background: Background, opened_again: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._data, self._background, self._done = window, data, background, opened_again
        self._origin = window.page()
        self.dialog: QFileDialog | None = None
        self.page: RestorePage | None = None
        self._stop: Callable[[], None] = lambda: None

    def ask(self) -> None:
        """Let somebody choose a backup."""
        self.dialog = QFileDialog(self._window, QCoreApplication.translate("Restore", "Restore a backup"))
        self.dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.dialog.setNameFilters([
            QCoreApplication.translate("Restore", "Backups (*.ringbook)"),
            QCoreApplication.translate("Settings", "All files (*)"),
        ])  # fmt: skip
        daily = self._data / BACKUPS
        self.dialog.setDirectory(str(daily if daily.is_dir() else Path.home()))
        self.dialog.fileSelected.connect(lambda path: self.look_at(Path(path)))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def look_at(self, path: Path) -> None:
        """Show what a file would replace, or why it is of no use."""
        data = self._data

        def work() -> Any:
            return importlib.import_module("app.workflows.restoring").offer(path, data)

        self._background.run_read(work, self._show, self._say)

    def _show(self, offer: Offer) -> None:
        self._forget_page()
        self.page = page = RestorePage(offer, self._data)
        page.confirmed.connect(lambda key: self._restore(offer, key))
        page.stopped.connect(lambda: self._stop())
        page.other_requested.connect(self.ask)
        page.left.connect(self._leave)
        self._window.show_page(page)

    def _restore(self, offer: Offer, key: str) -> None:
        page, data = self.page, self._data
        if page is None:
            return
        page.set_busy(True)

        def work(progress: Any) -> Any:
            return importlib.import_module("app.workflows.restoring").put_back(offer, data, key or None, progress)

        self._stop = self._background.run_long(
            work, page.progress.set_percent, lambda _: self._restored(), page.show_error, lambda _: page.set_busy(False)
        )

    def _restored(self) -> None:
        text = QCoreApplication.translate("Restore", "The backup is restored.")
        self._window.toasts.show_toast(text)
        self._done()

    def _say(self, error: AppError) -> None:
        self._window.toasts.show_toast(words.error(error), icon="warning")

    def _leave(self) -> None:
        if isinstance(self._origin, QWidget):
            self._window.show_page(self._origin)
        self._forget_page()

    def _forget_page(self) -> None:
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None
