"""`store backup` and `store restore` bring a store over whole, and desks go on as if nothing had been."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from app.sync.credentials import VARIABLE
from app.sync.records import Cursor
from models.enums import Role
from tests.app.commands.running import Ran, run
from tests.app.sync.contract.desks import At
from tests.made_store import PASSWORD, MadeStore


@pytest.fixture(autouse=True)
def _password(no_store: MadeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, no_store.password)


@pytest.fixture
def other(no_store: MadeStore) -> MadeStore:
    """A store that is not there yet, beside `made_store` on the same server, and goes with it."""
    return MadeStore(no_store.server, f"{no_store.name}_again")


def back_up(capsys: pytest.CaptureFixture[str], store: MadeStore, file: Path, *more: str) -> Ran:
    return run(capsys, "store", "backup", store.url, file, *more)


def work(desk: At) -> list[Cursor]:
    customer = desk.make("customer", name="Núria \\ \t “Puig”\n二")
    case = desk.make("case", customer_id=customer)
    desk.do("case.edit", case, summary=("No light", "Dark"))
    desk.do("case.edit", case, summary=("No light", "Dim"))
    return [desk.hello().cursor]


def test_a_backup_restored_is_the_same_store(
    made_store: MadeStore, other: MadeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bea = made_store.add("bea", Role.AGENT)
    desk = made_store.desk(bea)
    (cursor,) = work(desk)
    ran = back_up(capsys, made_store, tmp_path / "monday.rb")
    assert (ran.code, ran.error) == (0, "")
    assert (ran.rows[0]["seq"], ran.rows[0]["rows"]["sync.op_log"]) == (cursor.seq, 4)
    assert stat.S_IMODE((tmp_path / "monday.rb").stat().st_mode) == 0o600
    assert desk.hello().backup_seq == cursor.seq
    lost = desk.make("customer", name="Lost")

    ran = run(capsys, "store", "restore", other.url, tmp_path / "monday.rb")
    assert (ran.code, ran.error) == (0, "")
    assert ran.rows[0]["without_password"] == []
    whole = run(capsys, "store", "verify", other.url)
    assert whole.rows[0]["problems"] == []
    desk.store.close()

    again = At(MadeStore.desk(other, bea).store, device=desk.device)
    welcome = again.hello(Cursor(cursor.seq, cursor.op_id))
    assert (welcome.last_n, welcome.cursor, welcome.is_restored) == (4, cursor, False)
    later = again.hello(Cursor(cursor.seq + 1, lost))
    assert later.is_restored
    again.n = 4
    again.make("customer", name="Sent again")
    rows, _, _ = again.pull(Cursor(0, None))
    assert len([row for row in rows.values() if row.table == "conflict"]) == 1
    again.store.close()
    drop(other)


def drop(store: MadeStore) -> None:
    store.server.drop(store.name)  # its roles begin with the name of the first store and go with that


def test_without_the_rights_of_a_superuser_passwords_are_given_anew(
    made_store: MadeStore, other: MadeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bea = made_store.add("bea")
    assert back_up(capsys, made_store, tmp_path / "a.rb").code == 0
    with zipfile.ZipFile(tmp_path / "a.rb") as archive:
        manifest = archive.read("ringbook-store.json").decode()
    assert "SCRAM-SHA-256$" in manifest and PASSWORD not in manifest
    made_store.server.drop(made_store.name)
    with made_store.server.connection(autocommit=True) as connection:
        for login in (bea, made_store.login("anna")):
            connection.exec_driver_sql(f'DROP OWNED BY "{login}"')
            connection.exec_driver_sql(f'DROP ROLE "{login}"')
    assert run(capsys, "store", "restore", other.url, tmp_path / "a.rb").rows[0]["without_password"] == []
    other.connect(bea).close()  # by the password it had
    drop(other)


@pytest.mark.parametrize("damage", ["flip", "cut", "text", "none"])
def test_a_damaged_backup_is_refused_and_leaves_nothing(
    made_store: MadeStore, other: MadeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    file = tmp_path / "a.rb"
    assert back_up(capsys, made_store, file).code == 0
    data = bytearray(file.read_bytes())
    if damage == "flip":
        data[len(data) // 3] ^= 1
    file.write_bytes(data[: len(data) // 2] if damage == "cut" else b"hello" if damage == "text" else data)
    if damage == "none":
        file.unlink()
    ran = run(capsys, "store", "restore", other.url, file)
    assert ran.code == 2 and str(file) in ran.error
    with made_store.server.connection() as connection:
        query = f"SELECT FROM pg_database WHERE datname = '{other.name}'"
        assert connection.exec_driver_sql(query).rowcount == 0


def test_a_restore_replaces_no_store_and_a_backup_no_file(
    made_store: MadeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.rb"
    assert back_up(capsys, made_store, file).code == 0
    before = file.read_bytes()
    assert back_up(capsys, made_store, file).code == 2
    assert file.read_bytes() == before
    assert back_up(capsys, made_store, file, "--force").code == 0
    ran = run(capsys, "store", "restore", made_store.url, file)
    assert ran.code == 2 and "There is a store already" in ran.error
    assert back_up(capsys, made_store, tmp_path / "no" / "a.rb").code == 2
    assert list(tmp_path.iterdir()) == [file]
