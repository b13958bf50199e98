"""Saves under a limit on the size of files, until it is refused and after it is lifted: prints what it was told."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from app.bootstrap import open_backend
from app.errors import KnownError
from tests.faults import worlds
from tests.faults.forks import say

ROOM = 150_000


def main() -> None:
    data = Path(sys.argv[1])
    backend = open_backend(data)
    say(reference=worlds.save(backend, "there was room"))
    largest = max(path.stat().st_size for path in data.iterdir())
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + ROOM, hard))
    refused = 0
    for n in range(3000):
        try:
            say(reference=worlds.save(backend, f"save {n}", "a long story " * 300, applied=False))
        except KnownError as error:
            say(refused=str(error))
            refused += 1
            if refused == 3:
                break
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    say(reference=worlds.save(backend, "there is room again"))
    backend.close()


if __name__ == "__main__":
    main()
