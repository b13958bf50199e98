"""Statements compiled once and then run on the driver: through SQLAlchemy each costs more than SQLite needs for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Table, Update
from sqlalchemy.exc import CompileError, DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

T = TypeVar("T")
Process = Callable[[Any], Any] | None
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement in one dialect: its text, its parameters and which columns the driver does not return as they are."""

    text: str
    binds: Sequence[tuple[str, Any, Process]]  # the parameter's name, the value it has by itself, its processor
    positional: bool
    results: Sequence[tuple[int, Callable[[Any], Any]]]
    error: type[Exception]


class PreparedRead(Generic[T]):
    """A select of columns, whatever the dialect; `make` gets the columns of a row and returns what a reader returns.

    Parameters are `bindparam`s by name; what needs a statement's text to change with its values, such as an expanding
    IN, is refused when it is first run.
    """

    def __init__(self, statement: Select[Any], make: Callable[..., T]) -> None:
        self._statement = _Statement(statement)
        self._make = make

    def all(self, connection: Connection, values: Values) -> list[T]:
        """Return all rows; raises what SQLAlchemy would (DBAPIError)."""
        compiled = self._statement.compiled(connection.dialect)
        rows = _run(connection, compiled, (values,))
        make, results = self._make, compiled.results
        if not results:
            return [make(*row) for row in rows]
        made = []
        for row in rows:
            columns = list(row)
            for place, process in results:
                columns[place] = process(columns[place])
            made.append(make(*columns))
        return made

    def first(self, connection: Connection, values: Values) -> T | None:
        """Return the first row, None where there is none; the statement has a limit of its own."""
        return next(iter(self.all(connection, values)), None)


class PreparedWrite:
    """An insert, update or delete; what is not given is NULL: the columns' own defaults are not asked."""

    def __init__(self, statement: Insert | Update | Delete) -> None:
        self._statement = _Statement(statement)

    def run(self, connection: Connection, *rows: Values) -> None:
        """Execute once for each of `rows`; raises what SQLAlchemy would (DBAPIError)."""
        if rows:
            _run(connection, self._statement.compiled(connection.dialect), rows)


def row_of(table: Table) -> Callable[..., Any]:
    """Return what makes an object with the columns of a whole row as attributes."""
    names = table.columns.keys()
    return lambda *values: SimpleNamespace(**dict(zip(names, values, strict=True)))


class _Statement:
    """Compiled when it is first run in a dialect."""

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def compiled(self, dialect: Dialect) -> _Compiled:
        return self._compiled.get(dialect.name) or self._compile(dialect)

    def _compile(self, dialect: Dialect) -> _Compiled:
        compiled: SQLCompiler = self._statement.compile(dialect=dialect)
        if compiled.literal_execute_params or compiled.post_compile_params:
            raise CompileError("a prepared statement cannot change its text with its values")
        positions = compiled.positiontup
        names = list(compiled.bind_names.values()) if positions is None else positions
        columns = self._statement.selected_columns if isinstance(self._statement, Select) else ()
        results = [(place, _result(column.type, dialect)) for place, column in enumerate(columns)]
        found = self._compiled[dialect.name] = _Compiled(
            str(compiled),
            [(name, compiled.binds[name].effective_value, _bind(compiled.binds[name].type, dialect)) for name in names],
            positions is not None,
            [(place, process) for place, process in results if process is not None],
            dialect.loaded_dbapi.Error,
        )
        return found


def _run(connection: Connection, compiled: _Compiled, rows: Sequence[Values]) -> Sequence[Sequence[Any]]:
    parameters = [_parameters(compiled, values) for values in rows]
    cursor = cast(Any, connection.connection.driver_connection).cursor()
    try:
        if len(rows) > 1:
            cursor.executemany(compiled.text, parameters)
            return ()
        cursor.execute(compiled.text, parameters[0])
        return cast(Sequence[Sequence[Any]], cursor.fetchall())
    except compiled.error as error:
        raise DBAPIError.instance(compiled.text, None, error, compiled.error, hide_parameters=True) from error
    finally:
        cursor.close()


def _parameters(compiled: _Compiled, values: Values) -> Any:
    given = [
        value if process is None else process(value)
        for name, default, process in compiled.binds
        for value in (values.get(name, default),)
    ]
    return given if compiled.positional else {b[0]: v for b, v in zip(compiled.binds, given, strict=True)}


def _bind(kind: Any, dialect: Dialect) -> Process:
    return cast(Process, kind.dialect_impl(dialect).bind_processor(dialect))


def _result(kind: Any, dialect: Dialect) -> Process:
    return cast(Process, kind.dialect_impl(dialect).result_processor(dialect, None))
