"""A desk of the simulator: a real outbox and cache, the real steps of sync, and a person at it."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import update

from app.errors import TransientError
from app.storage.apply import read_row
from app.storage.cache_store import CacheStore, lay_out
from app.storage.engine import open_file
from app.storage.local_store import ClonedDeviceError
from app.storage.migrate import migrate
from app.storage.operations import Operation, to_json
from app.storage.shared_outbox import SharedOutbox
from app.sync.desk_files import OwnFiles
from app.sync.records import Welcome
from app.sync.steps.fill import Filling
from app.sync.steps.hello import Caller, become_another, say_hello
from app.sync.steps.pull import let_go, make_whole, pull
from app.sync.steps.push import push
from app.sync.steps.take import fetch
from app.sync.steps.verify import Verifier
from models.operation import DEVICE
from tests import shared_file
from tests.simulator.deeds import Deed
from tests.simulator.model import Person

T = TypeVar("T")
KEY = bytes(32)
MOST_TURNS = 50
_MADE = tempfile.TemporaryDirectory()  # as long as this process
PURGE_AFTER = timedelta(days=30)


class CrashError(Exception):
    """The computer went off."""


class Files(OwnFiles):
    """The files of a desk whose computer may go off before or behind anything it writes."""

    crash = 0.0

    def __init__(self, outbox: SharedOutbox, cache: CacheStore, rng: random.Random) -> None:
        super().__init__(outbox, cache)
        self._rng = rng

    def run(self, work: Callable[[SharedOutbox, CacheStore], T]) -> T:
        self._maybe()
        found = super().run(work)
        self._maybe()
        return found

    def _maybe(self) -> None:
        if self.crash and self._rng.random() < self.crash:
            raise CrashError


class SimulatedDesk:
    """One folder on one computer; `clock` is what the computer believes, `line` the way to the store."""

    def __init__(
        self, folder: Path, person: Person, machine: str, line: Any, clock: Callable[[], datetime], world: Any
    ) -> None:
        self.folder, self.person, self.machine = folder, person, machine
        self.name, self.extension = person.name, f"1{len(folder.name)}{folder.name[-1]}"
        self.line, self.now, self.world = line, clock, world
        self.rng: random.Random = world.rng
        self.store: UUID | None = None
        self.welcome: Welcome | None = None
        self._verifier = Verifier()
        self.open()

    def open(self) -> None:
        self.outbox = SharedOutbox(open_file(self.folder / "outbox.db", KEY, write=True))
        is_new = not (self.folder / "cache.db").exists()
        if is_new:
            shutil.copyfile(_templates() / "cache.db", self.folder / "cache.db")
        self.cache = CacheStore(open_file(self.folder / "cache.db", KEY, write=True))
        if is_new:
            self.cache.note(applied_n=self.outbox.shown_from())
        self.files = Files(self.outbox, self.cache, self.rng)
        self.welcome = None
        self._show_what_waits()

    def close(self) -> None:
        self.cache.close()
        self.outbox.close()

    def restart(self) -> None:
        self.close()
        self.open()

    def lose_cache(self) -> None:
        self.close()
        for name in ("cache.db", "cache.db-wal", "cache.db-shm"):
            (self.folder / name).unlink(missing_ok=True)
        self.open()

    def copy_to(self, folder: Path) -> None:
        """Copy the disk while the computer is off."""
        self.close()
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        self.open()

    def put_back(self, folder: Path) -> None:
        """Put the disk back from a copy."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(folder, self.folder)
        self.open()

    def do(self, deed: Deed) -> list[Operation]:
        """Save a unit of work as the writer does: the outbox, then the screen."""
        ((saved),) = self.outbox.save([lambda unit: deed(self, unit)])
        if saved.error is not None:
            raise saved.error
        if saved.operations:
            self.cache.push(self.outbox.device, saved.operations)
        return list(saved.operations)

    def sync(self, *, verify: bool = False) -> bool:
        """Do a round of sync as far as the line and the computer let it; return whether it came to its end."""
        try:
            self._sync()
            if verify and self.welcome is not None:
                self._verifier.step(self.line, self.files, self.welcome)
        except TransientError:
            self.welcome = None
            return False
        except CrashError:
            self._come_back()
            return False
        return True

    def look_up(self) -> bool:
        """Ask the store for somebody, as a ring does, while work waits; return whether it answered."""
        customer = self.some("customer")
        if self.welcome is None or customer is None:
            return False
        try:
            self.files.run(lambda _, cache: cache.hold([customer.id]))
            fetch(self.line, self.files, [customer.id], 0, max(1, self.cache.standing().seq))
        except TransientError:
            self.welcome = None
        except CrashError:
            self._come_back()
        else:
            return True
        return False

    def _come_back(self) -> None:
        self.files.crash = 0.0
        self.restart()

    def _sync(self) -> None:
        if self.welcome is None:
            self.welcome = say_hello(self.line, self.files, self._caller())
            self.store = self.welcome.store
        for _ in range(MOST_TURNS):
            try:
                if not push(self.line, self.files).more:
                    break
            except ClonedDeviceError:
                self.welcome = become_another(self.line, self.files, self._caller())
        filling = Filling()
        while filling.step(self.line, self.files):
            pass
        while pull(self.line, self.files, self.welcome).more:
            pass
        make_whole(self.line, self.files)
        let_go(self.files, self.welcome.most_held)
        covered = self.welcome.backup_seq
        self.files.run(lambda outbox, _: outbox.purge(covered, self.now() - PURGE_AFTER))

    def _caller(self) -> Caller:
        return Caller(self.machine, "0.1.0", self.now(), self.store)

    def _show_what_waits(self) -> None:
        while operations := self.outbox.after(self.cache.last_n(self.outbox.device), 50):
            self.cache.push(self.outbox.device, operations)

    # What the person at it sees.

    def some(self, table: str) -> Any | None:
        """Return a random row of the screen, None when there is none."""
        where = " WHERE settled_at IS NULL" if table == "conflict" else ""
        ids = self.cache._driver.execute(f'SELECT id FROM "{table}"{where} ORDER BY id').fetchall()
        return read_row(self.cache._connection, table, UUID(bytes=self.rng.choice(ids)[0])) if ids else None

    def elsewhere(self) -> tuple[str, UUID] | None:
        found: tuple[str, UUID] | None = self.world.unsent_of_others(self)
        return found

    def teams(self) -> list[int]:
        return [1, 2, 3]

    def hidden(self, operations: Iterable[Operation] | None = None) -> list[str]:
        """Return what was just saved, or all that waits, and the screen does not show though it has the row."""
        last: dict[tuple[str, UUID, str], Any] = {}
        for op in self.outbox.pending(10_000) if operations is None else operations:
            table, _, verb = op.kind.partition("@")[0].partition(".")
            if verb == "edit":
                last |= {(table, op.entity, name): pair["new"] for name, pair in op.body.items()}
        found = []
        for (table, of, name), value in last.items():
            row = None
            with suppress(KeyError):
                row = read_row(self.cache._connection, table, of)
            if table == "customer" and name != "merged_into" and row is not None and row.merged_into is not None:
                continue  # nobody looks at who was merged: it is written to whom they became
            if row is not None and hasattr(row, name) and to_json(getattr(row, name)) != value:
                found.append(f"hidden: {self.name} saved {table}.{name} and does not see it")
        return found


def new_outbox(folder: Path, device: UUID, prefix: str) -> None:
    """Put an outbox of a device into a folder."""
    shutil.copyfile(_templates() / "outbox.db", folder / "outbox.db")
    with open_file(folder / "outbox.db", KEY, write=True).begin() as connection:
        connection.execute(update(DEVICE).values(id=device, prefix=prefix))


def lay_out_templates() -> None:
    """Make what desks and stores are copied from, once in a process."""
    _templates()
    shared_file._made()


@cache
def _templates() -> Path:
    """Return a folder with an outbox and an empty cache: to lay out their tables takes longer than all a desk does."""
    folder = Path(_MADE.name)
    outbox, cached = (open_file(folder / name, KEY, write=True) for name in ("outbox.db", "cache.db"))
    migrate(outbox, "outbox")
    SharedOutbox(outbox).close()
    with cached.connect() as connection, connection.begin():
        lay_out(connection, 0)
    return folder
