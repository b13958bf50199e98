"""Files of another time or place: an older copy of one, an outbox of another folder, a keyring that is of no use."""

from __future__ import annotations

import shutil
from pathlib import Path

import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from app.bootstrap import open_backend
from app.errors import KnownError
from app.storage import folder, keys
from app.storage.verify import verify_folder
from tests import laid_out
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from tests.faults import worlds


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)


def saves(data: Path, *summaries: str) -> list[str]:
    backend = open_backend(data if data.exists() else laid_out.folder(data))
    given = [worlds.save(backend, summary) for summary in summaries]
    backend.close()
    return given


def found(data: Path) -> dict[str, str]:
    backend = open_backend(data)
    cases = {reference: summary for reference, (summary, _) in worlds.cases(backend).items()}
    backend.close()
    return cases


@pytest.mark.parametrize("name", [folder.OUTBOX, folder.STORE])
def test_an_older_copy_of_one_file_loses_nothing_and_gives_no_reference_twice(name: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    early = saves(data, "early 1", "early 2")
    shutil.copy(data / name, tmp_path / "older")
    late = saves(data, "late 1", "late 2", "late 3")
    for log in data.glob(f"{name}-*"):
        log.unlink()
    shutil.copy(tmp_path / "older", data / name)
    after = saves(data, "after 1", "after 2")
    assert len({*early, *late, *after}) == 7
    assert {*early, *late, *after} == found(data).keys()


def test_an_outbox_of_another_folder_with_the_same_key_adds_and_loses_nothing(tmp_path: Path) -> None:
    """RINGBOOK_KEY may be one for several folders; then the outbox of one opens in the other."""
    mine = saves(tmp_path / "mine", "mine 1", "mine 2")
    theirs = saves(tmp_path / "theirs", "theirs 1", "theirs 2", "theirs 3")
    for log in (tmp_path / "mine").glob(f"{folder.OUTBOX}*"):
        log.unlink()
    shutil.copy(tmp_path / "theirs" / folder.OUTBOX, tmp_path / "mine" / folder.OUTBOX)
    after = saves(tmp_path / "mine", "after")
    assert {*mine, *after} <= found(tmp_path / "mine").keys()
    assert len({*mine, *theirs, *after}) == 6
    assert verify_folder(tmp_path / "mine") == []


class BrokenKeyring(KeyringBackend):
    """A keyring that is there and fails in its own way, as one whose service has died does."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error


ERRORS = [keyring.errors.KeyringLocked("locked"), ConnectionError("no bus"), RuntimeError("of its own kind")]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_keyring_that_fails_after_the_first_start_asks_for_the_recovery_key(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RINGBOOK_KEY")
    with use_keyring(MemoryKeyring()):
        backend = open_backend(tmp_path)
        fresh = backend.folder.key.new_recovery_key
        reference = worlds.save(backend, "before")
        backend.close()
    assert fresh is not None
    with use_keyring(BrokenKeyring(error)):
        with pytest.raises(keys.MissingKeyError, match="recovery key"):
            open_backend(tmp_path)
        keys.recover(tmp_path, fresh)
        assert reference in found(tmp_path)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_keyring_that_fails_at_the_first_start_is_done_without(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RINGBOOK_KEY")
    with use_keyring(BrokenKeyring(error)):
        backend = open_backend(tmp_path)
        assert backend.folder.key.kept_in == "file"
        backend.close()


def test_a_key_that_was_deleted_from_the_keyring_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RINGBOOK_KEY")
    with use_keyring(MemoryKeyring()):
        open_backend(tmp_path).close()
    with use_keyring(MemoryKeyring()), pytest.raises(KnownError, match="no longer in the keyring"):
        open_backend(tmp_path)
