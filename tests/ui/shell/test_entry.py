"""What a start opens: what was named, else the store used last, else this user's own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import user_folder
from app.commands import cli
from app.errors import KnownError
from app.sync import desk_folder
from app.sync.address import parse
from ui.shell.entry import Entry, entry_of

ANNA = parse("postgresql://anna@db.example.com/ringbook")


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return user_folder.base()


def entry(*arguments: str) -> Entry:
    return entry_of(cli.parse(arguments))


def test_without_a_word_it_is_this_users_own_data(base: Path) -> None:
    assert entry() == Entry(base / "data")
    assert entry("--demo") == Entry(base / "demo")


def test_a_named_folder_wins_over_the_store_used_last(base: Path) -> None:
    desk_folder.remember(base, ANNA)
    assert entry("--data", "/srv/data") == Entry(Path("/srv/data"))
    assert entry("--demo") == Entry(base / "demo")


def test_the_store_used_last_opens_again(base: Path) -> None:
    desk_folder.remember(base, ANNA)
    assert entry() == Entry(desk_folder.folder_of(base, ANNA), ANNA)
    (base / "last-store.json").write_text("{")
    assert entry() == Entry(base / "data")


def test_a_named_store_is_opened_as_its_desk_and_asks_where_nobody_is_named(base: Path) -> None:
    assert entry("--store", str(ANNA)) == Entry(desk_folder.folder_of(base, ANNA), ANNA)
    asked = entry("--store", "postgresql://db.example.com/ringbook")
    assert asked.asks and asked.address == ANNA.with_login("")
    with pytest.raises(KnownError, match="brackets"):
        entry("--store", "postgresql://anna@[::1/ringbook")
