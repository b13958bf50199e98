"""A store in a file is made, opened by its password, and says what is wrong when it cannot be."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import DamagedError, KnownError, TransientError
from app.sync.sqlite import file, key, upkeep
from app.sync.sqlite.store import SqliteSharedStore
from models.base import utc_now, uuid7
from models.enums import Role
from tests import shared_file
from tests.app.sync.contract.desks import At

PASSWORD = "correct horse"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.db"


def test_whoever_has_the_password_is_administrator_of_the_team_of_everyone(path: Path) -> None:
    made = file.create(path, PASSWORD, "Office")
    assert file.store_name(path, PASSWORD) == "Office"
    with closing(file.open(path, "maria", PASSWORD, "Maria Puig")) as store:
        welcome = At(store).welcome
    assert welcome.store == made.id
    assert (welcome.identity.name, welcome.identity.role) == ("Maria Puig", Role.ADMINISTRATOR)
    assert (welcome.identity.teams, welcome.team_names) == ((1,), {1: "Everyone"})


def test_who_signs_in_again_under_another_name_is_called_that(path: Path) -> None:
    file.create(path, PASSWORD, "Office")
    file.open(path, "maria", PASSWORD, "Maria").close()
    with closing(file.open(path, "maria", PASSWORD, "Maria Puig")) as store:
        assert At(store).welcome.identity.name == "Maria Puig"


def test_a_store_is_never_made_over_a_file(path: Path) -> None:
    path.write_bytes(b"somebody's")
    with pytest.raises(KnownError, match="is there"):
        file.create(path, PASSWORD, "Office")
    assert path.read_bytes() == b"somebody's"


def test_a_wrong_password_opens_nothing(path: Path) -> None:
    file.create(path, PASSWORD, "Office")
    with pytest.raises(KnownError, match="not the one of this store"):
        file.open(path, "maria", "correct house")


def test_a_short_password_is_refused(path: Path) -> None:
    with pytest.raises(KnownError, match="at least 8"):
        file.create(path, "1234567", "Office")
    assert not path.exists()


def test_the_recovery_key_gives_a_store_whose_password_is_forgotten_another(path: Path) -> None:
    made = file.create(path, PASSWORD, "Office")
    key.recover(path, made.recovery_key, "another one")
    file.open(path, "maria", "another one").close()
    with pytest.raises(KnownError):
        file.open(path, "maria", PASSWORD)


def test_a_changed_password_needs_the_old_one(path: Path) -> None:
    file.create(path, PASSWORD, "Office")
    with pytest.raises(KnownError):
        key.change_password(path, "a wrong one", "another one")
    key.change_password(path, PASSWORD, "another one")
    file.open(path, "maria", "another one").close()


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1}', "[]", '{"format": 1, "kdf": "scrypt", "n": 1e99}'])
def test_a_spoilt_key_file_is_said_to_be_one(path: Path, text: str) -> None:
    file.create(path, PASSWORD, "Office")
    key.beside(path).write_text(text)
    with pytest.raises(KnownError, match="put it back"):
        file.open(path, "maria", PASSWORD)


def test_a_drive_that_is_away_passes(path: Path) -> None:
    with pytest.raises(TransientError, match="not there"):
        file.open(path, "maria", PASSWORD)


def test_the_file_cannot_be_read_without_its_key(path: Path) -> None:
    file.create(path, PASSWORD, "Office")
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM sqlite_master")


@pytest.fixture
def maria(path: Path) -> SqliteSharedStore:
    shared_file.lay_out(path, "Everyone")
    shared_file.add_login(path, "maria", "Maria", Role.ADMINISTRATOR, 1)
    return shared_file.connect(path, "maria")


def test_a_file_that_another_desk_holds_too_long_passes(
    path: Path, maria: SqliteSharedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sync.sqlite.store.WRITE_BUSY_MS", 50)
    with closing(shared_file.connect(path, "maria")) as other, maria._write():
        with pytest.raises(TransientError, match="Other desks"):
            At(other)
        other.heartbeat()
    with closing(shared_file.connect(path, "maria")) as other:
        At(other).make("customer")
    maria.close()


def test_a_desk_does_not_write_on_into_a_file_that_was_replaced(path: Path, maria: SqliteSharedStore) -> None:
    desk = At(maria)
    copy = path.with_name("backup.db")
    shutil.copyfile(path, copy)
    desk.make("customer")
    copy.replace(path)
    with pytest.raises(TransientError, match="put back"):
        desk.make("customer")
    with pytest.raises(TransientError, match="put back"):
        maria.heartbeat()
    maria.close()
    path.unlink()


def test_a_desk_the_store_no_longer_knows_says_hello_again(path: Path, maria: SqliteSharedStore) -> None:
    with closing(maria), pytest.raises(TransientError, match="put back"):
        maria.push(uuid7(), [])


def test_more_than_five_desks_of_a_week_are_advised_to_use_a_server(path: Path, maria: SqliteSharedStore) -> None:
    def advice(days: int = 0) -> KnownError | None:
        with upkeep.FileStore(path, shared_file.KEY).connection() as connection:
            return upkeep.advice(connection, path, utc_now() + timedelta(days=days))

    with closing(maria):
        for _ in range(5):
            At(maria)
        assert advice() is None
        At(maria)
    said = advice()
    assert said is not None and "6 desks" in str(said) and "PostgreSQL" in str(said)
    assert advice(days=8) is None


def test_a_damaged_file_is_said_to_be_one_and_takes_nothing(path: Path, maria: SqliteSharedStore) -> None:
    At(maria).make("customer")
    maria.close()
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    for broken in (bytes(whole), bytes(whole[: len(whole) // 2])):
        path.write_bytes(broken)
        with pytest.raises(DamagedError, match="last backup"):
            _use_all(path)
        assert path.read_bytes() == broken


def _use_all(path: Path) -> None:
    with closing(shared_file.connect(path, "maria")) as store:
        store.heartbeat()
        driver = store._reader.connection.driver_connection
        names = [name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        with store._read() as connection:
            for name in names:
                connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
        with store._write() as connection:
            connection.exec_driver_sql("PRAGMA integrity_check").all()
            for name in names:
                connection.exec_driver_sql(f'REINDEX "{name}"')
