"""Each login of a store has a folder on this computer that says so, and the last used store is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import DamagedError, KnownError
from app.storage import shared_folder
from app.sync import desk_folder
from app.sync.address import parse

ANNA = parse("postgresql://anna@db.example.com/ringbook")


def test_a_new_folder_says_whose_desk_of_which_store_it_is(tmp_path: Path) -> None:
    folder = desk_folder.make(tmp_path, ANNA)
    assert folder == desk_folder.folder_of(tmp_path, ANNA) and folder.parent == tmp_path / "desks"
    assert desk_folder.address_of(folder) == ANNA
    assert folder.stat().st_mode & 0o077 == 0
    assert desk_folder.address_of(tmp_path) is None


def test_another_encryption_of_the_same_store_is_noted_and_keeps_what_is_known(tmp_path: Path) -> None:
    folder = desk_folder.make(tmp_path, ANNA)
    facts = shared_folder.read(folder)
    assert facts is not None
    shared_folder.write(folder, shared_folder.SharedFacts(facts.url, facts.login, "01a2"))
    other = parse("postgresql://anna@db.example.com/ringbook?sslrootcert=/etc/ca.pem")
    assert desk_folder.make(tmp_path, other) == folder
    assert desk_folder.address_of(folder) == other
    found = shared_folder.read(folder)
    assert found is not None and found.store == "01a2"


def test_who_signs_in_at_a_file_is_the_user_of_this_computer_and_at_a_server_is_named(tmp_path: Path) -> None:
    assert desk_folder.address_of(desk_folder.make(tmp_path, parse("/srv/ringbook.db"))) == parse("/srv/ringbook.db")
    with pytest.raises(KnownError, match="user@server"):
        desk_folder.make(tmp_path, ANNA.with_login(""))


@pytest.mark.parametrize("text", ["", "[]", '{"url": 7, "login": "anna"}', '{"login": "anna"}', "{"])
def test_a_damaged_note_is_told_and_never_taken_for_one_seat(tmp_path: Path, text: str) -> None:
    folder = desk_folder.make(tmp_path, ANNA)
    (folder / "store.json").write_text(text)
    with pytest.raises(DamagedError, match=r"store\.json"):
        desk_folder.address_of(folder)


def test_the_store_used_last_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    assert desk_folder.last_used(tmp_path / "new") is None
    desk_folder.remember(tmp_path / "new", ANNA)
    assert desk_folder.last_used(tmp_path / "new") == ANNA
    desk_folder.forget_last(tmp_path / "new")
    desk_folder.forget_last(tmp_path / "new")
    assert desk_folder.last_used(tmp_path / "new") is None


@pytest.mark.parametrize("text", ["", "[]", '{"url": "mysql://db"}', '{"url": 7}', "{"])
def test_a_note_of_the_last_store_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "last-store.json").write_text(text)
    assert desk_folder.last_used(tmp_path) is None
