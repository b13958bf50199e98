"""Loading in bulk: what is derived is what operations would derive; a stop loses nothing, and the rest follows."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, select, text

from app.errors import KnownError
from app.sample import ahead, load
from app.sample.rows import TABLES, Rows
from app.sample.state import State
from app.sample.world import Recipe, Size, World
from app.storage.folder import DataFolder
from app.storage.operations import ENTITIES
from app.storage.unit_of_work import UnitOfWork
from models.migrations import HEADS
from tests import laid_out

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
RECIPE = Recipe.of(5, "TW", NOW, Size(90, 200, 30), chunk=30)
STEPS = RECIPE.chunks + 2  # and begin, and tokens


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[DataFolder]:
    folder = DataFolder(laid_out.folder(tmp_path / "bulk"), unfinished=True)
    yield folder
    folder.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What a filling that nothing stopped leaves: rows, and all else the file holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        folder = DataFolder(tmp_path_factory.mktemp("whole"), unfinished=True)
        load.fill(folder, RECIPE)
        yield contents(folder)
        folder.close()


def stored(folder: DataFolder, table: str) -> list[tuple[Any, ...]]:
    rows = folder.reader.run(lambda connection: connection.execute(select(TABLES[table])).all())
    return sorted((tuple(row) for row in rows), key=repr)


def contents(folder: DataFolder) -> dict[str, Any]:
    schema = text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
    found = folder.reader.run(lambda connection: [tuple(row) for row in connection.execute(schema)])
    return {table: stored(folder, table) for table in TABLES} | {"schema": found}


def stop_at(step: int) -> load.Progress:
    left = iter(range(step))

    def progress(_: State) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt

    return progress


def test_bulk_loading_derives_what_operations_derive(folder: DataFolder, whole: dict[str, Any]) -> None:
    tables = ("customer", "contact_point", "call", "call_leg", "case", "case_event", "follow_up")

    def write(unit: UnitOfWork) -> None:
        for table in tables:
            names = [column.name for column in ENTITIES[table].columns]
            for row in whole[table]:
                values = dict(zip(names, row, strict=True))
                entity = values.pop("id")
                del values["revision"]
                assert isinstance(entity, UUID)
                unit.create(table, values, entity)

    assert folder.writer is not None
    folder.writer.submit(write).result()
    for table in (*tables, "search_text", "search_token"):
        assert whole[table] == stored(folder, table)
        assert whole[table]
    notes = [row for row in whole["interaction"] if "note" in row]
    assert notes
    assert [row for row in whole["interaction"] if row not in notes] == stored(folder, "interaction")


def test_the_store_is_made_as_any_other(whole: dict[str, Any], folder: DataFolder) -> None:
    assert whole["schema"] == contents(folder)["schema"]


@pytest.mark.parametrize("step", range(STEPS + 3))
def test_what_was_stopped_goes_on_to_the_same_rows_and_indexes(
    empty: DataFolder, whole: dict[str, Any], step: int
) -> None:
    with pytest.raises(KeyboardInterrupt):
        load.fill(empty, RECIPE, stop_at(step))
    told: list[int] = []
    later = Recipe.of(5, "TW", datetime(2026, 12, 24, 12, 0, tzinfo=UTC), RECIPE.size)
    load.fill(empty, later, lambda state: told.append(state.chunks))
    assert told[0] == min(step, RECIPE.chunks)  # it did not begin anew
    assert contents(empty) == whole


@pytest.mark.parametrize("page", [60, 90, 110])
def test_a_full_disk_is_said_and_the_same_command_goes_on(
    empty: DataFolder, whole: dict[str, Any], page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = empty.store_engine()
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA max_page_count = {page}"))
    with monkeypatch.context() as patch:
        patch.setattr(empty, "store_engine", lambda: engine)
        with pytest.raises(KnownError, match="the same command") as told:
            load.fill(empty, RECIPE)
    assert told.value.title == "The disk is full"
    load.fill(empty, RECIPE)
    assert contents(empty) == whole


def test_until_it_is_filled_nobody_else_opens_the_folder(empty: DataFolder) -> None:
    for step in (0, 2, STEPS):
        with pytest.raises(KeyboardInterrupt):
            load.fill(empty, RECIPE, stop_at(step))
        with pytest.raises(KnownError, match="goes on where it stopped"):
            DataFolder(empty.path)
        load.check_may_fill(empty, RECIPE)
    load.fill(empty, RECIPE)
    DataFolder(empty.path).close()
    with pytest.raises(KnownError, match="holds customers"):
        load.check_may_fill(empty, RECIPE)
    with pytest.raises(KnownError, match="holds customers"):
        load.fill(empty, RECIPE)


def test_ctrl_c_ends_a_long_step_of_the_engine(empty: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    monkeypatch.setattr(load, "ORDER_TOKENS", endless)
    before = signal.signal(signal.SIGUSR1, interrupt)
    try:
        threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGUSR1)).start()
        with pytest.raises(KeyboardInterrupt):
            load.fill(empty, RECIPE)
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_a_sample_begun_by_another_version_is_not_gone_on_with(
    empty: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyboardInterrupt):
        load.fill(empty, RECIPE, stop_at(1))
    monkeypatch.setitem(HEADS, "store", "9999")
    with pytest.raises(KnownError, match="another version"):
        DataFolder(empty.path, unfinished=True)


def test_another_world_does_not_go_into_a_half_made_one(empty: DataFolder, whole: dict[str, Any]) -> None:
    with pytest.raises(KeyboardInterrupt):
        load.fill(empty, RECIPE, stop_at(1))
    for other in (Recipe.of(6, "TW", NOW, RECIPE.size), Recipe.of(5, "ES", NOW, RECIPE.size)):
        with pytest.raises(KnownError, match="--customers 90 --interactions 200 --cases 30 --seed 5 --region TW"):
            load.fill(empty, other)
    load.fill(empty, RECIPE)
    assert contents(empty) == whole


def test_two_fillings_at_once_are_one_and_a_sentence(empty: DataFolder, whole: dict[str, Any]) -> None:
    def other(state: State) -> None:
        if state.chunks == 1:
            load.fill(empty, RECIPE)

    with pytest.raises(KnownError, match="Another process"):
        load.fill(empty, RECIPE, other)
    assert contents(empty) == whole


def test_a_chunk_that_fails_is_not_there_at_all(empty: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad, _ = World(RECIPE).chunks()
    bad.tables["interaction"].append(bad.tables["interaction"][-1])
    monkeypatch.setattr(ahead, "chunks", lambda *_: iter([good, bad]))
    with pytest.raises(Exception, match="UNIQUE"):
        load.fill(empty, RECIPE)
    assert len(stored(empty, "customer")) == 30
    monkeypatch.undo()
    load.fill(empty, RECIPE)
    assert len(stored(empty, "customer")) == 90


def test_a_small_world_goes_in_at_once_or_not_at_all(empty: DataFolder, whole: dict[str, Any]) -> None:
    small = World(Recipe.of(5, "TW", NOW, RECIPE.size))
    (bad,), (good,) = small.chunks(), small.chunks()
    bad.tables["search_token"].append(bad.tables["search_token"][-1])
    with pytest.raises(Exception, match="UNIQUE"):
        load.load_at_once(empty, bad)
    assert not stored(empty, "customer")
    load.load_at_once(empty, good)
    assert len(stored(empty, "customer")) == 90 and contents(empty)["schema"] == whole["schema"]


def test_a_world_made_in_another_process_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    here = [rows.tables for rows in World(RECIPE).chunks()]
    monkeypatch.setattr(ahead, "WORTH_IT", 1)
    assert [rows.tables for rows in ahead.chunks(RECIPE)] == here
    assert [rows.tables for rows in ahead.chunks(RECIPE, 1)] == here[1:]


def test_the_other_process_ends_when_nobody_wants_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTH_IT", 1)
    made = ahead.chunks(RECIPE)
    assert isinstance(next(iter(made)), Rows)
    assert isinstance(made, Iterator) and hasattr(made, "close")
    made.close()
    assert not multiprocessing.active_children()


def test_an_empty_folder_may_be_filled(folder: DataFolder) -> None:
    load.check_empty(folder)
    load.check_may_fill(folder, RECIPE)
