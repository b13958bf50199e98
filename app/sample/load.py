"""Bulk loading into an empty store. It goes around operations: sample data has no history of changes.

Rows go in without their indexes and search tokens aside; both are sorted at the end, since to put a row in the middle
of a tree larger than memory is a read and a write of the disk each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import OperationalError

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sample import ahead
from app.sample.rows import Rows, columns
from app.sample.state import TOKENS, State
from app.sample.world import Recipe
from app.storage.folder import DataFolder
from models.case import CASE
from models.customer import CUSTOMER

CACHE_KIB = 64 * 1024
CHECKPOINT_PAGES = 16_384  # fewer and larger than usual: the disk is waited for at each
STEPS_UNTIL_ASKED = 1_000_000  # of SQLite's machine, a few tenths of a second
CLUSTERED = ("search_text", "search_token", "interaction")  # kept in the order of their key, which is in front
ORDER_TOKENS = f"INSERT INTO search_token (token, customer_id) SELECT * FROM {TOKENS} ORDER BY token, customer_id"  # noqa: S608 - a constant
Progress = Callable[[State], None]


def check_empty(folder: DataFolder) -> None:
    """Raise KnownError where there are customers or cases already: sample data never mixes with real ones."""
    if folder.reader.run(has_data):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is data already"),
            QT_TRANSLATE_NOOP("AppError", "{path} holds customers or cases. Choose another folder for the sample."),
            path=folder.path,
        )


def check_may_fill(folder: DataFolder, recipe: Recipe) -> None:
    """Raise KnownError where there are data that no unfinished filling by this recipe left."""
    begun = folder.reader.run(State.read)
    if begun is None:
        check_empty(folder)
    else:
        _check_same(folder, begun.recipe, recipe)


def load_at_once(folder: DataFolder, rows: Rows) -> None:
    """Write the rows of a small world, all or none."""
    with _quick(folder) as connection, connection.begin():
        for table, found in rows.tables.items():
            _insert(connection, table, table, found)


def fill(folder: DataFolder, recipe: Recipe, progress: Progress = lambda _: None) -> State:
    """Fill an empty store by a recipe, or go on where an earlier filling was stopped; return what is in.

    A chunk is in whole or not at all. `progress` is told of each, of each step that follows, and within them.
    KnownError when there is data, when a filling by another recipe was begun, or when the disk is full: then what is in
    stays.
    """
    with _quick(folder) as connection:
        with connection.begin():
            state = State.read(connection)
            if state is None:
                check_empty(folder)
                state = State.begin(connection, recipe)
        _check_same(folder, state.recipe, recipe)
        _ask_within_steps(connection, lambda: progress(state))
        progress(state)
        for rows in ahead.chunks(state.recipe, state.chunks):
            _add_chunk(connection, state, rows)
            progress(state)
        _finish(connection, state, progress)
    return state


def _add_chunk(connection: Connection, state: State, rows: Rows) -> None:
    with connection.begin():
        _check_alone(connection, state)
        for table, found in rows.tables.items():
            _insert(connection, table, TOKENS if table == "search_token" else table, found)
            state.rows[table] += len(found)
        state.chunks += 1
        state.write(connection)


def _finish(connection: Connection, state: State, progress: Progress) -> None:
    """Put the search tokens in order and build the indexes, each step whole or not at all."""
    if not state.tokens_are_in:
        with connection.begin():
            _check_alone(connection, state)
            connection.exec_driver_sql(ORDER_TOKENS)
            connection.exec_driver_sql(f"DROP TABLE {TOKENS}")
            state.tokens_are_in = True
            state.write(connection)
        progress(state)
    for name, sql in list(state.indexes.items()):
        with connection.begin():
            _check_alone(connection, state)
            connection.exec_driver_sql(sql)
            del state.indexes[name]
            state.write(connection)
        progress(state)
    with connection.begin():
        _check_alone(connection, state)
        state.end(connection)


def _check_same(folder: DataFolder, begun: Recipe, asked: Recipe) -> None:
    """Raise KnownError where what was begun is another world; its moment and chunks are those of the beginning."""
    if (begun.seed, begun.region, begun.size) != (asked.seed, asked.region, asked.size):
        size = begun.size
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Another sample is half made"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "{path} was begun with --customers {customers} --interactions {interactions} --cases {cases} "
                "--seed {seed} --region {region}. Ask for the same, or choose another folder.",
            ),
            path=folder.path, customers=size.customers, interactions=size.interactions, cases=size.cases,
            seed=begun.seed, region=begun.region,
        )  # fmt: skip


def _check_alone(connection: Connection, state: State) -> None:
    """Raise KnownError where another process has gone on with this load meanwhile."""
    stored = State.read(connection)
    if stored is None or (stored.chunks, stored.tokens_are_in, stored.indexes.keys()) != (
        state.chunks, state.tokens_are_in, state.indexes.keys(),
    ):  # fmt: skip
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Somebody else fills this folder"),
            QT_TRANSLATE_NOOP("AppError", "Another process fills it with the same sample. Let that one end."),
        )


@contextmanager
def _quick(folder: DataFolder) -> Iterator[Connection]:
    """Yield a writing connection for bulk loading: sorts spill to the folder's disk, and Ctrl-C ends a long step."""
    engine = folder.store_engine()
    spill = str(folder.path.resolve()).replace("'", "''")
    try:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            for pragma in (
                f"cache_size = -{CACHE_KIB}", f"wal_autocheckpoint = {CHECKPOINT_PAGES}", "temp_store = FILE",
                f"temp_store_directory = '{spill}'", "threads = 2",
            ):  # fmt: skip
                driver.execute(f"PRAGMA {pragma}")
            _ask_within_steps(connection, lambda: None)
            try:
                yield connection
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                driver.execute("PRAGMA temp_store_directory = ''")  # it is the whole process's
    except OperationalError as error:
        if "interrupted" in str(error.orig):  # the handler lets Python hear Ctrl-C, SQLite then says this
            raise KeyboardInterrupt from error
        if "full" in str(error.orig):
            raise KnownError(
                QT_TRANSLATE_NOOP("AppError", "The disk is full"),
                QT_TRANSLATE_NOOP(
                    "AppError",
                    "What is in {path} stays. Make room and run the same command again: it goes on where it stopped.",
                ),
                path=folder.path,
            ) from error
        raise
    finally:
        engine.dispose()


def _ask_within_steps(connection: Connection, ask: Callable[[], None]) -> None:
    """Have SQLite ask now and then while it works: only then does Python hear of Ctrl-C."""
    driver: Any = connection.connection.driver_connection
    driver.set_progress_handler(ask, STEPS_UNTIL_ASKED)


def _insert(connection: Connection, table: str, to: str, found: list[tuple[Any, ...]]) -> None:
    if not found:
        return
    if to in CLUSTERED:
        found.sort()
    names = columns(table)
    marks = ", ".join("?" * len(names))
    quoted = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(f'INSERT INTO "{to}" ({quoted}) VALUES ({marks})', found)  # noqa: S608 - our own names


def has_data(connection: Connection) -> bool:
    """Whether there are customers or cases."""
    return any(connection.execute(select(table.c.id).limit(1)).first() for table in (CUSTOMER, CASE))
