"""A store in a file is brought to this version by whoever opens it first; one of a later version is left alone."""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

import models.migrations
from app.errors import KnownError
from app.storage.engine import open_file
from app.sync.sqlite import file, key
from app.sync.sqlite.store import SqliteSharedStore
from models.base import uuid7
from models.migrations import HEADS
from tests.app.sync.contract.desks import At, new

PASSWORD = "correct horse"
FIRST = {"store": "0004", "shared": "0001"}  # what the first shared files were made of


def _migrate_to_first(path: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a store as the first version did."""

    def migrate_only_so_far(engine, kind, remake=None):  # type: ignore[no-untyped-def]
        config = Config()
        config.set_main_option("script_location", str(Path(models.migrations.__file__).parent / kind))
        config.set_main_option("path_separator", "os")
        with engine.connect() as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, FIRST[kind])

    with monkeypatch.context() as patched:
        patched.setattr(file, "migrate", migrate_only_so_far)
        file.lay_out(path, secret, "Office")


def _version(path: Path, secret: bytes) -> str:
    engine = open_file(path, secret, journal="DELETE")
    with engine.connect() as connection:
        found = connection.execute(text("SELECT version_num FROM alembic_version_shared")).scalar_one()
    engine.dispose()
    return str(found)


def test_a_file_of_the_first_version_is_upgraded_by_who_opens_it_while_another_desk_sends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, secret = tmp_path / "office.db", secrets.token_bytes(key.KEY_BYTES)
    key.make(path, PASSWORD, secret)
    _migrate_to_first(path, secret, monkeypatch)
    with open_file(path, secret, write=True, journal="DELETE").begin() as connection:
        file.people.sign_in(connection, "maria", "Maria")
    assert _version(path, secret) == FIRST["shared"]
    with closing(SqliteSharedStore(path, secret, "maria")) as before:
        maria, cases = At(before), [uuid7() for _ in range(4)]
        assert maria.push(*(maria.op("case.create", of, new("case")) for of in cases[:2]))[0].result == "applied"
        with closing(file.open(path, "pau", PASSWORD, "Pau")) as after:
            pau = At(after)
            assert _version(path, secret) == HEADS["shared"]
            assert maria.push(maria.op("case.create", cases[2], new("case")))[0].result == "applied"
            assert pau.push(pau.op("case.create", cases[3], new("case")))[0].result == "applied"
            assert {row.id for row in after.rows(cases)} == set(cases)


def test_a_file_of_a_later_version_is_left_alone_and_who_is_in_it_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    file.create(path, PASSWORD, "Office")
    with closing(file.open(path, "maria", PASSWORD, "Maria")) as store:
        secret, maria = key.open_with(path, PASSWORD), At(store)
        with open_file(path, secret, write=True, journal="DELETE").begin() as connection:
            connection.execute(text("UPDATE alembic_version_shared SET version_num = '9999'"))
        with pytest.raises(KnownError, match="newer"):
            file.open(path, "pau", PASSWORD, "Pau")
        assert _version(path, secret) == "9999"
        assert maria.push(maria.op("case.create", uuid7(), new("case")))[0].result == "applied"
