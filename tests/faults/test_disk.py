"""A disk that is full or only to be read: a sentence, nothing acknowledged lost, and work goes on later."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Backend, open_backend
from app.errors import KnownError
from app.events import DataTrouble, Event
from app.storage import folder
from app.storage.repair import repair
from app.storage.verify import verify_folder
from tests import laid_out
from tests.faults import worlds

ROOT = Path(__file__).parents[2]
SIZE = "16m"
LONG = "a long story " * 300
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes; only root may mount one. The test with a limit on files runs for anybody."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "ringbook", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here: not root, or a container without the right to")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Take all the room but `leave` bytes; return the file to remove."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    os.truncate(filler, max(0, filler.stat().st_size - leave))
    return filler


def save_until_refused(backend: Backend) -> tuple[list[str], KnownError]:
    saved: list[str] = []
    for n in range(2000):
        try:
            saved.append(worlds.save(backend, f"{n:04} {LONG}"[:200], LONG, applied=False))
        except KnownError as error:
            return saved, error
    raise AssertionError("the disk never was full")


def test_a_full_disk_is_said_and_work_goes_on_once_there_is_room(disk: Path) -> None:
    posted: list[Event] = []
    backend = open_backend(laid_out.folder(disk / "data"), posted.append)
    first = worlds.save(backend, "there was room")
    filler = fill(disk, leave=200_000)
    saved, error = save_until_refused(backend)
    assert error.title == "Not saved" and "Make room" in str(error)
    with pytest.raises(KnownError, match="Make room"):
        for _ in range(200):
            backend.drafts.keep("call:1", {"summary": LONG}).result()
    filler.unlink()
    after = worlds.save(backend, "there is room again")
    backend.drafts.keep("call:1", {"summary": "kept"}).result()
    backend.close()
    for event in posted:
        assert not isinstance(event, DataTrouble) or event.error.title in ("Not saved", "Saved, but not shown yet")
    backend = open_backend(disk / "data")
    assert {first, *saved, after} == worlds.cases(backend).keys(), "no less than was acknowledged, and no more"
    assert [draft.body["summary"] for draft in backend.drafts.all().result()] == ["kept"]
    backend.close()
    assert verify_folder(disk / "data") == []


@pytest.mark.parametrize("leave", [0, 4096, 20_000, 60_000, 150_000])
def test_a_first_start_without_room_is_said_and_finished_later(disk: Path, leave: int) -> None:
    filler = fill(disk, leave)
    with pytest.raises(KnownError) as said:
        open_backend(disk / "data")
    assert any(word in str(said.value) for word in ("Make room", "Choose another folder", "No space", "full"))
    filler.unlink()
    backend = open_backend(disk / "data")
    reference = worlds.save(backend, "finished")
    assert reference in worlds.cases(backend)
    backend.close()


def test_a_start_without_room_opens_or_says_so_and_loses_nothing(disk: Path) -> None:
    backend = open_backend(laid_out.folder(disk / "data"))
    references = [worlds.save(backend, f"case {n}") for n in range(20)]
    backend.close()
    filler = fill(disk)
    try:
        open_backend(disk / "data").close()
    except KnownError as error:
        assert error.title
    filler.unlink()
    backend = open_backend(disk / "data")
    assert set(references) == worlds.cases(backend).keys()
    backend.close()


def test_a_repair_without_room_leaves_everything_as_it_was(disk: Path) -> None:
    backend = open_backend(laid_out.folder(disk / "data"))
    references = [worlds.save(backend, f"case {n}", LONG) for n in range(60)]
    backend.close()
    store = disk / "data" / folder.STORE
    content = bytearray(store.read_bytes())
    content[-2000] ^= 1
    content[9000] ^= 1
    store.write_bytes(content)
    filler = fill(disk, leave=100_000)
    with pytest.raises(KnownError):
        repair(disk / "data")
    assert store.read_bytes() == content and not (disk / "data" / "restore.new").exists()
    filler.unlink()
    repair(disk / "data")
    backend = open_backend(disk / "data")
    assert set(references) == worlds.cases(backend).keys()
    backend.close()


def test_a_disk_only_to_be_read_is_said_and_opens_once_it_may_be_written(disk: Path) -> None:
    backend = open_backend(disk / "data")
    reference = worlds.save(backend, "before")
    backend.close()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        with pytest.raises(KnownError) as said:
            open_backend(disk / "data")
        assert "Choose another folder" in str(said.value) or "readonly" in str(said.value)
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    backend = open_backend(disk / "data")
    assert reference in worlds.cases(backend)
    backend.close()


def test_files_that_may_not_grow_refuse_a_save_and_take_it_later(tmp_path: Path) -> None:
    """For any user: a limit on the size of files (RLIMIT_FSIZE), lifted while the process lives."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.limited_life", str(tmp_path / "data")], cwd=ROOT, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    refused = [fact["refused"] for fact in said if "refused" in fact]
    assert refused and all("Make room" in sentence for sentence in refused)
    backend = open_backend(tmp_path / "data")
    assert {fact["reference"] for fact in said if "reference" in fact} == worlds.cases(backend).keys()
    backend.close()
    assert verify_folder(tmp_path / "data") == []
