"""A server killed, or cut off without a word, while a desk sends: it is noticed, work goes on, and all is there once.

RINGBOOK_FULL=1 has the program's own deadlines, all ways to cut a link, and 500 cases saved meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from psycopg import OperationalError

from app.bootstrap import Backend
from app.errors import KnownError
from app.sync.address import StoreAddress
from app.sync.postgres import link as postgres_link
from app.sync.postgres import store as postgres_store
from models.enums import SyncPhase
from tests.effort import FULL, effort
from tests.faults import casework
from tests.faults.networks import SERVER, Cable, NoNetworksError
from tests.faults.server_seat import MortalServer, ServerSeat, Trouble, by_cable, by_proxy, killed, told

BEFORE, OFFLINE = effort(4, 60), effort(12, 500)
NOTICED_S, DRAINED_S, BACK_S = 10, 30, 60
AWAY_S = effort(0, 60)  # so long that the desk looks as seldom as it ever does
QUICKLY = {"keepalives_idle": 1, "keepalives_interval": 1, "keepalives_count": 1, "tcp_user_timeout": 1_000}
Make = Callable[[MortalServer, Cable | None], Trouble]
CUT: dict[str, Make] = {
    "by a proxy": lambda server, _: by_proxy(server),
    "answers swallowed": lambda server, cable: by_cable(server, _laid(cable), "answers swallowed"),
}
if FULL:
    CUT |= {
        "pulled": lambda server, cable: by_cable(server, _laid(cable), "pulled"),
        "swallowed": lambda server, cable: by_cable(server, _laid(cable), "swallowed"),
    }
WHY: list[str] = []  # why there is no cable


def _laid(cable: Cable | None) -> Cable:
    if cable is None:
        pytest.skip(WHY[0])
    return cable


@pytest.fixture(scope="module")
def cable() -> Iterator[Cable | None]:
    try:
        laid = Cable()
    except NoNetworksError as error:
        WHY.append(str(error))
        yield None
        return
    yield laid
    laid.close()


@pytest.fixture(scope="module")
def mortal(cable: Cable | None) -> Iterator[MortalServer]:
    try:
        server = MortalServer(cable.server if cable else None)
    except KnownError as error:
        pytest.skip(str(error))
    yield server
    server.stop()


@pytest.fixture
def in_network(mortal: MortalServer) -> Iterator[None]:
    with mortal.entered():
        yield


@pytest.fixture
def deadlines(monkeypatch: pytest.MonkeyPatch) -> None:
    """In CI a desk that waits for an answer loses patience sooner."""
    if not FULL:
        monkeypatch.setattr(postgres_store, "HEARTBEAT_S", 0.5)
        monkeypatch.setattr(postgres_store, "SHORT_S", 1.0)
        monkeypatch.setattr(postgres_link, "CONNECT_S", 2)
        monkeypatch.setattr(postgres_link, "KEEPALIVE", QUICKLY)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("in_network", "deadlines")
@pytest.mark.parametrize("way", CUT)
def test_a_link_cut_without_a_word_is_noticed_and_what_was_saved_meanwhile_is_sent(
    way: str, mortal: MortalServer, cable: Cable | None, tmp_path: Path
) -> None:
    _lose_and_find(mortal, CUT[way](mortal, cable), tmp_path, way, DRAINED_S)


@pytest.mark.usefixtures("in_network", "deadlines")
def test_a_link_cut_while_a_long_answer_is_waited_for_is_noticed_as_soon(
    mortal: MortalServer, cable: Cable | None
) -> None:
    laid = _laid(cable)
    admin = mortal.own
    address = StoreAddress("postgres", SERVER, admin.port, "postgres", "", "postgres", "disable")
    with laid.desk.entered():
        link = postgres_link.Link(address, admin.password)
    threading.Timer(0.2, laid.cut, ["swallowed"]).start()
    begun = time.monotonic()
    with pytest.raises(OperationalError):
        link.ask("SELECT pg_sleep(%s)", (60,), 30)
    told("a long answer: noticed", time.monotonic() - begun - 0.2, NOTICED_S)
    laid.heal()
    link.close()


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("in_network", "deadlines")
def test_a_server_killed_in_mid_push_has_an_hours_work_once_when_it_is_back(
    mortal: MortalServer, tmp_path: Path
) -> None:
    _lose_and_find(mortal, killed(mortal), tmp_path, "killed", BACK_S)


def _lose_and_find(mortal: MortalServer, trouble: Trouble, folder: Path, way: str, most: float) -> None:
    store = mortal.store(f"office_{time.monotonic_ns()}")
    with ExitStack() as stack:
        stack.callback(trouble.close)
        seat = ServerSeat(folder / "desk", store, trouble)
        stack.callback(seat.close)
        seat.link.start()
        seat.patiently(seat.is_in_step, 60)
        customer = casework.a_customer(seat.backend)
        day = Day(seat.backend, customer)
        day.work("before", BEFORE)
        lost: list[float] = []
        seat.before_push = lambda: (lost.append(time.monotonic()), trouble.begin())
        day.work("during", 1)
        seat.patiently(lambda: bool(lost), 60)
        seat.patiently(lambda: seat.link.state().phase == SyncPhase.OFFLINE, 120)
        told(f"{way}: noticed", time.monotonic() - lost[0], NOTICED_S)
        day.work("offline", OFFLINE)
        time.sleep(max(0.0, lost[0] + AWAY_S - time.monotonic()))
        assert seat.link.state().phase == SyncPhase.OFFLINE
        trouble.end()
        told(f"{way}: {OFFLINE} cases drained", seat.patiently(seat.is_in_step, 300), most)
        assert casework.wrong_with(store, day.saved, day.added) == []


@dataclass
class Day:
    """What a desk saves; every third case is added to."""

    backend: Backend
    customer: UUID
    saved: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)

    def work(self, name: str, count: int) -> None:
        for number in range(count):
            case = casework.save_case(self.backend, f"{name} {number}", self.customer)
            self.saved.append(f"{name} {number}")
            if number % 3 == 0:
                casework.add_to(self.backend, case, f"again {name} {number}", self.customer)
                self.added.append(f"again {name} {number}")
