"""Desks of a shared store without a thread: each step is taken when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.storage.cache_store import CacheStore, lay_out
from app.storage.engine import open_file
from app.storage.local_store import ClonedDeviceError
from app.storage.migrate import migrate
from app.storage.operations import ENTITIES, Operation, to_json
from app.storage.shared_outbox import SharedOutbox
from app.sync.desk_files import OwnFiles
from app.sync.records import Welcome
from app.sync.shared_store import SharedStore
from app.sync.steps.fill import Filling
from app.sync.steps.hello import Caller, become_another, say_hello
from app.sync.steps.pull import make_whole, pull
from app.sync.steps.push import push
from models.base import utc_now

KEY = bytes(32)


class SyncedDesk:
    """A workstation: its files lie in `folder`, `connect` opens the store."""

    def __init__(self, folder: Path, connect: Callable[[], SharedStore], machine: str = "this one") -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.connect, self.machine = folder, connect, machine
        engine = open_file(folder / "outbox.db", KEY, write=True, full=True)
        migrate(engine, "outbox")
        self.outbox = SharedOutbox(engine)
        engine = open_file(folder / "cache.db", KEY, write=True)
        if not (folder / "cache.db").exists():
            with engine.connect() as connection, connection.begin():
                lay_out(connection, self.outbox.shown_from())
        self.cache = CacheStore(engine)
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

    def save(self, kind: str, entity: UUID, /, **fields: Any) -> Operation:
        """Save one operation and show it; a pair is (base, new)."""
        body = {
            name: {"base": to_json(pair[0]), "new": to_json(pair[1])}
            if isinstance(pair, tuple)
            else {"base": None, "new": to_json(pair)}
            for name, pair in fields.items()
        }
        ((saved),) = self.outbox.save([lambda unit: unit.again(kind, entity, body)])
        self.cache.push(self.outbox.device, saved.operations)
        return saved.operations[0]

    def get(self, table: str, of: UUID) -> Any:
        rows = ENTITIES[table]
        engine = open_file(self.folder / "cache.db", KEY)
        with engine.connect() as connection:
            found = connection.execute(select(rows).where(rows.c.id == of)).one_or_none()
        engine.dispose()
        return found

    def close(self) -> None:
        if self.store is not None:
            self.store.close()
            self.store = None
        self.cache.close()
        self.outbox.close()
