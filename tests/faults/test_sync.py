"""Sync through faults; RINGBOOK_FULL=1 runs them at their full size and prints how long it took."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from app.errors import KnownError
from app.sync.postgres.store import connect
from app.sync.steps.hello import Caller
from app.sync.steps.push import push
from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.sync.seats import Seat
from tests.app.sync.steps.conftest import Open
from tests.app.sync.steps.conftest import office as office
from tests.app.sync.steps.conftest import open_desk as open_desk
from tests.app.sync.steps.desks import SyncedDesk
from tests.effort import effort, said_seed
from tests.postgres_server import PASSWORD, Store

LIVES = effort(4, 100)
BACKLOG = effort(1_000, 200_000)
BACKLOG_S = 60


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
    while push(desk.online(), desk.files).more:
        pass
    seconds = time.monotonic() - begun
    print(f"{BACKLOG} operations drained in {seconds:.1f} s, {BACKLOG / seconds:.0f} a second (aim: {BACKLOG_S} s)")
    assert desk.outbox.waiting() == 0
    assert postgres.run("SELECT count(*) FROM app.customer") == [(BACKLOG,)]
    desk.close()
