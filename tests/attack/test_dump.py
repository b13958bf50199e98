"""Nobody reads the customers off by calling what every desk may call, in a loop or in transactions that are undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from tests.attack.scene import SECRET, Scene, age

LIMIT = 12  # a minute, of CUSTOMERS in the store


@pytest.fixture
def limited(scene: Scene) -> Scene:
    """Customers nobody touched of late, and a limit that is less than there are."""
    age(scene)
    with scene.store.session() as at:
        at.raw.execute("SELECT setval(oid::regclass, 0) FROM pg_class WHERE relname LIKE 'quota\\_%' AND relkind = 'S'")
        at.raw.execute("UPDATE sync.lookup_limit SET a_minute = %s, a_day = 100 WHERE role = 'agent'", (LIMIT,))
        at.raw.execute("UPDATE sync.store SET most_held = %s", (LIMIT // 3,))
    return scene


def customers(attacker: psycopg.Connection[Any], scene: Scene, n: int) -> list[Any]:
    return attacker.execute("SELECT * FROM api.customers(ARRAY[%s]::uuid[], 0)", (scene.customers[n],)).fetchall()


def whole(attacker: psycopg.Connection[Any], scene: Scene, n: int) -> list[Any]:
    return attacker.execute("SELECT * FROM api.whole(ARRAY[%s]::uuid[])", (scene.customers[n],)).fetchall()


def rows(attacker: psycopg.Connection[Any], scene: Scene, n: int) -> list[Any]:
    return attacker.execute("SELECT * FROM api.rows(ARRAY[%s]::uuid[])", (scene.customers[n],)).fetchall()


def find(attacker: psycopg.Connection[Any], scene: Scene, n: int) -> list[Any]:
    return attacker.execute("SELECT api.find(%s, '{}')", (f"{SECRET} {n}",)).fetchall()


def whose(attacker: psycopg.Connection[Any], scene: Scene, n: int) -> list[Any]:
    return attacker.execute("SELECT api.whose(%s, %s)", (f"+3493412558{n}", "085521439")).fetchall() or [()]


def in_one_session(attacker: psycopg.Connection[Any], read: Callable[[], Any]) -> Any:
    return read()


def undone(attacker: psycopg.Connection[Any], read: Callable[[], Any]) -> Any:
    """In a transaction that is thrown away, with whatever it wrote down about itself."""
    attacker.execute("BEGIN")
    try:
        return read()
    finally:
        attacker.execute("ROLLBACK")


def in_savepoint(attacker: psycopg.Connection[Any], read: Callable[[], Any]) -> Any:
    with attacker.transaction():
        attacker.execute("SAVEPOINT s")
        try:
            return read()
        finally:
            attacker.execute("ROLLBACK TO SAVEPOINT s")


@pytest.mark.parametrize("way", [in_one_session, undone, in_savepoint])
@pytest.mark.parametrize("call", [customers, whole, rows, find, whose])
def test_a_loop_ends_at_the_limit(limited: Scene, call: Callable[..., list[Any]], way: Callable[..., Any]) -> None:
    told = 0
    with limited.attacker() as attacker, pytest.raises(psycopg.Error, match="too many customers") as refused:
        for n in range(2, len(limited.customers)):  # the first two are of open work
            told += bool(way(attacker, lambda n=n: call(attacker, limited, n)))
    assert refused.value.sqlstate == "RB006"
    assert LIMIT <= told <= LIMIT + 1


def test_several_sessions_have_one_limit(limited: Scene) -> None:
    told, refused = 0, 0
    sessions = [limited.attacker() for _ in range(4)]
    for n in range(2, len(limited.customers)):
        try:
            told += bool(customers(sessions[n % 4], limited, n))
        except psycopg.Error:
            refused += 1
    for session in sessions:
        session.close()
    assert LIMIT <= told <= LIMIT + 1 and refused > 0


def test_changes_made_to_clash_tell_no_more_than_look_ups(limited: Scene) -> None:
    """A conflict says what stands in the row: a change with a wrong base, on purpose, would be a way to read it."""
    desk = limited.desk()
    made = 0
    with pytest.raises(Exception, match="then look again"):
        for customer in limited.customers:
            made += desk.do("customer.edit", customer, name=("wrong", "x")).result == "conflict"
    desk.store.close()
    assert 0 < made <= LIMIT + 1


def test_another_login_has_its_own_limit(limited: Scene) -> None:
    with limited.attacker() as attacker, pytest.raises(psycopg.Error, match="too many"):
        for n in range(2, len(limited.customers)):
            customers(attacker, limited, n)
    with limited.store.connect(limited.bea) as bea:
        assert customers(bea, limited, 5)


def test_no_login_takes_all_prefixes_of_references(own_scene: Scene) -> None:
    hello = "SELECT api.hello(gen_random_uuid(), 'K7', '', '', now(), 1, NULL, NULL)"
    with own_scene.attacker() as attacker, pytest.raises(psycopg.Error) as refused:
        for _ in range(300):
            attacker.execute(hello)
    assert refused.value.sqlstate == "RB011"
    with own_scene.store.connect(own_scene.bea) as bea:
        bea.execute(hello)
