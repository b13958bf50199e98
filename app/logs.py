"""The log: rotated, in the place the platform has for it, with numbers masked."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

BYTES = 1_000_000
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def path() -> Path:
    """Return where the log is."""
    import platformdirs  # not on the way to the first window

    return Path(platformdirs.user_log_dir("ringbook")) / "ringbook.log"


def to_file() -> None:
    """Send warnings and worse to the log file; without a place to write there is no log, and no failure."""
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(path(), maxBytes=BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(_Masked(FORMAT))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


class _Masked(logging.Formatter):
    """Masks the digits of what could be a phone number, also inside a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        from app.phone_numbers import mask  # it reads all the world's numbering plans, and most runs log nothing

        head, separator, text = super().format(record).partition(f" {record.levelname} ")
        return head + separator + mask(text)
