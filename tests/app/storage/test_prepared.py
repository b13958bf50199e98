"""A prepared read returns what the same select returns through SQLAlchemy, and fails as that does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, Select, bindparam, func, select, tuple_
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import CompileError, DBAPIError

from app.storage.engine import open_file
from app.storage.prepared import PreparedRead
from models.base import STORE, Key, UtcTime, uuid7
from models.case import CASE

AT = datetime(2026, 11, 21, 12, 0, 0, 123456, tzinfo=UTC)
COLUMNS = (CASE.c.id, CASE.c.reference, CASE.c.opened_at, CASE.c.closed_at, CASE.c.customer_id)


def row(*columns: Any) -> tuple[Any, ...]:
    return columns


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    made = open_file(tmp_path / "store.db", bytes(32), write=True)
    STORE.create_all(made)
    with made.begin() as connection:
        for n in range(5):
            values = {"id": uuid7(), "revision": 1, "reference": f"K7-{n}", "kind": "complaint", "severity": "low"}
            values |= {"summary": "it's", "status": "received", "opened_at": AT.replace(minute=n)}
            connection.execute(CASE.insert(), values | {"customer_id": uuid7() if n % 2 else None})
    return made


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (select(*COLUMNS).order_by(CASE.c.id), {}),
        (
            select(*COLUMNS).where(CASE.c.opened_at > bindparam("since")).order_by(CASE.c.id),
            {"since": AT.replace(minute=2)},
        ),
        (select(*COLUMNS).where(CASE.c.summary == "it's", CASE.c.severity.in_(["low", "high"])).limit(2).offset(1), {}),
        (select(func.count()).select_from(CASE).where(CASE.c.customer_id.is_(None)), {}),
        (select(CASE.c.id).where(CASE.c.reference == bindparam("reference", None)), {}),
    ],
)
def test_it_returns_what_the_select_returns(engine: Engine, statement: Select[Any], values: dict[str, Any]) -> None:
    with engine.begin() as connection:
        expected = [tuple(found) for found in connection.execute(statement, values)]
        assert PreparedRead(statement, row).all(connection, values) == expected


def test_values_are_read_and_given_as_the_columns_have_them(engine: Engine) -> None:
    before = tuple_(bindparam("at", type_=UtcTime), bindparam("id", type_=Key))
    query = select(*COLUMNS).order_by(CASE.c.opened_at.desc(), CASE.c.id.desc())
    page = PreparedRead(query.where(tuple_(CASE.c.opened_at, CASE.c.id) < before).limit(2), row)
    with engine.begin() as connection:
        everything = PreparedRead(query, row).all(connection, {})
        given = {"at": everything[1][2], "id": everything[1][0]}
        assert page.all(connection, given) == everything[2:4]
    assert isinstance(everything[0][0], UUID) and everything[0][2] == AT.replace(minute=4)
    assert everything[0][3] is None


def test_only_what_is_named_is_a_parameter() -> None:
    query = select(CASE.c.id).where(CASE.c.status == "re'ceived", CASE.c.customer_id == bindparam("of")).limit(50)
    compiled = PreparedRead(query, row)._statement.compiled(postgresql.dialect())
    assert [name for name, _, _ in compiled.binds] == ["of"]
    assert "status = 're''ceived'" in compiled.text and "LIMIT 50" in compiled.text
    assert not compiled.positional and "%(of)s" in compiled.text


def test_first_is_none_where_there_is_nothing(engine: Engine) -> None:
    read = PreparedRead(select(CASE.c.id).where(CASE.c.reference == bindparam("reference")).limit(1), lambda id_: id_)
    with engine.begin() as connection:
        assert read.first(connection, {"reference": "none"}) is None
        assert isinstance(read.first(connection, {"reference": "K7-1"}), UUID)


def test_a_parameter_that_was_forgotten_is_a_bug_not_null(engine: Engine) -> None:
    read = PreparedRead(select(CASE.c.id).where(CASE.c.reference == bindparam("reference")), row)
    with engine.begin() as connection, pytest.raises(KeyError, match="reference"):
        read.all(connection, {"refrence": "K7-1"})


def test_an_expanding_in_is_refused(engine: Engine) -> None:
    read = PreparedRead(select(CASE.c.id).where(CASE.c.reference.in_(bindparam("some", expanding=True))), row)
    with engine.begin() as connection, pytest.raises(CompileError):
        read.all(connection, {"some": ["K7-1"]})


def test_an_error_of_the_driver_is_sqlalchemys_and_tells_no_values(engine: Engine) -> None:
    read = PreparedRead(select(CASE.c.id).where(CASE.c.reference == bindparam("reference")), row)
    with engine.begin() as connection:
        connection.exec_driver_sql('DROP TABLE "case"')
        with pytest.raises(DBAPIError, match="no such table") as caught:
            read.all(connection, {"reference": "secret"})
    assert "secret" not in str(caught.value)
