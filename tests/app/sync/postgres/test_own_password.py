"""A login changes its own password, and the server never sees it in clear text."""

from __future__ import annotations

import pytest

from app.errors import KnownError
from app.sync.postgres import own_password, store
from models.enums import Role
from tests.postgres_server import PASSWORD, Store


def test_the_new_password_lets_in_and_the_old_one_does_not(postgres: Store) -> None:
    anna = postgres.address(postgres.add_login("anna", Role.AGENT, 1))
    own_password.change(anna, PASSWORD, "battery staple")
    store.connect(anna, "battery staple").close()
    with pytest.raises(KnownError, match="password is wrong"):
        store.connect(anna, PASSWORD)
    kept = postgres.run("SELECT rolpassword FROM pg_authid WHERE rolname = :login", login=anna.login)
    assert str(kept[0][0]).startswith("SCRAM-SHA-256$")


@pytest.mark.parametrize(("old", "new", "why"), [("wrong", "battery staple", "wrong"), (PASSWORD, "short", "10")])
def test_a_wrong_old_and_a_weak_new_one_change_nothing(postgres: Store, old: str, new: str, why: str) -> None:
    anna = postgres.address(postgres.add_login("anna", Role.AGENT, 1))
    with pytest.raises(KnownError, match=why):
        own_password.change(anna, old, new)
    store.connect(anna, PASSWORD).close()
