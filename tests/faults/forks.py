"""Children that cost no start: a process that has imported everything forks them, and they are killed.

The parent opens no file of the data and starts no thread, so a child is what a fresh process would be.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Fact = dict[str, Any]
KILLED_BY = (signal.SIGKILL, signal.SIGALRM)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a child said on its standard output, line by line, and how it ended."""

    said: list[Fact]
    was_killed: bool
    code: int


class Child:
    """One forked process that runs `work`; what it prints is read when it has ended."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _live(work, self._reading, writing)
        os.close(writing)

    def end(self) -> Ended:
        """Wait for its end; a line that a kill cut short was never said."""
        with os.fdopen(self._reading, encoding="utf-8") as pipe:
            lines = pipe.readlines()
        status = os.waitpid(self.pid, 0)[1]
        by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = 0 if by else os.WEXITSTATUS(status)
        return Ended([json.loads(line) for line in lines if line.endswith("\n")], by in KILLED_BY, by or code)


def say(**fact: Any) -> None:
    """Print one JSON object in one write."""
    os.write(1, (json.dumps(fact) + "\n").encode())


def die_in(seconds: float) -> None:
    """Have the kernel end this process; SIGALRM, left to its default, ends it as SIGKILL does, wherever it is."""
    if seconds <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _live(work: Callable[[], object], reading: int, writing: int) -> None:
    code = 1
    try:
        os.close(reading)
        os.dup2(writing, 1)
        work()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)
