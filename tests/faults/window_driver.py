"""A window that types and saves without end, to be killed: run as `python -m tests.faults.window_driver DATA`.

Prints JSON Lines: {"restored": [summary, …]} at the start, {"kept": summary} when a draft is on the disk, and
{"reference": …} when a case is saved.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.enums import CaseKind
from ui import theme
from ui.shell.session import Session
from ui.shell.window import MainWindow

KEY_MS = 15
LETTERS_OF_A_CASE = 120


def say(**fact: object) -> None:
    sys.stdout.write(json.dumps(fact) + "\n")
    sys.stdout.flush()


class Typist:
    """Presses a key every few milliseconds and saves now and then."""

    def __init__(self, session: Session) -> None:
        self.form = session.window.console.form
        self.summary = self.form.fields.summary
        self.pressed = 0
        self.form.saved.connect(lambda saved: say(reference=saved.reference))
        self.form.draft_kept.connect(lambda _: say(kept=self.summary.text()))
        self.timer = QTimer(session, interval=KEY_MS)
        self.timer.timeout.connect(self.press)
        session.ready.connect(lambda: QTimer.singleShot(0, self.begin))

    def begin(self) -> None:
        say(restored=[line for _, line, _ in self.form.drafts_in_hand()])
        self.form.begin(CaseKind.COMPLAINT)
        self.timer.start()

    def press(self) -> None:
        self.pressed += 1
        if self.pressed % LETTERS_OF_A_CASE:
            QTest.keyClick(self.summary, "abcdefghij"[self.pressed % 10])
        else:
            QTest.keyClick(self.summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(sys.argv[:1])
    theme.apply(app, "light", "en")
    session = Session(MainWindow(), Path(sys.argv[1]), demo=False, language="en", theme_name="light")
    typist = Typist(session)
    session.window.show()
    session.start()
    code = app.exec()
    typist.timer.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
