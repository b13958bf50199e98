"""Nobody holds the others up: whoever tries is ended, or has no hold on them at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from app.errors import TransientError
from models.base import uuid7
from tests.app.sync.contract.desks import START, At
from tests.attack.scene import Scene

WITHIN_S = 8.0  # two seconds until a holder may be ended, and a desk's tries


def save_within(desk: At, seconds: float) -> float:
    """Push until it is taken, as a desk does; returns how long that took."""
    begun = time.monotonic()
    operation = desk.op("customer.create", uuid7(), {"kind": "person", "name": "Urgent"})
    while True:
        try:
            assert desk.push(operation)[0].result == "applied"
            return time.monotonic() - begun
        except TransientError:
            assert time.monotonic() - begun < seconds


def push_and_hold(attacker: psycopg.Connection[Any], scene: Scene) -> None:
    attacker.execute("SELECT api.hello(%s, 'K8', '', '', now(), 1, NULL, NULL)", (device := uuid7(),))
    attacker.execute("BEGIN")
    attacker.execute(
        "SELECT * FROM api.push(%s, jsonb_build_array(jsonb_build_object('op_id', gen_random_uuid(), 'n', 1, 'kind', "
        "'customer.create@1', 'entity', gen_random_uuid(), 'at', now(), 'body', "
        "jsonb_build_object('kind', jsonb_build_object('new', 'person'), 'name', jsonb_build_object('new', 'x')))))",
        (device,),
    )


def begin_and_hold(attacker: psycopg.Connection[Any], scene: Scene) -> None:
    attacker.execute("BEGIN")
    attacker.execute("SELECT api.begin_after(gen_random_uuid(), 5)")


def greet_and_hold(attacker: psycopg.Connection[Any], scene: Scene) -> None:
    attacker.execute("BEGIN")
    attacker.execute("SELECT api.hello(gen_random_uuid(), 'K9', '', '', now(), 1, NULL, NULL)")


def look_and_hold(attacker: psycopg.Connection[Any], scene: Scene) -> None:
    attacker.execute("BEGIN")
    attacker.execute("SELECT api.find('anybody', '{}')")


def serializable(attacker: psycopg.Connection[Any], scene: Scene) -> None:
    attacker.execute("BEGIN ISOLATION LEVEL SERIALIZABLE")
    attacker.execute("SELECT * FROM api.pull(0, 500)")


def listen_to_everything(attacker: psycopg.Connection[Any], scene: Scene) -> None:
    attacker.execute("BEGIN")
    for channel in range(300):
        attacker.execute(f"LISTEN channel_{channel}".encode())
    attacker.execute("COMMIT")
    attacker.execute("BEGIN")
    attacker.execute("SELECT 1")


HOLDS = [push_and_hold, begin_and_hold, greet_and_hold, look_and_hold, serializable, listen_to_everything]


@pytest.mark.parametrize("hold", HOLDS)
def test_a_colleague_saves_greets_and_looks_up_all_the_same(
    scene: Scene, hold: Callable[[psycopg.Connection[Any], Scene], None]
) -> None:
    bea = scene.store.desk(scene.bea)
    attacker = scene.attacker()
    hold(attacker, scene)
    took = save_within(bea, WITHIN_S)
    begun = time.monotonic()
    while (again := greeted(scene)) is None:
        assert time.monotonic() - begun < WITHIN_S
    assert again.store.find("Núria") != []
    assert took < WITHIN_S
    for desk in (bea, again):
        desk.store.close()
    attacker.close()


def greeted(scene: Scene) -> At | None:
    """Return a new desk that the store has greeted for the first time, None where it must try again."""
    try:
        return scene.store.desk(scene.bea)
    except TransientError:
        return None


@pytest.mark.parametrize("table", ["sync.counter", "app.customer", "sync.op_log"])
@pytest.mark.parametrize("mode", ["ACCESS EXCLUSIVE", "SHARE", "ACCESS SHARE"])
def test_no_table_can_be_locked(scene: Scene, table: str, mode: str) -> None:
    with scene.attacker() as attacker, pytest.raises(psycopg.errors.InsufficientPrivilege):
        attacker.execute("BEGIN")
        attacker.execute(f"LOCK TABLE {table} IN {mode} MODE".encode())


def test_a_transaction_cannot_be_left_prepared(scene: Scene) -> None:
    with scene.attacker() as attacker, pytest.raises(psycopg.Error) as refused:
        attacker.execute("BEGIN")
        attacker.execute("PREPARE TRANSACTION 'x'")
    assert refused.value.sqlstate == "55000"  # max_prepared_transactions is 0; `store verify` says so if it is not


def test_a_login_has_few_connections(scene: Scene) -> None:
    opened: list[psycopg.Connection[Any]] = []
    with pytest.raises(psycopg.OperationalError, match="too many connections for role"):
        for _ in range(20):
            opened.append(scene.attacker())
    assert len(opened) <= 8
    for attacker in opened:
        attacker.close()


def test_a_forged_notice_is_a_hint_and_nothing_more(scene: Scene) -> None:
    """Whatever stands in it, the desk asks the store, and goes on from its own cursor."""
    bea = scene.store.desk(scene.bea)
    _, _, cursor = bea.pull(START)
    with scene.attacker() as attacker:
        for payload in ("999999999", "-1", "'; DROP TABLE x; --", "", "x" * 7000):
            attacker.execute("SELECT pg_notify('ringbook', %s)", (payload,))
    assert bea.store.wait(5.0)
    rows, touched, after = bea.pull(cursor)
    assert (rows, touched, after) == ({}, {}, cursor)
    bea.store.close()


def test_a_flood_of_notices_holds_nobody_up(scene: Scene) -> None:
    bea = scene.store.desk(scene.bea)
    with scene.attacker() as attacker:
        attacker.execute("SELECT pg_notify('ringbook', repeat('x', 50) || i) FROM generate_series(1, 20000) i")
    assert save_within(bea, WITHIN_S) < WITHIN_S
    bea.store.close()


def test_unblock_ends_nobody_who_holds_nothing(scene: Scene) -> None:
    bea = scene.store.connect(scene.bea)
    bea.execute("BEGIN")
    bea.execute("SELECT 1")
    time.sleep(2.2)
    with scene.attacker() as attacker:
        assert attacker.execute("SELECT api.unblock()").fetchone() == (0,)
    bea.execute("SELECT 1")
    bea.close()
