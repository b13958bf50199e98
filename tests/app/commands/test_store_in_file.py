"""The verbs of `store` on a store in one file: made, checked, backed up and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.sync.credentials import VARIABLE
from app.sync.sqlite import file as files
from models.migrations import HEADS
from tests.app.commands.running import Ran, run
from tests.app.sync.contract.desks import At


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a customer and a case; its password is in the environment."""
    path = tmp_path / "office.db"
    (row,) = run(capsys, "store", "create", f"sqlite:///{path}").rows
    assert row["recovery_key"]
    monkeypatch.setenv(VARIABLE, row["password"])
    desk = At(files.open(path, "bea", row["password"], "Bea"), "bea")
    desk.make("case", customer_id=desk.make("customer"))
    desk.store.close()
    return path


def do(capsys: pytest.CaptureFixture[str], verb: str, path: Path, *more: object) -> Ran:
    return run(capsys, "store", verb, f"sqlite:///{path}", *more)


def test_its_state_is_told_and_it_is_whole(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = do(capsys, "status", store).rows
    assert (row["rows"]["case"], row["operations"], row["last_backup"]) == (1, {"applied": 2}, None)
    assert row["logins"] == {"administrator": 1}
    ran = do(capsys, "verify", store)
    assert (ran.code, ran.rows[0]["problems"]) == (0, [])


def test_people_have_no_meaning_there_and_that_is_said(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb, *more in (
        ("users",), ("add-user", "eva"), ("set-role", "bea", "agent"), ("set-teams", "bea", "--team", "Everyone"),
        ("disable-user", "bea"), ("enable-user", "bea"), ("reset-password", "bea"), ("add-team", "Business"),
        ("rename-team", "Everyone", "All"),
    ):  # fmt: skip
        ran = do(capsys, verb, store, *more)
        assert (ran.code, "A store in a file has no logins" in ran.error) == (2, True), ran


def test_it_is_upgraded_by_command_too(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = do(capsys, "upgrade", store).rows
    assert (row["version"], row["wire_oldest"]) == (HEADS["shared"], 1)


def test_a_backup_makes_the_same_store_elsewhere_and_is_noted(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = do(capsys, "backup", store, tmp_path / "monday.rb")
    assert (ran.code, ran.error) == (0, "")
    assert (tmp_path / "monday.rb").stat().st_mode & 0o777 == 0o600
    assert b"Carmen" not in (tmp_path / "monday.rb").read_bytes()
    before = do(capsys, "status", store).rows[0]
    assert before["last_backup"]["seq"] == ran.rows[0]["seq"] == before["seq"]
    (row,) = do(capsys, "restore", tmp_path / "again.db", tmp_path / "monday.rb").rows
    assert (row["store"], row["seq"], row["rows"]) == (before["store"], before["seq"], before["rows"])
    assert do(capsys, "verify", tmp_path / "again.db").rows[0]["whole"]


def test_damage_is_found(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert do(capsys, "backup", store, tmp_path / "a.rb").code == 0
    for path, at in ((tmp_path / "a.rb", 20_000), (store, 20_000)):
        data = bytearray(path.read_bytes())
        data[at] ^= 1
        path.write_bytes(data)
    ran = do(capsys, "restore", tmp_path / "again.db", tmp_path / "a.rb")
    assert ran.code == 2 and not (tmp_path / "again.db").exists()
    ran = do(capsys, "verify", store)
    assert ran.code == 2 and ran.rows[0]["problems"]
    assert do(capsys, "backup", store, tmp_path / "b.rb").code == 2
    assert not (tmp_path / "b.rb").exists()


def test_nothing_is_replaced_and_another_password_opens_nothing(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert do(capsys, "backup", store, tmp_path / "a.rb").code == 0
    assert do(capsys, "backup", store, tmp_path / "a.rb").code == 2
    assert do(capsys, "restore", store, tmp_path / "a.rb").code == 2
    assert do(capsys, "create", store).code == 2
    assert do(capsys, "status", tmp_path / "none.db").code == 2
    monkeypatch.setenv(VARIABLE, "another password")
    assert do(capsys, "status", store).code == 2
    ran = do(capsys, "restore", tmp_path / "again.db", tmp_path / "a.rb")
    assert ran.code == 2 and list(tmp_path.glob("again*")) == []
