"""The clock is set back and forward between saves and across starts: order and references do not depend on it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import models.base
from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.follow_ups.records import NewFollowUp
from app.storage.verify import verify_folder
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.faults import worlds

DAY = timedelta(days=1)
JUMPS = [timedelta(), -DAY, DAY, timedelta(days=-3650), timedelta(days=3650), timedelta(hours=-1), timedelta()]


class Clock:
    """The time of this process, that many hours or years wrong."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.wrong = timedelta()
        ns, real = time.time_ns, models.base.utc_now
        patch.setattr(time, "time_ns", lambda: ns() + self.wrong // timedelta(microseconds=1) * 1000)
        for module in [m for m in sys.modules.values() if getattr(m, "utc_now", None) is real]:
            patch.setattr(module, "utc_now", self.now)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.wrong


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    yield Clock(monkeypatch)


def live(backend: Backend, clock: Clock, told: list[str]) -> None:
    """A case with a promise in an hour, kept as a draft before, and its withdrawal and another one."""
    backend.drafts.keep("call:1", {"summary": f"draft {len(told)}"}).result()
    due = clock.now() + timedelta(hours=1)
    promise = NewFollowUp("call back", due, "Europe/Madrid", number="+34934445566")
    case = NewCase(CaseKind.COMPLAINT, f"case {len(told)}", number="+34934445566")
    saved = backend.wrap_up.save(WrapUp(case, promise, draft_key="call:1"), applied=True).result()
    told.append(saved.reference)
    backend.wrap_up.withdraw(saved).result()
    told.append(worlds.save(backend, f"kept {len(told)}"))


@pytest.mark.parametrize("restarts", [True, False])
def test_every_save_is_there_once_in_the_order_of_saving(restarts: bool, clock: Clock, tmp_path: Path) -> None:
    told: list[str] = []
    backend = open_backend(tmp_path)
    for jump in JUMPS:
        clock.wrong = jump
        if restarts:
            backend.close()
            backend = open_backend(tmp_path)
        live(backend, clock, told)
    assert told == sorted(told) and len(set(told)) == len(told), "references count on"
    assert set(told) == worlds.cases(backend).keys()
    backend.close()
    assert verify_folder(tmp_path) == []


def test_a_promise_is_due_when_the_clock_says_so_whatever_it_said_before(clock: Clock, tmp_path: Path) -> None:
    backend = open_backend(tmp_path)
    promised = clock.now() + timedelta(hours=1)
    promise = NewFollowUp("call back", promised, "Europe/Madrid", number="+34934445566")
    case = NewCase(CaseKind.COMPLAINT, "late", number="+34934445566")
    backend.wrap_up.save(WrapUp(case, promise), applied=True).result()
    for jump, due in ((-DAY, False), (timedelta(), False), (DAY, True), (timedelta(days=3650), True)):
        clock.wrong = jump
        rows = backend.reads.promises_due_before(clock.now())
        assert [row.due_at for row in rows] == ([promised] if due else [])
    backend.close()


def test_drafts_of_a_clock_in_the_future_come_back(clock: Clock, tmp_path: Path) -> None:
    clock.wrong = timedelta(days=3650)
    backend = open_backend(tmp_path)
    backend.drafts.keep("call:1", {"summary": "from the future"}).result()
    backend.close()
    clock.wrong = timedelta()
    backend = open_backend(tmp_path)
    backend.drafts.keep("call:2", {"summary": "from today"}).result()
    assert {draft.key for draft in backend.drafts.all().result()} == {"call:1", "call:2"}
    backend.close()
