"""Backups while others write, and both commands killed at any moment: nothing acknowledged before is missing."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.bootstrap import Backend, open_backend
from app.cases.queries import newest
from app.cases.records import NewCase
from app.commands import cli
from app.storage import restore as restoring
from app.storage.backup import make_backup
from app.storage.unit_of_work import UnitOfWork
from app.storage.verify import verify_backup, verify_folder
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.app.fake_keyring import use_keyring
from tests.factories import customer_in

ROOT = Path(__file__).parents[2]
ROUNDS = 60 if os.environ.get("RINGBOOK_FULL") else 2
BACKUPS = 30 if os.environ.get("RINGBOOK_FULL") else 3
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    with use_keyring():
        yield


class Hammer(threading.Thread):
    """Saves cases without end; `told` is when each reference was acknowledged."""

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self.backend = backend
        self.told: dict[str, datetime] = {}
        self.stopped = threading.Event()

    def run(self) -> None:
        n = 0
        while not self.stopped.is_set():
            saved = self.backend.wrap_up.save(WrapUp(NewCase(CaseKind.COMPLAINT, f"Case {n}"))).result()
            self.told[str(saved.reference)] = datetime.now(UTC)
            n += 1

    def end(self) -> None:
        self.stopped.set()
        self.join()


def references(folder: Path) -> list[str]:
    backend = open_backend(folder)
    found = backend.folder.reader.run(lambda connection: newest(connection, 1_000_000))
    backend.close()
    return [str(case.reference) for case in found]


def test_all_that_was_acknowledged_before_a_backup_is_in_it_once_and_no_reference_comes_again(tmp_path: Path) -> None:
    backend = open_backend(tmp_path / "here")
    hammers = [Hammer(backend), Hammer(backend)]
    for hammer in hammers:
        hammer.start()
    made = []
    for n in range(BACKUPS):
        time.sleep(0.2)
        made.append(make_backup(backend.folder.path, backend.folder.key, tmp_path / f"{n}.ringbook"))
    for hammer in hammers:
        hammer.end()
    told = {reference: at for hammer in hammers for reference, at in hammer.told.items()}
    backend.close()
    for n, record in enumerate(made):
        there = tmp_path / f"there-{n}"
        restoring.restore(restoring.look_at(tmp_path / f"{n}.ringbook"), there)
        assert verify_folder(there) == []
        restored = references(there)
        before = {reference for reference, at in told.items() if at <= record.made_at}
        assert before and before <= set(restored) <= told.keys() and len(set(restored)) == len(restored)
        again = open_backend(there)
        fresh = {str(again.wrap_up.save(WrapUp(NewCase(CaseKind.ENQUIRY, "After"))).result().reference) for _ in "abc"}
        again.close()
        assert fresh.isdisjoint(told)


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "main.py", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def whole_run(*arguments: object) -> float:
    """Run a command to its end; return how many seconds it took."""
    began = time.monotonic()
    _, error = (process := start(*arguments)).communicate()
    assert process.returncode == 0, error
    return time.monotonic() - began


def kill_after(seconds: float, *arguments: object) -> bool:
    process = start(*arguments)
    time.sleep(seconds)
    process.kill()
    process.communicate()
    return process.returncode < 0


def make_world(path: Path, name: str, customers: int = 300) -> None:
    backend = open_backend(path)

    def fill(unit: UnitOfWork) -> None:
        for n in range(customers):
            customer_in(unit, f"{name} {n}", "934125580")

    assert backend.folder.writer is not None
    backend.folder.writer.submit(fill).result()
    backend.close()


def run(*arguments: object) -> None:
    """Run a command in this process."""
    assert cli.run_command(cli.parse([str(argument) for argument in arguments])) == 0


def test_a_killed_backup_leaves_a_whole_file_or_none(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "one.ringbook"
    make_world(data, "Here")
    seconds = whole_run("backup", file, "--data", data)
    chance = random.Random(11)
    killed = 0
    for n in range(ROUNDS):
        if n % 2:
            file.unlink(missing_ok=True)
        killed += kill_after(chance.uniform(0.3 * seconds, seconds), "backup", file, "--data", data, "--force")
        if file.exists():
            assert verify_backup(restoring.look_at(file), bytes.fromhex("ab" * 32)) == []
    assert killed, "no round was killed: the test proves nothing"
    run("backup", file, "--data", data, "--force")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
    assert verify_folder(data) == []


def test_a_killed_restore_leaves_the_old_or_the_new_data_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, there = tmp_path / "one.ringbook", tmp_path / "there"
    make_world(tmp_path / "here", "Here")
    make_world(there, "There")
    run("backup", file, "--data", tmp_path / "here")
    run("backup", tmp_path / "back.ringbook", "--data", there)
    capsys.readouterr()
    seconds = whole_run("restore", file, "--data", tmp_path / "clean")
    chance = random.Random(12)
    killed = 0
    seen = set()
    for n in range(ROUNDS):
        source = (file, tmp_path / "back.ringbook")[n % 2]
        killed += kill_after(chance.uniform(0.3 * seconds, seconds), "restore", source, "--data", there, "--yes")
        run("lookup", "934125580", "--data", there)
        names = {json.loads(line)["name"].split()[0] for line in capsys.readouterr().out.splitlines()}
        assert len(names) == 1, "a mixture of both"
        seen |= names
        assert verify_folder(there) == []
    assert killed and seen <= {"Here", "There"}
