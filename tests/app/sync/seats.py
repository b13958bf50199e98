"""Desks opened as the window opens them, at a store in a file that a test can take away."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from app import bootstrap
from app.bootstrap import Backend
from app.customers.records import NewCustomer
from app.errors import TransientError
from app.events import Event
from app.storage import shared_folder, shared_outbox
from app.storage.shared_folder import SharedFacts
from app.sync.desk_sync import DeskSync
from app.sync.loop import Timing
from app.sync.shared_store import SharedStore
from tests import laid_out, shared_file

QUICK = Timing(look=0.1, late=0.05, heartbeat=0.3, poll=0.5, debounce=(0.0, 0.01))
PATIENCE_S = 20.0


class Seat:
    """One desk: what it was told, and a store that can be taken away."""

    def __init__(self, folder: Path, office: Path, login: str, timing: Timing = QUICK) -> None:
        self.events: list[Event] = []
        self._heard = threading.Condition()
        self.is_cut = False
        self.office, self.login = office, login
        if not folder.exists():
            laid_out.folder(folder, is_desk=True)
        shared_folder.write(folder, SharedFacts(f"sqlite:///{office}", login))
        self.backend: Backend = bootstrap.open_backend(folder, self._hear)
        hear = self._hear
        self.link = DeskSync(self.backend.folder, self.connect, hear, hear, on_editors=hear, timing=timing)
        self.backend.folder.on_change = self.link.saved_then(self._hear)

    def connect(self) -> SharedStore:
        if self.is_cut:
            raise TransientError("Away", "The store is away.")
        return shared_file.connect(self.office, self.login)

    def _hear(self, event: Event) -> None:
        with self._heard:
            self.events.append(event)
            self._heard.notify_all()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, looking whenever anything is told."""
        until = time.monotonic() + PATIENCE_S
        while not holds():
            with self._heard:
                assert self._heard.wait(0.2) or time.monotonic() < until, "it never came"

    def add(self, name: str) -> UUID:
        return self.backend.customers.add(NewCustomer(name, phone="972 00 00 01")).result()

    def knows(self, of: UUID) -> bool:
        return self.backend.reads.customer(of) is not None

    def has_sent_all(self) -> bool:
        """Whether the store has answered all that was saved; what the link tells of it is as old as its last look."""
        return self.backend.folder.outbox_reader.run(shared_outbox.waiting) == 0

    def close(self) -> None:
        self.link.stop()
        self.backend.close()


Sit = Callable[..., Seat]
