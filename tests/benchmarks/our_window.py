"""A start of the console as main.py does it. Prints {"painted": …, "usable": …, "memory": MiB} and ends."""

from __future__ import annotations

import gc
import json
import sys
import time
from typing import Any


def main() -> int:
    gc.disable()
    from app.commands import cli

    args = cli.parse(sys.argv[1:])
    from ui.shell import start

    facts: dict[str, float] = {}
    show_window, open_session = start.show_window, start.open_session

    def watched_window(application: Any, *rest: Any) -> Any:
        from tests.benchmarks.bare_window import FirstPaint

        FirstPaint(application, lambda: facts.update(painted=time.monotonic()))
        return show_window(application, *rest)

    def watched_session(window: Any, *rest: Any) -> Any:
        from PySide6.QtCore import QTimer

        from tests.benchmarks.bare_window import SETTLE_MS, megabytes

        def finish() -> None:
            print(json.dumps(facts | {"memory": megabytes()}), flush=True)
            window.close()

        def usable() -> None:
            facts["usable"] = time.monotonic()
            QTimer.singleShot(SETTLE_MS, finish)

        session = open_session(window, *rest)
        session.ready.connect(usable)
        return session

    start.show_window, start.open_session = watched_window, watched_session
    return start.run_window(args)


if __name__ == "__main__":
    sys.exit(main())
