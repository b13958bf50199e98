"""The whole journey without a screen: the demo's calls are played, and each state leaves a picture."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import logs
from ui import theme
from ui.shell import journey, languages
from ui.shell.session import Session
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from app.telephony.replay_server import ReplayServer

STEP_MS = 25
PATIENCE_MS = 60_000
SPEED = 1.5
PAUSE_SECONDS = 1.0
SETTLE_STEPS = 4  # so that what a state starts (a read, a refresh) is painted too
FAILED = 1


class Photographer(QObject):
    """Walks through `journey.steps`, waits for what each step waits for, and takes the pictures."""

    finished = Signal(int)  # exit code

    def __init__(self, session: Session, folder: Path, prefix: str, language: str) -> None:
        super().__init__(session)
        self._session, self._folder, self._prefix, self._language = session, folder, prefix, language
        self._steps: Iterator[journey.Step] = journey.steps(session)
        self._step: journey.Step | None = None
        self._waited = self._settled = self._number = 0
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._tick)
        session.ready.connect(self._begin)
        self._opening = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._opening.timeout.connect(self._give_up)
        self._opening.start()

    def _tick(self) -> None:
        if self._step is None:
            self._step = next(self._steps, None)
            self._waited = self._settled = 0
            if self._step is None:
                self._end(0)
                return
            if self._step.act is not None:  # nothing rings since the last picture, or it would take the screen
                self._step.act()
            else:
                self._go_on()
        if not self._step.until():
            self._waited += STEP_MS
            if self._waited > PATIENCE_MS:
                sys.stderr.write(f"The demo never came to “{self._step.name}”.\n")
                self._end(FAILED)
            return
        self._hold()
        self._settled += 1
        if self._settled >= SETTLE_STEPS:
            self._shoot(self._step.name)
            self._step = None

    def _begin(self) -> None:
        self._opening.stop()
        if (pbx := self._pbx()) is not None:
            pbx.speed, pbx.pause = SPEED, PAUSE_SECONDS
        self._hold()  # until the picture of nobody calling is taken
        self._timer.start()

    def _give_up(self) -> None:
        sys.stderr.write(f"The demo did not open; its log is {logs.path()}.\n")
        self._end(FAILED)

    def _hold(self) -> None:
        """A call stands still for its picture."""
        if (pbx := self._pbx()) is not None:
            pbx.hold()

    def _go_on(self) -> None:
        if (pbx := self._pbx()) is not None:
            pbx.go_on()

    def _pbx(self) -> ReplayServer | None:
        return self._session.backend.demo_pbx if self._session.backend is not None else None

    def _shoot(self, name: str) -> None:
        self._number += 1
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        for look in ("dark", "light"):
            theme.apply(app, look, self._language)
            path = self._folder / f"{self._prefix}{self._number:02}-{name}-{look}.png"
            if not self._session.window.grab().save(str(path)):
                sys.stderr.write(f"{path} cannot be written.\n")
                self._end(FAILED)
                return
        sys.stdout.write(f"{self._prefix}{self._number:02}-{name}\n")

    def _end(self, code: int) -> None:
        self._timer.stop()
        self.finished.emit(code)


def take_screenshots(app: QApplication, folder: Path, language: str) -> int:
    """Run the journey in `language`, then in Simplified Chinese; returns the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    for spoken, prefix in ((language, ""), ("zh_CN", "zh_CN-")):
        translators = languages.install(app, spoken)
        theme.apply(app, "light", spoken)
        with tempfile.TemporaryDirectory(prefix="ringbook-demo-") as data:
            session = Session(MainWindow(), Path(data), demo=True, language=spoken)
            photographer = Photographer(session, folder, prefix, spoken)
            photographer.finished.connect(app.exit)
            session.window.show()
            session.start()
            code = app.exec()
            session.window.close()
            session.window.deleteLater()
        for translator in translators:
            app.removeTranslator(translator)
        if code:
            return code
    return 0
