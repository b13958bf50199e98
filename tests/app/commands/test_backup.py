"""`backup`, `restore` and `verify` from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import open_backend
from tests.app.commands.running import Ran, run
from tests.app.fake_keyring import use_keyring
from tests.factories import add_customer

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _bare_computer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("RINGBOOK_KEY")
    monkeypatch.delenv("RINGBOOK_RECOVERY_KEY", raising=False)
    with use_keyring():
        yield


@pytest.fixture
def data(tmp_path: Path) -> Path:
    backend = open_backend(tmp_path / "here")
    add_customer(backend, "Maria", "934125580")
    (tmp_path / "recovery-key").write_text(str(backend.folder.key.new_recovery_key))
    backend.close()
    return tmp_path / "here"


def answer(monkeypatch: pytest.MonkeyPatch, text: str, key: str = "") -> None:
    """Sit at a terminal and type."""

    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return text

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _: key)


def names(capsys: Capture, data: Path) -> list[Any]:
    return [row["name"] for row in run(capsys, "lookup", "934125580", "--data", data).rows]


def backed_up(capsys: Capture, data: Path) -> Path:
    file = data.parent / "one.ringbook"
    ran = run(capsys, "backup", file, "--data", data)
    assert ran.code == 0 and ran.rows[0]["file"] == str(file) and ran.rows[0]["bytes"] == file.stat().st_size
    return file


def test_a_backup_is_verified_and_restored_elsewhere_by_the_recovery_key_in_the_environment(
    capsys: Capture, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, there = backed_up(capsys, data), data.parent / "there"
    monkeypatch.setenv("RINGBOOK_RECOVERY_KEY", (data.parent / "recovery-key").read_text())
    verified = run(capsys, "verify", file)
    assert verified.code == 0 and verified.rows[0]["whole"] and verified.rows[0]["opened"]
    restored = run(capsys, "restore", file, "--data", there)
    assert restored.code == 0 and restored.rows[0]["customers"] == 1 and restored.rows[0]["replaced"] is None
    monkeypatch.delenv("RINGBOOK_RECOVERY_KEY")
    assert names(capsys, there) == ["Maria"]
    assert run(capsys, "verify", "--data", there).rows == [{"data": str(there), "whole": True, "problems": []}]


def test_the_recovery_key_is_asked_for_at_a_terminal(
    capsys: Capture, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, there = backed_up(capsys, data), data.parent / "there"
    answer(monkeypatch, "", (data.parent / "recovery-key").read_text())
    assert run(capsys, "restore", file, "--data", there).code == 0
    assert names(capsys, there) == ["Maria"]


def test_without_a_terminal_a_missing_recovery_key_is_a_sentence(capsys: Capture, data: Path) -> None:
    ran = run(capsys, "restore", backed_up(capsys, data), "--data", data.parent / "there")
    assert ran.code == 2 and "recovery key" in ran.error


@pytest.mark.parametrize(("typed", "code"), [("yes\n", 0), ("\n", 2), ("n\n", 2), ("", 2)])
def test_data_is_replaced_only_once_somebody_typed_yes(
    capsys: Capture, data: Path, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    file = backed_up(capsys, data)
    backend = open_backend(data)
    add_customer(backend, "Since", "934125580")
    backend.close()
    answer(monkeypatch, typed)
    ran = run(capsys, "restore", file, "--data", data)
    assert ran.code == code and "will be replaced by the state of" in ran.error
    assert len(names(capsys, data)) == (1 if code == 0 else 2)


def test_without_a_terminal_yes_must_be_given(capsys: Capture, data: Path) -> None:
    file = backed_up(capsys, data)
    refused = run(capsys, "restore", file, "--data", data)
    assert refused.code == 2 and "--yes" in refused.error
    ran = run(capsys, "restore", file, "--data", data, "--yes")
    assert ran.code == 0 and Path(ran.rows[0]["replaced"], "store.db").exists()


def test_a_folder_open_in_a_console_is_not_replaced(capsys: Capture, data: Path) -> None:
    file = backed_up(capsys, data)
    backend = open_backend(data)
    ran = run(capsys, "restore", file, "--data", data, "--yes")
    backend.close()
    assert ran.code == 2 and "Close it first" in ran.error


def damaged(ran: Ran) -> bool:
    return ran.code == 2 and not ran.rows[0]["whole"] and bool(ran.rows[0]["problems"]) and "damaged" in ran.error


def test_verify_finds_damage_in_a_backup_and_in_a_folder(capsys: Capture, data: Path) -> None:
    for path, arguments in (
        (backed_up(capsys, data), [data.parent / "one.ringbook"]),
        (data / "store.db", ["--data", data]),
    ):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 4
        path.write_bytes(content)
        assert damaged(run(capsys, "verify", *arguments))


def test_what_cannot_be_verified_is_a_sentence(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Sir")
    for arguments in ([], [tmp_path / "nowhere"], [tmp_path / "letter"], ["--data", tmp_path / "nowhere"]):
        ran = run(capsys, "verify", *arguments)
        assert ran.code == 2 and ran.error.count("\n") == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_backup_of_no_data_makes_nothing(capsys: Capture, tmp_path: Path) -> None:
    ran = run(capsys, "backup", tmp_path / "one.ringbook", "--data", tmp_path / "nowhere")
    assert ran.code == 2 and list(tmp_path.iterdir()) == []
