"""`store create` makes a store and `add-user` and its like say who signs in, on a real server."""

from __future__ import annotations

import io
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from app.sync.credentials import VARIABLE
from app.sync.postgres import passwords
from models.enums import Role
from tests.app.commands.running import Ran, run
from tests.made_store import PASSWORD, MadeStore


@pytest.fixture(autouse=True)
def _password(no_store: MadeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, no_store.password)


def store(capsys: pytest.CaptureFixture[str], verb: str, made: MadeStore, *more: str) -> Ran:
    return run(capsys, "store", verb, made.url, *more)


def test_create_makes_a_store_its_administrator_can_sign_in_to(
    no_store: MadeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = store(capsys, "create", no_store, "--admin", no_store.login("anna"), "--team", "Billing")
    assert (ran.code, ran.error) == (0, "")
    (row,) = ran.rows
    with no_store.connect(row["login"], row["password"]) as desk:
        assert desk.execute("SELECT api.last_n(gen_random_uuid())").fetchone() == (0,)
    (status,) = store(capsys, "status", no_store).rows
    assert (status["store"], status["logins"], status["seq"]) == (row["store"], {"administrator": 1}, 0)
    assert [team["name"] for team in status["teams"]] == ["Billing"]
    assert status["hardened"]


def test_the_store_belongs_to_a_role_that_cannot_log_in_and_may_nothing_else(made_store: MadeStore) -> None:
    owners = made_store.ask(
        "SELECT DISTINCT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.relnamespace IN "
        "('app'::regnamespace, 'sync'::regnamespace) UNION SELECT DISTINCT pg_get_userbyid(p.proowner) FROM pg_proc p "
        "WHERE p.pronamespace IN ('api'::regnamespace, 'sync'::regnamespace)"
    )
    assert owners == [(f"{made_store.name}_owner",)]
    (owner,) = made_store.ask(
        "SELECT rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles "
        f"WHERE rolname = '{made_store.name}_owner'"
    )
    assert owner == (False,) * 6


def test_create_refuses_a_store_and_a_database_in_use(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    before = made_store.ask("SELECT id FROM sync.store")
    ran = store(capsys, "create", made_store)
    assert ran.code == 2 and "There is a store already" in ran.error
    assert made_store.ask("SELECT id FROM sync.store") == before
    made_store.server.create(other := f"{made_store.name}x")
    with psycopg.connect(made_store.server.url(other)) as raw:
        raw.execute("CREATE TABLE notes (note text)")
    ran = run(capsys, "store", "create", made_store.url.replace(made_store.name, other))
    assert ran.code == 2 and "holds something else" in ran.error
    made_store.server.drop(other)


def test_a_create_that_fails_leaves_nothing(no_store: MadeStore, capsys: pytest.CaptureFixture[str]) -> None:
    ran = store(capsys, "create", no_store, "--admin", "no good")
    assert ran.code == 2 and "This login cannot be used" in ran.error
    with psycopg.connect(no_store.server.url()) as raw:
        assert raw.execute("SELECT FROM pg_database WHERE datname = %s", (no_store.name,)).rowcount == 0
        assert raw.execute("SELECT FROM pg_roles WHERE starts_with(rolname, %s)", (no_store.name,)).rowcount == 0


def test_a_role_that_may_make_roles_and_databases_is_enough(
    no_store: MadeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    maker = f"{no_store.name}_maker"
    with psycopg.connect(no_store.server.url(), autocommit=True) as raw:
        make = sql.SQL("CREATE ROLE {} LOGIN CREATEDB CREATEROLE PASSWORD {}")
        raw.execute(make.format(sql.Identifier(maker), sql.Literal(no_store.password)))
    url = str(no_store.address.with_login(maker))
    anna, bea = no_store.login("anna"), no_store.login("bea")
    assert run(capsys, "store", "create", url, "--admin", anna).code == 0
    (added,) = run(capsys, "store", "add-user", url, bea).rows
    for verb in ("disable-user", "enable-user"):
        assert run(capsys, "store", verb, url, bea).code == 0
    no_store.connect(bea, added["password"]).close()
    (status,) = run(capsys, "store", "status", url).rows
    assert status["logins"] == {"administrator": 1, "agent": 1} and not status["hardened"]


def test_an_administrator_of_the_store_is_enough_for_people_and_nobody_less(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, PASSWORD)
    bea = made_store.login("bea")
    url = str(made_store.address.with_login(made_store.login("anna")))
    (added,) = run(capsys, "store", "add-user", url, bea, "--name", "Bea").rows
    assert run(capsys, "store", "rename-team", url, "Residential", "Homes").code == 0
    assert [row["teams"] for row in run(capsys, "store", "users", url).rows] == [["Homes"]] * 2
    assert run(capsys, "store", "status", url).rows[0]["logins"] == {"administrator": 1, "agent": 1}
    ran = run(capsys, "store", "disable-user", url, made_store.login("anna"))
    assert ran.code == 2 and "is your own login" in ran.error
    for verb in ("verify", "upgrade", "backup"):
        ran = run(capsys, "store", verb, url, *(["/tmp/none"] if verb == "backup" else []))
        assert ran.code == 2 and "This login may not administer the store" in ran.error, ran
    monkeypatch.setenv(VARIABLE, added["password"])
    ran = run(capsys, "store", "users", str(made_store.address.with_login(bea)))
    assert ran.code == 2 and "Only administrators may do this" in ran.error


def test_what_was_done_about_people_is_logged_with_who_did_it(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    bea = made_store.add("bea")
    store(capsys, "set-role", made_store, bea, "supervisor")
    store(capsys, "disable-user", made_store, bea)
    deeds = made_store.ask("SELECT login, what, about, before, after FROM sync.admin_log ORDER BY id DESC LIMIT 2")
    who = made_store.address.login
    assert deeds == [(who, "disable", bea, None, None), (who, "set_role", bea, "agent", "supervisor")]


def test_an_added_user_has_the_role_teams_and_password_that_were_printed(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    bea = made_store.login("bea")
    store(capsys, "add-team", made_store, "Business")
    more = ("--name", "Bea Soler", "--role", "supervisor", "--team", "Business", "--team", "Residential")
    (added,) = store(capsys, "add-user", made_store, bea, *more).rows
    (_, row) = store(capsys, "users", made_store).rows
    assert (row["login"], row["name"], row["role"], row["home"]) == (bea, "Bea Soler", "supervisor", "Business")
    assert row["teams"] == ["Business", "Residential"] and row["is_active"]
    made_store.connect(bea, added["password"]).close()


def test_a_password_from_stdin_is_used_and_not_printed(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("seven blue herons\n"))
    ran = store(capsys, "add-user", made_store, made_store.login("bea"), "--password-stdin")
    assert ran.rows[0]["password"] is None
    made_store.connect(made_store.login("bea"), "seven blue herons").close()
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    ran = store(capsys, "reset-password", made_store, made_store.login("bea"), "--password-stdin")
    assert ran.code == 2 and "10" in ran.error


def test_no_clear_password_reaches_the_server(made_store: MadeStore, capsys: pytest.CaptureFixture[str]) -> None:
    """What the server would log of a statement is what pg_stat_activity shows of it; it holds a verifier only."""
    with made_store.session() as at:
        hashed = passwords.verifier(at.raw, "bea", "seven blue herons")
    assert hashed.startswith("SCRAM-SHA-256$") and "herons" not in hashed
    store(capsys, "add-user", made_store, made_store.login("bea"))
    (kept,) = made_store.ask(f"SELECT rolpassword FROM pg_authid WHERE rolname = '{made_store.login('bea')}'")
    assert kept[0].startswith("SCRAM-SHA-256$")


def test_a_disabled_user_is_thrown_out_and_comes_back_with_the_same_password(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    bea = made_store.add("bea")
    desk = made_store.connect(bea)
    assert store(capsys, "disable-user", made_store, bea).rows == [{"login": bea, "is_active": False}]
    with pytest.raises(psycopg.OperationalError):
        desk.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        made_store.connect(bea)
    store(capsys, "enable-user", made_store, bea)
    made_store.connect(bea).close()


def test_a_reset_password_replaces_the_old_one(made_store: MadeStore, capsys: pytest.CaptureFixture[str]) -> None:
    bea = made_store.add("bea")
    (row,) = store(capsys, "reset-password", made_store, bea).rows
    made_store.connect(bea, row["password"]).close()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        made_store.connect(bea)


def test_another_role_ends_the_session_and_holds_for_the_next(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    bea = made_store.add("bea")
    desk = made_store.connect(bea)
    assert store(capsys, "set-role", made_store, bea, "administrator").code == 0
    with pytest.raises(psycopg.OperationalError):
        desk.execute("SELECT 1")
    asked = "SELECT pg_has_role(session_user, %s, 'USAGE')"
    with made_store.connect(bea) as desk:
        held = {role: desk.execute(asked, (f"{made_store.name}_{role}",)).fetchone() for role in Role}
    assert held == {role: (role == Role.ADMINISTRATOR,) for role in Role}
    assert store(capsys, "users", made_store).rows[1]["role"] == "administrator"


MISTAKES = [
    (("add-user", "{anna}"), "is of this store already"),
    (("add-user", "{name}.eva", "--name", "Anna"), "Somebody else's name"),
    (("add-user", "pg_monitor"), "This login cannot be used"),
    (("add-user", "{name}_owner"), "This login cannot be used"),
    (("add-user", "{superuser}"), "which is something else's"),
    (("add-user", "{name}.eva", "--team", "Nowhere"), "No team of this store is “Nowhere”"),
    (("set-role", "nobody", "agent"), "No login of this store is “nobody”"),
    (("disable-user", "nobody"), "No login of this store is “nobody”"),
    (("reset-password", "nobody"), "No login of this store is “nobody”"),
    (("set-teams", "{anna}", "--team", "Nowhere"), "No team of this store is “Nowhere”"),
    (("add-team", "Residential"), "There is a team “Residential” already"),
    (("rename-team", "Residential", "Residential"), "There is a team “Residential” already"),
    (("rename-team", "Nowhere", "Somewhere"), "No team of this store is “Nowhere”"),
    (("set-role", "{anna}", "agent"), "Nobody would be administrator any more"),
    (("disable-user", "{anna}"), "Nobody would be administrator any more"),
    (("add-team", " "), "This name cannot be used"),
]


def test_a_mistake_is_told_and_changes_nothing(made_store: MadeStore, capsys: pytest.CaptureFixture[str]) -> None:
    before = store(capsys, "users", made_store).rows
    names = {"name": made_store.name, "anna": made_store.login("anna"), "superuser": made_store.address.login}
    for arguments, sentence in MISTAKES:
        verb, *more = (word.format(**names) for word in arguments)
        ran = store(capsys, verb, made_store, *more)
        assert (ran.code, sentence in ran.error) == (2, True), ran
    assert store(capsys, "users", made_store).rows == before


def test_a_wrong_password_and_a_missing_store_are_told(
    made_store: MadeStore, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run(capsys, "store", "status", made_store.url.replace(made_store.name, "postgres"))
    assert ran.code == 2 and "There is no store" in ran.error
    ran = run(capsys, "store", "status", made_store.url.split("//")[0] + "//127.0.0.1/x")
    assert ran.code == 2 and "The login is missing" in ran.error
    monkeypatch.setenv(VARIABLE, "wrong")
    ran = store(capsys, "status", made_store)
    assert ran.code == 2 and "password is wrong" in ran.error and "wrong\n" not in ran.error


def test_logins_need_postgresql(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "store", "add-user", f"sqlite:///{tmp_path}/store.db", "bea")
    assert ran.code == 2 and "A store in a file has no logins" in ran.error
