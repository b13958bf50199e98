"""Why there is a counter row: a reader that goes by a sequence misses rows of writers that commit in another order."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from tests.postgres_server import Store

WRITERS = 16
ROWS = 20


@pytest.mark.slow
def test_a_reader_that_goes_by_a_sequence_misses_rows(postgres: Store) -> None:
    url = postgres.server.url(postgres.database)
    postgres.run("CREATE TABLE public.naive (seq bigserial PRIMARY KEY)")
    is_over = threading.Event()

    def write(seed: int) -> list[int]:
        chance = random.Random(seed)
        made = []
        with psycopg.connect(url) as connection:
            for _ in range(ROWS):
                row = connection.execute("INSERT INTO public.naive DEFAULT VALUES RETURNING seq").fetchone()
                assert row is not None
                time.sleep(chance.uniform(0, 0.005))  # as a transaction that has more to do
                connection.commit()
                made.append(row[0])
        return made

    def read() -> set[int]:
        seen: set[int] = set()
        cursor = 0
        with psycopg.connect(url, autocommit=True) as connection:
            while True:
                was_over = is_over.is_set()
                rows = connection.execute(
                    "SELECT seq FROM public.naive WHERE seq > %s ORDER BY seq", [cursor]
                ).fetchall()
                seen |= {seq for (seq,) in rows}
                cursor = rows[-1][0] if rows else cursor
                if was_over and not rows:
                    return seen

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reading = pool.submit(read)
        made = {seq for rows in pool.map(write, range(WRITERS)) for seq in rows}
        is_over.set()
        assert made - reading.result(60), "the naive reader missed nothing: this test proves nothing any more"
