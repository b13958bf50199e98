"""Desks and stores of two versions get on: a store is upgraded while they work, and what the first one wrote opens."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.sync.credentials import VARIABLE
from app.sync.postgres import schema
from app.sync.postgres.store import connect
from app.sync.shared_store import SharedStore
from models.enums import Role, SyncPhase
from tests.app.commands.running import run
from tests.app.sync.seats import Seat
from tests.faults import casework, first_version
from tests.made_store import PASSWORD as OF_COMMANDS
from tests.made_store import MadeStore
from tests.postgres_server import PASSWORD, Store

BEFORE, DURING, AFTER = 4, 30, 4
HEAD = schema.revisions()[0]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)")
AHEAD = re.compile(r"THEN, -?\d+, ")  # how far a desk's clock is
HASH = re.compile(r"'[0-9a-f]{16}'")  # of rows with keys that a store made
MADE_THERE = re.compile(r"(?!0194f0aa)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SIGNATURES = """
SELECT p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid) FROM pg_proc p
WHERE p.pronamespace = 'api'::regnamespace"""
TYPES = """
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'api'::regnamespace AND c.relkind = 'c'"""


@pytest.fixture
def first(no_store: MadeStore, monkeypatch: pytest.MonkeyPatch) -> MadeStore:
    """A store of the first version; commands sign in as the server's superuser."""
    monkeypatch.setenv(VARIABLE, no_store.password)
    first_version.create(no_store)
    return no_store


@pytest.fixture
def newest(no_store: MadeStore) -> Iterator[MadeStore]:
    """A store of this version beside it."""
    store = MadeStore(no_store.server, f"{no_store.name}_new")
    store.create()
    yield store
    store.drop()


@pytest.fixture
def again(no_store: MadeStore) -> Iterator[MadeStore]:
    """Another store that is not there yet."""
    store = MadeStore(no_store.server, f"{no_store.name}_again")
    yield store
    store.drop()


class ServerSeat(Seat):
    """A desk of this program at a store on the server."""

    def __init__(self, folder: Path, store: MadeStore, login: str) -> None:
        self._store = store
        super().__init__(folder, folder / "no file", login)

    def connect(self) -> SharedStore:
        return connect(self._store.address.with_login(self.login), PASSWORD)

    def is_in_step(self) -> bool:
        return self.link.state().phase == SyncPhase.ONLINE and self.has_sent_all()

    def is_told_to_ask(self) -> bool:
        """Whether the window says that the store has to be upgraded."""
        state = self.link.state()
        return state.phase == SyncPhase.REFUSED and "upgrade" in str(state.error)


def test_a_store_is_upgraded_while_a_desk_sends_and_nothing_is_lost(
    first: MadeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seat = ServerSeat(tmp_path / "desk", first, first_version.add(first, "bea"))
    saved = [f"before {n}" for n in range(BEFORE)]
    seat.link.start()
    for summary in saved:
        casework.save_case(seat.backend, summary)
    seat.until(lambda: seat.is_in_step() or seat.is_told_to_ask())

    def work() -> None:
        for n in range(DURING):
            casework.save_case(seat.backend, f"during {n}")
            saved.append(f"during {n}")

    at_work = threading.Thread(target=work)
    at_work.start()
    ran = run(capsys, "store", "upgrade", first.url)
    at_work.join()
    assert (ran.code, ran.rows[0]["version"]) == (0, HEAD), ran.error
    for n in range(AFTER):
        casework.save_case(seat.backend, f"after {n}")
        saved.append(f"after {n}")
    seat.link.poke()
    seat.until(seat.is_in_step)
    seat.close()
    assert casework.wrong_with(Store(first.server, first.name), saved, ()) == []
    assert run(capsys, "store", "verify", first.url).rows[0]["problems"] == []


def test_a_desk_of_the_first_version_is_answered_by_this_one_as_it_was_by_its_own(
    first: MadeStore, newest: MadeStore
) -> None:
    old = first_version.life(first, first.login("anna"))
    new = first_version.life(newest, newest.login("anna"), OF_COMMANDS)
    for name, said in old.items():
        assert _alike(new[name], newest) == _alike(said, first), name
    results = [line[1] for number in (0, 1) for line in old[f"push {number}"]]
    assert set(results) == {"applied", "conflict", "refused", "parked"}  # all there is was tried


def test_what_the_first_version_can_call_is_there_with_the_same_types(first: MadeStore, newest: MadeStore) -> None:
    for query in (SIGNATURES, TYPES):
        then, now = set(first.ask(query)), set(newest.ask(query))
        assert then and then <= now, then - now


def test_a_backup_of_the_first_version_is_restored_into_this_one_and_its_desk_goes_on(
    first: MadeStore, again: MadeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = first_version.life(first, first_version.add(first, "bea", Role.ADMINISTRATOR))
    file = tmp_path / "monday.rb"
    assert run(capsys, "store", "backup", first.url, file).code == 0
    assert run(capsys, "store", "restore", again.url, file).code == 0
    found = run(capsys, "store", "status", again.url).rows[0]
    assert (found["version"], found["seq"]) == (HEAD, first.ask("SELECT seq FROM sync.counter")[0][0])
    assert run(capsys, "store", "verify", again.url).rows[0]["problems"] == []
    bea = first.login("bea")  # logins keep their names
    after = {name: first_version.asked(again, bea, name) for name in ("answers", "pull", "find", "whose", "team_rows")}
    assert after == {name: answers[name] for name in after}


def test_a_store_of_a_later_version_is_left_alone(first: MadeStore, capsys: pytest.CaptureFixture[str]) -> None:
    with first.session() as at:
        at.raw.execute("UPDATE sync.alembic_version SET version_num = '9999'")
    ran = run(capsys, "store", "upgrade", first.url)
    assert ran.code != 0
    assert "newer" in ran.error and "Traceback" not in ran.error
    assert first.ask("SELECT version_num FROM sync.alembic_version") == [("9999",)]


def _alike(said: Any, store: MadeStore) -> str:
    """Return an answer without what the store itself made up: its name, its keys and its clock."""
    text = repr(said).replace(store.name, "STORE")
    text = MOMENT.sub("THEN", re.sub(r"datetime\.datetime\([^)]*\)+", "THEN", text))
    return HASH.sub("HASH", MADE_THERE.sub("KEY", AHEAD.sub("THEN, MS, ", text)))
