"""One run of the console: opens the data off the window's thread, then sets the desk up."""

from __future__ import annotations

import importlib
import zoneinfo  # noqa: F401 - see below
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError, SignInWantedError
from app.events import DataTrouble, PbxState
from ui import garbage
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.panels import words
from ui.shell import start_pages
from ui.shell.entry import Entry
from ui.shell.pbx_words import show_pbx
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Backend, Report
    from ui.console.controller import ConsoleController
    from ui.console.view_model import ConsoleModel
    from ui.shell.desk import Desk
    from ui.shell.restorer import Restorer
    from ui.shell.sign_in_flow import SignInFlow

# zoneinfo asks sysconfig where the time zones are. Imported by one thread while SQLAlchemy asks it in another, it finds
# none (Python 3.11): so it is here before there are threads.
BROKEN = (
    QT_TRANSLATE_NOOP("AppError", "The data cannot be read"),
    QT_TRANSLATE_NOOP("AppError", "Something went wrong inside Ringbook; the log has the report."),
)


class Session(QObject):
    """Owns the threads and the backend of the window; `ready` comes once calls can be taken, else `not_opened`."""

    ready = Signal()
    not_opened = Signal(object)  # AppError; the window shows it and lets the user try again
    moved = Signal(object)  # Entry: open this instead

    def __init__(
        self, window: MainWindow, data: Path, *, demo: bool, language: str, entry: Entry | None = None
    ) -> None:
        super().__init__(window)
        self.window = window
        self.backend: Backend | None = None
        self._desk: Desk | None = None
        self.restorer: Restorer | None = None
        self._data, self._demo = data, demo
        self._entry = entry or Entry(data)
        self.sign_in: SignInFlow | None = None
        self._language = language
        self._waiting_pops: list[str] = []
        self.bridge = EventBridge(self)
        self.background = Background(self)
        self.background.failed.connect(self._say)
        self.background.broken.connect(self._say_broken)
        self.bridge.pbx_state.connect(self._show_link)
        self.bridge.backup_done.connect(lambda done: start_pages.show_backup_failure(window, done))
        self.bridge.data_trouble.connect(self._tell_trouble)
        window.closing.connect(self.stop)

    @property
    def model(self) -> ConsoleModel | None:
        return self._desk.model if self._desk else None

    @property
    def controller(self) -> ConsoleController | None:
        return self._desk.controller if self._desk else None

    def start(self) -> None:
        """Make the console, then open the data folder in the worker; or ask who signs in first."""
        if self._entry.asks or (self._entry.address is not None and not self._data.is_dir()):
            self.show_sign_in()
            return
        data, demo, post, password = self._data, self._demo, self.bridge.post, self._entry.password

        def work() -> Any:
            # The slow imports (database, cryptography, numbers) happen here, while the window shows.
            bootstrap = importlib.import_module("app.bootstrap")
            return bootstrap.open_demo(data, post) if demo else bootstrap.open_desk(data, post, password)

        # One after the other: two threads that import hand the interpreter over at each file they read.
        if self.window.page() is None:
            self.window.show_page(self.window.console)
        self.background.run_read(work, self._opened, self._failed)

    def show_sign_in(self) -> None:
        """Ask for a shared store and who signs in; what opens then may be another folder."""
        from ui.shell.sign_in_flow import SignInFlow  # one seat never needs it

        if self.sign_in is None:
            self.sign_in = SignInFlow(self.window, self.background, self)
            self.sign_in.chosen.connect(self._chose)
        self.sign_in.ask(self._entry, is_open=self.backend is not None)

    def _chose(self, entry: Entry) -> None:
        """Somebody signed in, or goes without: go on here where nothing is open yet, else in another window."""
        if self.backend is None and entry.data == self._data:
            self._entry = entry
            self.start()
        else:
            self.moved.emit(entry)

    def _sign_out(self) -> None:
        """Leave the desk of a shared store; the next window asks who signs in."""
        shared = self.backend.shared if self.backend is not None else None
        if shared is not None:
            again = Entry(self._data, shared.address, asks=True)
            self.background.run_read(shared.sign_out, lambda _: self.moved.emit(again))

    def _failed(self, error: AppError) -> None:
        if isinstance(error, SignInWantedError):
            self.show_sign_in()
            self.not_opened.emit(error)
            return
        start_pages.show_failure(self.window, error, self.start, self.recover, self.restore, self.repair)
        self.not_opened.emit(error)

    def recover(self, typed: str, failed: Callable[[AppError], None]) -> None:
        """Open the folder with its recovery key, then start again."""
        data = self._data

        def work() -> None:
            importlib.import_module("app.bootstrap").recover(data, typed)

        self.background.run_read(work, lambda _: self.start(), failed)

    def restore(self) -> None:
        """Let a backup take the place of data that does not open, then start again."""
        from ui.shell.restorer import Restorer  # hardly any start needs it

        self.restorer = Restorer(self.window, self._data, self.background, self.start)
        self.restorer.ask()

    def repair(self) -> None:
        """Set aside what is damaged, then start again; what could not be kept is told then."""
        data = self._data

        def work() -> Any:
            return importlib.import_module("app.bootstrap").repair(data)

        self.background.run_read(work, self._repaired, self._failed)

    def _repaired(self, report: Report) -> None:
        start_pages.show_report(self.window, report)
        self.start()

    def pop(self, number: str) -> None:
        """Show who has a number; before the data is open it waits."""
        if self.model is None:
            self._waiting_pops.append(number)
        else:
            self.window.show_page(self.window.console)
            self.model.pop_number(number)

    def stop(self) -> None:
        """Keep what is typed, end the PBX link and the threads, finish the writes."""
        if self._desk is not None:  # without it the console may not be made yet, and nothing is typed
            self.window.console.form.flush()
        backend, self.backend = self.backend, None
        self.background.stop()
        if backend is not None:
            backend.close()

    def _opened(self, backend: Backend) -> None:
        from ui.shell.desk import Desk  # with all the console is made of, so not on the way to the first window

        self.backend = backend
        self.window.set_open(True)
        self._desk = Desk(self.window, backend, self.background, self.bridge, self._language)
        self._desk.pop_wanted.connect(self.pop)
        self._desk.sign_in_wanted.connect(self.show_sign_in)
        self._desk.signed_out.connect(self._sign_out)
        self.window.show_page(self.window.console)
        start_pages.show_notices(self.window, backend, self.background)
        self.background.run_write(backend.drafts.all, self._restored, self._not_restored)

    def _restored(self, drafts: Any) -> None:
        """Drafts are back before the first call is taken."""
        self.window.console.form.restore(drafts)
        if self.controller is not None:
            self.controller.form.show_bar()
        if self.backend is not None:
            self.background.run_read(self.backend.pbx.start, lambda _: None)
            if self.backend.shared is not None:
                self.background.run_read(self.backend.shared.link.start, lambda _: None)
        for number in self._waiting_pops:
            self.pop(number)
        self._waiting_pops.clear()
        garbage.keep_off_threads()  # what was imported meanwhile stays: looking it through would hold rings up
        self.ready.emit()
        if self._desk is not None:
            self._desk.bind_promises()
        if self.backend is not None:
            for urgent in (True, False):  # a connection each
                self.background.run_read(self.backend.reads.warm_up, lambda _: None, urgent=urgent)
            self.background.run_read(self.backend.reads.warm_up_numbers, lambda _: None)
        if self.backend is not None and not self.backend.is_demo:
            self.backend.backups.start_daily()
            self.backend.data_check.start()
        if self._desk is not None:
            self._desk.rehearse()
            self._desk.bind_settings()
            self._desk.bind_attention()
            self._desk.bind_audit()
            self._desk.bind_admin()
            self._desk.bind_network()

    def _not_restored(self, error: AppError) -> None:
        """Calls are taken all the same; the drafts stay where they are for the next start."""
        self._say(error)
        self._restored(())

    def _show_link(self, state: PbxState) -> None:
        show_pbx(self.window.top_bar, state)

    def _say(self, error: AppError) -> None:
        """A known error nobody took: one sentence, in the window's language."""
        self.window.toasts.show_toast(words.error(error), icon="warning")

    def _tell_trouble(self, trouble: DataTrouble) -> None:
        """It stays until it is closed: a toast might pass while nobody looks."""
        self.window.notice(f"{words.error_title(trouble.error)}. {words.error(trouble.error)}", "warning")

    def _say_broken(self, _error: Exception) -> None:
        """A bug, which is in the log: before the data is open there is no going on, afterwards it is a message."""
        error = KnownError(*BROKEN)
        if self.backend is None:
            self._failed(error)
        else:
            self.window.toasts.show_toast(words.error(error), icon="alert")
