"""Five desks, a store in a file and all that befalls them, drawn from one seed."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from uuid import UUID

from sqlalchemy import func, insert, select

from app.storage.engine import open_file
from app.storage.operations import Operation
from app.sync.sqlite.store import SqliteSharedStore
from models.base import EPOCH
from models.enums import Role
from models.shared import BACKUP, COUNTER
from tests import shared_file
from tests.simulator.compiled import compiled_once, plain_files
from tests.simulator.deeds import DEEDS
from tests.simulator.desk import CrashError, SimulatedDesk, lay_out_templates, new_outbox
from tests.simulator.model import Person
from tests.simulator.net import Line, Net

BEGIN = datetime(2026, 11, 1, 8, tzinfo=UTC)
STEPS = 90
LAST_ROUNDS = 12
VERIFIED = 0.2  # rounds of sync
LOOKED_UP = 0.15  # after work
MEMORY = Path("/dev/shm")  # the files are small, and no power fails here
PEOPLE = (
    Person("maria", "Maria", Role.AGENT, 1, frozenset({1})),
    Person("pol", "Pol", Role.AGENT, 1, frozenset({1, 2})),
    Person("wei", "王伟", Role.AGENT, 2, frozenset({2})),
    Person("nuria", "Núria", Role.SUPERVISOR, 2, frozenset({2, 3})),
    Person("anna", "Anna", Role.ADMINISTRATOR, 3, frozenset({1, 2, 3})),
)

Break = Callable[["World", ExitStack], None]  # makes a store or its desks wrong


@dataclass
class Copy:
    """A desk's disk as it was, and the operations that were on it."""

    folder: Path
    saved: int


@dataclass
class World:
    """Everything there is; `now` is the time of the store."""

    seed: int
    folder: Path
    rng: random.Random = field(init=False)
    now: datetime = BEGIN
    verifies: bool = True
    desks: list[SimulatedDesk] = field(default_factory=list)
    saved: list[tuple[SimulatedDesk, Operation]] = field(default_factory=list)  # what people were told is saved
    forgiven: set[UUID] = field(default_factory=set)  # unsent work on a disk that was lost
    sins: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    _at: SimulatedDesk | None = None
    _disks: dict[Path, Copy] = field(default_factory=dict)
    _skews: dict[Path, timedelta] = field(default_factory=dict)
    _connection: SqliteSharedStore | None = None

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self.net = Net(self.rng)
        self.path = self.folder / "store.db"
        self.backup = self.folder / "backup.db"
        shared_file.lay_out(self.path, "One", "Two", "Three")
        for person in PEOPLE:
            teams = (person.home, *sorted(person.teams - {person.home}))
            shared_file.add_login(self.path, person.login, person.name, Role(person.role), *teams)
        shutil.copyfile(self.path, self.backup)
        for n, person in enumerate(PEOPLE):
            self._sit_down(person, f"desk{n}", f"machine{n}")

    def store(self, login: str) -> Any:
        """Return the connection, which all share: each of its own would take longer to open than all they do."""
        if self._connection is None:
            self._connection = shared_file.connect(self.path, login, lambda: self.now)
        self._connection.login = login
        return self._connection

    def live(self) -> None:
        """Let people work and things go wrong for a while."""
        self.net.trouble = self.rng.choice((0.0, 0.05, 0.15, 0.3))
        crash = self.rng.choice((0.0, 0.0, 0.01, 0.03))
        month = self.rng.randrange(STEPS) if self.rng.random() < 0.4 else -1
        kinds = [self._work, self._sync, self._late, self._befall]
        for step in range(STEPS):
            if step == month:
                self.now += timedelta(days=31)
            self.now += timedelta(seconds=self.rng.choice((1, 20, 300, 4000)))
            for desk in self.desks:
                desk.files.crash = crash
            self.rng.choices(kinds, (50, 36, 6, 8))[0]()

    def settle(self) -> None:
        """Mend everything and let all desks come to rest."""
        self.net.trouble = 0.0
        while self.net.late:
            self.net.deliver_late()
        before = None
        for _ in range(LAST_ROUNDS):
            for desk in self.desks:
                desk.files.crash = 0.0
                self._be(desk)
                desk.sync(verify=self.verifies)
            now = [(desk.outbox.waiting(), desk.cache.standing().seq) for desk in self.desks]
            if now == before:
                break
            before = now
        self._at = None

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self._hang_up()

    def unsent_of_others(self, but: SimulatedDesk) -> tuple[str, UUID] | None:
        found = [
            (table, op.entity)
            for desk, op in self.saved[-20:]
            for table in (op.kind.partition(".")[0],)
            if desk is not but and ".create@" in op.kind and table in ("customer", "case")
        ]
        return self.rng.choice(found) if found else None

    def believed(self) -> datetime:
        """What the computer that is at work believes the time is."""
        return self.now + (self._skews[self._at.folder] if self._at is not None else timedelta())

    def _sit_down(self, person: Person, name: str, machine: str) -> SimulatedDesk:
        folder = self.folder / name
        if not folder.exists():
            folder.mkdir()
            new_outbox(folder, UUID(int=self.rng.getrandbits(128)), f"{'ABCDE'[len(self.desks)]}2")
        self._skews[folder] = timedelta(hours=self.rng.choice((0, 0, -24, -3, 5, 24)))
        line = Line(self.net, lambda: self.store(person.login))
        clock = lambda: self.now + self._skews[folder]  # noqa: E731
        desk = SimulatedDesk(folder, person, machine, line, clock, self)
        self.desks.append(desk)
        return desk

    def _be(self, desk: SimulatedDesk) -> None:
        self._at = desk

    def _work(self) -> None:
        desk = self.rng.choice(self.desks)
        self._be(desk)
        for deed in self.rng.choices(list(DEEDS), list(DEEDS.values()), k=self.rng.randrange(1, 4)):
            operations = desk.do(deed)
            self.saved += [(desk, op) for op in operations]
            self.sins += desk.hidden(operations)
        if self.rng.random() < LOOKED_UP and desk.look_up():
            self.sins += desk.hidden()

    def _sync(self) -> None:
        desk = self.rng.choice(self.desks)
        self._be(desk)
        if desk.sync(verify=self.rng.random() < VERIFIED):
            self.sins += desk.hidden()

    def _late(self) -> None:
        self.net.deliver_late()

    def _befall(self) -> None:
        desk = self.rng.choice(self.desks)
        self._be(desk)
        misfortunes = {
            desk.restart: 4, desk.lose_cache: 3, self._back_up: 4, self._restore: 3,
            lambda: self._copy_disk(desk): 3, lambda: self._put_back_disk(desk): 2, lambda: self._clone(desk): 2,
        }  # fmt: skip
        what = self.rng.choices(list(misfortunes), list(misfortunes.values()))[0]
        self.events.append(f"{self.now:%d %H:%M} {desk.name} {getattr(what, '__name__', what)}")
        what()

    def _back_up(self) -> None:
        """Make a verified backup; what it holds need not be kept by the desks."""
        self._hang_up()
        shutil.copyfile(self.path, self.backup)
        with open_file(self.path, shared_file.KEY, write=True, journal="DELETE").begin() as connection:
            seq = connection.execute(select(func.max(COUNTER.c.seq))).scalar_one()
            values = {"made_at": self.now, "seq": seq, "file": "backup.db", "verified_at": self.now}
            connection.execute(insert(BACKUP).values(values))

    def _restore(self) -> None:
        """Put the store back from its newest backup, while desks are at work."""
        self._hang_up()
        shutil.copyfile(self.backup, self.path)

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        for desk in self.desks:
            desk.welcome = None

    def _copy_disk(self, desk: SimulatedDesk) -> None:
        copy = desk.folder.with_name(desk.folder.name + ".copy")
        desk.copy_to(copy)
        self._disks[desk.folder] = Copy(copy, len(self.saved))

    def _put_back_disk(self, desk: SimulatedDesk) -> None:
        """Put a disk back to an earlier day: what it alone had, and what only it could send again, is lost with it."""
        copy = self._disks.get(desk.folder)
        if copy is not None:
            self.forgiven.update(op.op_id for of, op in self.saved[copy.saved :] if of is desk)
            desk.put_back(copy.folder)

    def _clone(self, desk: SimulatedDesk) -> None:
        """Put an image of the disk on another computer; both are used."""
        if len(self.desks) < len(PEOPLE) + 1:
            name = f"clone{len(self.desks)}"
            desk.copy_to(self.folder / name)
            self._sit_down(desk.person, name, self.rng.choice((desk.machine, "another machine")))


@contextmanager
def a_world(seed: int, break_it: Break | None = None) -> Iterator[World]:
    """Make a world whose clocks and draws are all its own, and take it away afterwards."""
    where = str(MEMORY) if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=where) as folder, ExitStack() as stack:
        draws = random.Random(~seed)
        held: list[World] = []

        def believed() -> datetime:
            return held[0].believed() if held else BEGIN

        def time_ns() -> int:
            return (believed() - EPOCH) // timedelta(microseconds=1) * 1000

        stack.enter_context(compiled_once())
        stack.enter_context(plain_files())
        lay_out_templates()  # before anything is drawn: a seed shall be the same in any process
        for place in ("app.storage.unit_of_work.utc_now", "app.storage.cache_store.utc_now"):
            stack.enter_context(patch(place, believed))
        stack.enter_context(patch("models.base.os", SimpleNamespace(urandom=draws.randbytes)))
        stack.enter_context(patch("models.base.time", SimpleNamespace(time_ns=time_ns)))
        stack.enter_context(patch("app.storage.references.secrets", SimpleNamespace(randbits=draws.getrandbits)))
        world = World(seed, Path(folder))
        held.append(world)
        if break_it is not None:
            break_it(world, stack)
        try:
            yield world
        finally:
            world.close()


__all__ = ["CrashError", "World", "a_world"]
