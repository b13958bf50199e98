"""Saves with nothing ever brought over from the logs, then dies: `python -m tests.faults.power_life DATA`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from app.bootstrap import open_backend
from app.storage import folder, outbox, sqlite_store
from tests.faults import worlds
from tests.faults.forks import die_in, say

SAVES = 30


def main() -> None:
    data = Path(sys.argv[1])
    open_backend(data).close()
    made = folder.open_file

    def open_without_checkpoints(path: Path, *args: Any, **options: Any) -> Engine:
        engine = made(path, *args, **options)

        @event.listens_for(engine, "connect")
        def _never(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA wal_autocheckpoint = 0")

        return engine

    folder.open_file = open_without_checkpoints
    sqlite_store.SqliteStore.checkpoint = lambda self: None  # type: ignore[method-assign]
    outbox.Outbox.checkpoint = lambda self: None  # type: ignore[method-assign]
    backend = open_backend(data)
    for n in range(SAVES):
        reference = worlds.save(backend, f"save {n:03}")
        size = (data / f"{folder.OUTBOX}-wal").stat().st_size
        say(reference=reference, summary=f"save {n:03}", log=str(size))
    die_in(0)


if __name__ == "__main__":
    main()
