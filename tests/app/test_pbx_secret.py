"""Where the PBX password comes from, in which order, and that it shows up nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from app import pbx_secret
from app.errors import KnownError
from app.settings import PbxSettings
from tests.app.fake_keyring import MemoryKeyring, use_keyring

PBX = PbxSettings(host="pbx.example", port=5039, username="console")
SECRET = "correct horse"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    monkeypatch.delenv(pbx_secret.VARIABLE, raising=False)
    memory = MemoryKeyring()
    with use_keyring(memory):
        yield memory


def test_what_was_stored_is_read_for_that_account_only(ring: MemoryKeyring) -> None:
    pbx_secret.store(PBX, SECRET)
    assert ring.kept == {("ringbook-pbx", "console@pbx.example:5039"): SECRET}
    assert pbx_secret.read(PBX) == SECRET
    assert pbx_secret.read(PbxSettings(host="other.example", username="console")) is None


def test_the_place_is_told(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pbx_secret.kept_in(PBX) == "none"
    pbx_secret.store(PBX, SECRET)
    assert pbx_secret.kept_in(PBX) == "keyring"
    monkeypatch.setenv(pbx_secret.VARIABLE, "x")
    assert pbx_secret.kept_in(PBX) == "environment"


def test_the_environment_wins(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    pbx_secret.store(PBX, SECRET)
    monkeypatch.setenv(pbx_secret.VARIABLE, "from the site")
    assert pbx_secret.read(PBX) == "from the site"


def test_an_empty_password_is_forgotten(ring: MemoryKeyring) -> None:
    pbx_secret.store(PBX, SECRET)
    pbx_secret.store(PBX, "")
    pbx_secret.store(PBX, "")
    assert ring.kept == {}


def test_without_a_keyring_the_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(pbx_secret.VARIABLE, raising=False)
    with use_keyring():
        assert pbx_secret.kept_in(PBX) == "no_keyring"
        for call in (lambda: pbx_secret.read(PBX), lambda: pbx_secret.store(PBX, SECRET)):
            with pytest.raises(KnownError, match="RINGBOOK_PBX_PASSWORD") as caught:
                call()
            assert SECRET not in repr(caught.value) + str(caught.value.values)


def test_nothing_is_logged(ring: MemoryKeyring, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    pbx_secret.store(PBX, SECRET)
    pbx_secret.read(PBX)
    assert SECRET not in caplog.text
