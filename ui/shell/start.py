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

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import logs, settings
from app.commands.cli import KNOWN, OK, print_error
from app.errors import AppError
from ui import theme
from ui.garbage import GarbageCollector
from ui.shell import languages
from ui.shell.single_instance import SingleInstance
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from ui.shell.session import Session

log = logging.getLogger(__name__)


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
    data = data_folder(args)
    number = _asked_number(args)
    if args.pop and not number:
        sys.stderr.write(f"--pop: there is no number in “{args.pop}”.\n")
        return KNOWN
    instance = SingleInstance(data)
    if instance.hand_over({"pop": number}):
        return _is_open("was told")
    if not instance.claim():  # another start was quicker, or that window is too busy to answer
        told = instance.hand_over({"pop": number}, still_starting=True)
        return _is_open("was told") if told else _is_open("does not answer; close it first", KNOWN)
    window, language = show_window(app, args, data)
    for asked in (signal.SIGINT, signal.SIGTERM):
        # In a turn of its own: the handler may run in the middle of an import, which the reading thread then waits for.
        signal.signal(asked, lambda *_: QTimer.singleShot(0, window, window.close))
    wake = QTimer(app, interval=200)  # lets Python see the signals
    wake.timeout.connect(lambda: None)
    wake.start()
    window.painted.connect(lambda: _begin(window, args, instance, number, language))
    return app.exec()


def _begin(window: MainWindow, args: argparse.Namespace, instance: SingleInstance, number: str, language: str) -> None:
    """The frame is on screen: open the data, and listen to other starts."""
    if window.is_closed:
        return
    session = open_session(window, args, instance.data, language)
    take_messages(instance, session)
    instance.listen()
    if QApplication.platformName() == "offscreen":
        session.not_opened.connect(lambda error: _give_up(session, error))
    if number:
        session.pop(number)


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


def open_session(window: MainWindow, args: argparse.Namespace, data: Path, language: str) -> Session:
    """Start opening the data for a window that is on screen."""
    from ui.shell.session import Session  # with the threads and their events, not needed before

    logs.to_file()
    session = Session(window, data, demo=args.demo, language=language)
    session.start()
    return session


def data_folder(args: argparse.Namespace) -> Path:
    """Return the folder asked for, or the user's own; the demo never touches the latter."""
    if args.data is not None:
        return Path(args.data)
    import platformdirs  # where the folder was given nobody needs it

    base = Path(platformdirs.user_data_dir("ringbook", appauthor=False))
    return base / ("demo" if args.demo else "data")


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
