"""Signing in at a real server: who is let in, what is kept, and what opens while nobody answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import settings
from app.bootstrap import sign_in
from app.errors import KnownError, TransientError
from app.settings import Settings
from app.storage import keys
from app.sync import credentials, desk_folder, unlock
from app.sync.address import StoreAddress
from app.sync.sqlite import file
from models.enums import Role
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from tests.postgres_server import PASSWORD, Store


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    monkeypatch.delenv(credentials.VARIABLE, raising=False)
    monkeypatch.setenv(keys.VARIABLE, "5e" * 32)
    memory = MemoryKeyring()
    with use_keyring(memory):
        yield memory


@pytest.fixture
def anna(postgres: Store) -> StoreAddress:
    return postgres.address(postgres.add_login("anna", Role.AGENT, 1))


def away(address: StoreAddress) -> StoreAddress:
    """The same store where nobody answers."""
    return replace(address, port=1)


def test_a_login_the_store_lets_in_has_a_desk_and_is_the_last_used(tmp_path: Path, anna: StoreAddress) -> None:
    found = sign_in(tmp_path, anna, PASSWORD, remember=True)
    assert found.checked and found.address == anna and desk_folder.address_of(found.folder) == anna
    assert desk_folder.last_used(tmp_path) == anna
    assert credentials.read(anna) == PASSWORD
    assert PASSWORD not in repr(found)
    for folder, _, names in os.walk(tmp_path):
        assert all(PASSWORD not in Path(folder, name).read_text() for name in names)


def test_a_kept_password_need_not_be_typed_and_is_forgotten_on_demand(tmp_path: Path, anna: StoreAddress) -> None:
    sign_in(tmp_path, anna, PASSWORD, remember=True)
    assert sign_in(tmp_path, anna, "", remember=True).password == PASSWORD
    sign_in(tmp_path, anna, PASSWORD, remember=False)
    assert credentials.read(anna) is None


def test_without_a_keyring_one_signs_in_all_the_same(tmp_path: Path, anna: StoreAddress) -> None:
    with use_keyring():
        assert sign_in(tmp_path, anna, PASSWORD, remember=True).checked


@pytest.mark.parametrize("password", ["wrong", ""])
def test_a_wrong_password_is_told_and_leaves_nothing(
    tmp_path: Path, anna: StoreAddress, ring: MemoryKeyring, password: str
) -> None:
    with pytest.raises(KnownError, match="password is wrong"):
        sign_in(tmp_path, anna, password, remember=True)
    assert list(tmp_path.iterdir()) == [] and ring.kept == {}


def test_a_login_that_was_switched_off_is_told_so(tmp_path: Path, postgres: Store, anna: StoreAddress) -> None:
    postgres.run(f'ALTER ROLE "{anna.login}" NOLOGIN')
    with pytest.raises(KnownError, match="switched off"):
        sign_in(tmp_path, anna, PASSWORD, remember=True)


def test_a_server_without_a_certificate_is_not_sent_anything(tmp_path: Path, anna: StoreAddress) -> None:
    with pytest.raises(KnownError, match="not safe"):
        sign_in(tmp_path, replace(anna, sslmode="verify-full"), PASSWORD, remember=True)


def test_where_nobody_answers_a_desk_that_was_signed_in_before_opens_by_its_password(
    tmp_path: Path, anna: StoreAddress
) -> None:
    address = away(anna)
    with pytest.raises(TransientError):
        sign_in(tmp_path, address, PASSWORD, remember=False)
    folder = desk_folder.make(tmp_path, address)
    unlock.keep(folder, keys.open_folder(folder), PASSWORD)
    found = sign_in(tmp_path, address, PASSWORD, remember=False)
    assert (found.folder, found.checked) == (folder, False)
    with pytest.raises(KnownError, match="not the password"):
        sign_in(tmp_path, address, "wrong", remember=False)


def test_a_new_desk_begins_with_the_settings_of_this_computer(tmp_path: Path, anna: StoreAddress) -> None:
    (tmp_path / "data").mkdir()
    settings.save(tmp_path / "data", Settings(region="TW", agent="Anna"))
    folder = sign_in(tmp_path, anna, PASSWORD, remember=False).folder
    assert settings.load(folder).region == "TW"
    settings.save(folder, Settings(region="ES"))
    sign_in(tmp_path, anna, PASSWORD, remember=False)
    assert settings.load(folder).region == "ES"


def test_a_store_in_a_file_is_signed_in_to_by_its_password(tmp_path: Path) -> None:
    shared = tmp_path / "office.db"
    anna = StoreAddress("file", path=str(shared), login="anna")
    with pytest.raises(TransientError, match="not there"):
        sign_in(tmp_path, anna, PASSWORD, remember=True)
    file.create(shared, PASSWORD, "Office")
    with pytest.raises(KnownError, match="not the one of this store"):
        sign_in(tmp_path, anna, "wrong", remember=True)
    found = sign_in(tmp_path, anna, PASSWORD, remember=True)
    assert found.checked and desk_folder.address_of(found.folder) == anna
    assert credentials.read(anna) == PASSWORD
