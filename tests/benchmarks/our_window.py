"""A start of the console as main.py does it. Prints {"painted": …, "usable": …, "memory": MiB} and ends."""

from __future__ import annotations

import json
import sys
import time
from typing import Any


def main() -> int:
    from app.commands import cli

    args = cli.parse(sys.argv[1:])
    from ui.shell import start

    facts: dict[str, float] = {}
    open_session = start.open_session

    def watched(application: Any, *rest: Any) -> Any:
        from PySide6.QtCore import QTimer

        from tests.benchmarks.bare_window import SETTLE_MS, FirstPaint, megabytes

        def finish() -> None:
            print(json.dumps(facts | {"memory": megabytes()}), flush=True)
            session.window.close()

        def usable() -> None:
            facts["usable"] = time.monotonic()
            QTimer.singleShot(SETTLE_MS, finish)

        FirstPaint(application, lambda: facts.update(painted=time.monotonic()))
        session = open_session(application, *rest)
        session.ready.connect(usable)
        return session

    start.open_session = watched  # type: ignore[assignment]
    return start.run_window(args)


if __name__ == "__main__":
    sys.exit(main())
