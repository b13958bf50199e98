"""A desk opens offline by the password the store took last, and what is kept of it is of no use elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage import keys
from app.sync import unlock


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(keys.VARIABLE, "5e" * 32)
    unlock.keep(tmp_path, keys.open_folder(tmp_path), "correct horse")
    return tmp_path


def test_it_opens_by_the_password_kept_last(folder: Path) -> None:
    assert unlock.opens(folder, "correct horse") is True
    assert unlock.opens(folder, "correct hors") is False
    unlock.keep(folder, keys.open_folder(folder), "battery staple")
    assert unlock.opens(folder, "correct horse") is False
    assert unlock.opens(folder, "battery staple") is True


def test_where_nobody_signed_in_nothing_is_known(tmp_path: Path) -> None:
    assert unlock.opens(tmp_path, "correct horse") is None


def test_without_the_key_of_the_folder_it_tells_nothing_of_the_password(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (folder / unlock.FILE_NAME).read_text()
    assert "correct horse" not in text and (folder / unlock.FILE_NAME).stat().st_mode & 0o077 == 0
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / unlock.FILE_NAME).write_text(text)
    monkeypatch.setenv(keys.VARIABLE, "77" * 32)
    assert unlock.opens(elsewhere, "correct horse") is False


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"salt": "xy", "check": ""}', '{"salt": 7, "check": ""}'])
def test_a_damaged_note_is_none(folder: Path, text: str) -> None:
    (folder / unlock.FILE_NAME).write_text(text)
    assert unlock.opens(folder, "correct horse") is None
