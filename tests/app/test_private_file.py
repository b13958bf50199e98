"""Files only their owner may read."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.private_file import write_private


def test_the_file_is_its_owners_alone_also_when_one_was_there(tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    path.write_text("old")
    path.chmod(0o644)
    write_private(path, "clau — 金鑰")
    assert path.read_text(encoding="utf-8") == "clau — 金鑰"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["key.txt"]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_private(tmp_path / "gone" / "key.txt", "x")


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        write_private(tmp_path / "taken", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]
