"""A drive that does not lock files for other computers takes no shared store."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import KnownError
from app.sync.sqlite import drive

MOUNTS = """/dev/sda1 / ext4 rw,relatime 0 0
files:/office /mnt/office nfs4 rw,vers=4.2,local_lock=none 0 0
files:/old /mnt/office/old nfs rw,nolock,local_lock=all 0 0
//files/our\\040share /mnt/our\\040share cifs rw,nobrl 0 0
me@host: /home/me/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/home/me/office.db", None),
        ("/mnt/office/office.db", None),
        ("/mnt/office/older/office.db", None),
        ("/mnt/office/old/office.db", "nolock"),
        ("/mnt/our share/office.db", "nobrl"),
        ("/home/me/far/office.db", "fuse.sshfs"),
    ],
)
def test_the_mount_of_a_path_says_whether_it_locks(path: str, reason: str | None) -> None:
    assert drive.why_not(MOUNTS, path) == reason


def test_a_store_is_not_put_on_a_drive_that_cannot_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"me@host: {tmp_path.resolve()} fuse.sshfs rw 0 0\n")
    monkeypatch.setattr(drive, "MOUNTS", mounts)
    with pytest.raises(KnownError, match="another drive"):
        drive.check(tmp_path / "office.db")


def test_a_system_that_tells_no_mounts_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drive, "MOUNTS", tmp_path / "none")
    drive.check(tmp_path / "office.db")
