"""Customers are found by what revision 0001 made of them one by one: the sample world, and any character."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

import models.migrations
from app.sample.world import Recipe, Size, World
from models.customer import CONTACT_POINT, CUSTOMER
from tests.postgres_server import Store

FULL = bool(os.environ.get("RINGBOOK_FULL"))
FROZEN = Path(models.migrations.__file__).parent / "postgres" / "sql" / "0001" / "6_search.sql"
NAMES = "fold|is_unspaced|words|tokens|refresh_search"
CHARACTERS = "SELECT chr(n) FROM generate_series(1, 196607) n WHERE n NOT BETWEEN 55296 AND 57343" + (
    "" if FULL else " AND (n < 500 OR n BETWEEN 8190 AND 8330 OR n BETWEEN 65290 AND 65390 OR n % 311 = 0)"
)


@pytest.fixture
def store(postgres: Store) -> Store:
    """A store that also has the functions of revision 0001, in the schema "old"."""
    made = re.findall(rf"^CREATE FUNCTION sync\.(?:{NAMES})\(.*?\$\$.*?\$\$;?$", FROZEN.read_text("utf-8"), re.M | re.S)
    assert len(made) == len(NAMES.split("|"))
    with postgres.connection() as connection:
        connection.exec_driver_sql("CREATE SCHEMA old")
        for function in made:
            connection.execution_options(no_parameters=True).exec_driver_sql(
                re.sub(rf"\bsync\.({NAMES})\(", r"old.\1(", function)
            )
    return postgres


def fill(store: Store, region: str) -> None:
    """Add the customers of a sample world, some of them deleted or merged, and some of their numbers deleted."""
    now = datetime(2026, 11, 1, tzinfo=UTC)
    for rows in World(Recipe.of(7, region, now, Size(2000 if FULL else 250, 0, 0))).chunks():
        for table in (CUSTOMER, CONTACT_POINT):
            columns = [column.name for column in table.columns]
            given = [dict(zip(columns, row, strict=True)) for row in rows.tables[table.name]]
            for place, values in enumerate(given):
                values |= {"since": None, "deleted_at": str(now) if place % 13 == 0 else None}
                values |= {name: str(UUID(bytes=value)) for name, value in values.items() if isinstance(value, bytes)}
                if table is CUSTOMER and place % 29 == 0:
                    values["merged_into"] = given[0]["id"]
            store.run(
                f"INSERT INTO app.{table.name} SELECT r.* "
                f"FROM jsonb_populate_recordset(NULL::app.{table.name}, CAST(:rows AS jsonb)) r",
                rows=json.dumps(given),
            )


@pytest.mark.parametrize("region", ["ES", "TW"])
def test_the_sample_world_is_found_as_before(store: Store, region: str) -> None:
    fill(store, region)
    found = []
    for refresh in (
        "SELECT count(old.refresh_search(id)) FROM app.customer",
        "SELECT sync.refresh_searches(array_agg(id)) FROM app.customer",
    ):
        store.run(refresh)
        found.append(sorted(store.run("SELECT customer_id, text, tokens::text FROM sync.search")))
        store.run("TRUNCATE sync.search")
    assert found[0] == found[1] and len(found[0]) > 200


def test_who_is_found_no_more_and_who_is_called_otherwise_is_seen_to_at_once(store: Store) -> None:
    fill(store, "ES")
    store.run("SELECT sync.refresh_searches(array_agg(id)) FROM app.customer")
    store.run("UPDATE app.customer SET deleted_at = CASE WHEN number LIKE '%3' THEN now() END")
    store.run("UPDATE app.customer SET name = 'Núria l''Escala' WHERE number LIKE '%4'")
    store.run("UPDATE app.contact_point SET value = '00 ' || value || ';2'")
    store.run("SELECT sync.refresh_searches(array_agg(id)) FROM app.customer")
    found = sorted(store.run("SELECT customer_id, text, tokens::text FROM sync.search"))
    store.run("TRUNCATE sync.search")
    store.run("SELECT count(old.refresh_search(id)) FROM app.customer")
    assert found == sorted(store.run("SELECT customer_id, text, tokens::text FROM sync.search"))


def test_any_character_makes_the_tokens_it_made_before(store: Store) -> None:
    differ = store.run(
        f"SELECT c, name FROM ({CHARACTERS}) g (c), LATERAL unnest("
        "  ARRAY['Vi' || c || 'la ' || c, c, '王' || c || '小 C' || c || '12', c || '3' || c || '45-C-6']) name "
        "WHERE old.tokens(ARRAY[name], ARRAY['93' || c || '412 55', '+34' || c], ARRAY['n.' || c || '@vila.example'])"
        "  <> sync.tokens(ARRAY[name], ARRAY['93' || c || '412 55', '+34' || c], ARRAY['n.' || c || '@vila.example'])"
    )
    assert differ == []
