"""Who has a data folder open: everybody shares it, and only who replaces it has it alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from app.storage import backup_errors as errors

LOCK = ".in-use"


class InUse:
    """A hold on a data folder, given up by `release` or with the process.

    Without `alone` any number of processes have one; raises KnownError where somebody else's hold is in the way.
    """

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        self._file: BinaryIO = (folder / LOCK).open("ab")
        if not _lock(self._file, alone):
            self._file.close()
            raise errors.in_use(folder)

    def is_only(self) -> bool:
        """Whether nobody else has the folder open now; whoever asks keeps others from opening it meanwhile."""
        only = _lock(self._file, True)
        return _lock(self._file, False) and only

    def release(self) -> None:
        self._file.close()


if sys.platform == "win32":

    def _lock(file: BinaryIO, alone: bool) -> bool:
        """Windows itself moves no file that somebody has open."""
        return True

else:
    import fcntl

    def _lock(file: BinaryIO, alone: bool) -> bool:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # some network drives know no such locks
            return True
        return True
