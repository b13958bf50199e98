"""Many write at once (16 on PostgreSQL) while somebody reads: the reader misses no row."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from models.base import uuid7
from tests.app.sync.contract.desks import START, At, Stores, new

PUSHES = 200 if os.environ.get("RINGBOOK_FULL") else 6
Sit = Callable[..., At]


def test_a_reader_misses_no_row_of_as_many_writers_as_there_can_be(sit: Sit, stores: Stores) -> None:
    reader, *writers = [sit(f"Agent {n}") for n in range(stores.seats)]
    begin, is_over = threading.Barrier(stores.seats), threading.Event()

    def write(desk: At) -> list[UUID]:
        begin.wait(30)
        made: list[UUID] = []
        for count in range(PUSHES):
            ids = [uuid7() for _ in range(1 + count % 3)]
            results = desk.push(*(desk.op("case.create", id_, new("case")) for id_ in ids))
            assert [result.result for result in results] == ["applied"] * len(ids)
            made += ids
        return made

    def read() -> list[UUID]:
        begin.wait(30)
        seen: list[UUID] = []
        cursor = START
        while True:
            was_over = is_over.is_set()
            page = reader.store.pull(cursor, 7)
            assert all(cursor.seq < row.seq <= page.cursor.seq for row in page.rows)
            seen += [row.id for row in page.rows]
            cursor = page.cursor
            if was_over and not page.more:
                return seen

    with ThreadPoolExecutor(stores.seats) as pool:
        reading = pool.submit(read)
        made = [id_ for ids in pool.map(write, writers) for id_ in ids]
        is_over.set()
        seen = reading.result(60)
    assert sorted(seen) == sorted(made)
