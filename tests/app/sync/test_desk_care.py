"""Backup, check, repair and commands at a desk of a shared store: its outbox is precious, its cache is not."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from app import bootstrap
from app.commands import cli
from app.storage import keys, repair
from app.storage.backup import make_backup
from app.storage.restore import look_at, restore
from app.storage.verify import verify_backup, verify_folder
from app.sync.address import StoreAddress
from app.sync.shared_store import SharedStore
from app.workflows import data_check
from tests import shared_file
from tests.app.sync.seats import Seat, Sit


def test_a_backup_holds_the_outbox_and_what_is_put_back_is_filled_and_sent(sit: Sit, tmp_path: Path) -> None:
    maria = sit("maria")
    of = maria.add("Anna Vidal")
    maria.link.sync_once()
    waiting = maria.add("Ot Soler")
    folder = maria.backend.folder.path
    made = tmp_path / "monday.ringbook"
    make_backup(folder, maria.backend.folder.key, made)
    backup = look_at(made)
    assert (backup.databases, backup.is_desk) == (("outbox.db",), True)
    assert not verify_backup(backup, maria.backend.folder.key.master)
    later = maria.add("Joan Roca")
    maria.link.sync_once()
    maria.close()
    restore(backup, folder)
    again = Seat(folder, maria.office, "maria")
    report = again.link.sync_once()
    assert report.waiting == 0
    again.link.start()
    again.until(lambda: all(again.knows(each) for each in (of, waiting, later)))
    again.close()


def test_the_files_of_a_desk_are_checked(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_check, "PAUSE_SECONDS", 0.0)
    maria = sit("maria")
    maria.add("Anna Vidal")
    maria.link.sync_once()
    assert not verify_folder(maria.backend.folder.path)
    assert maria.backend.data_check.check()


@pytest.mark.parametrize("name", ["cache.db", "outbox.db"])
def test_a_damaged_file_is_mended_and_nothing_is_doubled(sit: Sit, name: str) -> None:
    maria, pau = sit("maria"), sit("pau")
    of = [maria.add(f"Somebody {at}") for at in range(40)]
    maria.link.sync_once()
    folder = maria.backend.folder.path
    maria.close()
    path = folder / name
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    report = repair.repair(folder)
    assert name in report.problems
    again = Seat(folder, maria.office, "maria")
    new = again.add("Ot Soler")
    assert again.link.sync_once().waiting == 0
    assert all(again.knows(each) for each in (*of, new))
    pau.link.sync_once()
    assert pau.link.held() == len(of) + 1
    again.close()


def test_the_command_brings_a_desk_into_step(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    maria, pau = sit("maria"), sit("pau")
    maria.add("Anna Vidal")
    maria.link.sync_once()
    pau.close()

    def connect(_address: StoreAddress, _password: str | None, _name: str = "") -> SharedStore:
        return shared_file.connect(maria.office, "pau")

    monkeypatch.setattr(bootstrap, "connect_store", connect)
    monkeypatch.setenv("RINGBOOK_STORE_PASSWORD", "whatever")
    assert cli.run_command(cli.parse(["sync", "--once", "--data", str(pau.backend.folder.path)])) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["pushed"], told["waiting"], told["attention"]) == (0, 0, 0)
    with closing(bootstrap.open_backend(pau.backend.folder.path)) as backend:
        assert backend.reads.search("vidal").customers
    assert cli.run_command(cli.parse(["refused", "--data", str(pau.backend.folder.path)])) == 0
    assert cli.run_command(cli.parse(["case", "list", "--data", str(pau.backend.folder.path)])) == 0


def test_a_folder_of_this_computer_alone_is_not_synced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.open_backend(tmp_path / "own").close()
    assert cli.run_command(cli.parse(["sync", "--once", "--data", str(tmp_path / "own")])) == 2
    assert "nothing to sync with" in capsys.readouterr().err
    assert cli.run_command(cli.parse(["sync", "--once", "--data", str(tmp_path / "none")])) == 2
    assert not keys.key_facts.read(tmp_path / "none")
