"""One run of the console: opens the data off the window's thread, then connects everything."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError
from models.enums import CaseKind
from ui import theme
from ui.background import Background
from ui.console.controller import ConsoleController
from ui.console.view_model import ConsoleModel
from ui.event_bridge import EventBridge
from ui.panels import words
from ui.panels.search_panel import SearchPanel
from ui.shell import start_pages
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Backend

BROKEN = (
    QT_TRANSLATE_NOOP("AppError", "The data cannot be read"),
    QT_TRANSLATE_NOOP("AppError", "Something went wrong inside Ringbook; the log has the report."),
)


class Session(QObject):
    """Owns the threads and the backend of the window; `ready` comes once calls can be taken, else `not_opened`."""

    ready = Signal()
    not_opened = Signal(object)  # AppError; the window shows it and lets the user try again

    def __init__(self, window: MainWindow, data: Path, *, demo: bool, language: str) -> None:
        super().__init__(window)
        self.window = window
        self.backend: Backend | None = None
        self.model: ConsoleModel | None = None
        self.controller: ConsoleController | None = None
        self._data, self._demo = data, demo
        self._language = language
        self._waiting_pops: list[str] = []
        self.bridge = EventBridge(self)
        self.background = Background(self)
        self.background.failed.connect(self._say)
        self.background.broken.connect(self._say_broken)
        self.bridge.pbx_state.connect(window.top_bar.show_pbx)
        window.closing.connect(self.stop)

    def start(self) -> None:
        """Open the data folder in the worker; the window is on screen meanwhile."""
        data, demo, post = self._data, self._demo, self.bridge.post

        def work() -> Any:
            # The slow imports (database, cryptography, numbers) happen here, while the window shows.
            bootstrap = importlib.import_module("app.bootstrap")
            return bootstrap.open_demo(data, post) if demo else bootstrap.open_backend(data, post)

        self.background.run_read(work, self._opened, self._failed)

    def _failed(self, error: AppError) -> None:
        start_pages.show_failure(self.window, error, self.start, self.recover)
        self.not_opened.emit(error)

    def recover(self, typed: str, failed: Callable[[AppError], None]) -> None:
        """Open the folder with its recovery key, then start again."""
        data = self._data

        def work() -> None:
            importlib.import_module("app.bootstrap").recover(data, typed)

        self.background.run_read(work, lambda _: self.start(), failed)

    def pop(self, number: str) -> None:
        """Show who has a number; before the data is open it waits."""
        if self.model is None:
            self._waiting_pops.append(number)
        else:
            self.window.show_page(self.window.console)
            self.model.pop_number(number)

    def stop(self) -> None:
        """Keep what is typed, end the PBX link and the threads, finish the writes."""
        if self.backend is not None:
            self.window.console.form.flush()
            backend, self.backend = self.backend, None
            self.background.stop()
            backend.close()
        else:
            self.background.stop()

    def _opened(self, backend: Backend) -> None:
        self.backend = backend
        window, background = self.window, self.background
        window.set_open(True)
        window.console.bind(backend, background)
        window.settings.bind(backend, background, self.bridge)
        self.model = ConsoleModel(backend, background, self)
        self.controller = ConsoleController(self.model, window.console, backend.settings().region, self)
        self._connect()
        self._show_settings()
        window.show_page(window.console)
        start_pages.show_notices(window, backend, background)
        background.run_write(backend.drafts.all, self._restored, self._not_restored)

    def _restored(self, drafts: Any) -> None:
        """Drafts are back before the first call is taken."""
        self.window.console.form.restore(drafts)
        if self.controller is not None:
            self.controller.form.show_bar()
        if self.backend is not None:
            self.background.run_read(self.backend.pbx.start, lambda _: None)
        for number in self._waiting_pops:
            self.pop(number)
        self._waiting_pops.clear()
        self.ready.emit()

    def _not_restored(self, error: AppError) -> None:
        """Calls are taken all the same; the drafts stay where they are for the next start."""
        self._say(error)
        self._restored(())

    def _connect(self) -> None:
        window, model, controller = self.window, self.model, self.controller
        if model is None or controller is None or self.backend is None:
            return
        self.bridge.call.connect(model.take)
        self.bridge.rows_changed.connect(model.rows_changed)
        model.rang.connect(lambda: QApplication.alert(window))
        window.console.promises.number_opened.connect(self.pop)
        model.shown_changed.connect(lambda: self._title(controller.caller_title()))
        self._connect_search(controller)
        for panel in (window.console.form, window.console.promises, window.console.customer, window.settings):
            panel.toast.connect(self._toast)
        window.settings.saved.connect(lambda _: self._settings_saved())
        window.settings.theme_chosen.connect(self._apply_theme)
        keys = {
            "Ctrl+J": controller.go_round,
            "Ctrl+Shift+J": controller.form.continue_draft,
            "Ctrl+W": controller.close_shown,
        }
        for key, action in keys.items():
            QShortcut(QKeySequence(key), window.console, action)

    def _connect_search(self, controller: ConsoleController) -> None:
        window = self.window
        if self.backend is None:
            return
        panel = SearchPanel(window.top_bar.search, window)
        panel.bind(self.backend, self.background)
        for opened in (panel.customer_opened, panel.case_opened, panel.new_customer_requested):
            opened.connect(lambda _: window.show_page(window.console))
        panel.customer_opened.connect(controller.customer_found)
        panel.case_opened.connect(controller.case_found)
        panel.new_customer_requested.connect(window.console.customer.start_new)
        panel.set_commands(self._commands())
        controller.search_wanted.connect(window.top_bar.search.take_keyboard)

    def _commands(self) -> list[tuple[str, str, Callable[[], object]]]:
        window, form = self.window, self.window.console.form
        return [
            (QCoreApplication.translate("Session", "New complaint"), "Ctrl+1", lambda: form.begin(CaseKind.COMPLAINT)),
            (
                QCoreApplication.translate("Session", "New suggestion"),
                "Ctrl+2",
                lambda: form.begin(CaseKind.SUGGESTION),
            ),
            (QCoreApplication.translate("Session", "New enquiry"), "Ctrl+3", lambda: form.begin(CaseKind.ENQUIRY)),
            (QCoreApplication.translate("Session", "Settings"), "Ctrl+,", lambda: window.show_page(window.settings)),
            (QCoreApplication.translate("Session", "Light or dark"), "", self._toggle_theme),
        ]

    def _toast(self, text: str, action: str, undo: Callable[[], object] | None) -> None:
        toast = self.window.toasts.show_toast(text, action)
        if undo is not None:
            toast.action_triggered.connect(undo)

    def _say(self, error: AppError) -> None:
        """A known error nobody took: one sentence, in the window's language."""
        self.window.toasts.show_toast(words.error(error), icon="warning")

    def _say_broken(self, _error: Exception) -> None:
        """A bug, which is in the log: before the data is open there is no going on, afterwards it is a message."""
        error = KnownError(*BROKEN)
        if self.backend is None:
            self._failed(error)
        else:
            self.window.toasts.show_toast(words.error(error), icon="alert")

    def _settings_saved(self) -> None:
        self._show_settings()
        if self.backend is not None:
            self.background.run_read(self.backend.pbx.restart, lambda _: None)

    def _show_settings(self) -> None:
        if self.backend is None or self.controller is None:
            return
        settings = self.backend.settings()
        self.controller.region = settings.region
        self.window.top_bar.show_agent(settings.agent, settings.pbx.extension)

    def _title(self, caller: str) -> None:
        self.window.setWindowTitle(f"{caller} – Ringbook" if caller else "Ringbook")

    def _toggle_theme(self) -> None:
        self._apply_theme("light" if theme.current().name == "dark" else "dark")

    def _apply_theme(self, name: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, name or theme.system_theme(), self._language)  # type: ignore[arg-type]
