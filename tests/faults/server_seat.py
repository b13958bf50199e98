"""A desk at a PostgreSQL of the test's own that may be killed or cut off, as the window would have it."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import text

from app.errors import KnownError
from app.sample import own_server
from app.storage.operations import Operation
from app.sync.address import StoreAddress
from app.sync.loop import Timing
from app.sync.postgres import schema
from app.sync.postgres.store import connect
from app.sync.shared_store import SharedStore
from models.enums import Role, SyncPhase
from tests.app.sync.seats import QUICK, Seat
from tests.effort import FULL
from tests.faults.cut_link import Link
from tests.faults.networks import SERVER, Cable, Network, Way
from tests.postgres_server import PASSWORD, Server, Store, url_of

# What is killed leaves all it wrote with the system: that need not be on the disk, but a commit must be written.
SETTINGS = {"max_connections": "20", "fsync": "off", "synchronous_commit": "on"}
PATIENCE = 1 if FULL else 6  # a busy machine of the CI measures nothing


def told(what: str, seconds: float, most: float) -> None:
    """Print a figure; it is held to where the run is the full one."""
    print(f"{what}: {seconds:.1f} s (at most {most} s)")
    assert seconds <= most * PATIENCE


class MortalServer:
    """A PostgreSQL that keeps what it has taken through its death; it listens in a network, where one is given."""

    def __init__(self, network: Network | None = None, settings: Mapping[str, str] = {}) -> None:
        self._network = network
        given = {**SETTINGS, **settings, "listen_addresses": f"127.0.0.1,{SERVER}" if network else "127.0.0.1"}
        with self.entered():
            self.own = own_server.start(given)
        with (self.own.folder / "data" / "pg_hba.conf").open("a") as file:
            file.write("host all all 192.0.2.0/24 scram-sha-256\n")
        options = " ".join(f"-c{name}={value}" for name, value in given.items())
        self._options = f"{options} -cport={self.own.port} -cunix_socket_directories={self.own.folder}"
        self.server = Server(url_of(self.own))
        with self.entered(), self.server.connection() as connection:
            connection.execute(text("SELECT pg_reload_conf()"))

    def entered(self) -> Any:
        """Have the calling thread in its network meanwhile, as whoever asks it must be."""
        return self._network.entered() if self._network else nullcontext()

    def store(self, name: str) -> Store:
        """Make an empty store with one team."""
        self.server.create(name)
        with self.server.connection(name) as connection:
            schema.upgrade(connection)
            connection.execute(text("INSERT INTO sync.team (id, name) VALUES (1, 'Everyone')"))
        return Store(self.server, name)

    def postmaster(self) -> int:
        """Return the id of the server's first process."""
        return int((self.own.folder / "data" / "postmaster.pid").read_text().split()[0])

    def is_alive(self) -> bool:
        return Path(f"/proc/{self.postmaster()}/exe").exists()

    def kill(self) -> None:
        os.kill(self.postmaster(), signal.SIGKILL)

    def start_again(self) -> None:
        """Start it once the last process of its earlier life has seen that it is over."""
        folder, until = self.own.folder, time.monotonic() + 30
        user = folder.owner() if os.geteuid() == 0 else None
        data, log = folder / "data", folder / "log"
        start = [own_server._programs() / "pg_ctl", "-w", "-D", data, "-l", log, "-o", self._options, "start"]
        with self.entered():
            while True:
                try:
                    return own_server._run(start, user)
                except KnownError:
                    if time.monotonic() > until:
                        raise
                    time.sleep(0.1)

    def stop(self) -> None:
        if not self.is_alive():
            self.start_again()
        self.own.stop()


@dataclass
class Trouble:
    """A way to lose the server and to get it back; `host` and `port` are where the desk asks, from `network`."""

    host: str
    port: int
    begin: Callable[[], None]
    end: Callable[[], None]
    network: Network | None = None
    close: Callable[[], None] = lambda: None


def killed(server: MortalServer) -> Trouble:
    return Trouble("127.0.0.1", server.own.port, server.kill, server.start_again)


def by_proxy(server: MortalServer) -> Trouble:
    link = Link(("127.0.0.1", server.own.port))
    return Trouble("127.0.0.1", link.port, link.cut, link.heal, close=link.close)


def by_cable(server: MortalServer, cable: Cable, way: Way) -> Trouble:
    return Trouble(SERVER, server.own.port, lambda: cable.cut(way), cable.heal, cable.desk)


class ServerSeat(Seat):
    """A desk at a server that is lost at some time; `before_push` is called once, when a push goes off."""

    def __init__(self, folder: Path, store: Store, trouble: Trouble) -> None:
        self._trouble, self._database = trouble, store.database
        self.before_push: Callable[[], None] | None = None
        timing = Timing() if FULL else QUICK
        super().__init__(folder, folder / "no file", store.add_login("maria", Role.SUPERVISOR, 1), timing)

    def connect(self) -> SharedStore:
        trouble = self._trouble
        address = StoreAddress("postgres", trouble.host, trouble.port, self._database, "", self.login, "disable")
        with trouble.network.entered() if trouble.network else nullcontext():
            store = connect(address, PASSWORD)
        push = store.push

        def pushed(device: UUID, operations: Sequence[Operation]) -> Any:
            if self.before_push is not None:
                threading.Thread(target=self.before_push).start()
                self.before_push = None
            return push(device, operations)

        store.push = pushed  # type: ignore[method-assign]
        return store

    def patiently(self, holds: Callable[[], bool], seconds: float) -> float:
        """Wait until something holds; return how long that took."""
        begun = time.monotonic()
        while not holds():
            assert time.monotonic() - begun < seconds, "it never came"
            time.sleep(0.02)
        return time.monotonic() - begun

    def is_in_step(self) -> bool:
        return self.link.state().phase == SyncPhase.ONLINE and self.has_sent_all()
