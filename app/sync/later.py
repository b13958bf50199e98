"""Work that is done once, a while after it was first asked for."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)


class Later:
    """Does `work` in a thread of its own, `seconds` after somebody asked; who asks meanwhile asks for the same."""

    def __init__(self, seconds: float, work: Callable[[], None]) -> None:
        self._seconds, self._work = seconds, work
        self._lock, self._doing = threading.Lock(), threading.Lock()
        self._timer: threading.Timer | None = None
        self._stopped = False

    def ask(self) -> None:
        with self._lock:
            if self._timer is None and not self._stopped:
                self._timer = threading.Timer(self._seconds, self._run)
                self._timer.daemon = True
                self._timer.start()

    def stop(self) -> None:
        """Do nothing more; waits for what is being done."""
        with self._lock:
            self._stopped = True
            if self._timer is not None:
                self._timer.cancel()
        with self._doing:
            pass

    def _run(self) -> None:
        with self._doing:
            with self._lock:
                self._timer = None
                if self._stopped:
                    return
            try:
                self._work()
            except Exception:
                log.exception("what was to be done later was not")
