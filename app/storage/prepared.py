"""Statements compiled once and then run on the driver: through SQLAlchemy each costs more than SQLite needs for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Generic, NamedTuple, TypeVar, cast

from sqlalchemy import BindParameter, Connection, Delete, Dialect, Insert, Select, Table, Update, bindparam
from sqlalchemy.exc import CompileError, DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import iterate, replacement_traverse

T = TypeVar("T")
Process = Callable[[Any], Any] | None
Values = Mapping[str, Any]
NEEDED = object()


class _Compiled(NamedTuple):
    """A statement in one dialect: its text, its parameters and which columns the driver does not return as they are."""

    text: str
    binds: Sequence[tuple[str, Any, Process]]  # the parameter's name, its value unless NEEDED, its processor
    positional: bool
    results: Sequence[tuple[int, Callable[[Any], Any]]]


class PreparedRead(Generic[T]):
    """A select of columns, whatever the dialect; `make` gets the columns of a row and returns what a reader returns.

    Parameters are `bindparam`s by name. Constants are written out: so an index on what is open is seen to hold all that
    is asked for, and SQLite keeps its plan (it makes another for each value of a LIMIT, and of a LIKE that is a
    parameter by itself). What needs the text to change with its values, such as an expanding IN, is refused.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]], make: Callable[..., T]) -> None:
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

    def __init__(self, statement: Select[*tuple[Any, ...]] | Insert | Update | Delete) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def compiled(self, dialect: Dialect) -> _Compiled:
        return self._compiled.get(dialect.name) or self._compile(dialect)

    def _compile(self, dialect: Dialect) -> _Compiled:
        if isinstance(self._statement, Select):
            compiled, columns = _written_out(self._statement, dialect), tuple(self._statement.selected_columns)
        else:
            compiled, columns = self._statement.compile(dialect=dialect), ()
            if compiled.post_compile_params:
                raise CompileError("a prepared write cannot change its text with its values")
        written = compiled.literal_execute_params
        names = compiled.positiontup or [name for bind, name in compiled.bind_names.items() if bind not in written]
        needed = _needed(self._statement)
        results = [(place, _result(column.type, dialect)) for place, column in enumerate(columns)]
        found = self._compiled[dialect.name] = _Compiled(
            str(compiled),
            [
                (name, NEEDED if name in needed else bind.effective_value, _bind(bind.type, dialect))
                for name in names
                for bind in (compiled.binds[name],)
            ],
            dialect.positional,
            [(place, process) for place, process in results if process is not None],
        )
        return found


def _run(connection: Connection, compiled: _Compiled, rows: Sequence[Values]) -> Sequence[Sequence[Any]]:
    parameters = [_parameters(compiled, values) for values in rows]
    error_base = connection.dialect.loaded_dbapi.Error
    cursor = cast(Any, connection.connection.driver_connection).cursor()
    try:
        if len(rows) > 1:
            cursor.executemany(compiled.text, parameters)
            return ()
        cursor.execute(compiled.text, parameters[0])
        return cast(Sequence[Sequence[Any]], cursor.fetchall())
    except error_base as error:
        raise DBAPIError.instance(compiled.text, None, error, error_base, hide_parameters=True) from error
    finally:
        cursor.close()


def _parameters(compiled: _Compiled, values: Values) -> Any:
    given = []
    for name, default, process in compiled.binds:
        value = values[name] if default is NEEDED else values.get(name, default)
        given.append(value if process is None else process(value))
    return given if compiled.positional else {b[0]: v for b, v in zip(compiled.binds, given, strict=True)}


def _written_out(statement: Select[*tuple[Any, ...]], dialect: Dialect) -> SQLCompiler:
    constant = cast(Select[*tuple[Any, ...]], replacement_traverse(statement, {}, _write_out))
    return constant.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})


def _write_out(element: Any, **_: Any) -> Any:
    """Return a constant of a statement as one that becomes part of its text, None for whatever else stays as it is."""
    if not isinstance(element, BindParameter):
        return None
    if element.expanding and not element.unique:
        raise CompileError("a prepared read cannot change its text with its values")
    if element.unique:
        return element.render_literal_execute()
    return bindparam(element.key, None, type_=element.type)  # SQLAlchemy would ask for its value to write out others


def _needed(statement: Any) -> set[str]:
    """Return the parameters a read must be given; of a write, those that are not are NULL."""
    if not isinstance(statement, Select):
        return set()
    return {bind.key for bind in iterate(statement) if isinstance(bind, BindParameter) and bind.required}


def _bind(kind: Any, dialect: Dialect) -> Process:
    return cast(Process, kind.dialect_impl(dialect).bind_processor(dialect))


def _result(kind: Any, dialect: Dialect) -> Process:
    return cast(Process, kind.dialect_impl(dialect).result_processor(dialect, None))
