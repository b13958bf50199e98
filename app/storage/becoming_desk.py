"""Turns a data folder of one seat into the desk of a shared store that has been given all its data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from app.storage import keys, shared_folder
from app.storage.engine import open_file
from app.storage.folder import OUTBOX, STORE
from app.storage.in_use import InUse
from app.storage.local_store import Result
from app.storage.shared_folder import SharedFacts
from app.storage.shared_outbox import SharedOutbox
from models.base import utc_now
from models.operation import OP_LOG

BATCH = 5_000
ANSWERS = select(OP_LOG.c.op_id, OP_LOG.c.result, OP_LOG.c.reason, OP_LOG.c.seq, OP_LOG.c.taken_at).order_by(
    OP_LOG.c.seq
)


class BecomingDesk:
    """A folder nobody else has open, with both of its files."""

    def __init__(self, folder: Path) -> None:
        key = keys.open_folder(folder)
        self._folder = folder
        self.store: Engine = open_file(folder / STORE, key.for_file(STORE))
        self.outbox: Engine = open_file(folder / OUTBOX, key.for_file(OUTBOX), write=True, full=True)

    def answer(self, source: Connection, ahead: int) -> None:
        """Let the outbox have as answers what the log says of its operations; sequences go on `ahead`."""
        outbox = SharedOutbox(self.outbox)
        for lines in source.execution_options(yield_per=BATCH).execute(ANSWERS).partitions():
            outbox.answer([Result(op, said, why, seq + ahead, at) for op, said, why, seq, at in lines])
        outbox.close()

    def become(self, facts: SharedFacts) -> Path:
        """Note whose desk the folder is, and lay the old store aside; returns where."""
        self.close()
        aside = self._folder / f"moved-{utc_now():%Y%m%d-%H%M%S}"
        aside.mkdir(mode=0o700)
        shared_folder.write(self._folder, facts)  # from here on nobody looks for store.db
        for path in self._folder.glob(f"{STORE}*"):
            path.replace(aside / path.name)
        return aside

    def close(self) -> None:
        self.store.dispose()
        self.outbox.dispose()


@contextmanager
def becoming_desk(folder: Path) -> Iterator[BecomingDesk]:
    """Hold a folder alone and open its files; raises KnownError while somebody has it open."""
    held = InUse(folder, alone=True)
    try:
        desk = BecomingDesk(folder)
        try:
            yield desk
        finally:
            desk.close()
    finally:
        held.release()
