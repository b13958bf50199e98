"""The agent's window: saves a complaint for each line it reads, and prints its reference and when saving began."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.cases.records import NewCase
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.load.windows import session_on
from ui import theme


class Asked(QObject):
    """Lines that were read, on the window's thread."""

    line = Signal()
    ended = Signal()


def main() -> int:
    folder, jordi = Path(sys.argv[1]), UUID(sys.argv[2])
    application = QApplication(sys.argv[:1])
    theme.apply(application, "light", "en")
    session = session_on(folder)
    asked = Asked()

    def save() -> None:
        begun = time.time()
        case = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=jordi)
        future = session.backend.wrap_up.save(WrapUp(case))
        future.add_done_callback(lambda done: print(done.result().reference, begun, flush=True))

    def read() -> None:
        for _ in sys.stdin:
            asked.line.emit()
        asked.ended.emit()

    asked.line.connect(save)
    asked.ended.connect(session.window.close)
    asked.ended.connect(application.quit)
    session.ready.connect(lambda: threading.Thread(target=read, daemon=True).start())
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
