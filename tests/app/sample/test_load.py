"""Loading in bulk: what is derived is what operations would derive, and a stop leaves whole chunks."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.errors import KnownError
from app.sample import ahead
from app.sample.load import check_empty, load
from app.sample.rows import TABLES, Rows
from app.sample.world import Size, World
from app.storage.folder import DataFolder
from app.storage.operations import ENTITIES
from app.storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def stored(folder: DataFolder, table: str) -> list[tuple[Any, ...]]:
    rows = folder.reader.run(lambda connection: connection.execute(select(TABLES[table])).all())
    return sorted((tuple(row) for row in rows), key=repr)


def test_bulk_loading_derives_what_operations_derive(folder: DataFolder, tmp_path: Path) -> None:
    bulk = DataFolder(tmp_path / "bulk")
    load(bulk, World(5, "TW", NOW).chunks(Size(40, 150, 30)))

    def write(unit: UnitOfWork) -> None:
        for table in ("customer", "contact_point", "call", "call_leg", "case", "case_event", "follow_up"):
            names = [column.name for column in ENTITIES[table].columns]
            for row in stored(bulk, table):
                values = dict(zip(names, row, strict=True))
                entity = values.pop("id")
                del values["revision"]
                assert isinstance(entity, UUID)
                unit.create(table, values, entity)

    assert folder.writer is not None
    folder.writer.submit(write).result()
    derived = ("search_text", "search_token")
    for table in ("customer", "contact_point", "call", "call_leg", "case", "case_event", "follow_up", *derived):
        assert stored(bulk, table) == stored(folder, table)
        assert stored(bulk, table)
    notes = [row for row in stored(bulk, "interaction") if "note" in row]
    assert notes
    assert [row for row in stored(bulk, "interaction") if row not in notes] == stored(folder, "interaction")
    bulk.close()


def test_a_stop_leaves_whole_chunks_in_a_folder_that_can_be_used(folder: DataFolder) -> None:
    def stopped() -> Iterator[Rows]:
        for n, rows in enumerate(World(5, "TW", NOW).chunks(Size(90, 0, 0), chunk=30)):
            if n == 2:
                raise KeyboardInterrupt
            yield rows

    with pytest.raises(KeyboardInterrupt):
        load(folder, stopped())
    assert len(stored(folder, "customer")) == 60
    assert {row[0] for row in _owners(folder)} <= set(_ids(folder))
    with pytest.raises(KnownError):
        check_empty(folder)


def test_a_chunk_that_fails_is_not_there_at_all(folder: DataFolder) -> None:
    good, bad = World(5, "TW", NOW).chunks(Size(60, 0, 0), chunk=30)
    bad.tables["search_token"].append(("twice", b"x" * 16))
    bad.tables["search_token"].append(("twice", b"x" * 16))
    with pytest.raises(Exception, match="UNIQUE"):
        load(folder, [good, bad])
    assert len(stored(folder, "customer")) == 30
    assert not folder.reader.run(
        lambda c: c.execute(select(func.count()).where(TABLES["search_token"].c.token == "twice")).scalar_one()
    )


def test_a_world_made_in_another_process_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    size = Size(30, 60, 10)
    here = [rows.tables for rows in World(5, "TW", NOW).chunks(size)]
    monkeypatch.setattr(ahead, "WORTH_IT", 1)
    assert [rows.tables for rows in ahead.chunks(5, "TW", NOW, size)] == here


def test_the_other_process_ends_when_nobody_wants_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTH_IT", 1)
    made = ahead.chunks(5, "TW", NOW, Size(200, 400, 10))
    next(made)
    made.close()
    assert not multiprocessing.active_children()


def test_an_empty_folder_may_be_filled(folder: DataFolder) -> None:
    check_empty(folder)


def _owners(folder: DataFolder) -> list[Any]:
    owner = TABLES["contact_point"].c.customer_id
    return list(folder.reader.run(lambda c: c.execute(select(owner)).all()))


def _ids(folder: DataFolder) -> list[Any]:
    return list(folder.reader.run(lambda c: c.execute(select(TABLES["customer"].c.id)).scalars().all()))
