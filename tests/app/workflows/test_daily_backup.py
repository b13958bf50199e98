"""A backup a day by itself: once, slowly, the last ones kept, a failure told once."""

from __future__ import annotations

import queue
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.bootstrap import Backend
from app.errors import KnownError
from app.events import BackupDone
from app.progress import CancelledError
from app.settings import Settings
from app.workflows import daily_backup
from app.workflows.daily_backup import DailyBackup, make_daily
from tests.factories import add_customer

FIRST = date(2026, 11, 22)


def daily(backend: Backend, day: date, settings: Settings | None = None) -> bool:
    return make_daily(backend.folder.path, backend.folder.key, settings or Settings(), day) is not None


def days(folder: Path) -> list[str]:
    return sorted(path.name[-len("2026-11-22.ringbook") :][:10] for path in folder.glob("*.ringbook"))


def test_one_a_day_is_made_and_the_last_seven_are_kept(backend: Backend) -> None:
    add_customer(backend, "Maria")
    for n in range(10):
        assert daily(backend, FIRST + timedelta(n)) and not daily(backend, FIRST + timedelta(n))
    last = backend.backups.last()
    assert last is not None and last.is_there and last.path.parent == backend.folder.path / "backups"
    assert days(last.path.parent) == [(FIRST + timedelta(n)).isoformat() for n in range(3, 10)]


def test_the_chosen_folder_and_number_hold_and_other_files_are_left_alone(backend: Backend, tmp_path: Path) -> None:
    place = tmp_path / "share"
    place.mkdir()
    for name in ("ringbook-0000abcd-2020-01-01.ringbook", "letter.txt", "mine.ringbook"):
        (place / name).write_text("not ours")
    settings = Settings(backup_folder=str(place), backups_kept=1)
    assert daily(backend, FIRST, settings) and daily(backend, FIRST + timedelta(1), settings)
    assert len(list(place.iterdir())) == 4 and days(place).count("2026-11-23") == 1


def test_none_is_made_where_none_shall_be_kept(backend: Backend) -> None:
    assert not daily(backend, FIRST, Settings(backups_kept=0))


def test_a_chosen_folder_that_is_away_is_a_sentence_and_is_not_made(backend: Backend, tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        daily(backend, FIRST, Settings(backup_folder=str(tmp_path / "unplugged")))
    assert not (tmp_path / "unplugged").exists()


def test_the_thread_makes_one_and_says_so_and_a_failure_is_told_once(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted: queue.Queue[BackupDone] = queue.Queue()
    settings = Settings(backup_folder=str(tmp_path / "unplugged"))
    thread = DailyBackup(backend.folder.path, backend.folder.key, lambda: settings, posted.put)
    thread.look()
    thread.look()
    assert posted.get_nowait().error is not None and posted.empty()
    (tmp_path / "unplugged").mkdir()
    monkeypatch.setattr(daily_backup, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(daily_backup, "LOOK_AGAIN_SECONDS", 0.0)
    thread.start()
    done = posted.get(timeout=60)
    thread.stop()
    assert not thread.is_alive() and done.error is None and done.made_at is not None


def test_a_thread_that_is_stopped_gives_its_backup_up(backend: Backend) -> None:
    thread = DailyBackup(backend.folder.path, backend.folder.key, Settings, lambda _: None)
    thread.stop()
    with pytest.raises(CancelledError):
        thread.look()
    assert list((backend.folder.path / "backups").iterdir()) == []
