"""A store of before, whose logins its owner made, hands them over to its clerk when it is upgraded."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from app.errors import KnownError
from app.sync.postgres import checking, creating, people
from app.sync.postgres.admin_link import Door, door, run, session
from models.enums import Role
from tests.made_store import PASSWORD, MadeStore

NEW = "ten green bottles"


@pytest.fixture
def before(made_store: MadeStore) -> MadeStore:
    """A store without a clerk; the server's owner let Bea in."""
    bea = made_store.add("bea")
    names = {"clerk": sql.Identifier(f"{made_store.name}_clerk"), "bea": sql.Identifier(bea)}
    names |= {role: sql.Identifier(f"{made_store.name}_{role}") for role in Role}
    with made_store.session() as at:
        for login, role in ((bea, "agent"), (made_store.login("anna"), "administrator")):
            at.raw.execute("SELECT clerk.shut_out(%s)", (login,))
            run(at.raw, f"GRANT {{{role}}} TO {{login}}", login=sql.Identifier(login), **names)
            run(at.raw, "ALTER ROLE {login} LOGIN", login=sql.Identifier(login))
        at.raw.execute("DROP SCHEMA clerk CASCADE")
        run(at.raw, "DROP OWNED BY {clerk}", **names)
        for role in Role:
            run(at.raw, f"REVOKE {{{role}}} FROM {{clerk}} CASCADE", **names)
    with psycopg.connect(made_store.server.url(made_store.name), autocommit=True) as raw:
        for (login,) in raw.execute("SELECT login FROM sync.login").fetchall():
            run(raw, "REVOKE {login} FROM {clerk} CASCADE", login=sql.Identifier(login), **names)
        run(raw, "DROP OWNED BY {clerk}", **names)
        run(raw, "DROP ROLE {clerk}", **names)
    return made_store


@pytest.fixture
def anna(before: MadeStore) -> Iterator[Door]:
    with door(before.address.with_login(before.login("anna")), PASSWORD, 30) as opened:
        yield opened


def test_without_a_clerk_nobody_is_changed_and_it_is_said(before: MadeStore, anna: Door) -> None:
    assert [(row.name, row.may_reset) for row in people.users(anna)] == [("Anna", False), ("Bea", False)]
    for change in (lambda: people.disable(anna, before.login("bea")),
                   lambda: people.reset_password(anna, before.login("bea"), NEW)):  # fmt: skip
        with pytest.raises(KnownError, match="store upgrade"):
            change()
    before.connect(before.login("bea")).close()


def test_an_upgrade_makes_one_to_whom_the_logins_go(before: MadeStore, anna: Door) -> None:
    with session(before.address, before.password) as at:
        assert creating.upgrade(at)["can_make_logins"]
    with session(before.address, before.password, at_one_moment=True) as at:
        assert checking.verify(at).problems == []
    bea = before.login("bea")
    people.reset_password(anna, bea, NEW)
    before.connect(bea, NEW).close()
    people.disable(anna, bea)
    with pytest.raises(psycopg.OperationalError):
        before.connect(bea, NEW)
    people.enable(anna, bea)
    people.set_role(anna, bea, Role.SUPERVISOR)
    before.connect(bea, NEW).close()
