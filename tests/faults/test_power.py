"""The power goes: of the store's log any tail may be lost or torn, of the outbox's nothing that was acknowledged."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_backend
from app.storage import folder
from app.storage.engine import open_file
from app.storage.verify import verify_folder
from tests.faults import worlds

ROOT = Path(__file__).parents[2]
CUTS = 200 if os.environ.get("RINGBOOK_FULL") else 12
FRAME = 24 + 4096
HEADER = 32
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(autouse=True, scope="module")
def _key() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        yield


@pytest.fixture(scope="module")
def killed(_key: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, str]]]:
    """A folder whose process was killed with all of its work still in the logs, and what that had acknowledged."""
    data = tmp_path_factory.mktemp("killed") / "data"
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.power_life", str(data)], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == -9, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) > 20 and (data / f"{folder.STORE}-wal").stat().st_size > 20 * FRAME
    return data, said


def check(data: Path, said: list[dict[str, str]]) -> None:
    backend = open_backend(data)
    found = {reference: summary for reference, (summary, _) in worlds.cases(backend).items()}
    backend.close()
    assert {fact["reference"]: fact["summary"] for fact in said}.items() <= found.items()
    assert len(set(found.values())) == len(found)
    assert verify_folder(data) == []


def test_any_tail_of_the_stores_log_may_go_and_the_outbox_brings_it_back(
    killed: tuple[Path, list[dict[str, str]]], tmp_path: Path
) -> None:
    data, said = killed
    chance = random.Random(4)
    for n in range(CUTS):
        copy = worlds.copy(data, tmp_path / "cut")
        log = copy / f"{folder.STORE}-wal"
        (copy / f"{folder.STORE}-shm").unlink(missing_ok=True)
        content = log.read_bytes()
        frames = (len(content) - HEADER) // FRAME
        keep = HEADER + FRAME * chance.randrange(frames) + (chance.randrange(FRAME) if n % 2 else 0)
        torn = chance.randbytes(len(content) - keep) if n % 3 == 0 else b""  # blocks that never were written
        log.write_bytes(content[:keep] + torn)
        check(copy, said)


def test_a_turned_bit_in_the_stores_log_is_a_lost_tail(
    killed: tuple[Path, list[dict[str, str]]], tmp_path: Path
) -> None:
    data, said = killed
    chance = random.Random(5)
    for _ in range(CUTS):
        copy = worlds.copy(data, tmp_path / "cut")
        log = copy / f"{folder.STORE}-wal"
        (copy / f"{folder.STORE}-shm").unlink(missing_ok=True)
        content = bytearray(log.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        log.write_bytes(content)
        check(copy, said)


def test_what_came_behind_the_last_acknowledged_save_may_go_from_the_outboxs_log(
    killed: tuple[Path, list[dict[str, str]]], tmp_path: Path
) -> None:
    """Each fact says how long the log was when its save was on the disk: a cut there loses what came later, no more."""
    data, said = killed
    for at in range(0, len(said), max(1, len(said) * 4 // CUTS)):
        copy = worlds.copy(data, tmp_path / "cut")
        for name in (f"{folder.STORE}-wal", f"{folder.STORE}-shm", f"{folder.OUTBOX}-shm"):
            (copy / name).unlink(missing_ok=True)
        log = copy / f"{folder.OUTBOX}-wal"
        log.write_bytes(log.read_bytes()[: int(said[at]["log"])])
        check(copy, said[: at + 1])


def test_the_outbox_waits_for_the_disk_at_each_commit(
    killed: tuple[Path, list[dict[str, str]]], tmp_path: Path
) -> None:
    data = worlds.copy(killed[0], tmp_path / "copy")
    for name, full, level in ((folder.OUTBOX, True, 2), (folder.STORE, False, 1)):
        engine = open_file(data / name, worlds.key_of(data, name), write=True, full=full)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == level
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        engine.dispose()
