"""Administrators of a store are no more than that: a supervisor may nothing of it, they nothing beside it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from app.sync.admin_records import Person
from app.sync.postgres import checking, people, schema
from app.sync.postgres.admin_link import door, session
from models.enums import Role
from tests.attack.scene import Scene, build
from tests.attack.statements import ADMINISTER
from tests.attack.test_statements import filled
from tests.made_store import PASSWORD, MadeStore
from tests.postgres_server import Server

VERIFIER = "SCRAM-SHA-256$4096:c2FsdHNhbHQ=$c3RvcmVk:c2VydmVy"
ADD = "SELECT api.add_person('{login}', '{name}', '{role}', ARRAY['{team}'], '{verifier}')"
GOOD = {"login": "{name}.eve", "name": "Eve", "role": "agent", "team": "Residential", "verifier": VERIFIER}
# What an administrator might try to become more by, and how it is refused.
ESCAPES = {
    "the superuser's password": (f"SELECT api.reset_password('postgres', '{VERIFIER}')", "RB022"),
    "the owner's password": (f"SELECT api.reset_password('{{name}}_owner', '{VERIFIER}')", "RB022"),
    "the clerk's password": (f"SELECT api.reset_password('{{name}}_clerk', '{VERIFIER}')", "RB022"),
    "a password of somebody of another store": (f"SELECT api.reset_password('{{both}}', '{VERIFIER}')", "RB027"),
    "a clear password": ("SELECT api.reset_password('{bea}', 'seven blue herons')", "RB020"),
    "a password with more": (f"SELECT api.reset_password('{{bea}}', '{VERIFIER}'' SUPERUSER --')", "RB020"),
    "a role of the server": ("SELECT api.set_role('postgres', 'administrator')", "RB022"),
    "a role there is not": ("SELECT api.set_role('{bea}', 'owner')", "RB020"),
    "none at all": ("SELECT api.set_role('{bea}', NULL)", "RB020"),
    "their own end": ("SELECT api.set_active('{anna}', false)", "RB025"),
    "their own role": ("SELECT api.set_role('{anna}', 'agent')", "RB025"),
    "their own password, unknown": (f"SELECT api.reset_password('{{anna}}', '{VERIFIER}')", "RB025"),
    "no team": ("SELECT api.set_teams('{bea}', ARRAY[]::text[])", "RB028"),
    "a table that is none": ("SELECT api.check_rows('customer; DROP TABLE app.customer')", "42P01"),
    "a table of another schema": ("SELECT api.check_rows('../sync.login')", "42P01"),
    "the inner way": ("SELECT sync.add_person('x', 'x', 'agent', ARRAY['x'], 'x', true)", "42501"),
    "the clerk": ('SET ROLE "{name}_clerk"', "42501"),
    "by the clerk": ("SELECT clerk.make('x', NULL)", "42501"),
    "in the clerk's schema": ("CREATE FUNCTION clerk.x() RETURNS int LANGUAGE sql AS 'SELECT 1'", "42501"),
    "their log": ("DELETE FROM sync.admin_log", "42501"),
    "a login that is there": (ADD.format(**GOOD | {"login": "{bea}"}), "RB021"),
    "the superuser as a login": (ADD.format(**GOOD | {"login": "postgres"}), "RB023"),
    "the owner as a login": (ADD.format(**GOOD | {"login": "{name}_owner"}), "RB020"),
    "the owner of a store to come": (ADD.format(**GOOD | {"login": "next_owner"}), "RB020"),
    "a group of a store to come": (ADD.format(**GOOD | {"login": "next_Administrator"}), "RB020"),
    "a role of the system": (ADD.format(**GOOD | {"login": "pg_monitor"}), "RB020"),
    "a login of another store": (ADD.format(**GOOD | {"login": "{other}"}), "RB023"),
    "a name that is a statement": (ADD.format(**GOOD | {"login": 'x" SUPERUSER; --'}), "RB020"),
    "a name nobody sees": (ADD.format(**GOOD | {"login": "e\u200bve"}), "RB020"),
    "an empty name": (ADD.format(**GOOD | {"login": ""}), "RB020"),
    "a long name": (ADD.format(**GOOD | {"login": "e" * 64}), "RB020"),
    "a group that is none": (ADD.format(**GOOD | {"role": "owner"}), "RB020"),
    "a team that is none": (ADD.format(**GOOD | {"team": "Nowhere"}), "RB028"),
    "no password": (ADD.format(**GOOD).replace(f"'{VERIFIER}'", "NULL"), "RB020"),
    "a clear password for a login": (ADD.format(**GOOD | {"verifier": "seven blue herons"}), "RB020"),
    "an MD5 hash": (ADD.format(**GOOD | {"verifier": "md5" + "0" * 32}), "RB020"),
}


@pytest.fixture(scope="module")
def other(postgres_server: Server) -> Iterator[MadeStore]:
    """Another store of the same server, whose people are none of Anna's business."""
    store = MadeStore(postgres_server, f"rb_{secrets.token_hex(6)}")
    try:
        store.create()
        yield store
    finally:
        store.drop()


@pytest.fixture
def shared_login(scene: Scene, other: MadeStore) -> str:
    """A login that was let into both stores, by who owns the server."""
    login = other.add("both")
    with door(scene.store.address, scene.store.password) as owner:
        people.add(owner, Person(login, "Both", Role.AGENT, ("Business",)), None, existing=True)
    return login


def test_an_administrator_is_no_more_than_that(scene: Scene, other: MadeStore, shared_login: str) -> None:
    before, through = scene.state(), []
    names: dict[str, Any] = {
        "name": scene.store.name, "bea": scene.bea, "anna": scene.store.login("anna"), "both": shared_login,
        "other": other.login("anna"),
    }  # fmt: skip
    with scene.store.connect(scene.store.login("anna")) as anna:
        for what, (statement, state) in ESCAPES.items():
            try:
                anna.execute(statement.format(**names).encode())
                through.append((what, "went through"))
            except psycopg.Error as error:
                if not re.fullmatch(state, error.sqlstate or ""):
                    through.append((what, f"{error.sqlstate} {error}"))
    assert through == [], "\n".join(map(str, through))
    assert scene.state() == before
    other.connect(shared_login).close()


def test_a_supervisor_may_nothing_of_it(scene: Scene) -> None:
    carol = scene.store.add("carol", Role.SUPERVISOR, "Residential")
    before = scene.state()
    with scene.store.connect(carol) as supervisor:
        for statement, (state, reason) in ADMINISTER.values():
            with pytest.raises(psycopg.Error, match=reason) as refused:
                supervisor.execute(filled(scene, statement).encode())
            assert refused.value.sqlstate == state
    assert scene.state() == before


def test_all_that_is_only_administrators_is_tried() -> None:
    """So that a function which is added is also attacked."""
    files = (schema.TREE / "sql" / "0002" / name for name in ("5_people.sql", "6_standing.sql"))
    text = "".join(file.read_text("utf-8") for file in files)
    functions = set(re.findall(r"CREATE FUNCTION (api\.\w+)", text))
    assert functions and all(any(name in statement for statement, _ in ADMINISTER.values()) for name in functions)


def test_a_login_made_by_an_administrator_has_the_rights_of_its_role_and_no_others(made_store: MadeStore) -> None:
    scene = build(made_store)
    with door(made_store.address.with_login(made_store.login("anna")), PASSWORD, 30) as anna:
        people.add(anna, Person(made_store.login("eve"), "Eve", Role.AGENT, ("Business",)), PASSWORD)
        people.set_role(anna, made_store.login("eve"), Role.SUPERVISOR)
        people.set_role(anna, scene.mallory, Role.SUPERVISOR)  # made by the owner of the server
        people.set_role(anna, scene.mallory, Role.AGENT)
    with made_store.connect(made_store.login("eve")) as eve, pytest.raises(psycopg.Error) as refused:
        eve.execute("SELECT api.people()")
    assert refused.value.sqlstate == "RB010"
    with session(made_store.address, made_store.password, at_one_moment=True) as at:
        assert checking.verify(at).problems == []
