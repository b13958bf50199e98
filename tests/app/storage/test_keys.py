"""The key of a data folder: where it comes from, that it never gets lost, that nothing else opens the folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import KnownError
from app.storage import key_facts, keys, recovery_key
from app.storage.folder import DataFolder
from app.storage.keys import KEY_FILE, VARIABLE, MissingKeyError
from tests.app.fake_keyring import MemoryKeyring, use_keyring

GIVEN = "0123456789abcdef" * 4


@pytest.fixture(autouse=True)
def no_key_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    memory = MemoryKeyring()
    with use_keyring(memory):
        yield memory


@pytest.fixture
def bare() -> Iterator[None]:
    """A computer without a keyring."""
    with use_keyring():
        yield


def shown(folder: Path) -> str:
    """The recovery key the first start shows."""
    fresh = keys.open_folder(folder).new_recovery_key
    assert fresh is not None
    return fresh


def test_with_a_keyring_the_key_is_kept_there_and_in_no_file(tmp_path: Path, ring: MemoryKeyring) -> None:
    first = keys.open_folder(tmp_path)
    assert first.kept_in == "keyring"
    assert list(ring.kept.values()) == [first.master.hex()]
    assert [p.name for p in tmp_path.iterdir()] == [key_facts.FILE_NAME]
    assert first.master.hex() not in (tmp_path / key_facts.FILE_NAME).read_text()
    assert keys.open_folder(tmp_path).master == first.master


def test_a_key_given_before_the_first_start_is_the_one_used(
    tmp_path: Path, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, GIVEN)
    first = keys.open_folder(tmp_path)
    assert (first.kept_in, first.master.hex()) == ("environment", GIVEN)
    assert ring.kept == {}
    monkeypatch.delenv(VARIABLE)
    with pytest.raises(MissingKeyError, match="environment"):
        keys.open_folder(tmp_path)


def test_the_keyring_is_asked_before_the_environment(
    tmp_path: Path, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keys.open_folder(tmp_path)
    monkeypatch.setenv(VARIABLE, GIVEN)
    assert keys.open_folder(tmp_path).master == first.master
    monkeypatch.setenv(VARIABLE, first.master.hex())
    with use_keyring():
        assert keys.open_folder(tmp_path).master == first.master


@pytest.mark.usefixtures("bare")
def test_without_either_the_key_is_in_a_file_of_its_owner(tmp_path: Path) -> None:
    first = keys.open_folder(tmp_path)
    assert first.kept_in == "file"
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert keys.open_folder(tmp_path).master == first.master


def test_when_the_keyring_forgets_the_recovery_key_opens_and_the_keyring_knows_again(
    tmp_path: Path, ring: MemoryKeyring
) -> None:
    first = keys.open_folder(tmp_path)
    ring.kept.clear()
    with pytest.raises(MissingKeyError):
        keys.open_folder(tmp_path)
    assert keys.recover(tmp_path, str(first.new_recovery_key)).master == first.master
    assert keys.open_folder(tmp_path).master == first.master


def test_when_the_keyring_is_gone_the_recovered_key_is_kept_in_a_file(tmp_path: Path) -> None:
    with use_keyring(MemoryKeyring()):
        fresh = shown(tmp_path)
    with use_keyring():
        with pytest.raises(MissingKeyError):
            keys.open_folder(tmp_path)
        assert keys.recover(tmp_path, fresh).kept_in == "file"
        assert keys.open_folder(tmp_path).kept_in == "file"


@pytest.mark.parametrize("wrong", ["abcdef0123456789" * 4, "not hex", GIVEN[:-1], "é" * 64])
@pytest.mark.usefixtures("bare")
def test_a_wrong_key_in_the_environment_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv(VARIABLE, GIVEN)
    keys.open_folder(tmp_path)
    monkeypatch.setenv(VARIABLE, wrong)
    with pytest.raises(KnownError, match=r"not the one|64 hexadecimal"):
        keys.open_folder(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"1234"])
@pytest.mark.usefixtures("bare")
def test_a_damaged_key_file_is_said(tmp_path: Path, content: bytes) -> None:
    keys.open_folder(tmp_path)
    (tmp_path / KEY_FILE).write_bytes(content)
    with pytest.raises(KnownError):
        keys.open_folder(tmp_path)


GOOD = {"id": "1", "kept_in": "file", "check": "2", "wrapped": ["00"]}


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "7", "{}", *(json.dumps(GOOD | {name: value}) for name, value in [
        ("kept_in", "cupboard"), ("id", 7), ("wrapped", "00"), ("wrapped", []), ("wrapped", ["zz"]), ("wrapped", [1]),
    ])],
)  # fmt: skip
@pytest.mark.usefixtures("bare")
def test_damaged_facts_are_said_and_never_made_anew(tmp_path: Path, content: str) -> None:
    path = tmp_path / key_facts.FILE_NAME
    path.write_text(content)
    for attempt in (keys.open_folder, lambda folder: keys.recover(folder, "AAAA"), keys.acknowledge):
        with pytest.raises(KnownError, match="damaged"):
            attempt(tmp_path)
    assert path.read_text() == content


@pytest.mark.usefixtures("bare")
def test_the_recovery_key_may_be_typed_as_people_type(tmp_path: Path) -> None:
    wrapped = recovery_key.wrap("01AB-CDEF-0111-GHJK-MNPQ-RSTV-WXYZ-2345", b"secret")
    assert recovery_key.unwrap(" oiab cdef OLIl ghjk mnpq rstv wxyz 2345 ", wrapped) == b"secret"
    first = keys.open_folder(tmp_path)
    typed = str(first.new_recovery_key).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert keys.recover(tmp_path, typed).master == first.master


@pytest.mark.parametrize("typed", ["", "0000", "鑰匙", "0" * 32])
@pytest.mark.usefixtures("bare")
def test_another_recovery_key_opens_nothing_and_changes_nothing(tmp_path: Path, typed: str) -> None:
    keys.open_folder(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(KnownError, match="other data"):
        keys.recover(tmp_path, typed)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.usefixtures("bare")
def test_recovering_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="holds no data"):
        keys.recover(tmp_path, "0000")


@pytest.mark.usefixtures("bare")
def test_until_one_is_kept_every_recovery_key_shown_opens_then_only_that_one(tmp_path: Path) -> None:
    first = shown(tmp_path)
    again = keys.open_folder(tmp_path)
    assert (again.recovery_kept, again.new_recovery_key) == (False, None)
    second = str(keys.renew_recovery_key(tmp_path, again).new_recovery_key)
    for typed in (first, second):
        assert keys.recover(tmp_path, typed).master == again.master
    keys.acknowledge(tmp_path)
    assert keys.open_folder(tmp_path).recovery_kept
    assert keys.recover(tmp_path, second).recovery_kept
    with pytest.raises(KnownError, match="other data"):
        keys.recover(tmp_path, first)


@pytest.mark.usefixtures("bare")
def test_a_renewed_recovery_key_nobody_kept_is_asked_about_again_and_the_old_one_still_opens(tmp_path: Path) -> None:
    kept = shown(tmp_path)
    keys.acknowledge(tmp_path)
    keys.renew_recovery_key(tmp_path, keys.open_folder(tmp_path))
    assert not keys.open_folder(tmp_path).recovery_kept
    keys.recover(tmp_path, kept)


@pytest.mark.usefixtures("bare")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "ringbook.json.new").mkdir()
    with pytest.raises(KnownError, match=r"ringbook\.json"):
        keys.open_folder(tmp_path)


def test_no_key_is_in_a_repr(tmp_path: Path, ring: MemoryKeyring) -> None:
    first = keys.open_folder(tmp_path)
    assert first.master.hex() not in repr(first)
    assert repr(first.master) not in repr(first)
    assert str(first.new_recovery_key) not in repr(first)


def test_a_copied_folder_opens_on_another_machine_with_the_recovery_key_alone(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    with use_keyring(MemoryKeyring()):
        folder = DataFolder(here)
        fresh = str(folder.key.new_recovery_key)
        writer = folder.start_writer()
        writer.with_outbox(lambda outbox: outbox.save_draft("call-1", {"summary": "Sense línia 斷線"})).result()
        folder.close()
    shutil.copytree(here, there)
    with use_keyring(MemoryKeyring()):
        with pytest.raises(MissingKeyError):
            DataFolder(there)
        keys.recover(there, fresh)
        copy = DataFolder(there)
        assert "斷線" in str(copy.start_writer().with_outbox(lambda outbox: outbox.drafts()).result())
        copy.close()
