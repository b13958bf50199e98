"""The password of a login at a store: by store and login, in the keyring or the environment alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.errors import KnownError
from app.sync import credentials
from app.sync.address import parse
from tests.app.fake_keyring import MemoryKeyring, use_keyring

ANNA = parse("postgresql://anna@db.example.com/ringbook")


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    monkeypatch.delenv(credentials.VARIABLE, raising=False)
    memory = MemoryKeyring()
    with use_keyring(memory):
        yield memory


def test_what_was_stored_is_read_for_that_store_and_login_only(ring: MemoryKeyring) -> None:
    credentials.store(ANNA, "correct horse")
    assert ring.kept == {("ringbook-store", "anna@db.example.com/ringbook"): "correct horse"}
    assert credentials.read(ANNA) == "correct horse"
    assert credentials.kept_in(ANNA) == "keyring"
    assert credentials.read(ANNA.with_login("bet")) is None
    assert credentials.read(parse("postgresql://anna@db.example.com:6432/ringbook")) is None


def test_the_environment_wins(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    credentials.store(ANNA, "correct horse")
    monkeypatch.setenv(credentials.VARIABLE, "from the site")
    assert credentials.read(ANNA) == "from the site"
    assert credentials.kept_in(ANNA) == "environment"


def test_a_forgotten_password_is_gone_from_the_keyring(ring: MemoryKeyring) -> None:
    credentials.store(ANNA, "correct horse")
    credentials.forget(ANNA)
    credentials.forget(ANNA)
    assert ring.kept == {}


def test_without_a_keyring_the_password_is_asked_for_and_cannot_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(credentials.VARIABLE, raising=False)
    with use_keyring():
        assert credentials.read(ANNA) is None
        credentials.forget(ANNA)
        with pytest.raises(KnownError, match="RINGBOOK_STORE_PASSWORD"):
            credentials.store(ANNA, "correct horse")
