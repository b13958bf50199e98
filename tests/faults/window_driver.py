"""A window that types and saves without end, to be killed.

Prints JSON Lines: {"restored": [summary, …]} at the start, {"kept": summary} when a draft is on the disk, and
{"reference": …} when a case is saved.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.cases.drafts import SavedDraft
from app.cases.records import SavedCase
from models.enums import CaseKind
from tests.faults.forks import say
from ui import theme
from ui.panels import case_form_drafts
from ui.shell.session import Session
from ui.shell.window import MainWindow

KEY_MS = 2
LETTERS_OF_A_CASE = 40
KEEP_MS = 40  # the program keeps drafts each second, and a life here is about as long


class Typist:
    """Presses a key every few milliseconds and saves now and then."""

    def __init__(self, session: Session, life: int, begun: Callable[[], None]) -> None:
        self.life, self.cases, self.begun = life, 0, begun
        self.form = session.window.console.form
        self.summary = self.form.fields.summary
        self.pressed = 0
        self.saving = False
        self.session = session
        self.form.saved.connect(self.saved)
        self.form.draft_kept.connect(lambda _: self.look())
        self.timer = QTimer(session, interval=KEY_MS)
        self.timer.timeout.connect(self.press)
        session.ready.connect(lambda: QTimer.singleShot(0, self.begin))

    def begin(self) -> None:
        say(restored=[line for _, line, _ in self.form.drafts_in_hand()])
        self.form.begin(CaseKind.COMPLAINT)
        self.timer.start()
        self.begun()

    def saved(self, saved: SavedCase) -> None:
        say(reference=saved.reference)
        self.saving = False

    def look(self) -> None:
        """Say what is on the disk, not what is on the screen."""
        backend = self.session.backend
        if backend is not None:
            self.session.background.run_write(backend.drafts.all, self.tell)

    def tell(self, drafts: list[SavedDraft]) -> None:
        if drafts and not self.saving:
            say(kept=drafts[0].body["summary"])

    def press(self) -> None:
        if self.saving:
            return
        place = self.pressed % LETTERS_OF_A_CASE
        self.pressed += 1
        self.saving = self.pressed % LETTERS_OF_A_CASE == 0
        self.cases += self.saving
        if not self.saving:
            QTest.keyClick(self.summary, f"w{self.life:05} {self.cases:03} abcdefghijklmnopqrstuvwxyzabcde"[place])
        else:
            QTest.keyClick(self.summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def run(data: Path, life: int, begun: Callable[[], None] = lambda: None) -> int:
    """Open the window on `data` and type; `begun` is called once it types."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    case_form_drafts.INTERVAL_MS = KEEP_MS
    app = QApplication(sys.argv[:1])
    theme.apply(app, "light", "en")
    session = Session(MainWindow(), data, demo=False, language="en")
    typist = Typist(session, life, begun)
    session.window.show()
    session.start()
    code = app.exec()
    typist.timer.stop()
    return code
