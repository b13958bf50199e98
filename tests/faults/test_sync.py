"""Sync through faults; RINGBOOK_FULL=1 runs them at their full size and prints how long it took."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from app.errors import KnownError
from app.sample import own_server
from app.sync.postgres import schema
from app.sync.postgres.store import connect
from app.sync.steps.hello import Caller
from models.base import utc_now, uuid7
from models.enums import Role, SyncPhase
from tests.app.sync.seats import Seat
from tests.app.sync.steps.conftest import Open
from tests.app.sync.steps.conftest import office as office
from tests.app.sync.steps.conftest import open_desk as open_desk
from tests.app.sync.steps.desks import SyncedDesk
from tests.effort import FULL, effort, said_seed
from tests.faults.cut_link import Link
from tests.postgres_server import PASSWORD, Server, Store, url_of

LIVES = effort(4, 100)
OFFLINE = effort(40, 500)
BACKLOG = effort(1_000, 200_000)
NOTICED_S, DRAINED_S, BACK_S, BACKLOG_S = 10, 30, 60, 60
PATIENCE = 1 if FULL else 6  # a busy machine of the CI measures nothing


def told(what: str, seconds: float, most: float) -> None:
    """Print a figure; it is held to where the run is the full one."""
    print(f"{what}: {seconds:.1f} s (at most {most} s)")
    assert seconds <= most * PATIENCE


class PostgresSeat(Seat):
    """A desk at a server, by way of a link of the test's."""

    postgres: Store
    port: int

    def connect(self):  # type: ignore[no-untyped-def]
        address = self.postgres.address(self.login)
        return connect(type(address)("postgres", "127.0.0.1", self.port, address.database, login=self.login), PASSWORD)

    def patiently(self, holds: Callable[[], bool], seconds: float) -> float:
        """Wait until something holds; return how long that took."""
        begun = time.monotonic()
        while not holds():
            assert time.monotonic() - begun < seconds, "it never came"
            time.sleep(0.05)
        return time.monotonic() - begun

    def is_in_step(self) -> bool:
        state = self.link.state()
        return state.phase == SyncPhase.ONLINE and state.waiting == 0


def sit_at(postgres: Store, folder: Path, port: int) -> PostgresSeat:
    login = postgres.add_login("maria", Role.SUPERVISOR, 1)
    PostgresSeat.postgres, PostgresSeat.port = postgres, port
    return PostgresSeat(folder, folder / "no file", login)


@pytest.mark.slow
def test_a_link_that_is_cut_without_a_word_is_noticed_and_what_waited_is_sent(postgres: Store, tmp_path: Path) -> None:
    link = Link((postgres.server.host, postgres.server.port))
    seat = sit_at(postgres, tmp_path / "desk", link.port)
    seat.link._loop._timing = type(seat.link._loop._timing)()  # as the program has it
    seat.link.start()
    seat.patiently(seat.is_in_step, 60)
    link.cut()
    told("noticed", seat.patiently(lambda: seat.link.state().phase == SyncPhase.OFFLINE, 120), NOTICED_S)
    for number in range(OFFLINE):
        seat.add(f"Somebody {number}")
    link.heal()
    told(f"{OFFLINE} customers drained", seat.patiently(seat.is_in_step, 300), DRAINED_S)
    assert postgres.run("SELECT count(*), count(DISTINCT name) FROM app.customer") == [(OFFLINE, OFFLINE)]
    seat.close()
    link.close()


@pytest.fixture
def own_postgres() -> Iterator[own_server.OwnServer]:
    """A server that may be killed: what it has taken is on the disk."""
    try:
        server = own_server.start({"listen_addresses": "127.0.0.1", "max_connections": "20"})
    except KnownError as error:
        pytest.skip(str(error))
    yield server
    server.stop()


def start_again(server: own_server.OwnServer) -> None:
    """Start a server that was killed, once the last process of its earlier life has seen that."""
    folder = server.folder
    options = f"-cport={server.port} -cunix_socket_directories={folder} -clisten_addresses=127.0.0.1"
    user = folder.owner() if os.geteuid() == 0 else None
    start = [own_server._programs() / "pg_ctl", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options]
    until = time.monotonic() + 30
    while True:
        try:
            return own_server._run([*start, "start"], user)
        except KnownError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


@pytest.mark.slow
def test_a_server_killed_while_it_takes_changes_has_all_of_them_once_when_it_is_back(
    own_postgres: own_server.OwnServer, tmp_path: Path
) -> None:
    server = Server(url_of(own_postgres))
    server.create("office")
    with server.connection("office") as connection:
        schema.upgrade(connection)
    postgres = Store(server, "office")
    if not postgres.run("SELECT 1 FROM sync.team WHERE id = 1"):
        postgres.run("INSERT INTO sync.team (id, name) VALUES (1, 'Everyone')")
    seat = sit_at(postgres, tmp_path / "desk", own_postgres.port)
    seat.link.start()
    seat.patiently(seat.is_in_step, 60)
    for number in range(20):
        seat.add(f"Before {number}")
    os.kill(int((own_postgres.folder / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    for number in range(OFFLINE):
        seat.add(f"Somebody {number}")
    start_again(own_postgres)
    told(f"{OFFLINE} customers back", seat.patiently(seat.is_in_step, 600), BACK_S)
    count = OFFLINE + 20
    assert postgres.run("SELECT count(*), count(DISTINCT name) FROM app.customer") == [(count, count)]
    seat.close()


@pytest.mark.slow
def test_a_desk_killed_in_mid_sync_has_sent_all_it_called_saved_each_once(open_desk: Open, office: Path) -> None:
    first = open_desk("desk")
    first.close()
    chance, saved = Random(said_seed()), []
    folder = first.folder / "data"
    from app.storage import shared_folder
    from app.storage.shared_folder import SharedFacts

    shared_folder.write(folder, SharedFacts(f"sqlite:///{office}", "maria"))
    for life in range(LIVES):
        command = [sys.executable, "-m", "tests.faults.desk_life", str(folder), str(office), "maria", str(life)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        until, most = time.monotonic() + chance.uniform(0.2, 1.5), 0
        for line in child.stdout:
            saved.append(line.strip())
            if time.monotonic() > until or (most := most + 1) > 200:
                child.kill()
                break
        saved += [line.strip() for line in child.stdout if line.endswith("\n")]
        child.wait()
    seat = Seat(folder, office, "maria")
    assert seat.link.sync_once().waiting == 0
    seat.close()
    from tests import shared_file

    engine = shared_file.open_file(office, shared_file.KEY)
    with engine.connect() as connection:
        names = list(connection.exec_driver_sql("SELECT name FROM customer").scalars())
    engine.dispose()
    assert len(names) == len(set(names))
    assert set(saved) <= set(names)


@pytest.mark.parametrize("off", [timedelta(days=1), timedelta(days=-1)])
def test_a_clock_a_day_off_changes_nothing(open_desk: Open, off: timedelta) -> None:
    wrong, right = open_desk("wrong"), open_desk("right", "pau")
    of = uuid7()
    wrong.save("customer.create@1", of, kind="person", name="Maria")
    wrong.save("case.create@1", uuid7(), customer_id=of, reference="A2-00001-K", kind="complaint", severity="normal",
               summary="Late", status="open", opened_at=utc_now() + off)  # fmt: skip
    store = wrong.online()
    wrong.files.run(lambda _, cache: cache.note(lease_until=Caller("a", "1", utc_now() + off).now))
    wrong.sync()
    right.sync()
    right.save("customer.edit@1", of, city=(None, "Olot"))
    right.sync()
    wrong.sync()
    assert store is wrong.store
    assert wrong.get("customer", of).city == "Olot"
    assert (wrong.outbox.waiting(), right.outbox.waiting()) == (0, 0)


def test_a_disk_that_fills_up_while_rows_come_loses_nothing_and_goes_on_when_there_is_room(open_desk: Open) -> None:
    many, small = open_desk("many"), open_desk("small", "pau")
    customers = [uuid7() for _ in range(400)]
    for number, of in enumerate(customers):
        many.save("customer.create@1", of, kind="person", name=f"Somebody with the number {number}")
    many.sync()
    mine = uuid7()
    small.save("customer.create@1", mine, kind="person", name="Mine")
    pages = small.cache._driver.execute("PRAGMA page_count").fetchone()[0]
    small.cache._driver.execute(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(KnownError):
        small.sync()
    small.cache._driver.execute("PRAGMA max_page_count = 1000000")
    small.sync()
    assert all(small.get("customer", of) for of in (*customers[::50], mine))
    assert small.outbox.waiting() == 0


@pytest.mark.slow
def test_a_backlog_is_drained(postgres: Store, tmp_path: Path) -> None:
    login = postgres.add_login("maria", Role.AGENT, 1)
    desk = SyncedDesk(tmp_path / "desk", lambda: connect(postgres.address(login), PASSWORD))
    desk.sync()
    for _ in range(0, BACKLOG, 1000):
        desk.outbox.save(
            [lambda unit: [unit.create("customer", {"kind": "person", "name": "Somebody"}) for _ in range(1000)]]
        )
    while operations := desk.outbox.after(desk.cache.last_n(desk.outbox.device), 200):
        desk.cache.push(desk.outbox.device, operations)
    begun = time.monotonic()
    desk.sync()
    seconds = time.monotonic() - begun
    print(f"{BACKLOG} operations drained in {seconds:.1f} s, {BACKLOG / seconds:.0f} a second (aim: {BACKLOG_S} s)")
    assert desk.outbox.waiting() == 0
    assert postgres.run("SELECT count(*) FROM app.customer") == [(BACKLOG,)]
    desk.close()
