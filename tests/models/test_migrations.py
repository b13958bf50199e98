"""The migrations end at the tables of the models, and an older store is found whole behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select, text

from app.storage import migrate as migrations
from app.storage.engine import open_file
from app.storage.migrate import REMADE_AT, migrate
from app.storage.projection import rebuild_search
from models.base import OUTBOX, STORE, uuid7
from models.case import CASE
from models.customer import CONTACT_POINT, CUSTOMER, SEARCH_TEXT, SEARCH_TOKEN
from models.follow_up import FOLLOW_UP
from models.interaction import INTERACTION
from models.migrations import HEADS
from models.operation import OPERATION
from models.shared import SHARED

KEY = bytes(32)
SCHEMA = text(
    "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'alembic_%'"
)
KNOWN = (CASE, CUSTOMER, FOLLOW_UP, INTERACTION, OPERATION)  # whatever else has tables is imported by these


@pytest.fixture(params=["store", "outbox", "shared"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def engine(path: Path) -> Engine:
    return open_file(path, KEY, write=True)


def shape(of: Engine) -> dict[str, Any]:
    """Return {index: (unique, partial, columns)} and {table: columns as SQLite tells them}, in no order."""
    with of.begin() as connection:
        rows = connection.execute(SCHEMA).all()
        return {name: _shape(connection, type_, name, table) for type_, name, table in rows}


def _shape(connection: Connection, type_: str, name: str, table: str) -> Any:
    def ask(what: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(what)]

    if type_ == "table":
        indexes = ask(f'PRAGMA index_list("{name}")')
        return sorted(row[1:] for row in ask(f'PRAGMA table_info("{name}")')), sorted(row[1:] for row in indexes)
    where = ask(f"SELECT sql FROM sqlite_master WHERE name = '{name}'")[0][0].partition(" WHERE ")[2]
    return table, where, [row[2] for row in ask(f'PRAGMA index_info("{name}")')]


def test_the_migrations_end_at_the_tables_of_the_models(tmp_path: Path, kind: str) -> None:
    metadata = {"store": [STORE], "outbox": [OUTBOX], "shared": [STORE, SHARED]}[kind]
    migrated, made = engine(tmp_path / "migrated.db"), engine(tmp_path / "made.db")
    migrate(migrated, "store" if kind == "shared" else kind)
    migrate(migrated, kind)
    for tables in metadata:
        tables.create_all(made)
    found = shape(migrated)
    if kind == "shared":  # the log by entity, which one seat never asks for
        with made.begin() as connection:
            connection.exec_driver_sql("CREATE INDEX ix_op_log_entity_seq ON op_log (entity, seq)")
    assert found == shape(made)


def test_a_store_of_the_first_schema_is_searched_like_a_new_one(tmp_path: Path) -> None:
    store = engine(tmp_path / "store.db")
    at_revision(store, "0001")
    customer_id, gone = uuid7(), uuid7()
    with store.begin() as connection:
        connection.execute(CUSTOMER.insert(), [customer(customer_id), customer(gone, merged_into=customer_id)])
        point = {"id": uuid7(), "customer_id": customer_id, "revision": 1, "kind": "phone", "e164": "+34934125580"}
        connection.execute(CONTACT_POINT.insert(), point | {"value": "93 412 55 80"})
        old = [{"token": token, "customer_id": customer_id} for token in ("maria", "of an older kind")]
        connection.execute(SEARCH_TOKEN.insert(), old)
    migrate(store, "store", rebuild_search)
    with store.begin() as connection:
        tokens = set(map(tuple, connection.execute(select(SEARCH_TOKEN.c.token, SEARCH_TOKEN.c.customer_id))))
        texts = connection.execute(select(SEARCH_TEXT.c.customer_id, SEARCH_TEXT.c.text)).all()
    assert {("maria", customer_id), ("puig", customer_id), ("5580", customer_id)} <= tokens
    assert "of an older kind" not in {token for token, _ in tokens}
    assert [owner for owner, _ in texts] == [customer_id]


def test_an_upgrade_that_stops_half_way_changes_nothing(tmp_path: Path) -> None:
    store = engine(tmp_path / "store.db")
    at_revision(store, "0001")
    before = shape(store)

    def stop(_: Connection) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        migrate(store, "store", stop)
    assert shape(store) == before
    migrate(store, "store", rebuild_search)
    assert shape(store) != before


def test_an_upgrade_that_changes_nothing_of_what_is_made_of_other_tables_leaves_it(tmp_path: Path) -> None:
    store = engine(tmp_path / "store.db")
    at_revision(store, REMADE_AT)
    with store.begin() as connection:
        connection.execute(SEARCH_TOKEN.insert(), {"token": "kept", "customer_id": uuid7()})
    assert HEADS["store"] > REMADE_AT
    migrate(store, "store", rebuild_search)
    with store.begin() as connection:
        assert list(connection.execute(select(SEARCH_TOKEN.c.token)).scalars()) == ["kept"]
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEADS["store"]


def customer(id_: Any, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "revision": 1, "kind": "person", "name": "Maria Puig", "merged_into": None} | fields


def at_revision(of: Engine, revision: str) -> None:
    """Bring an empty file to an older schema."""
    from alembic import command

    upgrade = command.upgrade
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "upgrade", lambda config, _: upgrade(config, revision))
        patch.setattr(migrations, "HEADS", {"store": revision})
        migrate(of, "store")
