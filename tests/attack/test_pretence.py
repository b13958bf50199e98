"""What api itself is asked to do for somebody it is not for: another's device, name, team or time; all refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from app.errors import KnownError
from app.storage.local_store import ClonedDeviceError, GapError, Result
from models.base import utc_now, uuid7
from tests.app.sync.contract.desks import At, new
from tests.attack.scene import Scene


@pytest.fixture
def desk(scene: Scene) -> Iterator[At]:
    opened = scene.desk()
    yield opened
    opened.store.close()


def refused(result: Result, reason: str) -> None:
    assert result.result == "refused" and reason in (result.reason or ""), result


def test_another_teams_work_is_not_changed(scene: Scene, desk: At) -> None:
    before = desk.read(scene.case)
    for field, pair in {
        "summary": ("Secret of Business", "x"), "team": (2, 1), "status": ("received", "closed"),
        "owner": (None, "Mallory"), "deleted_at": (None, utc_now()), "closed_at": (None, utc_now()),
    }.items():  # fmt: skip
        refused(desk.do("case.edit", scene.case, **{field: pair}), "may not change")
    assert desk.read(scene.case) == before


def test_supervisors_fields_are_not_an_agents(scene: Scene, desk: At) -> None:
    one, other = scene.customers[:2]
    refused(desk.do("customer.edit", one, merged_into=(None, str(other))), "may not change")
    refused(desk.do("customer.edit", one, deleted_at=(None, utc_now())), "may not change")
    refused(desk.do("case.edit", scene.own_case, reference=(None, "K7-1")), "may not change")
    refused(desk.do("conflict.create", uuid7(), table="case", field="x"), "")


def test_nothing_is_said_in_anothers_name(scene: Scene, desk: At) -> None:
    event = new("case_event", case_id=scene.own_case, actor="Bea")
    refused(desk.do("case_event.create", uuid7(), **event), "is not who sent it")
    leg = new("call_leg", agent="Anna")
    refused(desk.do("call_leg.log", uuid7(), **leg), "is not who sent it")


@pytest.mark.parametrize("days", [-400, -36, 2, 400])
def test_nothing_is_backdated_or_set_ahead(desk: At, days: int) -> None:
    moment = utc_now() + timedelta(days=days)
    refused(desk.do("case.create", uuid7(), **new("case", opened_at=moment)), "too long ago or still to come")
    refused(desk.do("call.log", uuid7(), **new("call", began_at=moment)), "too long ago or still to come")


def test_the_time_of_the_log_is_the_servers_whatever_the_desk_claims(scene: Scene, desk: At) -> None:
    case = desk.make("case")
    ((taken, said),) = scene.store.ask(
        f"SELECT now() - taken_at < interval '1 minute', login FROM sync.op_log WHERE entity = '{case}'"
    )
    assert (taken, said) == (True, scene.mallory)


def test_anothers_device_is_of_no_use(scene: Scene, desk: At) -> None:
    stolen = At.__new__(At)
    stolen.store, stolen.name, stolen.device, stolen.n, stolen.prefix = desk.store, "", scene.device, 100, "K7"
    for attempt in (
        stolen.hello,
        lambda: stolen.do("customer.create", uuid7(), **new("customer")),
        lambda: desk.store.last_n(scene.device),
        lambda: desk.store.begin_after(scene.device, 5),
    ):
        with pytest.raises(KnownError, match="another login"):
            attempt()
    assert desk.store.answers(scene.device, 0, 100) == []


def test_a_numbers_gap_and_repetition_are_told_apart_from_a_replay(desk: At) -> None:
    one = desk.op("customer.create", uuid7(), new("customer"))
    first = desk.push(one)
    assert desk.push(one) == first
    with pytest.raises(ClonedDeviceError):
        desk.push(desk.op("customer.create", uuid7(), new("customer"), n=1))
    with pytest.raises(GapError):
        desk.push(desk.op("customer.create", uuid7(), new("customer"), n=9))


def test_an_operation_of_somebody_else_is_neither_told_nor_taken(scene: Scene, desk: At) -> None:
    with scene.attacker() as attacker, pytest.raises(psycopg.Error):
        attacker.execute(
            "SELECT * FROM api.push(%s, jsonb_build_array(jsonb_build_object('op_id', %s::text, 'n', 1, 'kind', "
            "'customer.create@1', 'entity', gen_random_uuid(), 'at', now(), 'body', '{}'::jsonb)))",
            (desk.device, str(scene.operation)),
        )


HOSTILE: list[dict[str, Any]] = [
    {"name": "x'; DROP TABLE app.customer; --"},
    {"name": {"$ne": 1}},
    {"name": ["x"] * 1000},
    {"name": "x", "revision": 1000},
    {"name": "x", "id": str(UUID(int=0))},
    {"name": "x", "name); DELETE FROM sync.op_log; --": "x"},
    {"name": "x", "since": "infinity"},
    {"name": "x", "since": "now"},
    {"name": "x", "merged_into": "not a uuid"},
    {"name": "x" * 2_000_000},
]


@pytest.mark.parametrize("values", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_are_stored_as_text_or_refused(scene: Scene, desk: At, values: dict[str, Any]) -> None:
    count = scene.store.ask("SELECT count(*) FROM app.customer")[0][0]
    result = desk.do("customer.create", entity := uuid7(), kind="person", **values)
    if result.result == "applied":
        assert desk.fields(entity)["name"] == values["name"]
        count += 1
    else:
        assert result.result == "refused" and result.reason
    assert scene.store.ask("SELECT count(*) FROM app.customer")[0][0] == count
    assert scene.store.ask("SELECT count(*) FROM sync.op_log")[0][0] > 0


def test_a_value_of_a_thousand_nested_lists_is_taken_or_refused_and_holds_nobody_up(scene: Scene, desk: At) -> None:
    deep: Any = 0
    for _ in range(900):
        deep = [deep]
    refused(desk.do("customer.create", uuid7(), kind="person", name=deep), "is not a text")
    assert scene.store.desk(scene.bea).make("customer")
