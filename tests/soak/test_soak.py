"""An hour's worth of a busy centre: every call is logged once, typed text is whole, and memory is flat.

The recording is 200 calls at 15 a second, a third of them at this desk. An hour of it is played, quicker than it was,
through the replay server to the real window, while an agent types and searches.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.bootstrap import Backend, open_backend
from app.telephony.replay_script import Part
from app.telephony.replay_server import ReplayServer
from models.call import CALL, CALL_LEG
from models.case import CASE
from tests.app.telephony.recordings import FOLDER, events_of
from tests.effort import FULL, effort
from tests.factories import add_customer
from tests.journeys.conftest import Open
from tests.journeys.conftest import console as console
from tests.journeys.conftest import data as data
from tests.soak.agent import Agent
from tests.soak.memory import Sample, growth, sample
from ui.garbage import collect_due

BURST = FOLDER / "p_burst.ami"
BURST_SECONDS, BURST_CALLS = 17.5, 200
PLAYS = effort(1, round(3600 / BURST_SECONDS))
SPEED = effort(3, 8)
EXTENSION = "1001"
KEY_MS = 15
STUCK_SECONDS = 180.0
WARM_UP = 0.25  # of the calls
# For each thousand calls at this desk. The files grow by 3 MB meanwhile, and with them the page caches of the
# connections, up to 16 MB each; objects of Python and Qt have no such reason to grow.
MOST_GROWTH = {"megabytes": 3.0, "objects": 300.0, "qt_objects": 3.0}


class Hour(ReplayServer):
    """Plays the burst so many times, each time as calls of its own."""

    def __init__(self, times: int, speed: float) -> None:
        super().__init__([BURST], speed=speed, fresh_ids=True)
        self._plays *= times  # read once
        self.played, self.played_at = 0, time.monotonic()

    async def _play_one(self, play: list[Part], fresh: bool) -> None:
        await super()._play_one(play, fresh)
        self.played += 1
        self.played_at = time.monotonic()

    def stuck(self) -> str:
        """Where its tasks wait, once nothing was played to its end for long; "" as long as it goes on."""
        if self._running is None or time.monotonic() - self.played_at < STUCK_SECONDS:
            return ""
        tasks = asyncio.all_tasks(self._running)
        return "\n".join(f"{task}: {[str(frame) for frame in task.get_stack()]}" for task in tasks)


def logged(backend: Backend) -> Counter[tuple[str | None, str | None]]:
    """How often a number was logged with an outcome; a call without its one leg is ("nobody", None)."""
    legs = select(CALL.c.number, CALL_LEG.c.outcome).join(CALL_LEG, CALL_LEG.c.call_id == CALL.c.id, isouter=True)
    return Counter(backend.folder.reader.run(lambda c: [tuple(row) for row in c.execute(legs)]))


def counts(backend: Backend) -> tuple[int, int, int]:
    """How many calls, legs, and legs that have ended."""
    queries = (func.count(CALL.c.id), func.count(CALL_LEG.c.id), func.count(CALL_LEG.c.ended_at))
    return tuple(backend.folder.reader.run(lambda c: [c.execute(select(query)).scalar_one() for query in queries]))  # type: ignore[return-value]


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_an_hour_of_calls_loses_nothing_and_holds_no_more_than_the_first_minutes(
    console: Open, data: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    backend = open_backend(data)
    for number in range(0, BURST_CALLS, 2):
        add_customer(backend, f"Caller {number}", f"0900000{number:03}", region="TW")
    backend.close()
    ends = [event for event in events_of(BURST, extension=EXTENSION) if event.event == "ended"]
    expected = Counter({key: n * PLAYS for key, n in Counter((e.number, str(e.outcome)) for e in ends).items()})
    pbx = Hour(PLAYS, SPEED)
    pbx.start()
    caplog.set_level(logging.ERROR)
    try:
        session = console(pbx, EXTENSION)
        agent, samples = Agent(session, qtbot, KEY_MS), list[Sample]()
        broken: list[object] = []
        session.background.broken.connect(broken.append)
        while pbx.played < PLAYS:
            seen = pbx.played
            assert not pbx.stuck(), f"stopped at {seen} plays: {pbx.stuck()}"
            agent.write_a_case()
            collect_due()
            if pbx.played > seen:
                samples.append(sample(session.window, pbx.played * len(ends)))
        assert session.backend is not None
        qtbot.waitUntil(lambda: counts(session.backend)[2] >= sum(expected.values()), timeout=60_000)  # type: ignore[arg-type]
    finally:
        pbx.stop()
    session.window.close()
    report(samples, agent, len(ends))
    assert broken == [] and [record.getMessage() for record in caplog.records] == []
    after = open_backend(data)
    try:
        assert logged(after) == expected
        assert counts(after) == (expected.total(), expected.total(), expected.total())
        assert_typed_is_whole(after, agent)
    finally:
        after.close()
    warm = [s for s in samples if s.calls >= WARM_UP * expected.total()]
    if FULL:
        assert {name: growth(warm, name) <= most for name, most in MOST_GROWTH.items()} == dict.fromkeys(
            MOST_GROWTH, True
        )


def assert_typed_is_whole(backend: Backend, agent: Agent) -> None:
    query = select(CASE.c.reference, CASE.c.summary, CASE.c.description)
    found = backend.folder.reader.run(lambda c: {row[0]: tuple(row[1:]) for row in c.execute(query)})
    assert found == {case.reference: (case.summary, case.description) for case in agent.cases}
    assert agent.cases


def report(samples: list[Sample], agent: Agent, here: int) -> None:
    print(f"{PLAYS * BURST_CALLS} calls, {PLAYS * here} at this desk, at {SPEED} times the pace of the centre;")
    print(f"{agent.keys} keys, {agent.searches} searches, {len(agent.cases)} cases typed and saved")
    warm = [s for s in samples if s.calls >= WARM_UP * PLAYS * here]
    for one in (samples[:1] + warm[:1] + samples[-1:]) if samples else ():
        print(f"after {one.calls} calls: {one.megabytes:.0f} MB, {one.objects} objects, {one.qt_objects} of Qt")
    slopes = {name: round(growth(warm, name), 2) for name in MOST_GROWTH}
    print(f"for each thousand calls after the warm-up: {slopes}, at most {MOST_GROWTH}")
