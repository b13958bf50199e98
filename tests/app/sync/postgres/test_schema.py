"""The database is what the models and the rights of this program say, and nobody may touch it but through api."""

from __future__ import annotations

import pytest
from sqlalchemy import JSON, Integer, text

from app.storage.operations import ENTITIES
from app.storage.rights import RULES, all_fields
from app.sync.postgres import schema
from models.base import Key, UtcTime
from models.enums import Role
from tests.postgres_server import Store

TYPES = {Key: "uuid", UtcTime: "timestamp with time zone", Integer: "integer", JSON: "jsonb"}
OF_TABLES = "SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER"
SCHEMAS = ("app", "sync", "api")


def test_tables_of_app_have_the_columns_of_the_models(postgres: Store) -> None:
    found = postgres.run(
        "SELECT table_name, column_name, data_type, is_nullable = 'YES' FROM information_schema.columns "
        "WHERE table_schema = 'app'"
    )
    assert {tuple(row) for row in found} == {
        (table.name, column.name, TYPES.get(type(column.type), "text"), bool(column.nullable))
        for table in ENTITIES.values()
        for column in table.columns
    }


def test_what_is_unique_in_the_models_is_unique_there(postgres: Store) -> None:
    found = postgres.run(
        "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c "
        "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) "
        "WHERE c.contype = 'u' AND c.connamespace = 'app'::regnamespace"
    )
    assert {(table.removeprefix("app.").strip('"'), column) for table, column in found} == {
        (table.name, column.name) for table in ENTITIES.values() for column in table.columns if column.unique
    }


def test_the_rules_are_those_of_the_one_table_of_rights(postgres: Store) -> None:
    entities = postgres.run('SELECT "table", "create", edit FROM sync.entity')
    assert {tuple(row) for row in entities} == {(r.table, r.create, r.edit) for r in RULES.values()}
    fields = postgres.run('SELECT "table", field, kind, nullable, edit, "check" FROM sync.field')
    assert {tuple(row) for row in fields} == {
        (f.table, f.field, f.kind, f.nullable, f.edit, f.check) for f in all_fields()
    }


def test_an_upgrade_can_be_made_again(postgres: Store) -> None:
    store = postgres.run("SELECT id FROM sync.store")
    with postgres.connection() as connection:
        schema.upgrade(connection)
    assert postgres.run("SELECT id FROM sync.store") == store
    assert postgres.run("SELECT version_num FROM sync.alembic_version")


@pytest.mark.parametrize("role", list(Role))
def test_a_login_has_no_right_but_to_call_functions_of_api(postgres: Store, role: Role) -> None:
    login = postgres.add_login("Maria", role, 1)
    with postgres.connection() as connection:
        values = {"login": login, "schemas": list(SCHEMAS), "of_tables": OF_TABLES}
        tables = text(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = ANY (:schemas) AND c.relkind IN ('r', 'v', 'S') AND "
            "CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(:login, c.oid, 'USAGE, SELECT, UPDATE') "
            "ELSE has_table_privilege(:login, c.oid, :of_tables) END"
        )
        assert connection.execute(tables, values).all() == []
        functions = text(
            "SELECT DISTINCT n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = ANY (:schemas) AND has_function_privilege(:login, p.oid, 'EXECUTE')"
        )
        assert connection.execute(functions, values).scalars().all() == ["api"]
        rights = text(
            "SELECT has_database_privilege(:login, current_database(), 'TEMP, CREATE'), "
            "has_schema_privilege(:login, 'public', 'CREATE'), has_schema_privilege(:login, 'sync', 'USAGE'), "
            "has_schema_privilege(:login, 'api', 'CREATE')"
        )
        assert connection.execute(rights, values).one() == (False, False, False, False)


def test_functions_that_run_as_their_owner_look_nowhere_else(postgres: Store) -> None:
    wrong = postgres.run(
        "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'api'::regnamespace AND NOT (p.prosecdef AND "
        "p.proconfig @> ARRAY['search_path=pg_catalog, pg_temp', 'jit=off', 'enable_seqscan=off'])"
    )
    assert wrong == []
    inner = postgres.run(
        "SELECT p.proname FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'sync'::regnamespace "
        "AND p.prorettype <> 'trigger'::regtype"  # a trigger is called by nobody
    )
    assert inner == []


def test_somebody_who_is_no_login_of_the_store_is_let_into_no_database_of_it(postgres: Store) -> None:
    rights = postgres.run("SELECT has_database_privilege('pg_monitor', current_database(), 'CONNECT')")
    assert rights[0][0] is False
