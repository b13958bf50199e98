"""A first sync: all that others made is there and found, with this desk's own on top, wherever it was stopped."""

from __future__ import annotations

from collections import deque
from typing import Any
from uuid import UUID

import pytest

from app.errors import TransientError
from app.sync.steps.fill import Filling, who_is_here
from app.sync.steps.take import fetch
from models.base import utc_now, uuid7
from models.cache import COPIES
from models.enums import Role
from tests.app.sync.steps.conftest import Open
from tests.app.sync.steps.desks import SyncedDesk

AT = {"began_at": utc_now(), "direction": "in"}
CASE = {"kind": "complaint", "severity": "normal", "summary": "Late", "status": "open", "opened_at": utc_now()}
CLOSED = {"status": "closed", "closed_at": utc_now()}
PROMISE = {"what": "Ring back", "channel": "phone", "due_at": utc_now(), "time_zone": "UTC", "status": "open"}
SURNAMES = ("Puig", "Vila", "Serra", "王", "Roca")


@pytest.fixture
def one(open_desk: Open) -> SyncedDesk:
    """A desk of the team whose customers have something of each kind."""
    desk = open_desk("one", role=Role.SUPERVISOR)
    for n, surname in enumerate(SURNAMES):
        of, call, case, promise = uuid7(), uuid7(), uuid7(), uuid7()
        desk.save("customer.create@1", of, kind="person", name=f"Maria {surname}", number=f"C-00010{n}")
        desk.save("contact_point.create@1", uuid7(), customer_id=of, kind="phone", value=f"972 00 00 0{n}")
        desk.save("call.log@1", call, customer_id=of, **AT)
        for extension in ("101", "102"):
            legs = {"answered_at": utc_now(), "ended_at": utc_now(), "agent": "Júlia"} if extension == "102" else {}
            desk.save("call_leg.log@1", uuid7(), call_id=call, extension=extension, began_at=utc_now(), **legs)
        desk.save("case.create@1", case, customer_id=of, reference=f"A2-0000{n}-K", **CASE)
        desk.save("case_event.create@1", uuid7(), case_id=case, kind="opened", at=utc_now())
        desk.save("case.create@1", uuid7(), customer_id=of, reference=f"A2-0001{n}-K", **CASE | CLOSED)
        desk.save("follow_up.create@1", uuid7(), customer_id=of, **PROMISE)
        desk.save("follow_up.create@1", promise, customer_id=of, **PROMISE)
        desk.save("follow_up.edit@1", promise, deleted_at=(None, utc_now()))
    desk.sync()
    return desk


def everything(desk: SyncedDesk) -> dict[str, set[tuple[Any, ...]]]:
    with desk.reads.connect() as connection:
        return {
            table.name: set(map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{table.name}"'))) for table in COPIES
        }


def finds(desk: SyncedDesk, token: str) -> set[UUID]:
    return {UUID(bytes=of) for word, of in everything(desk)["search_token"] if word == token}


def fill_whole(desk: SyncedDesk) -> None:
    filling, store = Filling(), desk.online()
    while filling.step(store, desk.files):
        pass


def customers(desk: SyncedDesk) -> list[UUID]:
    return desk.online().working_set()


@pytest.mark.parametrize("teams", [(1,), (2,)])
def test_a_filled_cache_is_as_one_to_which_the_rows_came_one_by_one(
    one: SyncedDesk, open_desk: Open, teams: tuple[int, ...]
) -> None:
    """Of team 2 nothing was here before; of team 1 its open work."""
    filled, slow = open_desk("two", "pau", teams=teams), open_desk("three", "pau", teams=teams)
    fill_whole(filled)
    slow.cache.hold(customers(slow))
    fetch(slow.online(), slow.files, customers(slow), 0, 1)
    assert len(everything(filled)["customer"]) == len(SURNAMES)
    assert everything(filled) == everything(slow)
    assert finds(filled, "王") and len(finds(filled, "maria")) == len(SURNAMES)


def test_what_this_desk_saved_and_not_yet_sent_stays_on_top(one: SyncedDesk, open_desk: Open) -> None:
    two = open_desk("two", "pau")
    fill_whole(two)
    of, case = customers(two)[0], next(row[0] for row in two.cache.open_work())
    closed = next(UUID(bytes=row[0]) for row in everything(two)["case"] if "closed" in row)
    two.save("customer.edit@1", of, name=(two.get("customer", of).name, "Montserrat Puig"))
    two.save("case.edit@1", case, status=("open", "closed"), closed_at=(None, utc_now()))
    two.save("case.edit@1", closed, summary=("Late", "Late and wet"))
    leg = two.save("call_leg.log@1", uuid7(), call_id=_call(two), extension="103", began_at=utc_now(), agent="Pau")
    before = everything(two)
    two.cache.begin(two.welcome.store, two.welcome.cursor, (1,), two.outbox.shown_from())
    two.cache.push(two.outbox.device, two.outbox.pending(99))
    fill_whole(two)
    after = everything(two)
    assert two.get("customer", of).name == "Montserrat Puig"
    assert (finds(two, "montserrat"), two.get("case", case).status) == ({of}, "closed")
    assert two.get("case", closed).summary == "Late and wet"
    assert two.get("call_leg", leg.entity) is not None
    assert {name for name in before if before[name] != after[name]} == set()


def test_where_a_line_broke_it_goes_on(one: SyncedDesk, open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sync.steps.poured.FIRST_ASKED", 2)
    monkeypatch.setattr("app.sync.steps.searchable.FIRST_TOGETHER", 2)
    monkeypatch.setattr("app.sync.steps.searchable.MOST_TOGETHER", 2)
    monkeypatch.setattr("app.sync.steps.searchable.MOST_READ", 1)
    two = open_desk("two", "pau", teams=(2,))
    store, whole, asked = two.online(), two.online().whole, []

    def breaking(ids: list[UUID], meanwhile: Any) -> Any:
        asked.extend(ids)
        if len(asked) == 3 + 1:
            raise TransientError("The shared store cannot be reached", "cut")
        meanwhile()
        return whole(ids)

    monkeypatch.setattr(store, "whole", breaking)
    filling = Filling()
    with pytest.raises(TransientError):
        while filling.step(store, two.files):
            pass
    deque(who_is_here(two.files), maxlen=0)
    assert len(finds(two, "maria")) == 2
    before = len(asked)
    while filling.step(store, two.files):
        pass
    assert len(asked) - before == len(SURNAMES) - 2
    assert len(finds(two, "maria")) == len(SURNAMES)


@pytest.mark.parametrize("steps", range(1, 12))
def test_a_cache_begun_anew_in_the_middle_is_filled_from_the_start(
    one: SyncedDesk, open_desk: Open, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    monkeypatch.setattr("app.sync.steps.team_work.MOST_ROWS", 3)
    monkeypatch.setattr("app.sync.steps.poured.FIRST_ASKED", 2)
    monkeypatch.setattr("app.sync.steps.poured.FEWEST_ASKED", 2)
    one.save("case.create@1", UUID(int=1), reference="A2-00009-K", **CASE)  # on the first page, and about nobody
    one.sync()
    two, three = open_desk("two", "pau"), open_desk("three", "pau")
    fill_whole(three)
    filling, store = Filling(), two.online()
    for _ in range(steps):
        filling.step(store, two.files)
    two.cache.begin(two.welcome.store, two.welcome.cursor, (1,), two.outbox.shown_from())
    while filling.step(store, two.files):
        pass
    assert everything(two) == everything(three)


@pytest.mark.parametrize("is_online", [True, False])
def test_stopped_among_the_tokens_nobody_is_found_by_what_they_were_called(
    one: SyncedDesk, open_desk: Open, monkeypatch: pytest.MonkeyPatch, is_online: bool
) -> None:
    """Whether it goes on with the store or, for now, with whom it has."""
    monkeypatch.setattr("app.sync.steps.searchable.MOST_TOKENS", 3)
    two = open_desk("two", "pau", teams=(2,))
    filling, store = Filling(), two.online()
    while not two.cache.standing().is_indexing or not finds(two, "maria"):
        filling.step(store, two.files)
    of = next(iter(finds(two, "maria")))
    one.save("customer.edit@1", of, name=(one.get("customer", of).name, "Montserrat"))
    one.sync()
    fetch(store, two.files, [of], 0, 1)  # somebody looks them up meanwhile
    if is_online:
        two.sync()
    else:
        deque(who_is_here(two.files), maxlen=0)
    assert (of in finds(two, "maria"), finds(two, "montserrat")) == (False, {of})
    assert len(finds(two, "maria")) == len(SURNAMES) - 1


def test_a_change_between_tokens_and_text_leaves_no_token_behind(
    one: SyncedDesk, open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sync.steps.searchable.MOST_TOKENS", 3)
    two = open_desk("two", "pau", teams=(2,))
    filling, store = Filling(), two.online()
    while not two.cache.standing().is_indexing:
        filling.step(store, two.files)
    of = customers(one)[0]
    one.save("customer.edit@1", of, name=(one.get("customer", of).name, "Montserrat"))
    one.sync()
    fetch(store, two.files, [of], 0, 1)
    while filling.step(store, two.files):
        pass
    assert (of in finds(two, "maria"), finds(two, "montserrat")) == (False, {of})
    assert len(finds(two, "maria")) == len(SURNAMES) - 1


def test_one_with_very_many_rows_comes_a_part_at_a_time(
    one: SyncedDesk, open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sync.steps.poured.MOST_POURED", 3)
    two, three = open_desk("two", "pau", teams=(2,)), open_desk("three", "pau", teams=(2,))
    fill_whole(two)
    monkeypatch.undo()
    fill_whole(three)
    assert everything(two) == everything(three)


def _call(desk: SyncedDesk) -> UUID:
    with desk.reads.connect() as connection:
        return UUID(bytes=connection.exec_driver_sql("SELECT id FROM call LIMIT 1").scalar_one())
