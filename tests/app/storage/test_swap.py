"""A kill at any step of a restore's last part leaves the old state or the new one, each whole."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.storage import swap

NOW = datetime(2026, 11, 22, 1, 31, tzinfo=UTC)
OLD = {"store.db": "old", "store.db-wal": "old", "outbox.db": "old", "ringbook.json": "old", "key": "old"}
NEW = {"store.db": "new", "outbox.db": "new", "ringbook.json": "new", "settings.json": "new"}


class Killed(BaseException):
    """As much of a kill as one process can play."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "backups").mkdir()
    return tmp_path


def state(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def build(folder: Path) -> None:
    building = swap.begin(folder)
    for name, text in NEW.items():
        (building / name).write_text(text)


def test_what_was_there_is_kept_whole_and_nothing_else_is_touched(folder: Path) -> None:
    build(folder)
    aside = swap.commit(folder, NOW)
    assert aside == folder / "replaced-2026-11-22-013100" and state(aside) == OLD
    assert state(folder) == NEW and (folder / "backups").is_dir()
    build(folder)
    assert swap.commit(folder, NOW) == folder / "replaced-2026-11-22-013100-2"
    assert state(aside) == OLD


def test_a_folder_without_data_has_nothing_to_keep(tmp_path: Path) -> None:
    build(tmp_path)
    assert swap.commit(tmp_path, NOW) is None
    assert state(tmp_path) == NEW and [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_a_kill_before_the_decision_leaves_the_old_state(folder: Path) -> None:
    build(folder)
    swap.finish(folder)
    assert state(folder) == OLD
    build(folder)  # the next restore starts afresh


@pytest.mark.parametrize("steps", range(12))
def test_a_kill_at_any_step_is_completed_by_whoever_comes_next(
    folder: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder)
    left = steps
    rename = Path.rename

    def until_the_kill(path: Path, target: Any) -> Path:
        nonlocal left
        if left == 0:
            raise Killed
        left -= 1
        return rename(path, target)

    with monkeypatch.context() as dying:
        dying.setattr(Path, "rename", until_the_kill)
        with suppress(Killed):
            swap.commit(folder, NOW)
    swap.finish(folder)
    aside = folder / "replaced-2026-11-22-013100"
    if steps == 0:
        assert state(folder) == OLD and not aside.exists()
    else:
        assert state(folder) == NEW and state(aside) == OLD
        assert not any((folder / name).exists() for name in (swap.READY, swap.MOVING))
