"""From the command line to a window on the screen.

What is imported here comes before the first paint, so it is Qt and the frame of the window; the rest follows it.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app import logs, settings
from app.commands.cli import BUG, KNOWN, OK, print_error
from app.errors import AppError
from ui import theme
from ui.garbage import GarbageCollector
from ui.shell import languages
from ui.shell.entry import Entry, entry_of
from ui.shell.single_instance import SingleInstance
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from ui.shell.session import Session

log = logging.getLogger(__name__)
LISTEN_MS = 1000


def run_window(args: argparse.Namespace) -> int:
    """Open the console, or hand what was asked to the one that is open on the same data; returns the exit code."""
    if args.screenshots is not None and not args.demo:
        sys.stderr.write("--screenshots goes with --demo.\n")
        return KNOWN
    _without_a_screen(args)
    sys.excepthook = _log_bug
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Ringbook")
    app.setDesktopFileName("ringbook")
    collector = GarbageCollector(app)
    try:
        return _run(app, args)
    except AppError as error:
        print_error(error)
        return KNOWN
    finally:
        del collector


def _run(app: QApplication, args: argparse.Namespace) -> int:
    if args.screenshots is not None:
        from ui.shell.screenshots import take_screenshots  # only this run needs it

        return take_screenshots(app, args.screenshots, languages.choose(args.language or "en"))
    entry = entry_of(args)
    number = _asked_number(args)
    if args.pop and not number:
        sys.stderr.write(f"--pop: there is no number in “{args.pop}”.\n")
        return KNOWN
    place = Place(app, args)
    sys.excepthook = place.met_bug
    refused = place.take(entry, number)
    if refused is not None:
        return refused
    for asked in (signal.SIGINT, signal.SIGTERM):
        # In a turn of its own: the handler may run in the middle of an import, which the reading thread then waits for.
        signal.signal(asked, lambda *_: QTimer.singleShot(0, place, place.close))
    wake = QTimer(app, interval=200)  # lets Python see the signals
    wake.timeout.connect(lambda: None)
    wake.start()
    return app.exec()


class Place(QObject):
    """The window of this process and what it is open on; when somebody signs in or out, another takes its place."""

    def __init__(self, app: QApplication, args: argparse.Namespace) -> None:
        super().__init__(app)
        self._app, self._args = app, args
        self._instance: SingleInstance | None = None
        self.window: MainWindow | None = None
        self.session: Session | None = None
        self._is_ready = False

    def take(self, entry: Entry, number: str = "", before: MainWindow | None = None) -> int | None:
        """Show a window on `entry` where `before` was; the exit code instead when another window has it."""
        instance = SingleInstance(entry.data)
        refused = _handed_over(instance, number)
        if refused is not None:
            return refused
        self._instance, self.session, self._is_ready = instance, None, False
        window, language = show_window(self._app, self._args, entry.data)
        if before is not None:
            window.setGeometry(before.geometry())
            window.setWindowState(before.windowState())
        self.window = window
        window.painted.connect(lambda: self._begin(window, entry, instance, number, language))
        return None

    def close(self) -> None:
        if self.window is not None:
            self.window.close()

    def met_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log what nobody caught; where nobody sees that the console never comes, end with exit code 1."""
        _log_bug(kind, error, trace)
        if not self._is_ready and QApplication.platformName() == "offscreen":
            self.close()
            QApplication.exit(BUG)

    def _noted_ready(self) -> None:
        self._is_ready = True

    def _begin(
        self, window: MainWindow, entry: Entry, instance: SingleInstance, number: str, language: str
    ) -> None:  # fmt: skip
        """The frame is on screen: open the data, then listen to other starts."""
        if window.is_closed:
            return
        self.session = session = open_session(window, self._args, entry, language)
        session.moved.connect(self._move)
        session.ready.connect(self._noted_ready)
        take_messages(instance, session)
        # Sockets are long to import, and another start looks for ours for some seconds. The timer is for data that
        # takes long to open or never does.
        session.ready.connect(lambda: self._listen(instance))
        QTimer.singleShot(LISTEN_MS, self, lambda: self._listen(instance))
        if QApplication.platformName() == "offscreen":
            session.not_opened.connect(lambda error: _give_up(session, error))
        if number:
            session.pop(number)

    def _listen(self, instance: SingleInstance) -> None:
        if instance is self._instance:  # not moved on to other data meanwhile
            instance.listen()

    def _move(self, entry: Entry) -> None:
        """Leave what is open, finishing its writes, and open something else in a new window at the same place."""
        before, instance = self.window, self._instance
        if before is None or instance is None:
            return
        self._app.setQuitOnLastWindowClosed(False)
        before.close()
        instance.close()
        if (refused := self.take(entry, before=before)) is not None:
            QApplication.exit(refused)
        before.deleteLater()
        self._app.setQuitOnLastWindowClosed(True)


def _handed_over(instance: SingleInstance, number: str) -> int | None:
    """Hand what was asked to the window that is open on the same data; None when there is none, and this may be it."""
    if instance.hand_over({"pop": number}):
        return _is_open("was told")
    if instance.claim():
        return None
    # Another start was quicker, or that window is too busy to answer.
    told = instance.hand_over({"pop": number}, still_starting=True)
    return _is_open("was told") if told else _is_open("does not answer; close it first", KNOWN)


def _asked_number(args: argparse.Namespace) -> str:
    if not args.pop:
        return ""
    from app.links import number_from_link  # only a link needs it

    return number_from_link(args.pop)


def _is_open(what: str, code: int = OK) -> int:
    sys.stderr.write(f"Ringbook is open on this data already and {what}.\n")
    return code


def show_window(app: QApplication, args: argparse.Namespace, data: Path) -> tuple[MainWindow, str]:
    """Show the frame of the window in its language and theme; return it and the language."""
    stored = _appearance(data)
    language = languages.choose(args.language or stored.language)
    languages.install(app, language)
    look = args.theme or _known(stored.theme) or theme.system_theme()
    theme.apply(app, look, language)
    with theme.undressed():
        window = MainWindow()
    window.show_on_screen()
    return window, language


def open_session(window: MainWindow, args: argparse.Namespace, entry: Entry, language: str) -> Session:
    """Start opening the data for a window that is on screen."""
    from ui.shell.session import Session  # with the threads and their events, not needed before

    logs.to_file()
    session = Session(window, entry.data, demo=args.demo, language=language, entry=entry)
    session.start()
    return session


def _appearance(data: Path) -> settings.Settings:
    """The language and theme are wanted before the data opens; a damaged file is told about when it does."""
    try:
        return settings.load(data)
    except AppError:
        return settings.Settings()


def _known(name: str) -> theme.ThemeName | None:
    return "dark" if name == "dark" else "light" if name == "light" else None


def take_messages(instance: SingleInstance, session: Session) -> None:
    """Let other starts hand over to this window what they were asked."""
    instance.message.connect(lambda message: _told(session, message))


def _give_up(session: Session, error: AppError) -> None:
    """Nobody sees the page that says why the data does not open, so say it here and end."""
    print_error(error)
    session.window.close()
    QApplication.exit(KNOWN)


def _told(session: Session, message: dict[str, object]) -> None:
    """Another start handed over what it was asked; the user acted, so the window may come forward."""
    if number := str(message.get("pop") or ""):
        session.pop(number)
    session.window.showNormal() if session.window.isMinimized() else None
    session.window.raise_()
    session.window.activateWindow()


def _log_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody caught, in a slot too, is a bug: its report goes to the log, the console goes on."""
    if not log.hasHandlers():
        logs.to_file()
    log.critical("a bug", exc_info=(kind, error, trace))
    sys.stderr.write(f"Ringbook met a bug; its report is in {logs.path()}\n")


def _without_a_screen(args: argparse.Namespace) -> None:
    if args.screenshots is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        sys.stderr.write("There is no screen here: the console runs unseen; Ctrl-C ends it.\n")
