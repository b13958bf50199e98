"""Desks of a shared store without a thread: each step is taken when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from app.storage.local_store import ClonedDeviceError
from app.sync.desk_files import OwnFiles
from app.sync.records import Welcome
from app.sync.shared_store import SharedStore
from app.sync.steps.fill import Filling
from app.sync.steps.hello import Caller, become_another, say_hello
from app.sync.steps.pull import make_whole, pull
from app.sync.steps.push import push
from models.base import utc_now
from tests.app.storage.desk import OpenFiles


class SyncedDesk(OpenFiles):
    """A workstation: its files lie in `folder`, `connect` opens the store."""

    def __init__(self, folder: Path, connect: Callable[[], SharedStore], machine: str = "this one") -> None:
        folder.mkdir(exist_ok=True)
        super().__init__(folder)
        self.connect, self.machine = connect, machine
        self.files = OwnFiles(self.outbox, self.cache)
        self.store: SharedStore | None = None
        self.welcome: Welcome

    def online(self) -> SharedStore:
        if self.store is None:
            self.store = self.connect()
            self.welcome = say_hello(self.store, self.files, self.caller)
        return self.store

    @property
    def caller(self) -> Caller:
        return Caller(self.machine, "1.0", utc_now())

    def sync(self) -> None:
        """Send all, fill and pull all."""
        store = self.online()
        try:
            while push(store, self.files).more:
                pass
        except ClonedDeviceError:
            self.welcome = become_another(store, self.files, self.caller)
            return self.sync()
        filling = Filling()
        while filling.step(store, self.files):
            pass
        while pull(store, self.files, self.welcome).more:
            pass
        return None

    def look_up(self, *customers: UUID) -> None:
        """Hold customers from now on, as who is rung by them does."""
        self.cache.hold(customers)
        make_whole(self.online(), self.files)

    def close(self) -> None:
        if self.store is not None:
            self.store.close()
            self.store = None
        super().close()
